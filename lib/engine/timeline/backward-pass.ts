import { INTERVAL_STRIDE } from '../calendar/calendar-tables';
import type { CompiledCalendar } from '../calendar/compile-calendar';
import { BOUNDARY_TOLERANCE_DAYS, finishAt, Place, placeOf, startAt, workedAt } from '../calendar/work-time';
import { latestFinish } from './latest-finish';
import { limitBeforeLag } from './link-limit';
import { LinkBit, type Network, TaskState, type TimelineInputs } from './network-types';
import { DateForm, type Timeline } from './timeline';

const NEVER = Number.POSITIVE_INFINITY;
const EPS = BOUNDARY_TOLERANCE_DAYS;
/** A float of so many working days or less is none. */
export const FLOAT_TOLERANCE_DAYS = 1e-9;

/**
 * Late dates, total float and criticality (`LS`, `LF`, `totalFloat`, `critical`) from `timeline.first`. Allocates
 * nothing.
 *
 * LF is the form of a finish of the least limit on the finish, LS = subtract(LF - stall, work); total float
 * W(LF) - W(EF) in working days of the task's calendar. Finished tasks have LS = ES, LF = EF and no float; a started
 * task's LS is its start; a never-finished task has NaN everywhere.
 */
export function backwardPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  if (network.cycle !== null) throw new RangeError(`tasks ${network.cycle.join(' -> ')} form a cycle`);
  runBackwards(network, inputs, timeline, latestFinish(timeline));
}

/**
 * Hot: one loop over the steps in reverse, written like the forward pass: tasks with work here, all else in functions
 * of its own.
 */
function runBackwards(network: Network, inputs: TimelineInputs, timeline: Timeline, projectFinish: number): void {
  const { taskCount, parent, state, calendars, calendarOf, steps, startLimit, finishLimit, tables } = network;
  const { hasFinishLinkIn } = network;
  const { offsets, plainEnd, other, kind: kinds, link: links } = network.linksOut;
  const { interval, lastOfDay, firstInterval, bucket, bucketOffset, bucketsPerWorkedDay, firstDay, days } = tables;
  const { workedBase, workedFrom, workedUntil, workedPerDay, daysPerWorked } = tables;
  const { work, lag: lags, stall } = inputs;
  const { ES, EF, form, finishWork } = timeline.first;
  const { LS, LF, totalFloat, critical } = timeline;
  const { bindStart, bindFinish, bindStartWork, bindFinishWork } = timeline.late;
  const { handedLinkFinish, handedFinish, handedStart } = timeline.late;
  const endsAtProject = network.floatTo === 'project';
  const windowStart = firstDay - EPS;
  for (let step = steps.length - 1; step >= 0; step--) {
    const i = steps[step]!;
    if (i >= taskCount) {
      closeSummary(network, timeline, i - taskCount);
      continue;
    }
    const what = state[i]!;
    if (what >= TaskState.started || form[i] !== DateForm.task || EF[i] === NEVER || stall[i]! > 0) {
      limitOther(network, inputs, timeline, i, projectFinish);
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
        let worked = (isToFinish ? bindFinishWork[to]! : bindStartWork[to]!) - lag * perDay;
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
    if (endsAtProject) {
      if (projectFinish < dateFinish) dateFinish = projectFinish;
    } else if (dateFinish === NEVER && dateStart === NEVER && workFinish === NEVER) dateFinish = EF[i]!;
    if (dateFinish < limit) limit = dateFinish;
    if (startLimit[i]! < dateStart) dateStart = startLimit[i]!;
    if (what === TaskState.pinnedStart) {
      if (ES[i]! < dateStart) dateStart = ES[i]!;
    } else if (what === TaskState.pinnedFinish && EF[i]! < limit) limit = EF[i]!;
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
    const float = (worked - finishWork[i]!) * daysPerWorked[c]!;
    LF[i] = late;
    LS[i] = start;
    totalFloat[i] = float;
    critical[i] = float <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
    bindStart[i] = start;
    bindStartWork[i] = from;
    bindFinishWork[i] = worked;
    if (hasFinishLinkIn[i] === 1) bindFinish[i] = startAt(calendars[c]!, worked);
    if (above >= 0) joinSummary(timeline, above, i);
  }
}

/** The limits that links put on one task, and what it hands down or reports: all that is no plain task with work. */
function limitOther(
  network: Network,
  inputs: TimelineInputs,
  timeline: Timeline,
  i: number,
  projectFinish: number,
): void {
  const { offsets, other, kind: kinds, link: links } = network.linksOut;
  const { ES } = timeline.first;
  const { bindStart, bindFinish, handedLinkFinish, handedFinish, handedStart } = timeline.late;
  let linkFinish = NEVER;
  let linkStart = NEVER;
  const until = offsets[i + 1]!;
  for (let k = offsets[i]!; k < until; k++) {
    const kind = kinds[k]!;
    const to = other[k]!;
    const bind = (kind & LinkBit.toFinish) === 0 ? bindStart[to]! : bindFinish[to]!;
    const t = limitBeforeLag(bind, inputs.lag[links[k]!]!, kind, network.calendars[network.calendarOf[to]!]!);
    if ((kind & LinkBit.fromStart) === 0) linkFinish = Math.min(linkFinish, t);
    else linkStart = Math.min(linkStart, t);
  }
  let limit = network.finishLimit[i]!;
  const above = network.parent[i]!;
  if (above >= 0) {
    linkFinish = Math.min(linkFinish, handedLinkFinish[above]!);
    limit = Math.min(limit, handedFinish[above]!);
    if (ES[i]! <= ES[above]! + EPS) linkStart = Math.min(linkStart, handedStart[above]!);
  }
  const isSummary = network.state[i] === TaskState.summary;
  if (network.state[i] === TaskState.started) linkStart = NEVER;
  if (network.floatTo === 'project') {
    // A summary passes the project's finish on as a bound: it is no link's limit.
    if (isSummary) limit = Math.min(limit, projectFinish);
    else linkFinish = Math.min(linkFinish, projectFinish);
  } else if (!isSummary && linkFinish === NEVER && linkStart === NEVER) linkFinish = timeline.first.EF[i]!;
  limit = Math.min(limit, linkFinish);
  if (isSummary) openSummary(network, inputs, timeline, i, { linkFinish, limit, linkStart });
  else limitTask(network, inputs, timeline, i, { linkFinish, limit, linkStart });
}

interface Limits {
  /** On the finish, by links alone and by all. */
  readonly linkFinish: number;
  readonly limit: number;
  readonly linkStart: number;
}

function limitTask(network: Network, inputs: TimelineInputs, timeline: Timeline, i: number, limits: Limits): void {
  const { late, first, LS, LF, totalFloat, critical } = timeline;
  const { EF, ES, form } = first;
  const state = network.state[i]!;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  late.bindStart[i] = NEVER;
  late.bindFinish[i] = NEVER;
  late.bindStartWork[i] = NEVER;
  late.bindFinishWork[i] = NEVER;
  const isNever = EF[i] === NEVER;
  if (isNever || state === TaskState.finished) {
    LS[i] = isNever ? Number.NaN : ES[i]!;
    LF[i] = isNever ? Number.NaN : EF[i]!;
    totalFloat[i] = Number.NaN;
    critical[i] = 0;
  } else {
    if (state === TaskState.started) {
      LS[i] = ES[i]!;
      LF[i] = finishAt(calendar, workedAt(calendar, limits.limit));
    } else if (form[i] === DateForm.task) limitStalled(network, inputs, timeline, i, limits);
    else limitMilestone(network, inputs, timeline, i, limits);
    totalFloat[i] = (workedAt(calendar, LF[i]!) - first.finishWork[i]!) / calendar.workedPerDay;
    critical[i] = totalFloat[i]! <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
  }
  const above = network.parent[i]!;
  if (above >= 0 && !isNever) joinSummary(timeline, above, i);
}

/** Own late bounds and pins beside the limits of links: [on the finish, on the start]. */
function ownLimits(network: Network, timeline: Timeline, i: number, limits: Limits): [number, number] {
  const { ES, EF } = timeline.first;
  const pinnedFinish = network.state[i] === TaskState.pinnedFinish ? EF[i]! : NEVER;
  const pinnedStart = network.state[i] === TaskState.pinnedStart ? ES[i]! : NEVER;
  return [Math.min(limits.limit, pinnedFinish), Math.min(limits.linkStart, network.startLimit[i]!, pinnedStart)];
}

/** One late date, in the form of its own; predecessors are bound by the limit where the milestone can lie on it. */
function limitMilestone(network: Network, inputs: TimelineInputs, timeline: Timeline, i: number, limits: Limits): void {
  const { late, first, LS, LF } = timeline;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  const slip = inputs.stall[i]!;
  const [onFinish, onStart] = ownLimits(network, timeline, i, limits);
  const limit = Math.min(onFinish - slip, onStart);
  const worked = workedAt(calendar, limit);
  const end = finishAt(calendar, worked);
  const bind = placeOf(calendar, limit) === Place.gap ? end : limit;
  late.bindStart[i] = bind;
  late.bindFinish[i] = bind;
  late.bindStartWork[i] = worked;
  late.bindFinishWork[i] = worked;
  LS[i] = first.form[i] === DateForm.finishMilestone ? end : startAt(calendar, worked);
  LF[i] = LS[i]! + slip;
}

/** A stalled build: LS = subtract(LF - stall, work), so that what leads to it drives as it does. */
function limitStalled(network: Network, inputs: TimelineInputs, timeline: Timeline, i: number, limits: Limits): void {
  const { late, LS, LF } = timeline;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  const slip = inputs.stall[i]!;
  const duration = inputs.work[i]! * calendar.workedPerDay;
  const [onFinish, onStart] = ownLimits(network, timeline, i, limits);
  LF[i] = finishAt(calendar, workedAt(calendar, onFinish));
  let worked = workedAt(calendar, LF[i]! - slip);
  const byStart = workedAt(calendar, onStart) + duration;
  if (byStart < worked) {
    worked = byStart;
    LF[i] = finishAt(calendar, worked) + slip;
  }
  LS[i] = startAt(calendar, worked - duration);
  late.bindStart[i] = LS[i]!;
  late.bindFinish[i] = startAt(calendar, worked);
  late.bindStartWork[i] = worked - duration;
  late.bindFinishWork[i] = worked;
}

/** Before its children: what it hands down to them, and its own float where a link sets its finish. */
function openSummary(
  network: Network,
  inputs: TimelineInputs,
  timeline: Timeline,
  summary: number,
  limits: Limits,
): void {
  const { first, late, LS, LF, totalFloat, critical } = timeline;
  const calendar: CompiledCalendar = network.calendars[network.calendarOf[summary]!]!;
  const slip = inputs.stall[summary]!;
  const isNever = first.EF[summary] === NEVER;
  late.handedLinkFinish[summary] = limits.linkFinish - slip;
  late.handedFinish[summary] = limits.limit - slip;
  late.handedStart[summary] = limits.linkStart;
  late.bindStart[summary] = NEVER;
  late.bindFinish[summary] = isNever ? NEVER : limits.limit - slip;
  LS[summary] = NEVER;
  LF[summary] = Number.NEGATIVE_INFINITY;
  let own = NEVER;
  if (first.linkSetsFinish[summary] === 1 && !isNever) {
    // Without a limit (each-end) it ends where it ends.
    const limit = limits.limit === NEVER ? first.EF[summary]! : limits.limit;
    own = (workedAt(calendar, limit) - first.finishWork[summary]!) / calendar.workedPerDay;
  }
  totalFloat[summary] = own;
  critical[summary] = own <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
}

/** A task or a summary below is done: its summary takes the least LS, the largest LF, the least float, criticality. */
function joinSummary({ late, LS, LF, totalFloat, critical }: Timeline, summary: number, child: number): void {
  if (late.bindStart[child]! < late.bindStart[summary]!) late.bindStart[summary] = late.bindStart[child]!;
  if (LS[child]! < LS[summary]!) LS[summary] = LS[child]!;
  if (LF[child]! > LF[summary]!) LF[summary] = LF[child]!;
  if (totalFloat[child]! < totalFloat[summary]!) totalFloat[summary] = totalFloat[child]!;
  if (critical[child] === 1) critical[summary] = 1;
}

/** After its children: what none of them has, it has not either. Never finished, it has floats but no late dates. */
function closeSummary(network: Network, timeline: Timeline, summary: number): void {
  const { LS, LF, totalFloat, first } = timeline;
  const isNever = first.EF[summary] === NEVER;
  if (isNever || LS[summary] === NEVER) LS[summary] = Number.NaN;
  if (isNever || LF[summary] === Number.NEGATIVE_INFINITY) LF[summary] = Number.NaN;
  if (totalFloat[summary] === NEVER) totalFloat[summary] = Number.NaN;
  const above = network.parent[summary]!;
  if (above >= 0) joinSummary(timeline, above, summary);
}
