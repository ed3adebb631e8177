import type { ScenarioDocument, Task } from '../../scenario/document';
import type { CompiledCalendar } from '../calendar/compile-calendar';
import { dayNumber } from '../calendar/day-number';
import { finishAt, startRoll, workedAt } from '../calendar/work-time';
import { TaskState } from './network-types';

const NEVER = Number.POSITIVE_INFINITY;

interface TaskFacts {
  readonly state: Uint8Array;
  readonly calendarOf: Int32Array;
  readonly calendars: readonly CompiledCalendar[];
}

/** Bounds, pins, limits and actual dates of each task, as day numbers. */
export function taskDates(document: ScenarioDocument, { state, calendarOf, calendars }: TaskFacts) {
  const tasks = document.tasks ?? [];
  const projectStart = dayNumber(document.projectStart ?? `${document.horizon.start}-01`, 'start');
  const status = document.statusDate === undefined ? -NEVER : dayNumber(document.statusDate, 'finish');
  const notBefore = Math.max(projectStart, status);
  const numbers = (value: (task: Task, index: number) => number) => Float64Array.from(tasks, value);
  const constraintDate = (task: Task, type: string, edge: 'start' | 'finish', none: number) =>
    task.constraint?.type === type && task.constraint.date !== undefined ? dayNumber(task.constraint.date, edge) : none;
  const finishNoLaterThan = numbers((task) => constraintDate(task, 'FNLT', 'finish', NEVER));
  const startLimit = numbers((task) => constraintDate(task, 'SNLT', 'start', NEVER));
  const deadline = numbers((task) => (task.deadline === undefined ? NEVER : dayNumber(task.deadline, 'finish')));
  const actualStart = numbers((task) =>
    task.actualStart === undefined ? Number.NaN : dayNumber(task.actualStart, 'start'),
  );
  const bounds = pairs(tasks, (task, i) => [
    Math.max(state[i] === TaskState.summary ? -NEVER : notBefore, constraintDate(task, 'SNET', 'start', -NEVER)),
    constraintDate(task, 'FNET', 'finish', -NEVER),
  ]);
  const limits = pairs(tasks, (_, i) => [Math.min(finishNoLaterThan[i]!, deadline[i]!), startLimit[i]!]);
  const worked = (date: number, index: number) => workedAt(calendars[calendarOf[index >> 1]!]!, date);
  return {
    bounds,
    boundsWorked: bounds.map(worked),
    pin: numbers((task, i) => {
      const calendar = calendars[calendarOf[i]!]!;
      if (state[i] === TaskState.pinnedStart)
        return startRoll(calendar, constraintDate(task, 'MSO', 'start', Number.NaN));
      if (state[i] !== TaskState.pinnedFinish) return Number.NaN;
      return finishAt(calendar, workedAt(calendar, constraintDate(task, 'MFO', 'finish', Number.NaN)));
    }),
    startLimit,
    finishNoLaterThan,
    deadline,
    limits,
    limitsWorked: limits.map(worked),
    actualStart,
    actualFinish: numbers((task) =>
      task.actualFinish === undefined ? Number.NaN : dayNumber(task.actualFinish, 'finish'),
    ),
    resume: actualStart.map((start) => Math.max(start, status)),
  };
}

function pairs(tasks: readonly Task[], pair: (task: Task, index: number) => readonly [number, number]): Float64Array {
  return Float64Array.from(tasks.flatMap(pair));
}
