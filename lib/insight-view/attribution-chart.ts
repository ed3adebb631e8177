import { scaleLinear } from 'd3';
import type { ChartFrame } from '../charts/frame';
import type { Chart, SceneNode } from '../charts/scene';
import { lineNode, node, rectNode, sceneRoot, textNode } from '../charts/scene-nodes';
import { fitText, wrapText } from '../charts/text/text-width';
import type { Attribution } from '../engine/insight/attribution';
import type { ScenarioDocument } from '../scenario/document';
import { fullChangeText } from './difference-text';
import { kindOfOutput, valueText } from './output-choices';

export interface AttributionInput {
  readonly attribution: Attribution;
  readonly document: ScenarioDocument;
  readonly outputName: string;
  readonly beforeName: string;
  readonly afterName: string;
}

const ROW_PX = 28;
const longer = (text: string) => text.replace(/ pt$/, ' points').replace(/ d$/, ' days');

function texts({ attribution, document }: AttributionInput) {
  const { output } = attribution.figure;
  return {
    value: (value: number) => valueText(output, value, { document }),
    change: (value: number) => longer(fullChangeText(kindOfOutput(output), value, document)),
  };
}

/** "2030 share falls by 1.8 points, from 4 % in Reference to 2.2 % in Constrained: supply −1.1 points, timeline −0.5 points." */
export function attributionSentence(input: AttributionInput): string {
  const { attribution, outputName, beforeName, afterName } = input;
  const { before, after, groups } = attribution;
  const { value, change } = texts(input);
  const ends = `from ${value(before)} in ${beforeName} to ${value(after)} in ${afterName}`;
  if (groups.length === 0) return `${outputName} is the same in both: they differ in no input.`;
  if (before === after) return `${outputName} stays at ${value(before)} although inputs differ.`;
  const parts = [...groups]
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map((part) => `${part.group} ${change(part.value)}`);
  const size = change(Math.abs(after - before)).replace('+', '');
  const isDate = kindOfOutput(attribution.figure.output) === 'date';
  const [more, less] = isDate ? ['moves out by', 'moves forward by'] : ['rises by', 'falls by'];
  return `${outputName} ${after > before ? more : less} ${size}, ${ends}: ${parts.join(', ')}.`;
}

interface Bar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly kind: 'end' | 'part';
}

function barsOf(input: AttributionInput, floor: number): readonly Bar[] {
  const { attribution, beforeName, afterName } = input;
  const { value, change } = texts(input);
  let level = attribution.before;
  const parts = attribution.groups.map((part): Bar => {
    const from = level;
    level += part.value;
    return { label: part.group, from, to: level, text: change(part.value), kind: 'part' };
  });
  const end = (label: string, to: number): Bar => ({ label, from: floor, to, text: value(to), kind: 'end' });
  return [end(beforeName, attribution.before), ...parts, end(afterName, attribution.after)];
}

/** From one scenario's figure to the other's, a step for each group of inputs; the steps sum to the change. */
export function attributionChart(input: AttributionInput, frame: ChartFrame): Chart {
  const { theme, width } = frame;
  const { attribution, outputName, beforeName, afterName } = input;
  const title = `${outputName}: from ${beforeName} to ${afterName}, by group of inputs`;
  const lines = frame.heading ? wrapText(title, width - 16, 14, 2, 600) : [];
  const top = lines.length * 18 + 8;
  let level = attribution.before;
  const levels = [level, ...attribution.groups.map((part) => (level += part.value)), attribution.after];
  const isDate = kindOfOutput(attribution.figure.output) === 'date';
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const room = (most - least || Math.abs(most) || 1) * 0.1;
  // Amounts stand on zero; a date has none, so its bars begin a little before the earliest.
  const [low, high] = isDate ? [least - room, most + room] : [Math.min(0, least), Math.max(0, most)];
  const floor = isDate ? low : 0;
  const names = Math.round(Math.min(220, Math.max(88, width * 0.26)));
  const ends = Math.min(150, Math.max(84, width * 0.2));
  const x = scaleLinear([low, high === low ? low + 1 : high], [names, Math.max(names + 10, width - ends)]);
  const bars = barsOf(input, floor);
  const nodes = bars.flatMap((bar, index): SceneNode[] => {
    const y = top + index * ROW_PX;
    const [left, right] = [Math.min(x(bar.from), x(bar.to)), Math.max(x(bar.from), x(bar.to))];
    const fill =
      bar.kind === 'end' ? theme.muted : bar.to >= bar.from ? theme.accent : (theme.palette[3] ?? theme.negative);
    const next = bars[index + 1];
    return [
      textNode(fitText(bar.label, names - 14, 12, bar.kind === 'end' ? 600 : 400), 8, y + 18, {
        fill: theme.text,
        weight: bar.kind === 'end' ? 600 : 400,
      }),
      rectNode(left, y + 5, Math.max(1, right - left), ROW_PX - 10, fill, { 'data-series': bar.kind }),
      textNode(fitText(bar.text, ends - 10, 12), right + 6, y + 18, { fill: theme.text }),
      ...(next ? [lineNode(x(bar.to), y + 5, x(bar.to), y + ROW_PX + ROW_PX - 5, theme.axis)] : []),
    ];
  });
  const height = Math.max(frame.heading ? frame.height : 0, top + bars.length * ROW_PX + 8);
  const scene = sceneRoot(width, height, theme, [
    node('title', {}, [title]),
    frame.heading && rectNode(0, 0, width, height, theme.background),
    ...lines.map((line, index) => textNode(line, 8, 18 + index * 18, { size: 14, weight: 600, fill: theme.text })),
    lineNode(x(floor), top, x(floor), top + bars.length * ROW_PX, theme.axis),
    ...nodes,
  ]);
  return { scene, reading: { title, sentence: attributionSentence(input), table: tableOf(input) } };
}

function tableOf(input: AttributionInput): Chart['reading']['table'] {
  const { attribution, beforeName, afterName } = input;
  const { value, change } = texts(input);
  const { before, after, groups } = attribution;
  return {
    columns: ['Step', 'Change', 'Standard error'],
    rows: [
      [beforeName, value(before), 'none'],
      ...groups.map(({ group, value: part, se }) => [group, change(part), se === undefined ? 'none' : change(se)]),
      [afterName, value(after), 'none'],
      ['Whole change', change(after - before), 'none'],
    ],
  };
}
