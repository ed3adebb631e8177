import { INTERVAL_STRIDE } from '../calendar/calendar-tables';
import { BOUNDARY_TOLERANCE_DAYS, finishAt, startAt, workedAt } from '../calendar/work-time';
import { FLOAT_TOLERANCE_DAYS } from './float-tolerance';
import { limitBeforeLag } from './lagged';
import { closeSummary, joinSummary } from './limit-summary';
import { limitOther } from './limit-task';
import { LinkBit, TaskState } from './network-types';
import { DateForm, type LatePass } from './timeline';

const NEVER = Number.POSITIVE_INFINITY;
const EPS = BOUNDARY_TOLERANCE_DAYS;

/**
 * Hot: one loop over the steps in reverse, written like the forward pass: tasks with work here, all else in functions
 * of its own.
 */
export function runBackwards(pass: LatePass): void {
  const { network, steps, startLimit, finishLimit, hasPins, hasOwnEnds, projectFinish } = pass;
  const { taskCount, parent, state, calendars, calendarOf, hasFinishLinkIn, tables } = network;
  const { offsets, plainEnd, other, kind: kinds, link: links } = network.linksOut;
  const { interval, lastOfDay, firstInterval, bucket, bucketOffset, bucketsPerWorkedDay, firstDay, days } = tables;
  const { workedBase, workedFrom, workedUntil, workedPerDay, daysPerWorked } = tables;
  const { work, lag: lags } = pass.inputs;
  const { ES, EF, form, finishWork } = pass.dates;
  const { LS, LF, float, critical, bindStart, bindFinish, bindFinishWork } = pass.late;
  const { handedLinkFinish, handedFinish, handedStart } = pass.late;
  const windowStart = firstDay - EPS;
  for (let step = steps.length - 1; step >= 0; step--) {
    const i = steps[step]!;
    if (i >= taskCount) {
      closeSummary(pass, i - taskCount);
      continue;
    }
    if (form[i] !== DateForm.task) {
      limitOther(pass, i);
      continue;
    }
    const c = calendarOf[i]!;
    const perDay = workedPerDay[c]!;
    const duration = work[i]! * perDay;
    // The least limits that links put on the finish, as a date and as worked days (a start's plus the duration).
    let dateFinish = NEVER;
    let dateStart = NEVER;
    let workFinish = NEVER;
    const plain = plainEnd[i]!;
    const until = offsets[i + 1]!;
    for (let k = offsets[i]!; k < plain; k++) {
      dateFinish = Math.min(dateFinish, bindStart[other[k]!]!);
    }
    for (let k = plain; k < until; k++) {
      const kind = kinds[k]!;
      const to = other[k]!;
      const lag = lags[links[k]!]!;
      const isToFinish = (kind & LinkBit.toFinish) !== 0;
      if ((kind & LinkBit.sameCalendar) !== 0 && (kind & LinkBit.elapsed) === 0) {
        let worked = bindFinishWork[to]! - lag * perDay;
        if (!isToFinish) worked -= work[to]! * perDay;
        if ((kind & LinkBit.fromStart) !== 0) worked += duration;
        if (worked < workFinish) workFinish = worked;
      } else {
        const bind = isToFinish ? bindFinish[to]! : bindStart[to]!;
        const t = limitBeforeLag(bind, lag, kind, calendars[calendarOf[to]!]!);
        if ((kind & LinkBit.fromStart) === 0) {
          if (t < dateFinish) dateFinish = t;
        } else if (t < dateStart) dateStart = t;
      }
    }
    let limit = finishLimit[i]!;
    const above = parent[i]!;
    if (above >= 0) {
      if (handedLinkFinish[above]! < dateFinish) dateFinish = handedLinkFinish[above]!;
      if (handedFinish[above]! < limit) limit = handedFinish[above]!;
      // A limit on a summary's start binds only what starts when it does.
      if (handedStart[above]! < dateStart && ES[i]! <= ES[above]! + EPS) dateStart = handedStart[above]!;
    }
    if (hasOwnEnds && dateFinish === NEVER && dateStart === NEVER && workFinish === NEVER) dateFinish = EF[i]!;
    if (dateFinish < limit) limit = dateFinish;
    if (projectFinish < limit) limit = projectFinish;
    if (startLimit[i]! < dateStart) dateStart = startLimit[i]!;
    if (hasPins && state[i] !== TaskState.open) {
      if (state[i] === TaskState.pinnedFinish) limit = Math.min(limit, EF[i]!);
      else dateStart = Math.min(dateStart, ES[i]!);
    }
    if (dateStart !== NEVER) {
      const worked = workedAt(calendars[c]!, dateStart) + duration;
      if (worked < workFinish) workFinish = worked;
    }
    // The latest finish: the limit rolled back onto working time, or what the worked days say.
    let worked: number;
    let late: number;
    const x = limit - windowStart;
    let at = x >= 0 && x < days ? lastOfDay[c * days + (x | 0)]! : 0;
    while (interval[at]! > limit + EPS) at -= INTERVAL_STRIDE;
    if (at <= firstInterval[c]!) {
      worked = workedAt(calendars[c]!, limit);
      late = NEVER;
    } else {
      const into = limit - interval[at]!;
      if (into < EPS) {
        worked = interval[at + 2]!;
        late = interval[at + 1 - INTERVAL_STRIDE]!;
      } else if (limit > interval[at + 1]! - EPS) {
        worked = interval[at + 3]!;
        late = interval[at + 1]!;
      } else {
        worked = interval[at + 2]! + into;
        late = limit;
      }
    }
    if (workFinish < worked) {
      worked = workFinish;
      late = NEVER;
    }
    if (late === NEVER) late = finishAt(calendars[c]!, worked);
    const from = worked - duration;
    let start: number;
    if (from >= workedFrom[c]! && from < workedUntil[c]!) {
      at = bucket[bucketOffset[c]! + (((from - workedBase[c]!) * bucketsPerWorkedDay[c]!) | 0)]!;
      while (interval[at + 2]! > from + EPS) at -= INTERVAL_STRIDE;
      while (interval[at + 3]! <= from + EPS) at += INTERVAL_STRIDE;
      const into = from - interval[at + 2]!;
      start = into < EPS ? interval[at]! : interval[at]! + into;
    } else start = startAt(calendars[c]!, from);
    const left = (worked - finishWork[i]!) * daysPerWorked[c]!;
    LF[i] = late;
    LS[i] = start;
    float[i] = left;
    critical[i] = left <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
    bindStart[i] = start;
    bindFinishWork[i] = worked;
    if (hasFinishLinkIn[i] === 1) bindFinish[i] = startAt(calendars[c]!, worked);
    if (above >= 0) joinSummary(pass.late, above, i);
  }
}
