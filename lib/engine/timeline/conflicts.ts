import { BOUNDARY_TOLERANCE_DAYS, workedAt } from '../calendar/work-time';
import type { ConflictKind } from '../results/result-types';
import { type Network, TaskState } from './network-types';
import { isMilestone, type Timeline } from './timeline-types';

const EPS = BOUNDARY_TOLERANCE_DAYS;

/**
 * The pins and late bounds of a task that its dates (of the last forward pass) violate, in work time of its calendar:
 * a start on Monday keeps "not later than Saturday". The finish of a never-finished task is not judged.
 */
export function conflictsOf(network: Network, timeline: Timeline, task: number): ConflictKind[] {
  const { ES, EF } = timeline.last;
  const calendar = network.calendars[network.calendarOf[task]!]!;
  const isAfter = (date: number, limit: number) =>
    limit !== Number.POSITIVE_INFINITY && workedAt(calendar, date) > workedAt(calendar, limit) + EPS;
  const conflicts: ConflictKind[] = [];
  if (violatesPin(network, timeline, task))
    conflicts.push(network.state[task] === TaskState.pinnedStart ? 'MSO' : 'MFO');
  if (isAfter(ES[task]!, network.startLimit[task]!)) conflicts.push('SNLT');
  if (EF[task] === Number.POSITIVE_INFINITY) return conflicts;
  if (isAfter(EF[task]!, network.finishNoLaterThan[task]!)) conflicts.push('FNLT');
  if (isAfter(EF[task]!, network.deadline[task]!)) conflicts.push('deadline');
  return conflicts;
}

function violatesPin(network: Network, timeline: Timeline, task: number): boolean {
  const state = network.state[task];
  if (state !== TaskState.pinnedStart && state !== TaskState.pinnedFinish) return false;
  const { ES, unpinnedStart, form } = timeline.last;
  // A milestone has no work to measure by: its two dates are compared as they are.
  if (isMilestone(form[task]!)) return unpinnedStart[task]! > ES[task]! + EPS;
  const calendar = network.calendars[network.calendarOf[task]!]!;
  return workedAt(calendar, unpinnedStart[task]!) > workedAt(calendar, ES[task]!) + EPS;
}
