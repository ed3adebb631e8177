import { isoDate } from '../calendar/day-number';
import { instantOf } from '../calendar/instant';
import { lastWorkingDayBefore, workedAt } from '../calendar/work-time';
import type { Instant, TaskResult } from '../results/result-types';
import { backwardPass, FLOAT_TOLERANCE_DAYS } from './backward-pass';
import { conflictsOf } from './conflicts';
import { focusPass } from './focus-pass';
import { freeFloatPass } from './free-float';
import { type Network, TaskState, type TimelineInputs } from './network-types';
import { DateForm, type Timeline } from './timeline-types';

/**
 * Everything that is reported of the tasks of one future, by task id in order of the document, after `schedule`: runs
 * the backward, focus and free-float passes itself. `failures` of gates are the caller's to add.
 */
export function taskResults(
  network: Network,
  inputs: TimelineInputs,
  timeline: Timeline,
): Readonly<Record<string, TaskResult>> {
  backwardPass(network, inputs, timeline);
  focusPass(network, inputs, timeline);
  freeFloatPass(network, inputs, timeline);
  // No prototype: an id may be `__proto__`.
  const results: Record<string, TaskResult> = Object.create(null);
  network.taskIds.forEach((id, task) => {
    results[id] = taskResult(network, inputs, timeline, task);
  });
  return results;
}

function taskResult(network: Network, inputs: TimelineInputs, timeline: Timeline, task: number): TaskResult {
  return {
    ES: instantOf(timeline.ES[task]!),
    EF: instantOf(timeline.EF[task]!),
    LS: lateInstant(timeline.LS[task]!),
    LF: lateInstant(timeline.LF[task]!),
    shownFinish: shownFinish(network, timeline, task),
    totalFloat: orNull(timeline.totalFloat[task]!),
    freeFloat: orNull(timeline.freeFloat[task]!),
    critical: timeline.critical[task] === 1,
    driving: timeline.drivingFloat[task]! <= FLOAT_TOLERANCE_DAYS,
    work: workOf(network, inputs, timeline, task),
    conflict: conflictsOf(network, timeline, task),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function lateInstant(day: number): Instant | null {
  return Number.isFinite(day) ? instantOf(day) : null;
}

/** The last working day before the finish; a start milestone is shown on its own day; null when never. */
function shownFinish(network: Network, timeline: Timeline, task: number): string | null {
  const finish = timeline.EF[task]!;
  if (!Number.isFinite(finish)) return null;
  const calendar = network.calendars[network.calendarOf[task]!]!;
  if (timeline.last.form[task] === DateForm.startMilestone) return isoDate(Math.floor(finish));
  const day = lastWorkingDayBefore(calendar, finish);
  return Number.isFinite(day) ? isoDate(day) : isoDate(Math.floor(finish));
}

function workOf(network: Network, inputs: TimelineInputs, { ES, EF }: Timeline, task: number): number | null {
  const state = network.state[task];
  if (state === TaskState.summary) return null;
  if (state !== TaskState.finished) return inputs.work[task]!;
  const calendar = network.calendars[network.calendarOf[task]!]!;
  return (workedAt(calendar, EF[task]!) - workedAt(calendar, ES[task]!)) / calendar.workedPerDay;
}
