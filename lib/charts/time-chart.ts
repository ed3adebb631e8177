import { scaleLinear } from 'd3';
import type { ChartFrame, MonthFigure, PlotBox, ScenarioResults, SeriesKey, TimeChart } from './frame';
import { runNote } from './frame';
import { type EndLabel, endLabels, endLabelWidth, keyRows } from './labels';
import type { ChartReading, SceneNode } from './scene';
import { group, lineNode, localId, node, rectNode, sceneRoot, textNode } from './scene-nodes';
import { fitText, wrapText } from './text/text-width';
import { dateDay, horizonWindow, type MonthSpan, monthSpans } from './time/months';
import { timeAxis, timeAxisHeight, timeGrid, timeMarks, yearShades } from './time/time-axis';
import { type TimeScale, timeScale } from './time/time-scale';

export interface DrawContext {
  readonly time: TimeScale;
  /** Values to px. */
  readonly y: (value: number) => number;
  readonly plot: PlotBox;
  readonly spans: readonly MonthSpan[];
  readonly frame: ChartFrame;
}

export interface Drawing {
  readonly body: readonly (SceneNode | null)[];
  /** Over the body, not clipped. */
  readonly labels?: readonly SceneNode[];
  readonly definitions?: readonly (SceneNode | undefined)[];
}

/** What one time chart says; everything around it is the same for all. */
export interface TimeChartParts {
  readonly id: string;
  readonly unit: string;
  readonly results: ScenarioResults;
  readonly frame: ChartFrame;
  readonly domain: readonly [number, number];
  /** Do not round the domain outwards (probabilities and shares end at 1). */
  readonly exact?: boolean;
  readonly tickText: (value: number) => string;
  readonly key: readonly SeriesKey[];
  readonly reading: ChartReading;
  readonly figuresAt: (monthIndex: number) => readonly MonthFigure[];
  readonly draw: (context: DrawContext) => Drawing;
  /** Labels at the right end; asked twice: for their width, then for their place. */
  readonly ends: (context: DrawContext) => readonly EndLabel[];
}

const NARROW_PX = 480;
const HEADING_LINE_PX = 18;

/** Upper and lower end that always include 0 and are never equal. */
export function valueDomain(values: Iterable<number>): [number, number] {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low === high ? [0, 1] : [low, high];
}

/** The status date of a document and today, as marks. */
function marksOf(results: ScenarioResults, frame: ChartFrame) {
  const status = results.document.statusDate;
  return { statusDate: status ? dateDay(status, 'finish') : undefined, ...frame.marks };
}

function valueAxis(parts: TimeChartParts, context: DrawContext, ticks: readonly number[]): SceneNode {
  const { plot, y, frame } = context;
  const nodes: SceneNode[] = [];
  for (const tick of ticks) {
    const at = y(tick);
    const zero = tick === 0;
    nodes.push(lineNode(plot.left, at, plot.right, at, zero ? frame.theme.axis : frame.theme.grid));
    const text = fitText(parts.tickText(tick), plot.left - 6, 12);
    nodes.push(textNode(text, plot.left - 6, Math.max(at + 4, 10), { fill: frame.theme.muted, anchor: 'end' }));
  }
  return group({ 'data-series': 'value-axis' }, nodes);
}

function headingNodes(parts: TimeChartParts) {
  const { frame, reading } = parts;
  if (!frame.heading) return { nodes: [] as SceneNode[], top: 0, bottom: 0 };
  const lines = wrapText(reading.title, frame.width - 16, 14, 2, 600);
  const nodes = lines.map((line, index) =>
    textNode(line, 8, 18 + index * HEADING_LINE_PX, { size: 14, weight: 600, fill: frame.theme.text }),
  );
  const note = fitText(runNote(parts.results), frame.width - 16, 12);
  nodes.push(textNode(note, 8, frame.height - 6, { fill: frame.theme.muted }));
  return { nodes, top: lines.length * HEADING_LINE_PX + 8, bottom: 20 };
}

function layoutBox(parts: TimeChartParts) {
  const { frame } = parts;
  const heading = headingNodes(parts);
  const narrow = frame.width < NARROW_PX;
  const auto = (frame.labels ?? 'auto') === 'auto';
  const keyed = auto && narrow;
  const left = frame.plotLeft ?? 48;
  const key = keyed
    ? keyRows(parts.key, { left: 8, top: heading.top + 2, width: frame.width - 16 }, frame.theme)
    : { nodes: null, height: 0 };
  return { heading, left, key, atEnds: auto && !narrow };
}

/** Puts a chart together: shaded years, faint grid, series clipped to the plot, marks, labels, axis. */
export function timeChart(parts: TimeChartParts): TimeChart {
  const { frame, results } = parts;
  const spans = monthSpans(results.trials.months);
  const window = frame.window ?? horizonWindow(results.document.horizon);
  const { heading, left, key, atEnds } = layoutBox(parts);
  const top = heading.top + key.height + (frame.axis === 'none' ? 10 : 16);
  const scaleY = scaleLinear(parts.domain, [0, 1]);
  const probe = timeScale(window, left, frame.width - 12);
  const axisHeight = frame.axis === 'none' ? 10 : timeAxisHeight(probe);
  const bottom = Math.max(top + 20, frame.height - axisHeight - heading.bottom);
  const tickCount = Math.max(2, Math.min(6, Math.floor((bottom - top) / 44)));
  if (!parts.exact) scaleY.nice(tickCount);
  const y = scaleLinear(scaleY.domain(), [bottom, top]);
  const contextFor = (right: number): DrawContext => ({
    time: timeScale(window, left, right),
    y: (value) => y(value),
    plot: { left, right: Math.max(right, left + 1), top, bottom },
    spans,
    frame,
  });
  const limit = frame.width * 0.28;
  const wished = atEnds ? endLabelWidth(parts.ends(contextFor(frame.width - 12)), limit) : 0;
  const context = contextFor(frame.width - (frame.plotRight ?? Math.max(12, wished)));
  const { time, plot } = context;
  const drawing = parts.draw(context);
  const ends = atEnds ? parts.ends(context) : [];
  const clip = localId(frame.idPrefix, `${parts.id}-clip`);
  const marks = marksOf(results, frame);
  const height = bottom - top;
  const scene = sceneRoot(frame.width, frame.height, frame.theme, [
    node('title', {}, [parts.reading.title]),
    node('defs', {}, [
      node('clipPath', { id: clip }, [rectNode(left, top - 1, plot.right - left, height + 2, '#000000')]),
      ...(drawing.definitions ?? []),
    ]),
    frame.heading && rectNode(0, 0, frame.width, frame.height, frame.theme.background),
    yearShades(time, top, height, frame.theme),
    timeGrid(time, top, height, frame.theme),
    valueAxis(parts, context, y.ticks(tickCount)),
    group({ 'clip-path': `url(#${clip})`, 'data-series': 'body' }, [...drawing.body]),
    timeMarks(time, marks, { top, height, labelled: frame.axis !== 'none' }, frame.theme),
    ...(drawing.labels ?? []),
    ends.length > 0 &&
      endLabels(ends, { x: plot.right, width: frame.width - plot.right, top: top + 2, bottom: bottom - 2 }),
    frame.axis !== 'none' && timeAxis(time, bottom, frame.theme, 'bottom'),
    key.nodes,
    ...heading.nodes,
  ]);
  return {
    id: parts.id,
    unit: parts.unit,
    scene,
    reading: parts.reading,
    plot,
    key: parts.key,
    figuresAt: (index) => (index >= 0 && index < spans.length ? parts.figuresAt(index) : []),
  };
}

/** The last position in the months that is in view, for labels at the ends. */
export function lastVisible(context: DrawContext): number {
  let last = 0;
  for (const [index, span] of context.spans.entries()) if (span.middle <= context.time.window.end) last = index;
  return last;
}
