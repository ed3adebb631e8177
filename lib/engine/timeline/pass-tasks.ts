import { finishIn, finishWithin, isEndIn, startIn, startWithin, workedIn } from '../calendar/worked-in-tables';
import type { f64, i32 } from '../kernel/number-types';
import { larger, largestOf, lesser } from './largest-of';

/** What the loop of a forward pass reads and writes: arrays of `PassRows`, `CalendarTables`, inputs, bounds, dates. */
export interface ForwardArrays {
  readonly rows: Int32Array;
  readonly links: Int32Array;
  readonly interval: Float64Array;
  readonly position: Int32Array;
  readonly numbers: Float64Array;
  readonly bounds: Float64Array;
  readonly boundsWorked: Float64Array;
  work: Float64Array;
  never: Uint8Array;
  lag: Float64Array;
  stall: Float64Array;
  readonly ES: Float64Array;
  readonly EF: Float64Array;
  readonly wouldFinish: Float64Array;
  readonly form: Uint8Array;
  readonly worked: Float64Array;
  readonly linkSetsFinish: Uint8Array;
  readonly handedStart: Float64Array;
  readonly handedFinishLike: Float64Array;
}

/**
 * Hot: passes tasks with work and nothing unusual, from `firstRow` on up to the first step that is something else,
 * whose row it returns: summaries, milestones, progress, pins, stalls, gates that end it, dates beyond the tables. One
 * long loop over flat arrays, compiled to WebAssembly too (see the README); its plain twin is `placeTask`.
 */
export function passTasks(arrays: ForwardArrays, firstRow: i32): i32 {
  const { rows, links, interval, position, numbers, boundsWorked, work, never, lag, stall } = arrays;
  const { ES, EF, wouldFinish, form, worked, handedStart, handedFinishLike } = arrays;
  const length = rows.length;
  let row = firstRow;
  for (; row < length; row += 9) {
    const i = rows[row]!;
    const kind = rows[row + 1]!;
    // ForwardBit.other, .summary.
    if (kind >= 8) {
      if (kind >= 16 && (i < ES.length ? passSummary(arrays, row) : passBounds(arrays, row))) continue;
      break;
    }
    if (stall[i]! > 0 || never[i]! === 1) break;
    const days = work[i]!;
    if (!(days > 0)) {
      if (passMilestone(arrays, row)) continue;
      break;
    }
    const c = rows[row + 2]!;
    const perDay = numbers[c]!;
    const duration = days * perDay;
    // Links with a lag: what each asks for, at its own place in `worked`.
    let k = rows[row + 3]!;
    const laggedEnd = rows[row + 4]!;
    for (; k < laggedEnd; k += 4) {
      const shift = lag[links[k + 1]!]! * perDay - links[k + 2]! * duration;
      worked[links[k + 3]!] = worked[links[k]!]! + shift;
    }
    // The largest bound on the start, in worked days of the task's calendar.
    let from: f64 = larger(boundsWorked[2 * i]!, largestOf(worked, links, k));
    const placesEnd = rows[row + 5]!;
    for (k += 4; k < placesEnd; k += 4) from = larger(from, largestOf(worked, links, k));
    // ForwardBit.dateLinks, .parent, .finishBound.
    if (kind !== 0) {
      let date: f64 = Number.NEGATIVE_INFINITY;
      const datesEnd = rows[row + 6]!;
      for (; k < datesEnd; k += 4) date = larger(date, largestOf(EF, links, k));
      if ((kind & 2) !== 0) {
        const above = rows[row + 8]!;
        date = larger(date, larger(handedStart[above]!, handedFinishLike[above]!));
      }
      if (date !== Number.NEGATIVE_INFINITY) {
        const bound = workedIn(interval, position, numbers, c, date);
        if (Number.isNaN(bound)) break;
        from = larger(from, bound);
      }
      const end = rows[row + 7]!;
      for (; k < end; k += 4) {
        const linkKind = links[k + 1]!;
        const ends = (linkKind & 1) !== 0 ? ES : EF;
        // LinkBit.elapsed: the lag is added to the date, else to the work.
        const days: f64 = lag[links[k + 2]!]!;
        const elapsed: f64 = days * ((linkKind & 4) >> 2);
        const shift = (days - elapsed) * perDay - links[k + 3]! * duration;
        const bound = workedIn(interval, position, numbers, c, ends[links[k]!]! + elapsed) + shift;
        if (Number.isNaN(bound)) break;
        from = larger(from, bound);
      }
      if (k < end) break;
      if ((kind & 4) !== 0) from = larger(from, boundsWorked[2 * i + 1]! - duration);
    }
    const until = from + duration;
    // Beyond the tables, or never.
    if (!(from >= numbers[c + 2]! && until < numbers[c + 3]!)) break;
    const start = startWithin(interval, position, numbers, c, from);
    const finish = finishWithin(interval, position, numbers, c, until);
    worked[2 * i] = from;
    worked[2 * i + 1] = until;
    ES[i] = start;
    EF[i] = finish;
    wouldFinish[i] = finish;
    // DateForm.task.
    form[i] = 0;
  }
  return row;
}

/** The instant at which a link between calendars (or with a summary, or elapsed) binds; NaN beyond the tables. */
function dateOfLink(arrays: ForwardArrays, c: i32, k: i32): f64 {
  const { links, interval, position, numbers, lag, ES, EF } = arrays;
  const kind = links[k + 1]!;
  const days: f64 = lag[links[k + 2]!]!;
  // LinkBit.fromStart, .elapsed.
  const end: f64 = (kind & 1) !== 0 ? ES[links[k]!]! : EF[links[k]!]!;
  if ((kind & 4) !== 0) return end + days;
  return days === 0 ? end : afterLag(arrays, c, end, workedIn(interval, position, numbers, c, end), days);
}

/** The instant at which a link with a working lag binds, from the end it comes from and the worked days up to that. */
function afterLag(arrays: ForwardArrays, c: i32, end: f64, until: f64, days: f64): f64 {
  const { interval, position, numbers } = arrays;
  if (days === 0) return end;
  const bound = until + days * numbers[c]!;
  return days > 0 ? finishIn(interval, position, numbers, c, bound) : startIn(interval, position, numbers, c, bound);
}

/**
 * A milestone without pins and stall; the same as `placeMilestone`.
 *
 * @returns false where a date lies beyond the tables: nothing has been written.
 */
function passMilestone(arrays: ForwardArrays, row: i32): boolean {
  const { rows, links, interval, position, numbers, bounds, lag, ES, EF, wouldFinish, form, worked } = arrays;
  const { handedStart, handedFinishLike } = arrays;
  const i = rows[row]!;
  const c = rows[row + 2]!;
  // FS, FF and FNET, and all others.
  let finishLike: f64 = bounds[2 * i + 1]!;
  let t: f64 = bounds[2 * i]!;
  let k = rows[row + 3]!;
  const laggedEnd = rows[row + 4]!;
  for (; k < laggedEnd; k += 4) {
    const cell = links[k]!;
    const isFinish = (cell & 1) !== 0;
    const end: f64 = isFinish ? EF[cell >> 1]! : ES[cell >> 1]!;
    const bound = afterLag(arrays, c, end, worked[cell]!, lag[links[k + 1]!]!);
    if (Number.isNaN(bound)) return false;
    if (isFinish) finishLike = larger(finishLike, bound);
    else t = larger(t, bound);
  }
  const placesEnd = rows[row + 5]!;
  for (; k < placesEnd; k++) {
    const cell = links[k]!;
    // Not the places of links with a lag, and the one that stands for none.
    if (cell < 2 * ES.length) finishLike = larger(finishLike, EF[cell >> 1]!);
  }
  const datesEnd = rows[row + 6]!;
  for (; k < datesEnd; k++) finishLike = larger(finishLike, EF[links[k]!]!);
  const end = rows[row + 7]!;
  for (; k < end; k += 4) {
    const bound = dateOfLink(arrays, c, k);
    if (Number.isNaN(bound)) return false;
    // LinkBit.fromStart.
    if ((links[k + 1]! & 1) !== 0) t = larger(t, bound);
    else finishLike = larger(finishLike, bound);
  }
  const above = rows[row + 8]!;
  if (above >= 0) {
    finishLike = larger(finishLike, handedFinishLike[above]!);
    t = larger(t, handedStart[above]!);
  }
  t = larger(t, finishLike);
  const until = workedIn(interval, position, numbers, c, t);
  const start = startIn(interval, position, numbers, c, until);
  if (Number.isNaN(until + start)) return false;
  const isFinish = finishLike >= t - 1e-9 && isEndIn(interval, position, numbers, c, t);
  if (!isFinish) t = start;
  // DateForm.finishMilestone, .startMilestone.
  form[i] = isFinish ? 1 : 2;
  ES[i] = t;
  EF[i] = t;
  wouldFinish[i] = t;
  worked[2 * i] = until;
  worked[2 * i + 1] = until;
  return true;
}

/** What a summary puts on the starts under it; the same as `collectStartBounds`. False as for milestones. */
function passBounds(arrays: ForwardArrays, row: i32): boolean {
  const { rows, links, bounds, ES, EF, handedStart, handedFinishLike } = arrays;
  const summary = rows[row]! - ES.length;
  let start: f64 = bounds[2 * summary]!;
  let finishLike: f64 = Number.NEGATIVE_INFINITY;
  let k = rows[row + 5]!;
  const datesEnd = rows[row + 6]!;
  for (; k < datesEnd; k++) finishLike = larger(finishLike, EF[links[k]!]!);
  const end = rows[row + 7]!;
  for (; k < end; k += 4) {
    const bound = dateOfLink(arrays, rows[row + 2]!, k);
    if (Number.isNaN(bound)) return false;
    // LinkBit.fromStart.
    if ((links[k + 1]! & 1) !== 0) start = larger(start, bound);
    else finishLike = larger(finishLike, bound);
  }
  const above = rows[row + 8]!;
  if (above >= 0) {
    start = larger(start, handedStart[above]!);
    finishLike = larger(finishLike, handedFinishLike[above]!);
  }
  handedStart[summary] = start;
  handedFinishLike[summary] = finishLike;
  return true;
}

/** The dates of a summary from those of its children; the same as `finishSummary`. False as for milestones. */
function passSummary(arrays: ForwardArrays, row: i32): boolean {
  const { rows, links, interval, position, numbers, stall, ES, EF, wouldFinish, form, worked, linkSetsFinish } = arrays;
  const i = rows[row]!;
  const c = rows[row + 2]!;
  let start: f64 = Number.POSITIVE_INFINITY;
  let finish: f64 = Number.NEGATIVE_INFINITY;
  let k = rows[row + 4]!;
  const childrenEnd = rows[row + 5]!;
  for (; k < childrenEnd; k++) {
    const child = links[k]!;
    start = lesser(start, ES[child]!);
    finish = larger(finish, EF[child]!);
  }
  let byLink: f64 = Number.NEGATIVE_INFINITY;
  const end = rows[row + 7]!;
  for (; k < end; k += 4) {
    const bound = dateOfLink(arrays, c, k);
    if (Number.isNaN(bound)) return false;
    byLink = larger(byLink, bound);
  }
  const isSetByLink = byLink > finish + 1e-9;
  const late: f64 = (isSetByLink ? byLink : finish) + stall[i]!;
  const isNever = late === Number.POSITIVE_INFINITY;
  const until: f64 = isNever ? late : workedIn(interval, position, numbers, c, late);
  if (Number.isNaN(until)) return false;
  linkSetsFinish[i] = isSetByLink ? 1 : 0;
  ES[i] = start;
  EF[i] = late;
  wouldFinish[i] = late;
  worked[2 * i + 1] = until;
  // DateForm.other.
  form[i] = 3;
  return true;
}
