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

/** Hot: one loop over the steps in reverse, long and plain so that nothing is allocated and little is called. */
function runBackwards(network: Network, inputs: TimelineInputs, timeline: Timeline, projectFinish: number): void {
  const { taskCount, parent, state, calendars, calendarOf, steps, startLimit, finishLimit, hasFinishLinkIn } = network;
  const { offsets, plainEnd, other, kind: kinds, link: links } = network.linksOut;
  const { work, lag: lags, stall } = inputs;
  const { ES, EF, form, finishWork } = timeline.first;
  const { LS, LF, totalFloat, critical } = timeline;
  const { bindStart, bindFinish, handedLinkFinish, handedFinish, handedStart } = timeline.late;
  const endsAtProject = network.floatTo === 'project';
  for (let step = steps.length - 1; step >= 0; step--) {
    const i = steps[step]!;
    if (i >= taskCount) {
      const summary = i - taskCount;
      const over = parent[summary]!;
      if (over >= 0 && bindStart[summary]! < bindStart[over]!) bindStart[over] = bindStart[summary]!;
      closeSummary(network, timeline, summary);
      continue;
    }
    const what = state[i]!;
    const above = parent[i]!;
    let linkFinish = NEVER;
    let linkStart = NEVER;
    const plain = plainEnd[i]!;
    const until = offsets[i + 1]!;
    for (let k = offsets[i]!; k < plain; k++) {
      const t = bindStart[other[k]!]!;
      if (t < linkFinish) linkFinish = t;
    }
    for (let k = plain; k < until; k++) {
      const kind = kinds[k]!;
      const to = other[k]!;
      const bind = (kind & LinkBit.toFinish) === 0 ? bindStart[to]! : bindFinish[to]!;
      const t = limitBeforeLag(bind, lags[links[k]!]!, kind, calendars[calendarOf[to]!]!);
      if ((kind & LinkBit.fromStart) === 0) {
        if (t < linkFinish) linkFinish = t;
      } else if (t < linkStart) linkStart = t;
    }
    let limit = finishLimit[i]!;
    if (above >= 0) {
      if (handedLinkFinish[above]! < linkFinish) linkFinish = handedLinkFinish[above]!;
      if (handedFinish[above]! < limit) limit = handedFinish[above]!;
      // A limit on a summary's start binds only what starts when it does.
      if (handedStart[above]! < linkStart && ES[i]! <= ES[above]! + EPS) linkStart = handedStart[above]!;
    }
    if (what === TaskState.summary) {
      if (linkFinish < limit) limit = linkFinish;
      if (endsAtProject && projectFinish < limit) limit = projectFinish;
      const slip = stall[i]!;
      handedLinkFinish[i] = linkFinish - slip;
      handedFinish[i] = limit - slip;
      handedStart[i] = linkStart;
      bindStart[i] = NEVER;
      bindFinish[i] = EF[i] === NEVER ? NEVER : limit - slip;
      openSummary(network, timeline, i, limit === NEVER ? EF[i]! : limit);
      continue;
    }
    if (EF[i] === NEVER) {
      bindStart[i] = NEVER;
      bindFinish[i] = NEVER;
      LS[i] = Number.NaN;
      LF[i] = Number.NaN;
      totalFloat[i] = Number.NaN;
      critical[i] = 0;
      continue;
    }
    if (what === TaskState.finished) {
      bindStart[i] = NEVER;
      bindFinish[i] = NEVER;
      LS[i] = ES[i]!;
      LF[i] = EF[i]!;
      totalFloat[i] = Number.NaN;
      critical[i] = 0;
      if (above >= 0) joinSummary(timeline, above, i);
      continue;
    }
    const calendar = calendars[calendarOf[i]!]!;
    const isStarted = what === TaskState.started;
    if (isStarted) linkStart = NEVER;
    if (endsAtProject) {
      if (projectFinish < linkFinish) linkFinish = projectFinish;
    } else if (linkFinish === NEVER && linkStart === NEVER) linkFinish = EF[i]!;
    if (linkFinish < limit) limit = linkFinish;
    const slip = stall[i]!;
    if (isStarted) {
      const worked = workedAt(calendar, limit);
      LS[i] = ES[i]!;
      LF[i] = finishAt(calendar, worked);
      totalFloat[i] = (worked - finishWork[i]!) / calendar.workedPerDay;
      bindStart[i] = NEVER;
      bindFinish[i] = NEVER;
    } else {
      if (startLimit[i]! < linkStart) linkStart = startLimit[i]!;
      if (what === TaskState.pinnedStart) {
        if (ES[i]! < linkStart) linkStart = ES[i]!;
      } else if (what === TaskState.pinnedFinish && EF[i]! < limit) limit = EF[i]!;
      if (form[i] !== DateForm.task) {
        limit -= slip;
        if (linkStart < limit) limit = linkStart;
        const worked = workedAt(calendar, limit);
        const end = finishAt(calendar, worked);
        const late = form[i] === DateForm.finishMilestone ? end : startAt(calendar, worked);
        const bind = placeOf(calendar, limit) === Place.gap ? end : limit;
        bindStart[i] = bind;
        bindFinish[i] = bind;
        LS[i] = late;
        LF[i] = late + slip;
        const lateWork = slip > 0 ? workedAt(calendar, late + slip) : worked;
        totalFloat[i] = (lateWork - finishWork[i]!) / calendar.workedPerDay;
      } else {
        const duration = work[i]! * calendar.workedPerDay;
        let worked = workedAt(calendar, limit);
        let late = finishAt(calendar, worked);
        if (slip > 0) {
          totalFloat[i] = (worked - finishWork[i]!) / calendar.workedPerDay;
          worked = workedAt(calendar, late - slip);
        }
        if (linkStart !== NEVER) {
          const byStart = workedAt(calendar, linkStart) + duration;
          if (byStart < worked) {
            worked = byStart;
            late = finishAt(calendar, worked) + slip;
            if (slip > 0) totalFloat[i] = (workedAt(calendar, late) - finishWork[i]!) / calendar.workedPerDay;
          }
        }
        if (!(slip > 0)) totalFloat[i] = (worked - finishWork[i]!) / calendar.workedPerDay;
        LF[i] = late;
        LS[i] = startAt(calendar, worked - duration);
        bindStart[i] = LS[i]!;
        if (hasFinishLinkIn[i] === 1) bindFinish[i] = startAt(calendar, worked);
      }
    }
    critical[i] = totalFloat[i]! <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
    if (above >= 0) {
      if (bindStart[i]! < bindStart[above]!) bindStart[above] = bindStart[i]!;
      joinSummary(timeline, above, i);
    }
  }
}

/** Before its children: nothing yet, or its own float where a link sets its finish. */
function openSummary(network: Network, timeline: Timeline, summary: number, limit: number): void {
  const { first, LS, LF, totalFloat, critical } = timeline;
  const calendar: CompiledCalendar = network.calendars[network.calendarOf[summary]!]!;
  LS[summary] = NEVER;
  LF[summary] = Number.NEGATIVE_INFINITY;
  const hasOwnFloat = first.linkSetsFinish[summary] === 1 && first.EF[summary] !== NEVER;
  const own = hasOwnFloat ? (workedAt(calendar, limit) - first.finishWork[summary]!) / calendar.workedPerDay : NEVER;
  totalFloat[summary] = own;
  critical[summary] = own <= FLOAT_TOLERANCE_DAYS ? 1 : 0;
}

/** A task or a summary below is done: its summary takes the least LS, the largest LF, the least float, criticality. */
function joinSummary({ LS, LF, totalFloat, critical }: Timeline, summary: number, child: number): void {
  if (LS[child]! < LS[summary]!) LS[summary] = LS[child]!;
  if (LF[child]! > LF[summary]!) LF[summary] = LF[child]!;
  if (totalFloat[child]! < totalFloat[summary]!) totalFloat[summary] = totalFloat[child]!;
  if (critical[child] === 1) critical[summary] = 1;
}

/** After its children: what none of them has, it has not either; nor has a summary that is never finished. */
function closeSummary(network: Network, timeline: Timeline, summary: number): void {
  const { LS, LF, totalFloat, critical, first } = timeline;
  const isNever = first.EF[summary] === NEVER;
  if (isNever || LS[summary] === NEVER) LS[summary] = Number.NaN;
  if (isNever || LF[summary] === Number.NEGATIVE_INFINITY) LF[summary] = Number.NaN;
  if (isNever || totalFloat[summary] === NEVER) totalFloat[summary] = Number.NaN;
  if (isNever) critical[summary] = 0;
  const above = network.parent[summary]!;
  if (above >= 0) joinSummary(timeline, above, summary);
}
