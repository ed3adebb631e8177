import { type CountableTimeInterval, type TimeInterval, utcDay, utcFormat, utcMonday, utcMonth, utcYear } from 'd3';
import type { ChartTheme, SceneNode } from '../scene';
import { group, lineNode, rectNode, textNode } from '../scene-nodes';
import { textWidth } from '../text/text-width';
import { MS_PER_DAY } from './months';
import type { TimeScale } from './time-scale';

const dayOf = (date: Date) => date.getTime() / MS_PER_DAY;

interface Step {
  readonly days: number;
  readonly interval: TimeInterval;
  readonly label: (date: Date) => string;
}
const every = (interval: CountableTimeInterval, step: number) => interval.every(step) ?? interval;
const quarter = (date: Date) => `Q${Math.floor(date.getUTCMonth() / 3) + 1}`;

// From fine to coarse. The year itself stands in the row above, so finer labels need not repeat it.
const steps: readonly Step[] = [
  { days: 1, interval: utcDay, label: utcFormat('%-d') },
  { days: 7, interval: utcMonday, label: utcFormat('%-d %b') },
  { days: 30.4, interval: utcMonth, label: utcFormat('%b') },
  { days: 91.3, interval: every(utcMonth, 3), label: quarter },
];
const yearSteps = [1, 2, 5, 10, 20, 50];

export interface TimeTick {
  readonly day: number;
  readonly label: string;
}
export interface TimeTicks {
  /** Years (or several), with the middle of their visible part as the place of the label. */
  readonly years: readonly { readonly start: number; readonly end: number; readonly label: string }[];
  /** Weeks, months or quarters where they fit; empty where only years do. */
  readonly fine: readonly { readonly start: number; readonly end: number; readonly label: string }[];
  /** Days between the starts of fine ticks, or of years. */
  readonly stepDays: number;
}

function spans(scale: TimeScale, interval: TimeInterval, label: (date: Date) => string) {
  const { start, end } = scale.window;
  const first = interval.floor(new Date(start * MS_PER_DAY));
  const dates = [first, ...interval.range(new Date(start * MS_PER_DAY + 1), new Date(end * MS_PER_DAY))].filter(
    (date, index, all) => index === 0 || date > (all[index - 1] as Date),
  );
  return dates.map((date, index) => ({
    start: dayOf(date),
    end:
      index + 1 < dates.length
        ? dayOf(dates[index + 1] as Date)
        : dayOf(interval.ceil(new Date(dayOf(date) * MS_PER_DAY + 1))),
    label: label(date),
  }));
}

/** Ticks for the window in view: as fine as labels of 12 px leave room for. */
export function timeTicks(scale: TimeScale): TimeTicks {
  const widths: readonly number[] = [20, 48, 32, 28];
  const yearWidth = textWidth('2026', 12, 600) + 10;
  const yearStep = yearSteps.find((step) => step * 365.25 * scale.pixelsPerDay >= yearWidth) ?? 100;
  const years = spans(scale, every(utcYear, yearStep), utcFormat('%Y'));
  const index = steps.findIndex((step, at) => step.days * scale.pixelsPerDay >= (widths[at] ?? 40));
  const step = yearStep === 1 ? steps[index] : undefined;
  if (!step) return { years, fine: [], stepDays: yearStep * 365.25 };
  return { years, fine: spans(scale, step.interval, step.label), stepDays: step.days };
}

/** Every second year in a faint shade, by the parity of the year itself, so that panning never makes it flicker. */
export function yearShades(scale: TimeScale, top: number, height: number, theme: ChartTheme): SceneNode {
  const shades: SceneNode[] = [];
  const years = spans(scale, utcYear, utcFormat('%Y'));
  for (const year of years) {
    if (Number(year.label) % 2 !== 0) continue;
    const from = Math.max(scale.left, scale.x(year.start));
    const to = Math.min(scale.right, scale.x(year.end));
    if (to > from) shades.push(rectNode(from, top, to - from, height, theme.shade));
  }
  return group({}, shades);
}

/** Faint lines at the starts of the years and of the finer ticks. */
export function timeGrid(scale: TimeScale, top: number, height: number, theme: ChartTheme): SceneNode {
  const ticks = timeTicks(scale);
  const lines: SceneNode[] = [];
  for (const { start } of ticks.years) {
    const x = scale.x(start);
    if (x >= scale.left && x <= scale.right) lines.push(lineNode(x, top, x, top + height, theme.grid));
  }
  return group({}, lines);
}

export const AXIS_HEIGHT = 22;
export const AXIS_HEIGHT_TWO_ROWS = 38;

/** Height that the axis takes: two rows where there is something finer than years. */
export function timeAxisHeight(scale: TimeScale): number {
  return timeTicks(scale).fine.length > 0 ? AXIS_HEIGHT_TWO_ROWS : AXIS_HEIGHT;
}

function labels(
  scale: TimeScale,
  entries: readonly { readonly start: number; readonly end: number; readonly label: string }[],
  baseline: number,
  style: { readonly fill: string; readonly weight: 400 | 600 },
): SceneNode[] {
  const nodes: SceneNode[] = [];
  for (const entry of entries) {
    const from = Math.max(scale.left, scale.x(entry.start));
    const to = Math.min(scale.right, scale.x(entry.end));
    if (textWidth(entry.label, 12, style.weight) + 4 > to - from) continue;
    nodes.push(textNode(entry.label, (from + to) / 2, baseline, { ...style, anchor: 'middle' }));
  }
  return nodes;
}

/** Labels of the axis between `top` and `top + height`; years in their middle, finer ticks under or over them. */
export function timeAxis(scale: TimeScale, top: number, theme: ChartTheme, side: 'top' | 'bottom'): SceneNode {
  const ticks = timeTicks(scale);
  const two = ticks.fine.length > 0;
  const height = two ? AXIS_HEIGHT_TWO_ROWS : AXIS_HEIGHT;
  const edge = side === 'top' ? top + height : top;
  const yearBase = side === 'top' ? top + 15 : top + height - 6;
  const fineBase = side === 'top' ? top + height - 6 : top + 15;
  const marks: SceneNode[] = [];
  for (const { start } of two ? ticks.fine : ticks.years) {
    const x = scale.x(start);
    if (x < scale.left || x > scale.right) continue;
    marks.push(lineNode(x, edge, x, edge + (side === 'top' ? -4 : 4), theme.axis));
  }
  return group({ 'data-series': 'time-axis' }, [
    lineNode(scale.left, edge, scale.right, edge, theme.axis),
    ...marks,
    ...labels(scale, ticks.years, yearBase, { fill: theme.text, weight: 600 }),
    ...(two ? labels(scale, ticks.fine, fineBase, { fill: theme.muted, weight: 400 }) : []),
  ]);
}

/** What is marked in every time chart. */
export interface TimeMarks {
  /** Day number of today; the clock is a parameter. */
  readonly today?: number;
  readonly statusDate?: number;
}

/** The status date as a solid thin line, today as a dotted one; with names above the box where `labelled`. */
export function timeMarks(
  scale: TimeScale,
  marks: TimeMarks,
  box: { readonly top: number; readonly height: number; readonly labelled: boolean },
  theme: ChartTheme,
): SceneNode {
  const nodes: SceneNode[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  const mark = (day: number | undefined, name: string, dash: string | undefined) => {
    if (day === undefined || day < scale.window.start || day > scale.window.end) return;
    const x = scale.x(day);
    nodes.push(
      lineNode(x, box.top, x, box.top + box.height, theme.muted, { 'stroke-dasharray': dash, 'data-series': name }),
    );
    const width = textWidth(name, 12);
    const at = Math.min(Math.max(x - width / 2, scale.left), scale.right - width);
    if (!box.labelled || at < taken) return;
    taken = at + width + 8;
    nodes.push(textNode(name, at, box.top - 4, { fill: theme.muted }));
  };
  mark(marks.statusDate, 'status', undefined);
  mark(marks.today, 'today', '2 3');
  return group({ 'data-series': 'marks' }, nodes);
}
