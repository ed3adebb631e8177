import { BOUNDARY_TOLERANCE_DAYS, finishAt, Place, placeOf, startAt, workedAt } from '../calendar/work-time';
import { latestFinish, projectFinish } from './latest-finish';
import { limitBeforeLag } from './link-limit';
import { LinkBit, type Network, TaskState, type TimelineInputs } from './network-types';
import { DateForm, type Timeline } from './timeline';

const NEVER = Number.POSITIVE_INFINITY;
const EPS = BOUNDARY_TOLERANCE_DAYS;

/** When the focus is reached: the finish of its task, or of the whole project where it names none. Infinity: never. */
export function focusFinish(network: Network, timeline: Timeline): number {
  return network.focus < 0 ? projectFinish(timeline) : timeline.EF[network.focus]!;
}

/**
 * Float of each task towards the focus (`drivingFloat`, working days of the task's calendar): a backward pass from the
 * focus's finish over the tasks from which it follows, with links and progress only, no late bounds, no pins. A task
 * drives when it is at most `FLOAT_TOLERANCE_DAYS`. NaN: finished, never finished, not before the focus; all of them
 * where the focus is never reached. A summary has the least of the tasks under it. Allocates nothing.
 */
export function focusPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  timeline.drivingFloat.fill(Number.NaN);
  const isReached = focusFinish(network, timeline) !== NEVER;
  if (isReached) runTowardsFocus(network, inputs, timeline, network.focus < 0 ? latestFinish(timeline) : NEVER);
}

/** Hot: the late dates of `backward-pass.ts` without what the focus does not ask for. `horizon`: limit on every finish. */
function runTowardsFocus(network: Network, inputs: TimelineInputs, timeline: Timeline, horizon: number): void {
  const { taskCount, parent, state, calendars, calendarOf, focus, hasFinishLinkIn } = network;
  const { offsets, plainEnd, other, kind: kinds, link: links } = network.linksOut;
  const { work, lag: lags, stall } = inputs;
  const { ES, EF, form, finishWork } = timeline.first;
  const { drivingFloat } = timeline;
  const { bindStart, bindFinish, handedFinish, handedStart } = timeline.towardsFocus;
  const steps = network.stepsBeforeFocus;
  // A summary off the way to the focus may still hand on the bounds of tasks that are on it.
  bindStart.fill(NEVER);
  for (let step = steps.length - 1; step >= 0; step--) {
    const i = steps[step]!;
    if (i >= taskCount) {
      const summary = i - taskCount;
      const over = parent[summary]!;
      if (over >= 0) {
        if (bindStart[summary]! < bindStart[over]!) bindStart[over] = bindStart[summary]!;
        joinSummary(drivingFloat, over, summary);
      }
      continue;
    }
    const above = parent[i]!;
    let limit = i === focus ? EF[i]! : horizon;
    let startLimit = NEVER;
    const plain = plainEnd[i]!;
    const until = offsets[i + 1]!;
    for (let k = offsets[i]!; k < plain; k++) {
      const t = bindStart[other[k]!]!;
      if (t < limit) limit = t;
    }
    for (let k = plain; k < until; k++) {
      const kind = kinds[k]!;
      const to = other[k]!;
      const bind = (kind & LinkBit.toFinish) === 0 ? bindStart[to]! : bindFinish[to]!;
      const t = limitBeforeLag(bind, lags[links[k]!]!, kind, calendars[calendarOf[to]!]!);
      if ((kind & LinkBit.fromStart) === 0) {
        if (t < limit) limit = t;
      } else if (t < startLimit) startLimit = t;
    }
    if (above >= 0) {
      if (handedFinish[above]! < limit) limit = handedFinish[above]!;
      if (handedStart[above]! < startLimit && ES[i]! <= ES[above]! + EPS) startLimit = handedStart[above]!;
    }
    const what = state[i]!;
    const slip = stall[i]!;
    if (what === TaskState.summary) {
      handedFinish[i] = limit - slip;
      handedStart[i] = startLimit;
      bindStart[i] = NEVER;
      bindFinish[i] = EF[i] === NEVER ? NEVER : limit - slip;
      continue;
    }
    bindStart[i] = NEVER;
    bindFinish[i] = NEVER;
    if (what === TaskState.finished || EF[i] === NEVER) continue;
    if (what === TaskState.started) startLimit = NEVER;
    if (limit === NEVER && startLimit === NEVER) continue;
    const calendar = calendars[calendarOf[i]!]!;
    let worked: number;
    if (what === TaskState.started) worked = workedAt(calendar, limit);
    else if (form[i] !== DateForm.task) {
      limit -= slip;
      if (startLimit < limit) limit = startLimit;
      worked = workedAt(calendar, limit);
      const bind = placeOf(calendar, limit) === Place.gap ? finishAt(calendar, worked) : limit;
      bindStart[i] = bind;
      bindFinish[i] = bind;
      if (slip > 0) {
        const isFinish = form[i] === DateForm.finishMilestone;
        const late = isFinish ? finishAt(calendar, worked) : startAt(calendar, worked);
        worked = workedAt(calendar, late + slip);
      }
    } else {
      const duration = work[i]! * calendar.workedPerDay;
      let latest = workedAt(calendar, limit);
      worked = latest;
      if (slip > 0 && limit !== NEVER) latest = workedAt(calendar, finishAt(calendar, worked) - slip);
      if (startLimit !== NEVER) {
        const byStart = workedAt(calendar, startLimit) + duration;
        if (byStart < latest) {
          latest = byStart;
          worked = slip > 0 ? workedAt(calendar, finishAt(calendar, latest) + slip) : latest;
        }
      }
      bindStart[i] = startAt(calendar, latest - duration);
      if (hasFinishLinkIn[i] === 1) bindFinish[i] = startAt(calendar, latest);
    }
    drivingFloat[i] = (worked - finishWork[i]!) / calendar.workedPerDay;
    if (above >= 0) {
      if (bindStart[i]! < bindStart[above]!) bindStart[above] = bindStart[i]!;
      joinSummary(drivingFloat, above, i);
    }
  }
}

function joinSummary(drivingFloat: Float64Array, summary: number, child: number): void {
  const float = drivingFloat[child]!;
  // NaN, no float yet, counts as larger than any.
  if (!(drivingFloat[summary]! <= float)) drivingFloat[summary] = Number.isNaN(float) ? drivingFloat[summary]! : float;
}
