import { finishAt, startAt, workedAt } from '../calendar/work-time';
import { limitBeforeLag } from './lagged';
import { closeSummary, joinSummary } from './limit-summary';
import { limitOther } from './limit-task';
import type { LatePass } from './timeline';

/**
 * Hot: one loop over the steps in reverse, written like the forward pass (numbers for the named constants too): tasks
 * with work here, all else in functions of its own.
 */
export function runBackwards(pass: LatePass): void {
  // BOUNDARY_TOLERANCE_DAYS and FLOAT_TOLERANCE_DAYS, ROW_STRIDE, CALENDAR_STRIDE, INTERVAL_STRIDE, RICH_STRIDE.
  const eps = 1e-9;
  const rowStride = 9;
  const calendarStride = 8;
  const intervalStride = 4;
  const richStride = 3;
  // LinkBit, LateBit.
  const bitFromStart = 1;
  const bitToFinish = 2;
  const bitElapsed = 4;
  const bitSameCalendar = 8;
  const bitFinishIsBound = 1;
  const bitPinnedFinish = 4;
  const { network, steps, limits, hasPins, hasOwnEnds, projectFinish } = pass;
  const { taskCount, calendars } = network;
  const { rows, links } = network.rowsOut;
  const { interval, position, numbers, firstDay, days } = network.tables;
  const { work, lag: lags } = pass.inputs;
  const { ES, EF, form, finishWork } = pass.dates;
  const { LS, LF, float, critical, bindStart, bindFinish, bindFinishWork } = pass.late;
  const { handedLinkFinish, handedFinish, handedStart } = pass.late;
  const windowStart = firstDay - eps;
  for (let step = steps.length - 1; step >= 0; step--) {
    const i = steps[step]!;
    if (i >= taskCount) {
      closeSummary(pass, i - taskCount);
      continue;
    }
    // DateForm.task.
    if (form[i] !== 0) {
      limitOther(pass, i);
      continue;
    }
    const row = i * rowStride;
    const c = rows[row]!;
    const kindOfTask = rows[row + 8]!;
    const numbersAt = c * calendarStride;
    const perDay = numbers[numbersAt]!;
    const duration = work[i]! * perDay;
    // The least limits that links put on the finish, as a date and as worked days (a start's plus the duration).
    let dateFinish = Infinity;
    let dateStart = Infinity;
    let workFinish = Infinity;
    const plainEnd = rows[row + 6]!;
    const richEnd = rows[row + 7]!;
    for (let k = rows[row + 5]!; k < plainEnd; k++) dateFinish = Math.min(dateFinish, bindStart[links[k]!]!);
    for (let k = plainEnd; k < richEnd; k += richStride) {
      const to = links[k]!;
      const kind = links[k + 1]!;
      const lag = lags[links[k + 2]!]!;
      const isToFinish = (kind & bitToFinish) !== 0;
      if ((kind & bitSameCalendar) !== 0 && (kind & bitElapsed) === 0) {
        let worked = bindFinishWork[to]! - lag * perDay;
        if (!isToFinish) worked -= work[to]! * perDay;
        if ((kind & bitFromStart) !== 0) worked += duration;
        if (worked < workFinish) workFinish = worked;
      } else {
        const bind = isToFinish ? bindFinish[to]! : bindStart[to]!;
        const t = limitBeforeLag(bind, lag, kind, calendars[rows[to * rowStride]!]!);
        if ((kind & bitFromStart) === 0) {
          if (t < dateFinish) dateFinish = t;
        } else if (t < dateStart) dateStart = t;
      }
    }
    let limit = limits[2 * i]!;
    const above = rows[row + 4]!;
    if (above >= 0) {
      dateFinish = Math.min(dateFinish, handedLinkFinish[above]!);
      limit = Math.min(limit, handedFinish[above]!);
      // A limit on a summary's start binds only what starts when it does.
      if (handedStart[above]! < dateStart && ES[i]! <= ES[above]! + eps) dateStart = handedStart[above]!;
    }
    if (hasOwnEnds && dateFinish === Infinity && dateStart === Infinity && workFinish === Infinity) dateFinish = EF[i]!;
    limit = Math.min(limit, dateFinish, projectFinish);
    dateStart = Math.min(dateStart, limits[2 * i + 1]!);
    if (hasPins && kindOfTask > bitFinishIsBound) {
      if ((kindOfTask & bitPinnedFinish) !== 0) limit = Math.min(limit, EF[i]!);
      else dateStart = Math.min(dateStart, ES[i]!);
    }
    if (dateStart !== Infinity) workFinish = Math.min(workFinish, workedAt(calendars[c]!, dateStart) + duration);
    // The latest finish: the limit rolled back onto working time, or what the worked days say.
    let worked: number;
    let late: number;
    const x = limit - windowStart;
    let at = x >= 0 && x < days ? position[rows[row + 1]! + (x | 0)]! : 0;
    while (interval[at]! > limit + eps) at -= intervalStride;
    if (at <= rows[row + 3]!) {
      worked = workedAt(calendars[c]!, limit);
      late = Infinity;
    } else {
      const into = limit - interval[at]!;
      if (into < eps) {
        worked = interval[at + 2]!;
        late = interval[at + 1 - intervalStride]!;
      } else if (limit > interval[at + 1]! - eps) {
        worked = interval[at + 3]!;
        late = interval[at + 1]!;
      } else {
        worked = interval[at + 2]! + into;
        late = limit;
      }
    }
    if (workFinish < worked) {
      worked = workFinish;
      late = Infinity;
    }
    if (late === Infinity) late = finishAt(calendars[c]!, worked);
    const from = worked - duration;
    let start: number;
    if (from >= numbers[numbersAt + 3]! && from < numbers[numbersAt + 4]!) {
      const share = (from - numbers[numbersAt + 2]!) * numbers[numbersAt + 5]!;
      at = position[rows[row + 2]! + (share | 0)]!;
      while (interval[at + 2]! > from + eps) at -= intervalStride;
      while (interval[at + 3]! <= from + eps) at += intervalStride;
      const into = from - interval[at + 2]!;
      start = into < eps ? interval[at]! : interval[at]! + into;
    } else start = startAt(calendars[c]!, from);
    const left = (worked - finishWork[i]!) * numbers[numbersAt + 1]!;
    LF[i] = late;
    LS[i] = start;
    float[i] = left;
    critical[i] = left <= eps ? 1 : 0;
    bindStart[i] = start;
    bindFinishWork[i] = worked;
    if ((kindOfTask & bitFinishIsBound) !== 0) bindFinish[i] = startAt(calendars[c]!, worked);
    if (above >= 0) joinSummary(pass.late, above, i);
  }
}
