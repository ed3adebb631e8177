import { INTERVAL_STRIDE } from '../calendar/calendar-tables';
import { BOUNDARY_TOLERANCE_DAYS, finishAt, Place, placeOf, startAt, workedAt } from '../calendar/work-time';
import { limitBeforeLag } from './link-limit';
import { LinkBit, TaskState } from './network-types';
import { DateForm, type LateDates, type LatePass } from './timeline';

const NEVER = Number.POSITIVE_INFINITY;
const EPS = BOUNDARY_TOLERANCE_DAYS;
/** A float of so many working days or less is none. */
export const FLOAT_TOLERANCE_DAYS = 1e-9;

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

/** The limits that links put on one task, and what it hands down or reports: all that is no plain task with work. */
function limitOther(pass: LatePass, i: number): void {
  const { network, dates, late } = pass;
  const { offsets, other, kind: kinds, link: links } = network.linksOut;
  const { bindStart, bindFinish, handedLinkFinish, handedFinish, handedStart } = late;
  let linkFinish = NEVER;
  let linkStart = NEVER;
  const until = offsets[i + 1]!;
  for (let k = offsets[i]!; k < until; k++) {
    const kind = kinds[k]!;
    const to = other[k]!;
    const bind = (kind & LinkBit.toFinish) === 0 ? bindStart[to]! : bindFinish[to]!;
    const t = limitBeforeLag(bind, pass.inputs.lag[links[k]!]!, kind, network.calendars[network.calendarOf[to]!]!);
    if ((kind & LinkBit.fromStart) === 0) linkFinish = Math.min(linkFinish, t);
    else linkStart = Math.min(linkStart, t);
  }
  let limit = Math.min(pass.finishLimit[i]!, pass.projectFinish);
  const above = network.parent[i]!;
  if (above >= 0) {
    linkFinish = Math.min(linkFinish, handedLinkFinish[above]!);
    limit = Math.min(limit, handedFinish[above]!);
    if (dates.ES[i]! <= dates.ES[above]! + EPS) linkStart = Math.min(linkStart, handedStart[above]!);
  }
  const isSummary = network.state[i] === TaskState.summary;
  if (network.state[i] === TaskState.started) linkStart = NEVER;
  if (pass.hasOwnEnds && !isSummary && linkFinish === NEVER && linkStart === NEVER) linkFinish = dates.EF[i]!;
  limit = Math.min(limit, linkFinish);
  if (isSummary) openSummary(pass, i, { linkFinish, limit, linkStart });
  else limitTask(pass, i, { linkFinish, limit, linkStart });
}

interface Limits {
  /** On the finish, by links alone and by all. */
  readonly linkFinish: number;
  readonly limit: number;
  readonly linkStart: number;
}

function limitTask(pass: LatePass, i: number, limits: Limits): void {
  const { network, dates, late } = pass;
  const { EF, ES } = dates;
  const state = network.state[i]!;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  late.bindStart[i] = NEVER;
  late.bindFinish[i] = NEVER;
  late.bindFinishWork[i] = NEVER;
  const isNever = EF[i] === NEVER;
  if (isNever || state === TaskState.finished) {
    late.LS[i] = isNever ? Number.NaN : ES[i]!;
    late.LF[i] = isNever ? Number.NaN : EF[i]!;
    late.float[i] = Number.NaN;
    late.critical[i] = 0;
  } else {
    if (state === TaskState.started) {
      late.LS[i] = ES[i]!;
      late.LF[i] = finishAt(calendar, workedAt(calendar, limits.limit));
    } else if (dates.form[i] === DateForm.other) limitStalled(pass, i, limits);
    else limitMilestone(pass, i, limits);
    late.float[i] = (workedAt(calendar, late.LF[i]!) - dates.finishWork[i]!) / calendar.workedPerDay;
    late.critical[i] = late.float[i]! <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
  }
  const above = network.parent[i]!;
  if (above >= 0 && !isNever) joinSummary(late, above, i);
}

/** Own late bounds and pins beside the limits of links: [on the finish, on the start]. */
function ownLimits(pass: LatePass, i: number, limits: Limits): [number, number] {
  const { ES, EF } = pass.dates;
  const state = pass.hasPins ? pass.network.state[i]! : TaskState.open;
  const pinnedFinish = state === TaskState.pinnedFinish ? EF[i]! : NEVER;
  const pinnedStart = state === TaskState.pinnedStart ? ES[i]! : NEVER;
  return [Math.min(limits.limit, pinnedFinish), Math.min(limits.linkStart, pass.startLimit[i]!, pinnedStart)];
}

/** One late date, in the form of its own; predecessors are bound by the limit where the milestone can lie on it. */
function limitMilestone(pass: LatePass, i: number, limits: Limits): void {
  const { network, dates, late } = pass;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  const slip = pass.inputs.stall[i]!;
  const [onFinish, onStart] = ownLimits(pass, i, limits);
  const limit = Math.min(onFinish - slip, onStart);
  const worked = workedAt(calendar, limit);
  const end = finishAt(calendar, worked);
  const bind = placeOf(calendar, limit) === Place.gap ? end : limit;
  late.bindStart[i] = bind;
  late.bindFinish[i] = bind;
  late.bindFinishWork[i] = worked;
  late.LS[i] = dates.form[i] === DateForm.finishMilestone ? end : startAt(calendar, worked);
  late.LF[i] = late.LS[i]! + slip;
}

/** A stalled build: LS = subtract(LF - stall, work), so that what leads to it drives as it does. */
function limitStalled(pass: LatePass, i: number, limits: Limits): void {
  const { network, late, inputs } = pass;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  const slip = inputs.stall[i]!;
  const duration = inputs.work[i]! * calendar.workedPerDay;
  const [onFinish, onStart] = ownLimits(pass, i, limits);
  late.LF[i] = finishAt(calendar, workedAt(calendar, onFinish));
  let worked = workedAt(calendar, late.LF[i]! - slip);
  const byStart = workedAt(calendar, onStart) + duration;
  if (byStart < worked) {
    worked = byStart;
    late.LF[i] = finishAt(calendar, worked) + slip;
  }
  late.LS[i] = startAt(calendar, worked - duration);
  late.bindStart[i] = late.LS[i]!;
  late.bindFinish[i] = startAt(calendar, worked);
  late.bindFinishWork[i] = worked;
}

/** Before its children: what it hands down to them, and its own float where a link sets its finish. */
function openSummary(pass: LatePass, summary: number, limits: Limits): void {
  const { network, dates, late } = pass;
  const calendar = network.calendars[network.calendarOf[summary]!]!;
  const slip = pass.inputs.stall[summary]!;
  const isNever = dates.EF[summary] === NEVER;
  late.handedLinkFinish[summary] = limits.linkFinish - slip;
  late.handedFinish[summary] = limits.limit - slip;
  late.handedStart[summary] = limits.linkStart;
  late.bindStart[summary] = NEVER;
  late.bindFinish[summary] = isNever ? NEVER : limits.limit - slip;
  late.LS[summary] = NEVER;
  late.LF[summary] = Number.NEGATIVE_INFINITY;
  let own = NEVER;
  if (pass.hasPins && dates.linkSetsFinish[summary] === 1 && !isNever) {
    // Without a limit (each-end) it ends where it ends.
    const limit = limits.limit === NEVER ? dates.EF[summary]! : limits.limit;
    own = (workedAt(calendar, limit) - dates.finishWork[summary]!) / calendar.workedPerDay;
  }
  late.float[summary] = own;
  late.critical[summary] = own <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
}

/** A task or a summary below is done: its summary takes the least LS, the largest LF, the least float, criticality. */
function joinSummary({ bindStart, LS, LF, float, critical }: LateDates, summary: number, child: number): void {
  if (bindStart[child]! < bindStart[summary]!) bindStart[summary] = bindStart[child]!;
  if (LS[child]! < LS[summary]!) LS[summary] = LS[child]!;
  if (LF[child]! > LF[summary]!) LF[summary] = LF[child]!;
  if (float[child]! < float[summary]!) float[summary] = float[child]!;
  if (critical[child] === 1) critical[summary] = 1;
}

/** After its children: what none of them has, it has not either. Never finished, it has floats but no late dates. */
function closeSummary({ network, dates, late }: LatePass, summary: number): void {
  const { LS, LF, float } = late;
  const isNever = dates.EF[summary] === NEVER;
  if (isNever || LS[summary] === NEVER) LS[summary] = Number.NaN;
  if (isNever || LF[summary] === Number.NEGATIVE_INFINITY) LF[summary] = Number.NaN;
  if (float[summary] === NEVER) float[summary] = Number.NaN;
  const above = network.parent[summary]!;
  if (above >= 0) joinSummary(late, above, summary);
}
