import { finishWithin, startWithin, workedIn } from '../calendar/worked-in-tables';
import type { f64, i32 } from '../kernel/number-types';
import { leastOf, lesser } from './largest-of';
import { beforeLag, closeSummary, limitMilestone, openSummary } from './limit-others';
import type { BackwardArrays } from './pass-arrays';

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
