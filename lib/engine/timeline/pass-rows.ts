import { CALENDAR_BITS } from '../calendar/calendar-tables';
import { LinkBit, type LinkTable, TaskState } from './network-types';

/** Whole numbers kept for each step in `PassRows.rows`. */
export const ROW_STRIDE = 9;

/**
 * What a pass reads, in the order in which it reads it. For each step `ROW_STRIDE` numbers: the step (see
 * `Network.steps`); its kind for the pass; where the numbers of its calendar stand in `CalendarTables.numbers`; where
 * its links begin in `links`, and where each of four sorts of them ends:
 *
 * 1. FS links that never have a lag, within one calendar: the place in `worked` of the predecessor's finish (backward:
 *    of the successor's start).
 * 2. Other links within one calendar, with a working lag: the place in `worked` of the end they come from (backward: go
 *    to); the link in the document; 1 where the task's own duration counts: forward at links to a finish, backward at
 *    links from a start.
 * 3. FS links that never have a lag, between calendars or with a summary: the other task.
 * 4. All others: the other task, the link's kind, the link in the document, 1 where the task's own duration counts.
 *
 * Sorts 1 and 3 stand in groups of four, filled up by the last; where there is none of sort 1 stands the place that
 * holds no bound. At last a row has the summary above the task, -1: none. The steps of a summary have links of the sorts
 * 3 and 4, each the ones that it is about; in place of sort 1 the step that follows its children has these.
 */
export interface PassRows {
  readonly rows: Int32Array;
  readonly links: Int32Array;
}

/** Bits of a step's kind in the forward pass: links of the sorts 3 and 4; a summary above it; FNET; pins or progress. */
export const ForwardBit = { dateLinks: 1, parent: 2, finishBound: 4, other: 8, summary: 16 } as const;

/** Bits of a step's kind in the backward pass: the same; late bounds of its own; pins. */
export const BackwardBit = { dateLinks: 1, parent: 2, ownLimit: 4, pinned: 8, summary: 16 } as const;

export interface RowSource {
  readonly taskCount: number;
  readonly parent: Int32Array;
  readonly calendarOf: Int32Array;
  readonly state: Uint8Array;
  /** Children of summary s: `children[childOffsets[s]]` to `children[childOffsets[s + 1] - 1]`. */
  readonly childOffsets: Int32Array;
  readonly children: Int32Array;
}

function linkSort(kind: number): 1 | 2 | 3 | 4 {
  const isPlain = (kind & (LinkBit.fromStart | LinkBit.toFinish)) === 0 && (kind & LinkBit.neverLags) !== 0;
  const isWorkTime =
    (kind & LinkBit.sameCalendar) !== 0 && ((kind & LinkBit.elapsed) === 0 || (kind & LinkBit.neverLags) !== 0);
  if (isWorkTime) return isPlain ? 1 : 2;
  return isPlain ? 3 : 4;
}

/** Which side a pass looks from: forward at the links into a task, backward at those out of it. */
type Direction = 'forward' | 'backward';

/** The place in `worked` of the end that a link comes from (backward: goes to). */
function cellOf(direction: Direction, other: number, kind: number): number {
  const isFinish = direction === 'forward' ? (kind & LinkBit.fromStart) === 0 : (kind & LinkBit.toFinish) !== 0;
  return 2 * other + (isFinish ? 1 : 0);
}

/** The links of one step, sorted for `PassRows.links`. */
interface SortedLinks {
  readonly lagged: number[];
  readonly places: number[];
  readonly plainDates: number[];
  readonly otherDates: number[];
}

/** Whether a step is about a link: of a summary's two steps one has the links to its start, one those to its finish. */
function isOfStep(direction: Direction, isSecond: boolean, kind: number): boolean {
  if (direction === 'backward') return !isSecond;
  return isSecond === ((kind & LinkBit.toFinish) === 0);
}

function sortLinks(sorted: SortedLinks, source: RowSource, step: number, table: LinkTable, direction: Direction): void {
  const { taskCount, state } = source;
  const isSecond = step >= taskCount;
  const task = isSecond ? step - taskCount : step;
  const isSummary = state[task] === TaskState.summary;
  const durationBit = direction === 'forward' ? LinkBit.toFinish : LinkBit.fromStart;
  const end = table.offsets[task + 1]!;
  for (let k = table.offsets[task]!; k < end; k++) {
    const other = table.other[k]!;
    const kind = table.kind[k]!;
    if (isSummary && !isOfStep(direction, isSecond, kind)) continue;
    const link = table.link[k]!;
    const usesDuration = (kind & durationBit) === 0 ? 0 : 1;
    const sort = linkSort(kind);
    if (sort === 1) sorted.places.push(cellOf(direction, other, kind));
    else if (sort === 2) {
      const cell = 2 * taskCount + 1 + link;
      sorted.lagged.push(cellOf(direction, other, kind), link, usesDuration, cell);
      sorted.places.push(cell);
    } else if (sort === 3) sorted.plainDates.push(other);
    else sorted.otherDates.push(other, kind, link, usesDuration);
  }
  if (!isSummary) {
    if (sorted.places.length === 0) sorted.places.push(2 * taskCount);
    fillFours(sorted.places);
  } else if (isSecond === (direction === 'backward')) {
    const { childOffsets, children } = source;
    for (let c = childOffsets[task]!; c < childOffsets[task + 1]!; c++) sorted.places.push(children[c]!);
  }
  fillFours(sorted.plainDates);
}

/** Fills up groups of four: one that is there twice changes no largest or least. */
function fillFours(places: number[]): void {
  const last = places.at(-1);
  while (last !== undefined && (places.length & 3) !== 0) places.push(last);
}

function layOutRows(
  source: RowSource,
  steps: Int32Array,
  table: LinkTable,
  direction: Direction,
  kindOf: (step: number) => number,
): PassRows {
  const { taskCount, parent, calendarOf } = source;
  const rows = new Int32Array(steps.length * ROW_STRIDE);
  const links: number[] = [];
  const sorted: SortedLinks = { lagged: [], places: [], plainDates: [], otherDates: [] };
  const parts = [sorted.lagged, sorted.places, sorted.plainDates, sorted.otherDates];
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    const task = step < taskCount ? step : step - taskCount;
    for (const part of parts) part.length = 0;
    sortLinks(sorted, source, step, table, direction);
    const hasDateLinks = sorted.plainDates.length + sorted.otherDates.length > 0;
    const row = index * ROW_STRIDE;
    rows[row] = step;
    rows[row + 1] =
      (hasDateLinks ? ForwardBit.dateLinks : 0) | (parent[task]! >= 0 ? ForwardBit.parent : 0) | kindOf(step);
    rows[row + 2] = calendarOf[task]! << CALENDAR_BITS;
    rows[row + 3] = links.length;
    for (let part = 0; part < parts.length; part++) {
      for (const number of parts[part]!) links.push(number);
      rows[row + 4 + part] = links.length;
    }
    rows[row + 8] = parent[task]!;
  }
  return { rows, links: Int32Array.from(links) };
}

/** Rows of a forward pass over `steps`; `bounds`: two numbers a task, on its start and its finish. */
export function forwardRows(source: RowSource, steps: Int32Array, linksIn: LinkTable, bounds: Float64Array): PassRows {
  const { taskCount, state } = source;
  return layOutRows(source, steps, linksIn, 'forward', (step) => {
    const what = step < taskCount ? state[step]! : TaskState.summary;
    if (what === TaskState.summary) return ForwardBit.summary;
    if (what !== TaskState.open) return ForwardBit.other;
    return bounds[2 * step + 1]! === Number.NEGATIVE_INFINITY ? 0 : ForwardBit.finishBound;
  });
}

/**
 * Rows of a backward pass over `steps`, which stay in the order of the forward pass.
 *
 * @param isLimited whether a task has late bounds of its own in this pass.
 * @param hasPins whether pins limit in this pass.
 */
export function backwardRows(
  source: RowSource,
  steps: Int32Array,
  linksOut: LinkTable,
  rules: { readonly isLimited: (task: number) => boolean; readonly hasPins: boolean },
): PassRows {
  const { taskCount, state } = source;
  return layOutRows(source, steps.slice().reverse(), linksOut, 'backward', (step) => {
    if (step >= taskCount || state[step] === TaskState.summary) return BackwardBit.summary;
    const isPinned = rules.hasPins && (state[step] === TaskState.pinnedStart || state[step] === TaskState.pinnedFinish);
    return (rules.isLimited(step) ? BackwardBit.ownLimit : 0) | (isPinned ? BackwardBit.pinned : 0);
  });
}
