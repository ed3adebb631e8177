import { finishIn, isEndIn, startIn, workedIn } from '../calendar/worked-in-tables';
import type { f64, i32 } from '../kernel/number-types';
import { larger, lesser } from './largest-of';
import type { ForwardArrays } from './pass-arrays';

// Milestones and summaries within the loop of the forward pass (`passTasks`), compiled with it.

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
export function passMilestone(arrays: ForwardArrays, row: i32): boolean {
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
export function passBounds(arrays: ForwardArrays, row: i32): boolean {
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
export function passSummary(arrays: ForwardArrays, row: i32): boolean {
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
