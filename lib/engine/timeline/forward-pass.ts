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

/** Hot: one loop over the steps, long and plain so that nothing is allocated and little is called. */
function runSteps(
  network: Network,
  inputs: TimelineInputs,
  dates: ForwardDates,
  startBounds: Float64Array,
  steps: Int32Array,
): void {
  if (network.cycle !== null) throw new RangeError(`tasks ${network.cycle.join(' -> ')} form a cycle`);
  const { taskCount, parent, state, calendars, calendarOf, finishBound } = network;
  const { offsets, plainEnd, other, kind: kinds, link: links } = network.linksIn;
  const { work, never, lag: lags, stall } = inputs;
  const { ES, EF, wouldFinish, form, unpinnedStart, unpinnedFinish, finishWork } = dates;
  const { handedStart, handedFinishLike } = dates;
  const stepCount = steps.length;
  for (let step = 0; step < stepCount; step++) {
    const node = steps[step]!;
    if (node >= taskCount) {
      collectStartBounds(network, inputs, dates, startBounds, node - taskCount);
      continue;
    }
    const i = node;
    const what = state[i]!;
    if (what === TaskState.summary) {
      finishSummary(network, inputs, dates, i);
      continue;
    }
    const calendar = calendars[calendarOf[i]!]!;
    if (what >= TaskState.started) {
      progressTask(network, inputs, dates, i, calendar);
      continue;
    }
    // Largest bounds on the start (FS apart: a milestone asks for it) and on the finish (FF and FNET; SF apart).
    let afterFinish = NONE;
    let start = startBounds[i]!;
    let finish = finishBound[i]!;
    let finishAfterStart = NONE;
    const plain = plainEnd[i]!;
    const until = offsets[i + 1]!;
    for (let k = offsets[i]!; k < plain; k++) {
      const t = EF[other[k]!]!;
      if (t > afterFinish) afterFinish = t;
    }
    for (let k = plain; k < until; k++) {
      const kind = kinds[k]!;
      const from = other[k]!;
      const t = lagged((kind & LinkBit.fromStart) !== 0 ? ES[from]! : EF[from]!, lags[links[k]!]!, kind, calendar);
      if ((kind & LinkBit.toFinish) === 0) {
        if ((kind & LinkBit.fromStart) === 0) {
          if (t > afterFinish) afterFinish = t;
        } else if (t > start) start = t;
      } else if ((kind & LinkBit.fromStart) === 0) {
        if (t > finish) finish = t;
      } else if (t > finishAfterStart) finishAfterStart = t;
    }
    const above = parent[i]!;
    if (above >= 0) {
      if (handedFinishLike[above]! > afterFinish) afterFinish = handedFinishLike[above]!;
      if (handedStart[above]! > start) start = handedStart[above]!;
    }
    const days = work[i]!;
    let early: number;
    let late: number;
    let worked: number;
    if (days > 0) {
      const duration = days * calendar.workedPerDay;
      let from = workedAt(calendar, afterFinish > start ? afterFinish : start);
      if (finishAfterStart > finish) finish = finishAfterStart;
      if (finish !== NONE) {
        const bound = workedAt(calendar, finish) - duration;
        if (bound > from) from = bound;
      }
      worked = from + duration;
      early = startAt(calendar, from);
      late = finishAt(calendar, worked);
      form[i] = DateForm.task;
    } else {
      const finishLike = afterFinish > finish ? afterFinish : finish;
      let t = finishLike > start ? finishLike : start;
      if (finishAfterStart > t) t = finishAfterStart;
      if (finishLike >= t - EPS && (placeOf(calendar, t) & Place.end) !== 0) form[i] = DateForm.finishMilestone;
      else {
        form[i] = DateForm.startMilestone;
        t = startRoll(calendar, t);
      }
      early = t;
      late = t;
      worked = workedAt(calendar, t);
    }
    unpinnedStart[i] = early;
    unpinnedFinish[i] = late;
    if (what !== TaskState.open) {
      const pin = network.pin[i]!;
      const isStart = what === TaskState.pinnedStart;
      const duration = days * calendar.workedPerDay;
      worked = workedAt(calendar, pin) + (isStart ? duration : 0);
      early = isStart || duration === 0 ? pin : startAt(calendar, worked - duration);
      late = isStart && duration > 0 ? finishAt(calendar, worked) : pin;
      if (duration === 0) form[i] = isStart ? DateForm.startMilestone : DateForm.finishMilestone;
    }
    const slip = stall[i]!;
    if (slip > 0) {
      late += slip;
      worked = workedAt(calendar, late);
    }
    ES[i] = early;
    wouldFinish[i] = late;
    EF[i] = never[i] === 1 ? NEVER : late;
    finishWork[i] = worked;
  }
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
  dates.unpinnedStart[summary] = start;
  dates.unpinnedFinish[summary] = late;
  dates.finishWork[summary] = workedAt(calendar, late);
  dates.form[summary] = DateForm.task;
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
  dates.unpinnedStart[i] = start;
  dates.unpinnedFinish[i] = finish;
  dates.finishWork[i] = workedAt(calendar, finish);
  dates.form[i] = DateForm.task;
}
