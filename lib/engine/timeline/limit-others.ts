import { finishIn, startIn, workedIn } from '../calendar/worked-in-tables';
import type { f64, i32 } from '../kernel/number-types';
import { lesser } from './largest-of';
import type { BackwardArrays } from './pass-arrays';

// Milestones and summaries within the loop of the backward passes (`limitTasks`), compiled with it.

/**
 * A milestone without pins and stall; the same as the function of that name in `limit-task.ts`.
 *
 * @returns false for others, and where a date lies beyond the tables: nothing has been written.
 */
export function limitMilestone(arrays: BackwardArrays, rules: i32, row: i32): boolean {
  const { rows, links, interval, position, numbers, limits, ends, lag, stall, form, ES, earlyWorked } = arrays;
  const { LS, LF, float, critical, bindStart, bindFinish, worked, handedFinish, handedStart } = arrays;
  const i = rows[row]!;
  const c = rows[row + 2]!;
  // DateForm.other.
  if (form[i]! === 3 || stall[i]! > 0 || (rules & 1) !== 0) return false;
  // Never reached.
  if (earlyWorked[2 * i + 1]! === Number.POSITIVE_INFINITY) return false;
  let limit: f64 = lesser(ends[ends.length - 1]!, lesser(limits[2 * i]!, limits[2 * i + 1]!));
  let k = rows[row + 3]!;
  const laggedEnd = rows[row + 4]!;
  for (; k < laggedEnd; k += 4) {
    const cell = links[k]!;
    // LinkBit.toFinish.
    const t = beforeLag(arrays, cell >> 1, (cell & 1) << 1, lag[links[k + 1]!]!);
    if (Number.isNaN(t)) return false;
    limit = lesser(limit, t);
  }
  const placesEnd = rows[row + 5]!;
  for (; k < placesEnd; k++) {
    const cell = links[k]!;
    // Not the places of links with a lag, and the one that stands for none.
    if (cell < 2 * LS.length) limit = lesser(limit, bindStart[cell >> 1]!);
  }
  const datesEnd = rows[row + 6]!;
  for (; k < datesEnd; k++) limit = lesser(limit, bindStart[links[k]!]!);
  const end = rows[row + 7]!;
  for (; k < end; k += 4) {
    const t = beforeLag(arrays, links[k]!, links[k + 1]!, lag[links[k + 2]!]!);
    if (Number.isNaN(t)) return false;
    limit = lesser(limit, t);
  }
  const above = rows[row + 8]!;
  if (above >= 0) {
    limit = lesser(limit, handedFinish[above]!);
    if (ES[i]! <= ES[above]! + 1e-9) limit = lesser(limit, handedStart[above]!);
  }
  const until = workedIn(interval, position, numbers, c, limit);
  const finish = finishIn(interval, position, numbers, c, until);
  const start = startIn(interval, position, numbers, c, until);
  if (Number.isNaN(start + finish)) return false;
  const isInGap = finish + 1e-9 < limit && limit < start - 1e-9;
  const bind = isInGap ? finish : limit;
  // DateForm.finishMilestone.
  const late = form[i]! === 1 ? finish : start;
  LS[i] = late;
  LF[i] = late;
  bindStart[i] = bind;
  bindFinish[i] = bind;
  worked[2 * i] = until;
  worked[2 * i + 1] = until;
  const left = (until - earlyWorked[2 * i + 1]!) * numbers[c + 1]!;
  float[i] = left;
  critical[i] = left <= 1e-9 ? 1 : 0;
  return true;
}

/**
 * Before its children: what a summary hands down to them; the same as the function of that name in `limit-summary.ts`.
 *
 * @returns false where it may have a float of its own, and where a date lies beyond the tables: nothing is written.
 */
export function openSummary(arrays: BackwardArrays, rules: i32, row: i32): boolean {
  const { rows, links, interval, position, numbers, limits, ends, lag, stall, ES, earlyWorked } = arrays;
  const { linkSetsFinish, float, critical, bindStart, bindFinish, worked } = arrays;
  const { handedLinkFinish, handedFinish, handedStart } = arrays;
  const i = rows[row]!;
  if ((rules & 1) !== 0 || ((rules & 4) !== 0 && linkSetsFinish[i]! === 1)) return false;
  let linkFinish: f64 = Number.POSITIVE_INFINITY;
  let linkStart: f64 = Number.POSITIVE_INFINITY;
  let k = rows[row + 5]!;
  const datesEnd = rows[row + 6]!;
  for (; k < datesEnd; k++) linkFinish = lesser(linkFinish, bindStart[links[k]!]!);
  const end = rows[row + 7]!;
  for (; k < end; k += 4) {
    const t = beforeLag(arrays, links[k]!, links[k + 1]!, lag[links[k + 2]!]!);
    if (Number.isNaN(t)) return false;
    // LinkBit.fromStart.
    if ((links[k + 1]! & 1) !== 0) linkStart = lesser(linkStart, t);
    else linkFinish = lesser(linkFinish, t);
  }
  let limit: f64 = lesser(ends[ends.length - 1]!, limits[2 * i]!);
  const above = rows[row + 8]!;
  if (above >= 0) {
    linkFinish = lesser(linkFinish, handedLinkFinish[above]!);
    limit = lesser(limit, handedFinish[above]!);
    if (ES[i]! <= ES[above]! + 1e-9) linkStart = lesser(linkStart, handedStart[above]!);
  }
  limit = lesser(limit, linkFinish) - stall[i]!;
  // A summary that is never finished binds nothing.
  const isNever = earlyWorked[2 * i + 1]! === Number.POSITIVE_INFINITY || limit === Number.POSITIVE_INFINITY;
  const bind: f64 = isNever ? Number.POSITIVE_INFINITY : limit;
  const until: f64 = isNever ? bind : workedIn(interval, position, numbers, rows[row + 2]!, bind);
  if (Number.isNaN(until)) return false;
  handedLinkFinish[i] = linkFinish - stall[i]!;
  handedFinish[i] = limit;
  handedStart[i] = linkStart;
  bindStart[i] = Number.POSITIVE_INFINITY;
  bindFinish[i] = bind;
  worked[2 * i + 1] = until;
  float[i] = Number.POSITIVE_INFINITY;
  critical[i] = 0;
  return true;
}

/** After its children: what they have in common; the same as the function of that name in `limit-summary.ts`. */
export function closeSummary(arrays: BackwardArrays, row: i32): boolean {
  const { rows, links, interval, position, numbers, earlyWorked } = arrays;
  const { LS, LF, float, critical, bindStart, worked } = arrays;
  const summary = rows[row]! - LS.length;
  let bind: f64 = Number.POSITIVE_INFINITY;
  let start: f64 = Number.POSITIVE_INFINITY;
  let finish: f64 = Number.NEGATIVE_INFINITY;
  let left: f64 = float[summary]!;
  let isCritical = critical[summary]!;
  const end = rows[row + 5]!;
  for (let k = rows[row + 4]!; k < end; k++) {
    const child = links[k]!;
    // Comparisons that a child without late dates (NaN) never wins.
    if (bindStart[child]! < bind) bind = bindStart[child]!;
    if (LS[child]! < start) start = LS[child]!;
    if (LF[child]! > finish) finish = LF[child]!;
    if (float[child]! < left) left = float[child]!;
    if (critical[child]! === 1) isCritical = 1;
  }
  const isBound = bind !== Number.POSITIVE_INFINITY;
  const from: f64 = isBound ? workedIn(interval, position, numbers, rows[row + 2]!, bind) : bind;
  if (Number.isNaN(from)) return false;
  const isNever = earlyWorked[2 * summary + 1]! === Number.POSITIVE_INFINITY;
  LS[summary] = isNever || start === Number.POSITIVE_INFINITY ? Number.NaN : start;
  LF[summary] = isNever || finish === Number.NEGATIVE_INFINITY ? Number.NaN : finish;
  float[summary] = left === Number.POSITIVE_INFINITY ? Number.NaN : left;
  critical[summary] = isCritical;
  bindStart[summary] = bind;
  worked[2 * summary] = from;
  return true;
}

/** `limitBeforeLag` at a link from what the task it leads to lets it bind. */
export function beforeLag(arrays: BackwardArrays, to: i32, kind: i32, days: f64): f64 {
  const { interval, position, numbers, calendarOf, form, bindStart, bindFinish, worked } = arrays;
  // LinkBit.toFinish, .elapsed.
  const toFinish = (kind & 2) >> 1;
  const isElapsed = (kind & 4) !== 0;
  let t: f64 = toFinish !== 0 ? bindFinish[to]! : bindStart[to]!;
  // The finish bound of a task with work is kept in worked days only (DateForm.task).
  const isWorked = toFinish !== 0 && form[to]! === 0;
  if (isWorked || (days !== 0 && !isElapsed)) {
    const c = calendarOf[to]! << 4;
    const until = worked[2 * to + toFinish]!;
    if (until === Number.POSITIVE_INFINITY) return until;
    t = startIn(interval, position, numbers, c, isElapsed ? until : until - days * numbers[c]!);
  }
  return isElapsed ? t - days : t;
}
