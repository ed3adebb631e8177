import { finishIn, finishWithin, startIn, startWithin, workedIn } from '../calendar/worked-in-tables';
import type { f64, i32 } from '../kernel/number-types';
import { leastOf, lesser } from './largest-of';

/** What the loop of a backward pass reads and writes: arrays of `PassRows`, `CalendarTables`, inputs, limits, dates. */
export interface BackwardArrays {
  readonly rows: Int32Array;
  readonly links: Int32Array;
  readonly interval: Float64Array;
  readonly position: Int32Array;
  readonly numbers: Float64Array;
  readonly calendarOf: Int32Array;
  readonly limits: Float64Array;
  readonly limitsWorked: Float64Array;
  readonly ends: Float64Array;
  work: Float64Array;
  lag: Float64Array;
  stall: Float64Array;
  readonly form: Uint8Array;
  readonly ES: Float64Array;
  readonly earlyWorked: Float64Array;
  readonly linkSetsFinish: Uint8Array;
  readonly LS: Float64Array;
  readonly LF: Float64Array;
  readonly float: Float64Array;
  readonly critical: Uint8Array;
  readonly bindStart: Float64Array;
  readonly bindFinish: Float64Array;
  readonly worked: Float64Array;
  readonly handedLinkFinish: Float64Array;
  readonly handedFinish: Float64Array;
  readonly handedStart: Float64Array;
}

/**
 * Hot: the backward counterpart of `passTasks`, written like it: limits tasks with work and nothing unusual from
 * `firstRow` on, and returns the row of the first step that is something else. Its plain twin is `limitWork`.
 *
 * @param rules 1: without a link's limit a task has its own finish; 2: LS and LF are wanted; 4: pins limit.
 */
export function limitTasks(arrays: BackwardArrays, taskCount: i32, rules: i32, firstRow: i32): i32 {
  const { rows, links, interval, position, numbers, limitsWorked, ends, work, lag, form } = arrays;
  const { ES, earlyWorked, LS, LF, float, critical, bindStart, worked, handedFinish, handedStart } = arrays;
  const length = rows.length;
  let row = firstRow;
  for (; row < length; row += 9) {
    const i = rows[row]!;
    const kind = rows[row + 1]!;
    // BackwardBit.pinned, .summary.
    if (kind >= 8) {
      if (kind >= 16 && (i < taskCount ? openSummary(arrays, rules, row) : closeSummary(arrays, row))) continue;
      break;
    }
    // DateForm.task.
    if (form[i]! !== 0) {
      if (limitMilestone(arrays, rules, row)) continue;
      break;
    }
    const c = rows[row + 2]!;
    const perDay = numbers[c]!;
    const duration = work[i]! * perDay;
    // Links with a lag: what each allows, at its own place in `worked`.
    let k = rows[row + 3]!;
    const laggedEnd = rows[row + 4]!;
    for (; k < laggedEnd; k += 4) {
      const shift = lag[links[k + 1]!]! * perDay - links[k + 2]! * duration;
      worked[links[k + 3]!] = worked[links[k]!]! - shift;
    }
    // The least limit on the finish, in worked days of the task's calendar; one on the start plus the duration.
    let until: f64 = leastOf(worked, links, k);
    const placesEnd = rows[row + 5]!;
    for (k += 4; k < placesEnd; k += 4) until = lesser(until, leastOf(worked, links, k));
    // BackwardBit.dateLinks.
    if ((kind & 1) !== 0) {
      let date: f64 = Number.POSITIVE_INFINITY;
      const datesEnd = rows[row + 6]!;
      for (; k < datesEnd; k += 4) date = lesser(date, leastOf(bindStart, links, k));
      if (date !== Number.POSITIVE_INFINITY) {
        const limit = workedIn(interval, position, numbers, c, date);
        if (Number.isNaN(limit)) break;
        until = lesser(until, limit);
      }
      const end = rows[row + 7]!;
      for (; k < end; k += 4) {
        const t = beforeLag(arrays, links[k]!, links[k + 1]!, lag[links[k + 2]!]!);
        if (t === Number.POSITIVE_INFINITY) continue;
        const limit = workedIn(interval, position, numbers, c, t) + links[k + 3]! * duration;
        if (Number.isNaN(limit)) break;
        until = lesser(until, limit);
      }
      if (k < end) break;
    }
    if (until === Number.POSITIVE_INFINITY && (rules & 1) !== 0) {
      if ((kind & 2) !== 0) break;
      until = earlyWorked[2 * i + 1]!;
    }
    until = lesser(until, ends[c >> 4]!);
    // BackwardBit.parent, .ownLimit.
    if ((kind & 6) !== 0) {
      if ((kind & 2) !== 0) {
        const above = rows[row + 8]!;
        if (handedFinish[above]! !== Number.POSITIVE_INFINITY) {
          const limit = workedIn(interval, position, numbers, c, handedFinish[above]!);
          if (Number.isNaN(limit)) break;
          until = lesser(until, limit);
        }
        // A limit on a summary's start binds only what starts when it does.
        if (handedStart[above]! !== Number.POSITIVE_INFINITY && ES[i]! <= ES[above]! + 1e-9) {
          const limit = workedIn(interval, position, numbers, c, handedStart[above]!) + duration;
          if (Number.isNaN(limit)) break;
          until = lesser(until, limit);
        }
      }
      if ((kind & 4) !== 0) until = lesser(until, lesser(limitsWorked[2 * i]!, limitsWorked[2 * i + 1]! + duration));
    }
    const from = until - duration;
    // Beyond the tables, or without a limit.
    if (!(from >= numbers[c + 2]! && until < numbers[c + 3]!)) break;
    const start = startWithin(interval, position, numbers, c, from);
    if ((rules & 2) !== 0) {
      LF[i] = finishWithin(interval, position, numbers, c, until);
      LS[i] = start;
    }
    const left = (until - earlyWorked[2 * i + 1]!) * numbers[c + 1]!;
    float[i] = left;
    critical[i] = left <= 1e-9 ? 1 : 0;
    bindStart[i] = start;
    worked[2 * i] = from;
    worked[2 * i + 1] = until;
  }
  return row;
}

/**
 * A milestone without pins and stall; the same as the function of that name in `limit-task.ts`.
 *
 * @returns false for others, and where a date lies beyond the tables: nothing has been written.
 */
function limitMilestone(arrays: BackwardArrays, rules: i32, row: i32): boolean {
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
function openSummary(arrays: BackwardArrays, rules: i32, row: i32): boolean {
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
function closeSummary(arrays: BackwardArrays, row: i32): boolean {
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
function beforeLag(arrays: BackwardArrays, to: i32, kind: i32, days: f64): f64 {
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
