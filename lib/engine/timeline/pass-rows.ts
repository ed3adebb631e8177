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
 * 4. All others: the other task, the link's kind, the link in the document.
 */
export interface PassRows {
  readonly rows: Int32Array;
  readonly links: Int32Array;
}

/** Bits of a step's kind in the forward pass: it has links of the sorts 3 and 4, a summary above it, FNET, pins. */
export const ForwardBit = { dateLinks: 1, parent: 2, finishBound: 4, other: 8 } as const;

/** Bits of a step's kind in the backward pass: the same; own late bounds; a link binds its finish. */
export const BackwardBit = { dateLinks: 1, parent: 2, ownLimit: 4, pinned: 8 } as const;

export interface RowSource {
  readonly taskCount: number;
  readonly parent: Int32Array;
  readonly calendarOf: Int32Array;
  readonly state: Uint8Array;
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

/** Fills up groups of four: one that is there twice changes no largest or least. */
function inFours(places: readonly number[]): number[] {
  const last = places.at(-1);
  if (last === undefined) return [];
  return [...places, ...Array.from({ length: -places.length & 3 }, () => last)];
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
  const durationBit = direction === 'forward' ? LinkBit.toFinish : LinkBit.fromStart;
  steps.forEach((step, index) => {
    const task = step % taskCount;
    const lagged: number[] = [];
    const places: number[] = [];
    const plainDates: number[] = [];
    const otherDates: number[] = [];
    for (let k = table.offsets[task]!; k < table.offsets[task + 1]!; k++) {
      const other = table.other[k]!;
      const kind = table.kind[k]!;
      const link = table.link[k]!;
      const sort = linkSort(kind);
      if (sort === 1) places.push(cellOf(direction, other, kind));
      if (sort === 2) {
        const cell = 2 * taskCount + 1 + link;
        lagged.push(cellOf(direction, other, kind), link, (kind & durationBit) === 0 ? 0 : 1, cell);
        places.push(cell);
      }
      if (sort === 3) plainDates.push(other);
      if (sort === 4) otherDates.push(other, kind, link, (kind & durationBit) === 0 ? 0 : 1);
    }
    const ends = [links.length];
    for (const part of [
      lagged,
      inFours(places.length > 0 ? places : [2 * taskCount]),
      inFours(plainDates),
      otherDates,
    ]) {
      links.push(...part);
      ends.push(links.length);
    }
    const bits =
      (ends[2]! < ends[4]! ? ForwardBit.dateLinks : 0) | (parent[task]! >= 0 ? ForwardBit.parent : 0) | kindOf(step);
    rows.set([step, bits, calendarOf[task]! << CALENDAR_BITS, ...ends, parent[task]!], index * ROW_STRIDE);
  });
  return { rows, links: Int32Array.from(links) };
}

/** Rows of a forward pass over `steps`; `bounds`: two numbers a task, on its start and its finish. */
export function forwardRows(source: RowSource, steps: Int32Array, linksIn: LinkTable, bounds: Float64Array): PassRows {
  const { taskCount, state } = source;
  return layOutRows(source, steps, linksIn, 'forward', (step) => {
    const what = step < taskCount ? state[step]! : TaskState.summary;
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
    if (step >= taskCount) return 0;
    const isPinned = rules.hasPins && (state[step] === TaskState.pinnedStart || state[step] === TaskState.pinnedFinish);
    return (rules.isLimited(step) ? BackwardBit.ownLimit : 0) | (isPinned ? BackwardBit.pinned : 0);
  });
}
