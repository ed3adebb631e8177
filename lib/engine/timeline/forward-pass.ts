import { INTERVAL_STRIDE } from '../calendar/calendar-tables';
import { BOUNDARY_TOLERANCE_DAYS, finishAt, startAt, workedAt } from '../calendar/work-time';
import { LinkBit, type Network, TaskState, type TimelineInputs } from './network-types';
import { collectStartBounds, finishSummary } from './place-summary';
import { delayFinish, endNever, pinTask, placeMilestone, progressTask } from './place-task';
import { DateForm, type ForwardDates, type Timeline } from './timeline';

const NONE = Number.NEGATIVE_INFINITY;
const NEVER = Number.POSITIVE_INFINITY;
const EPS = BOUNDARY_TOLERANCE_DAYS;

/**
 * Fills `timeline.first` (and so ES, EF, wouldFinish, unless ALAP tasks ask for a second pass: see `schedule`).
 * Allocates nothing.
 *
 * @throws RangeError when the network has a cycle.
 */
export function forwardPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  runSteps(network, inputs, timeline.first, network.startBound, network.steps);
}

/** The second pass of a network with ALAP tasks: fills `timeline.last` with `timeline.alapBound` on the starts. */
export function alapForwardPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  runSteps(network, inputs, timeline.last, timeline.alapBound, network.steps);
}

/** Brings a forward pass up to date after the stall of a build has changed: only what follows from builds is redone. */
export function forwardAfterBuilds(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  runSteps(network, inputs, timeline.first, network.startBound, network.stepsAfterBuilds);
}

/**
 * Hot: one loop over the steps, long and plain so that nothing is allocated and little is called; summaries, progress,
 * milestones and pins, which are few, go to functions of their own. The look-ups in the calendar are those of
 * `workedAt`, `startAt` and `finishAt`, written out over the flat tables.
 */
function runSteps(
  network: Network,
  inputs: TimelineInputs,
  dates: ForwardDates,
  startBounds: Float64Array,
  steps: Int32Array,
): void {
  if (network.cycle !== null) throw new RangeError(`tasks ${network.cycle.join(' -> ')} form a cycle`);
  const { taskCount, parent, state, calendars, calendarOf, finishBound, tables } = network;
  const { offsets, plainEnd, other, kind: kinds, link: links } = network.linksIn;
  const { interval, lastOfDay, firstInterval, bucket, bucketOffset, bucketsPerWorkedDay, firstDay, days } = tables;
  const { workedBase, workedFrom, workedUntil, workedPerDay } = tables;
  const { work, never, lag: lags, stall } = inputs;
  const { ES, EF, wouldFinish, form, startWork, finishWork, handedStart, handedFinishLike } = dates;
  const windowStart = firstDay - EPS;
  const stepCount = steps.length;
  for (let step = 0; step < stepCount; step++) {
    const i = steps[step]!;
    if (i >= taskCount) {
      collectStartBounds(network, inputs, dates, startBounds, i - taskCount);
      continue;
    }
    const what = state[i]!;
    const c = calendarOf[i]!;
    if (what >= TaskState.started) {
      if (what === TaskState.summary) finishSummary(network, inputs, dates, i);
      else progressTask(network, inputs, dates, i, calendars[c]!);
      continue;
    }
    if (!(work[i]! > 0)) {
      placeMilestone(network, inputs, dates, startBounds[i]!, i);
      continue;
    }
    const perDay = workedPerDay[c]!;
    const duration = work[i]! * perDay;
    // The largest bounds on the start and on the finish: as dates, and as worked days where they come as such.
    let dateStart = startBounds[i]!;
    let dateFinish = finishBound[i]!;
    let from = NONE;
    const plain = plainEnd[i]!;
    const until = offsets[i + 1]!;
    for (let k = offsets[i]!; k < plain; k++) {
      dateStart = Math.max(dateStart, EF[other[k]!]!);
    }
    for (let k = plain; k < until; k++) {
      const kind = kinds[k]!;
      const p = other[k]!;
      const lag = lags[links[k]!]!;
      const isFromStart = (kind & LinkBit.fromStart) !== 0;
      if (lag !== 0 && (kind & LinkBit.elapsed) === 0) {
        let worked: number;
        if ((kind & LinkBit.sameCalendar) !== 0) worked = isFromStart ? startWork[p]! : finishWork[p]!;
        else worked = workedAt(calendars[c]!, isFromStart ? ES[p]! : EF[p]!);
        worked += lag * perDay;
        if ((kind & LinkBit.toFinish) !== 0) worked -= duration;
        if (worked > from) from = worked;
      } else {
        const t = (isFromStart ? ES[p]! : EF[p]!) + lag;
        if ((kind & LinkBit.toFinish) === 0) {
          if (t > dateStart) dateStart = t;
        } else if (t > dateFinish) dateFinish = t;
      }
    }
    const above = parent[i]!;
    if (above >= 0) {
      if (handedFinishLike[above]! > dateStart) dateStart = handedFinishLike[above]!;
      if (handedStart[above]! > dateStart) dateStart = handedStart[above]!;
    }
    if (dateFinish !== NONE) {
      const worked = workedAt(calendars[c]!, dateFinish) - duration;
      if (worked > from) from = worked;
    }
    // Roll the start bound onto working time.
    let early: number;
    const x = dateStart - windowStart;
    let at = x >= 0 && x < days ? lastOfDay[c * days + (x | 0)]! : 0;
    while (interval[at]! > dateStart + EPS) at -= INTERVAL_STRIDE;
    if (at < firstInterval[c]! || interval[at + 3]! > workedUntil[c]!) {
      const worked = workedAt(calendars[c]!, dateStart);
      if (worked > from) from = worked;
      early = startAt(calendars[c]!, from);
    } else {
      let worked: number;
      const into = dateStart - interval[at]!;
      if (into < EPS) {
        worked = interval[at + 2]!;
        early = interval[at]!;
      } else if (dateStart > interval[at + 1]! - EPS) {
        worked = interval[at + 3]!;
        early = interval[at + INTERVAL_STRIDE]!;
      } else {
        worked = interval[at + 2]! + into;
        early = dateStart;
      }
      if (from > worked) early = startAt(calendars[c]!, from);
      else from = worked;
    }
    // The earliest instant with the work done.
    const worked = from + duration;
    let late: number;
    if (worked >= workedFrom[c]! && worked < workedUntil[c]!) {
      at = bucket[bucketOffset[c]! + (((worked - workedBase[c]!) * bucketsPerWorkedDay[c]!) | 0)]!;
      while (interval[at + 2]! >= worked - EPS) at -= INTERVAL_STRIDE;
      while (interval[at + 3]! < worked - EPS) at += INTERVAL_STRIDE;
      late = interval[at + 3]! <= worked + EPS ? interval[at + 1]! : interval[at]! + (worked - interval[at + 2]!);
    } else late = finishAt(calendars[c]!, worked);
    ES[i] = early;
    wouldFinish[i] = late;
    EF[i] = late;
    startWork[i] = from;
    finishWork[i] = worked;
    form[i] = DateForm.task;
    if (what !== TaskState.open) pinTask(network, inputs, dates, i);
    if (stall[i]! > 0) delayFinish(dates, i, stall[i]!, calendars[c]!);
    if (never[i] === 1 || EF[i] === NEVER) endNever(dates, i);
  }
}
