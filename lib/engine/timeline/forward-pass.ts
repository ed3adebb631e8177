import { INTERVAL_STRIDE } from '../calendar/calendar-tables';
import type { CompiledCalendar } from '../calendar/compile-calendar';
import { BOUNDARY_TOLERANCE_DAYS, finishAt, Place, placeOf, startAt, startRoll, workedAt } from '../calendar/work-time';
import { LinkBit, type Network, TaskState, type TimelineInputs } from './network-types';
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

/** The instant at which a lagged link binds, on the successor's calendar. Lag 0 is the instant itself. */
function lagged(t: number, lag: number, kind: number, calendar: CompiledCalendar): number {
  if (lag === 0) return t;
  if ((kind & LinkBit.elapsed) !== 0) return t + lag;
  const worked = workedAt(calendar, t) + lag * calendar.workedPerDay;
  return lag > 0 ? finishAt(calendar, worked) : startAt(calendar, worked);
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

/** Never finished: by its own gate, or because what it waits for never comes. */
function endNever(dates: ForwardDates, i: number): void {
  dates.EF[i] = NEVER;
  dates.finishWork[i] = NEVER;
  dates.form[i] = DateForm.other;
}

/** Moves a task with work, or a milestone, onto its pin; its dates by the logic stay as the unpinned ones. */
function pinTask(network: Network, inputs: TimelineInputs, dates: ForwardDates, i: number): void {
  const calendar = network.calendars[network.calendarOf[i]!]!;
  const pin = network.pin[i]!;
  const isStart = network.state[i] === TaskState.pinnedStart;
  const duration = inputs.work[i]! * calendar.workedPerDay;
  dates.unpinnedStart[i] = dates.ES[i]!;
  dates.unpinnedFinish[i] = dates.EF[i]!;
  const worked = workedAt(calendar, pin);
  const from = isStart ? worked : worked - duration;
  const hasWork = duration > 0;
  dates.ES[i] = isStart || !hasWork ? pin : startAt(calendar, from);
  dates.EF[i] = isStart && hasWork ? finishAt(calendar, from + duration) : pin;
  dates.wouldFinish[i] = dates.EF[i]!;
  dates.startWork[i] = from;
  dates.finishWork[i] = from + duration;
  if (!hasWork) dates.form[i] = isStart ? DateForm.startMilestone : DateForm.finishMilestone;
}

/** The stall of a build: elapsed, wherever that falls. */
function delayFinish(dates: ForwardDates, i: number, stall: number, calendar: CompiledCalendar): void {
  const finish = dates.EF[i]! + stall;
  dates.EF[i] = finish;
  dates.wouldFinish[i] = finish;
  dates.finishWork[i] = workedAt(calendar, finish);
  if (dates.form[i] === DateForm.task) dates.form[i] = DateForm.other;
}

/** A task without work: stays at the very end of an interval where a finish brings it there, else begins the next. */
function placeMilestone(
  network: Network,
  inputs: TimelineInputs,
  dates: ForwardDates,
  startBound: number,
  i: number,
): void {
  const { offsets, other, kind: kinds, link: links } = network.linksIn;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  // FS, FF and FNET, and all others.
  let finishLike = network.finishBound[i]!;
  let t = startBound;
  const until = offsets[i + 1]!;
  for (let k = offsets[i]!; k < until; k++) {
    const kind = kinds[k]!;
    const isFromStart = (kind & LinkBit.fromStart) !== 0;
    const from = other[k]!;
    const bound = lagged(isFromStart ? dates.ES[from]! : dates.EF[from]!, inputs.lag[links[k]!]!, kind, calendar);
    if (isFromStart) t = Math.max(t, bound);
    else finishLike = Math.max(finishLike, bound);
  }
  const above = network.parent[i]!;
  if (above >= 0) {
    finishLike = Math.max(finishLike, dates.handedFinishLike[above]!);
    t = Math.max(t, dates.handedStart[above]!);
  }
  t = Math.max(t, finishLike);
  const isFinish = finishLike >= t - EPS && (placeOf(calendar, t) & Place.end) !== 0;
  if (!isFinish) t = startRoll(calendar, t);
  dates.form[i] = isFinish ? DateForm.finishMilestone : DateForm.startMilestone;
  dates.ES[i] = t;
  dates.EF[i] = t;
  dates.wouldFinish[i] = t;
  dates.startWork[i] = workedAt(calendar, t);
  dates.finishWork[i] = dates.startWork[i]!;
  if (network.state[i] !== TaskState.open) pinTask(network, inputs, dates, i);
  if (inputs.stall[i]! > 0) delayFinish(dates, i, inputs.stall[i]!, calendar);
  if (inputs.never[i] === 1) endNever(dates, i);
}

/** Bounds of the links into a summary, of its SNET and of the summaries above it on the starts of all tasks under it. */
function collectStartBounds(
  network: Network,
  inputs: TimelineInputs,
  dates: ForwardDates,
  startBounds: Float64Array,
  summary: number,
): void {
  const { offsets, other, kind: kinds, link: links } = network.linksIn;
  const calendar = network.calendars[network.calendarOf[summary]!]!;
  let start = startBounds[summary]!;
  let finishLike = NONE;
  const until = offsets[summary + 1]!;
  for (let k = offsets[summary]!; k < until; k++) {
    const kind = kinds[k]!;
    if ((kind & LinkBit.toFinish) !== 0) continue;
    const isFromStart = (kind & LinkBit.fromStart) !== 0;
    const from = other[k]!;
    const t = lagged(isFromStart ? dates.ES[from]! : dates.EF[from]!, inputs.lag[links[k]!]!, kind, calendar);
    if (isFromStart) start = Math.max(start, t);
    else finishLike = Math.max(finishLike, t);
  }
  const above = network.parent[summary]!;
  if (above >= 0) {
    start = Math.max(start, dates.handedStart[above]!);
    finishLike = Math.max(finishLike, dates.handedFinishLike[above]!);
  }
  dates.handedStart[summary] = start;
  dates.handedFinishLike[summary] = finishLike;
}

/** A summary's dates: its first child's start, its last child's finish or what a link into its finish says, its stall. */
function finishSummary(network: Network, inputs: TimelineInputs, dates: ForwardDates, summary: number): void {
  const { childOffsets, children } = network;
  const { offsets, other, kind: kinds, link: links } = network.linksIn;
  const calendar = network.calendars[network.calendarOf[summary]!]!;
  let start = NEVER;
  let finish = NONE;
  const lastChild = childOffsets[summary + 1]!;
  for (let c = childOffsets[summary]!; c < lastChild; c++) {
    const child = children[c]!;
    if (dates.ES[child]! < start) start = dates.ES[child]!;
    if (dates.EF[child]! > finish) finish = dates.EF[child]!;
  }
  let byLink = NONE;
  const until = offsets[summary + 1]!;
  for (let k = offsets[summary]!; k < until; k++) {
    const kind = kinds[k]!;
    if ((kind & LinkBit.toFinish) === 0) continue;
    const from = other[k]!;
    const t = (kind & LinkBit.fromStart) !== 0 ? dates.ES[from]! : dates.EF[from]!;
    byLink = Math.max(byLink, lagged(t, inputs.lag[links[k]!]!, kind, calendar));
  }
  const isSetByLink = byLink > finish + EPS;
  dates.linkSetsFinish[summary] = isSetByLink ? 1 : 0;
  const late = (isSetByLink ? byLink : finish) + inputs.stall[summary]!;
  dates.ES[summary] = start;
  dates.EF[summary] = late;
  dates.wouldFinish[summary] = late;
  dates.finishWork[summary] = workedAt(calendar, late);
  dates.form[summary] = DateForm.other;
}

/** A started or finished task: what has happened stays, links into it no longer bind. */
function progressTask(
  network: Network,
  inputs: TimelineInputs,
  dates: ForwardDates,
  i: number,
  calendar: CompiledCalendar,
): void {
  const start = network.actualStart[i]!;
  const isFinished = network.state[i] === TaskState.finished;
  let finish: number;
  if (isFinished) finish = network.actualFinish[i]!;
  else {
    const days = inputs.work[i]!;
    const isMilestone = network.isZeroDuration[i] === 1 && days === 0;
    finish = isMilestone
      ? start
      : finishAt(calendar, workedAt(calendar, network.resume[i]!) + days * calendar.workedPerDay);
    finish += inputs.stall[i]!;
  }
  dates.ES[i] = start;
  dates.wouldFinish[i] = finish;
  dates.EF[i] = !isFinished && inputs.never[i] === 1 ? NEVER : finish;
  dates.startWork[i] = workedAt(calendar, start);
  dates.finishWork[i] = workedAt(calendar, dates.EF[i]!);
  dates.form[i] = DateForm.other;
}
