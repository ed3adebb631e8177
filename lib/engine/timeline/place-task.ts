import type { CompiledCalendar } from '../calendar/compile-calendar';
import { BOUNDARY_TOLERANCE_DAYS, finishAt, Place, placeOf, startAt, startRoll, workedAt } from '../calendar/work-time';
import { lagged } from './lagged';
import { LinkBit, type Network, TaskState, type TimelineInputs } from './network-types';
import { DateForm, type ForwardDates } from './timeline-types';

const NEVER = Number.POSITIVE_INFINITY;
const EPS = BOUNDARY_TOLERANCE_DAYS;

/** Never finished: by its own gate, or because what it waits for never comes. */
export function endNever(dates: ForwardDates, i: number): void {
  dates.EF[i] = NEVER;
  dates.worked[2 * i + 1] = NEVER;
  dates.form[i] = DateForm.other;
}

/** A task with work, whatever meets in it: the plain twin of the loop in `forward-pass.ts`. */
export function placeTask(
  network: Network,
  inputs: TimelineInputs,
  dates: ForwardDates,
  bounds: Float64Array,
  i: number,
): void {
  const { offsets, other, kind: kinds, link: links } = network.linksIn;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  const duration = inputs.work[i]! * calendar.workedPerDay;
  // The largest bound, in worked days up to the start.
  let from = Math.max(workedAt(calendar, bounds[2 * i]!), workedAt(calendar, bounds[2 * i + 1]!) - duration);
  const above = network.parent[i]!;
  if (above >= 0)
    from = Math.max(from, workedAt(calendar, Math.max(dates.handedStart[above]!, dates.handedFinishLike[above]!)));
  const end = offsets[i + 1]!;
  for (let k = offsets[i]!; k < end; k++) {
    const p = other[k]!;
    const kind = kinds[k]!;
    const isFromStart = (kind & LinkBit.fromStart) !== 0;
    let lag = inputs.lag[links[k]!]!;
    let worked: number;
    if ((kind & LinkBit.elapsed) !== 0) {
      worked = workedAt(calendar, (isFromStart ? dates.ES[p]! : dates.EF[p]!) + lag);
      lag = 0;
    } else if ((kind & LinkBit.sameCalendar) !== 0) worked = dates.worked[2 * p + (isFromStart ? 0 : 1)]!;
    else worked = workedAt(calendar, isFromStart ? dates.ES[p]! : dates.EF[p]!);
    worked += lag * calendar.workedPerDay;
    from = Math.max(from, (kind & LinkBit.toFinish) === 0 ? worked : worked - duration);
  }
  dates.worked[2 * i] = from;
  dates.worked[2 * i + 1] = from + duration;
  dates.ES[i] = startAt(calendar, from);
  dates.EF[i] = finishAt(calendar, from + duration);
  dates.wouldFinish[i] = dates.EF[i]!;
  dates.form[i] = DateForm.task;
  if (network.state[i] !== TaskState.open) pinTask(network, inputs, dates, i);
  if (inputs.stall[i]! > 0) delayFinish(dates, i, inputs.stall[i]!, calendar);
  if (inputs.never[i] === 1 || dates.EF[i] === NEVER) endNever(dates, i);
}

/** Moves a task with work, or a milestone, onto its pin; its dates by the logic stay as the unpinned ones. */
export function pinTask(network: Network, inputs: TimelineInputs, dates: ForwardDates, i: number): void {
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
  dates.worked[2 * i] = from;
  dates.worked[2 * i + 1] = from + duration;
  if (!hasWork) dates.form[i] = isStart ? DateForm.startMilestone : DateForm.finishMilestone;
}

/** The stall of a build: elapsed, wherever that falls. */
export function delayFinish(dates: ForwardDates, i: number, stall: number, calendar: CompiledCalendar): void {
  const finish = dates.EF[i]! + stall;
  dates.EF[i] = finish;
  dates.wouldFinish[i] = finish;
  dates.worked[2 * i + 1] = workedAt(calendar, finish);
  if (dates.form[i] === DateForm.task) dates.form[i] = DateForm.other;
}

/** A task without work: stays at the very end of an interval where a finish brings it there, else begins the next. */
export function placeMilestone(
  network: Network,
  inputs: TimelineInputs,
  dates: ForwardDates,
  bounds: Float64Array,
  i: number,
): void {
  const { offsets, other, kind: kinds, link: links } = network.linksIn;
  const calendar = network.calendars[network.calendarOf[i]!]!;
  // FS, FF and FNET, and all others.
  let finishLike = bounds[2 * i + 1]!;
  let t = bounds[2 * i]!;
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
  const worked = workedAt(calendar, t);
  dates.worked[2 * i] = worked;
  dates.worked[2 * i + 1] = worked;
  if (network.state[i] !== TaskState.open) pinTask(network, inputs, dates, i);
  if (inputs.stall[i]! > 0) delayFinish(dates, i, inputs.stall[i]!, calendar);
  if (inputs.never[i] === 1) endNever(dates, i);
}

/** A started or finished task: what has happened stays, links into it no longer bind. */
export function progressTask(network: Network, inputs: TimelineInputs, dates: ForwardDates, i: number): void {
  const calendar = network.calendars[network.calendarOf[i]!]!;
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
  dates.worked[2 * i] = workedAt(calendar, start);
  dates.worked[2 * i + 1] = workedAt(calendar, dates.EF[i]!);
  dates.form[i] = DateForm.other;
}
