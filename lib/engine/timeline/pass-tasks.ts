import { finishWithin, startWithin, workedIn } from '../calendar/worked-in-tables';
import type { f64, i32 } from '../kernel/number-types';
import { larger, largestOf } from './largest-of';
import type { ForwardArrays } from './pass-arrays';
import { passBounds, passMilestone, passSummary } from './pass-others';

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
