import { finishAt, startAt, workedAt } from '../calendar/work-time';
import type { Network, TimelineInputs } from './network-types';
import { collectStartBounds, finishSummary } from './place-summary';
import { delayFinish, endNever, pinTask, placeMilestone, progressTask } from './place-task';
import type { ForwardDates, Timeline } from './timeline';

/**
 * Fills `timeline.first` (and so ES, EF, wouldFinish, unless ALAP tasks ask for a second pass: see `schedule`).
 * Allocates nothing.
 *
 * @throws RangeError when the network has a cycle.
 */
export function forwardPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  runSteps(network, inputs, timeline.first, network.bounds, network.steps);
}

/** The second pass of a network with ALAP tasks: fills `timeline.last` with `timeline.alapBounds` on the starts. */
export function alapForwardPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  runSteps(network, inputs, timeline.last, timeline.alapBounds, network.steps);
}

/** Brings a forward pass up to date after the stall of a build has changed: only what follows from builds is redone. */
export function forwardAfterBuilds(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  runSteps(network, inputs, timeline.first, network.bounds, network.stepsAfterBuilds);
}

/**
 * Hot: one loop over the steps, long and plain so that nothing is allocated and little is called; summaries, progress,
 * milestones and pins, which are few, go to functions of their own. The look-ups in the calendar are those of
 * `workedAt`, `startAt` and `finishAt`, written out over the flat tables. The named constants stand here as numbers: a
 * module's constant costs a load each time, a sixth of the pass altogether.
 */
function runSteps(
  network: Network,
  inputs: TimelineInputs,
  dates: ForwardDates,
  bounds: Float64Array,
  steps: Int32Array,
): void {
  if (network.cycle !== null) throw new RangeError(`tasks ${network.cycle.join(' -> ')} form a cycle`);
  // BOUNDARY_TOLERANCE_DAYS, ROW_STRIDE, CALENDAR_STRIDE, INTERVAL_STRIDE, RICH_STRIDE.
  const eps = 1e-9;
  const rowStride = 9;
  const calendarStride = 8;
  const intervalStride = 4;
  const richStride = 3;
  // LinkBit.
  const bitFromStart = 1;
  const bitToFinish = 2;
  const bitElapsed = 4;
  const bitSameCalendar = 8;
  const { taskCount, calendars } = network;
  const { rows, links } = network.rowsIn;
  const { interval, position, numbers, firstDay, days } = network.tables;
  const { work, never, lag: lags, stall } = inputs;
  const { ES, EF, wouldFinish, form, startWork, finishWork, handedStart, handedFinishLike } = dates;
  const windowStart = firstDay - eps;
  const stepCount = steps.length;
  for (let step = 0; step < stepCount; step++) {
    const i = steps[step]!;
    if (i >= taskCount) {
      collectStartBounds(network, inputs, dates, bounds, i - taskCount);
      continue;
    }
    const row = i * rowStride;
    const c = rows[row]!;
    const state = rows[row + 8]!;
    // TaskState.started, .finished, .summary.
    if (state >= 3) {
      if (state === 5) finishSummary(network, inputs, dates, i);
      else progressTask(network, inputs, dates, i, calendars[c]!);
      continue;
    }
    if (!(work[i]! > 0)) {
      placeMilestone(network, inputs, dates, bounds, i);
      continue;
    }
    const numbersAt = c * calendarStride;
    const perDay = numbers[numbersAt]!;
    const duration = work[i]! * perDay;
    // The largest bounds on the start and on the finish: as dates, and as worked days where they come as such.
    let dateStart = bounds[2 * i]!;
    let dateFinish = bounds[2 * i + 1]!;
    let from = -Infinity;
    const plainEnd = rows[row + 6]!;
    const richEnd = rows[row + 7]!;
    for (let k = rows[row + 5]!; k < plainEnd; k++) dateStart = Math.max(dateStart, EF[links[k]!]!);
    for (let k = plainEnd; k < richEnd; k += richStride) {
      const p = links[k]!;
      const kind = links[k + 1]!;
      const lag = lags[links[k + 2]!]!;
      const isFromStart = (kind & bitFromStart) !== 0;
      if (lag !== 0 && (kind & bitElapsed) === 0) {
        let worked: number;
        if ((kind & bitSameCalendar) !== 0) worked = isFromStart ? startWork[p]! : finishWork[p]!;
        else worked = workedAt(calendars[c]!, isFromStart ? ES[p]! : EF[p]!);
        worked += lag * perDay;
        if ((kind & bitToFinish) !== 0) worked -= duration;
        if (worked > from) from = worked;
      } else {
        const t = (isFromStart ? ES[p]! : EF[p]!) + lag;
        if ((kind & bitToFinish) === 0) {
          if (t > dateStart) dateStart = t;
        } else if (t > dateFinish) dateFinish = t;
      }
    }
    const above = rows[row + 4]!;
    if (above >= 0) dateStart = Math.max(dateStart, handedFinishLike[above]!, handedStart[above]!);
    if (dateFinish !== -Infinity) {
      const worked = workedAt(calendars[c]!, dateFinish) - duration;
      if (worked > from) from = worked;
    }
    // Roll the start bound onto working time.
    let early: number;
    const workedUntil = numbers[numbersAt + 4]!;
    const x = dateStart - windowStart;
    let at = x >= 0 && x < days ? position[rows[row + 1]! + (x | 0)]! : 0;
    while (interval[at]! > dateStart + eps) at -= intervalStride;
    if (at < rows[row + 3]! || interval[at + 3]! > workedUntil) {
      from = Math.max(from, workedAt(calendars[c]!, dateStart));
      early = startAt(calendars[c]!, from);
    } else {
      let worked: number;
      const into = dateStart - interval[at]!;
      if (into < eps) {
        worked = interval[at + 2]!;
        early = interval[at]!;
      } else if (dateStart > interval[at + 1]! - eps) {
        worked = interval[at + 3]!;
        early = interval[at + intervalStride]!;
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
    if (worked >= numbers[numbersAt + 3]! && worked < workedUntil) {
      const share = (worked - numbers[numbersAt + 2]!) * numbers[numbersAt + 5]!;
      at = position[rows[row + 2]! + (share | 0)]!;
      while (interval[at + 2]! >= worked - eps) at -= intervalStride;
      while (interval[at + 3]! < worked - eps) at += intervalStride;
      late = interval[at + 3]! <= worked + eps ? interval[at + 1]! : interval[at]! + (worked - interval[at + 2]!);
    } else late = finishAt(calendars[c]!, worked);
    ES[i] = early;
    wouldFinish[i] = late;
    EF[i] = late;
    startWork[i] = from;
    finishWork[i] = worked;
    // DateForm.task.
    form[i] = 0;
    // TaskState.open.
    if (state !== 0) pinTask(network, inputs, dates, i);
    if (stall[i]! > 0) delayFinish(dates, i, stall[i]!, calendars[c]!);
    if (never[i] === 1 || EF[i] === Infinity) endNever(dates, i);
  }
}
