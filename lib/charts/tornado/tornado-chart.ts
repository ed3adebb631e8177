import { scaleLinear } from 'd3';
import type { Finite, SensitivityRow } from '../../engine/results/result-types';
import type { ChartFrame } from '../frame';
import type { Chart, SceneNode } from '../scene';
import { group, lineNode, node, rectNode, sceneRoot, textNode } from '../scene-nodes';
import { fitText, textWidth, wrapText } from '../text/text-width';

export interface TornadoInput {
  /** What is moved: `SOP`. */
  readonly outputName: string;
  readonly rows: readonly SensitivityRow[];
  /** What the bars spread around; null where it is never. */
  readonly centre: number | null;
  readonly labelOf: (path: string) => string;
  readonly word: (value: number) => string;
  /** At most so many rows, the widest first; default as many as fit at 24 px. */
  readonly limit?: number;
}

interface Swing extends SensitivityRow {
  readonly width: number;
}

const finite = (value: Finite | null) => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const ROW_PX = 24;

function swings(rows: readonly SensitivityRow[]): readonly Swing[] {
  return rows
    .map((row) => {
      const [low, high] = [finite(row.low), finite(row.high)];
      // An end that is never is the widest swing there is.
      const endless = row.low === 'never' || row.high === 'never';
      return {
        ...row,
        width: endless ? Number.POSITIVE_INFINITY : low === null || high === null ? 0 : Math.abs(high - low),
      };
    })
    .filter((row) => row.width > 0)
    .sort((a, b) => b.width - a.width || Math.abs(b.spearman ?? 0) - Math.abs(a.spearman ?? 0));
}

function endText(value: Finite | null, word: (value: number) => string): string {
  return value === null ? '' : value === 'never' ? 'never' : word(value);
}

/** Means of an output in the lowest and the highest tenth of each input, the widest swing on top. */
export function tornadoChart(input: TornadoInput, frame: ChartFrame): Chart {
  const { theme, width } = frame;
  const all = swings(input.rows);
  const title = `${input.outputName}: mean in the lowest and in the highest tenth of each input`;
  const lines = frame.heading ? wrapText(title, width - 16, 14, 2, 600) : [];
  const top = lines.length * 18 + (lines.length > 0 ? 30 : 22);
  const room = Math.max(1, Math.floor((frame.height - top - 8) / ROW_PX));
  const rows = all.slice(0, Math.min(input.limit ?? room, room));
  const values = rows.flatMap((row) => [finite(row.low), finite(row.high)]).concat(input.centre);
  const known = values.filter((value): value is number => value !== null);
  const endWidth = Math.max(
    textWidth('never', 12),
    ...rows.flatMap((row) => [row.low, row.high].map((value) => textWidth(endText(value, input.word), 12))),
  );
  const ends = Math.min(endWidth, width * 0.2) + 10;
  const names = Math.round(Math.min(260, Math.max(80, width * 0.34)));
  const [from, to] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1];
  const x = scaleLinear([from, to === from ? from + 1 : to], [names + ends, Math.max(names + ends + 10, width - ends)]);
  const centre = input.centre === null ? null : x(input.centre);
  const bars: SceneNode[] = rows.map((row, index) => {
    const middle = top + index * ROW_PX + ROW_PX / 2;
    const place = (value: Finite | null, never: number) =>
      value === null ? null : value === 'never' ? never : x(value);
    const low = place(row.low, x.range()[1] ?? 0) ?? x(from);
    const high = place(row.high, x.range()[1] ?? 0) ?? x(from);
    const pivot =
      centre === null ? Math.min(low, high) : Math.min(Math.max(centre, Math.min(low, high)), Math.max(low, high));
    const half = (ROW_PX - 8) / 2;
    const bar = (end: number, fill: string, series: string) =>
      rectNode(Math.min(end, pivot), middle - half, Math.abs(end - pivot), 2 * half, fill, { 'data-series': series });
    const label = (value: Finite | null, at: number, side: number) =>
      textNode(fitText(endText(value, input.word), ends - 6, 12), at + side * 4, middle + 4, {
        fill: theme.muted,
        anchor: side < 0 ? 'end' : 'start',
      });
    const leftIsLow = low <= high;
    return group({ 'data-series': 'swing' }, [
      textNode(fitText(input.labelOf(row.path), names - 10, 12), 8, middle + 4, { fill: theme.text }),
      bar(low, theme.palette[2] ?? theme.muted, 'low'),
      bar(high, theme.accent, 'high'),
      label(leftIsLow ? row.low : row.high, Math.min(low, high), -1),
      label(leftIsLow ? row.high : row.low, Math.max(low, high), 1),
    ]);
  });
  const bottom = top + rows.length * ROW_PX;
  const key: SceneNode[] = [
    rectNode(8, top - 16, 10, 10, theme.palette[2] ?? theme.muted),
    textNode('input low', 22, top - 7, { fill: theme.muted }),
    rectNode(90, top - 16, 10, 10, theme.accent),
    textNode('input high', 104, top - 7, { fill: theme.muted }),
  ];
  const scene = sceneRoot(width, frame.height, theme, [
    node('title', {}, [title]),
    frame.heading && rectNode(0, 0, width, frame.height, theme.background),
    ...lines.map((line, index) => textNode(line, 8, 18 + index * 18, { size: 14, weight: 600, fill: theme.text })),
    ...key,
    ...bars,
    centre !== null && lineNode(centre, top - 2, centre, bottom + 2, theme.text, { 'stroke-width': 1.25 }),
  ]);
  const first = rows[0];
  const sentence = first
    ? `${input.labelOf(first.path)} moves ${input.outputName} most: from ${endText(first.low, input.word)} where it is low to ${endText(first.high, input.word)} where it is high.`
    : `No input moves ${input.outputName}.`;
  return {
    scene,
    reading: {
      title,
      sentence,
      table: {
        columns: ['Input', 'Low tenth', 'High tenth', 'Rank correlation'],
        rows: all.map((row) => [
          input.labelOf(row.path),
          endText(row.low, input.word),
          endText(row.high, input.word),
          row.spearman ?? 'none',
        ]),
      },
    },
  };
}
