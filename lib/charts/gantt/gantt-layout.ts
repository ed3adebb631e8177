import type { Finite, FutureResult, Instant, TaskResult, TrialsResult } from '../../engine/results/result-types';
import type { Link, ScenarioDocument } from '../../scenario/document';
import { dateDay } from '../time/months';
import type { TimeScale } from '../time/time-scale';
import { type GanttRow, ganttRows } from './gantt-rows';
import { type LinkEnds, type RouteBar, routeLink } from './route-link';

/** Sizes of the rows in px. Bars fill the middle; what is left is the lane of the links. */
export const GANTT_ROW = 28;
export const GANTT_BAR = 14;
export const GANTT_SUMMARY_BAR = 8;
export const GANTT_MILESTONE = 7;

export interface GanttInput {
  readonly document: ScenarioDocument;
  /** Null before the first run: rows without bars. */
  readonly plan: FutureResult | null;
  readonly trials: TrialsResult | null;
  readonly collapsed: ReadonlySet<string>;
  readonly scale: TimeScale;
  /** The plan of the baseline, for ghosts. */
  readonly baseline?: Readonly<Record<string, TaskResult>>;
  readonly rowHeight?: number;
}

/** Day numbers; null where it never happens. */
export interface Whisker {
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

export interface GanttBar {
  readonly row: GanttRow;
  /** px; the row's top and the line through its middle. */
  readonly top: number;
  readonly middle: number;
  /** Null where the plan has no finite start. */
  readonly start: number | null;
  /** Null where it never finishes in the plan. */
  readonly finish: number | null;
  readonly x0: number;
  readonly x1: number;
  readonly whisker: Whisker | null;
  /** Share of trials in which it never finishes. */
  readonly never: number;
  readonly deadline: number | null;
  readonly baseline: { readonly start: number; readonly finish: number } | null;
  /** 0..1 of the bar that is done. */
  readonly progress: number;
  readonly driving: boolean;
  readonly critical: boolean;
  readonly criticality: number;
  readonly result: TaskResult | null;
}

export interface GanttLinkPath {
  readonly link: Link;
  readonly id: string;
  /** Corners in px, from the predecessor to the successor. */
  readonly points: readonly (readonly [number, number])[];
  readonly driving: boolean;
}

export interface GanttLayout {
  readonly bars: readonly GanttBar[];
  readonly links: readonly GanttLinkPath[];
  readonly height: number;
  readonly rowHeight: number;
}

const dayOf = (instant: Instant | undefined) => (instant && instant !== 'never' ? instant.day : null);
const finite = (value: Finite | undefined) => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** How a link is known: its id, by default what it connects. */
export function ganttLinkId(link: Link): string {
  return link.id ?? `${link.from}-${link.type ?? 'FS'}-${link.to}`;
}

function whiskerOf(trials: TrialsResult | null, id: string): { whisker: Whisker | null; never: number } {
  const finish = trials?.tasks[id]?.finish;
  if (!finish) return { whisker: null, never: 0 };
  const whisker = { p10: finite(finish.P10), p50: finite(finish.P50), p90: finite(finish.P90) };
  const wide = whisker.p10 !== null && (whisker.p90 === null || whisker.p90 - whisker.p10 > 0.5);
  return { whisker: wide ? whisker : null, never: finish.never ?? 0 };
}

function progressOf(row: GanttRow, result: TaskResult | null): number {
  const { actualFinish, percentComplete, remainingDuration } = row.task;
  if (actualFinish) return 1;
  if (typeof remainingDuration === 'number' && result?.work && percentComplete === undefined) {
    return Math.min(1, Math.max(0, 1 - remainingDuration / result.work));
  }
  return Math.min(1, Math.max(0, (percentComplete ?? 0) / 100));
}

function ganttBar(input: GanttInput, row: GanttRow, rowHeight: number): GanttBar {
  const result = input.plan?.tasks[row.task.id] ?? null;
  const start = dayOf(result?.ES);
  const finish = dayOf(result?.EF);
  const statistics = input.trials?.tasks[row.task.id];
  const before = input.baseline?.[row.task.id];
  const [from, to] = [dayOf(before?.ES), dayOf(before?.EF)];
  const top = row.index * rowHeight;
  const { scale } = input;
  const x0 = scale.x(start ?? scale.window.start);
  // What never finishes runs on to the edge of the view, and says so.
  const x1 = start === null ? x0 : finish === null ? Math.max(x0, scale.right) : scale.x(finish);
  return {
    row,
    top,
    middle: top + rowHeight / 2,
    start,
    finish,
    x0,
    x1,
    ...whiskerOf(input.trials, row.task.id),
    deadline: row.task.deadline ? dateDay(row.task.deadline, 'finish') : null,
    baseline: from !== null && to !== null && (from !== start || to !== finish) ? { start: from, finish: to } : null,
    progress: progressOf(row, result),
    driving: result?.driving ?? false,
    critical: result?.critical ?? false,
    criticality: statistics?.criticality ?? 0,
    result,
  };
}

/** The part of a row that links keep out of. */
export function barBox(bar: GanttBar): RouteBar | null {
  if (bar.start === null) return null;
  const half = bar.row.kind === 'summary' ? GANTT_SUMMARY_BAR / 2 : GANTT_BAR / 2;
  if (bar.row.kind === 'milestone') {
    return {
      left: bar.x0 - GANTT_MILESTONE,
      right: bar.x0 + GANTT_MILESTONE,
      top: bar.middle - half,
      bottom: bar.middle + half,
    };
  }
  return { left: bar.x0, right: Math.max(bar.x1, bar.x0 + 2), top: bar.middle - half, bottom: bar.middle + half };
}

function linkPaths(input: GanttInput, bars: readonly GanttBar[], rowHeight: number): GanttLinkPath[] {
  const boxes = bars.map(barBox);
  const byTask = new Map(bars.map((bar) => [bar.row.task.id, bar]));
  const paths: GanttLinkPath[] = [];
  for (const link of input.document.links ?? []) {
    const from = byTask.get(link.from);
    const to = byTask.get(link.to);
    if (!from || !to || from.start === null || to.start === null || from === to) continue;
    const type = link.type ?? 'FS';
    const ends: LinkEnds = {
      from: from.row.index,
      to: to.row.index,
      fromRight: type === 'FS' || type === 'FF',
      toRight: type === 'FF' || type === 'SF',
    };
    const points = routeLink(ends, boxes, rowHeight);
    if (!points) continue;
    paths.push({ link, id: ganttLinkId(link), points, driving: from.driving && to.driving });
  }
  return paths;
}

/** Rows, bars, whiskers and links for a document and its results, in px from the top left of the plot. */
export function ganttLayout(input: GanttInput): GanttLayout {
  const rowHeight = input.rowHeight ?? GANTT_ROW;
  const rows = ganttRows(input.document, input.collapsed);
  const bars = rows.map((row) => ganttBar(input, row, rowHeight));
  return { bars, links: linkPaths(input, bars, rowHeight), height: rows.length * rowHeight, rowHeight };
}
