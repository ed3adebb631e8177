import { isoDate } from '../engine/calendar/day-number';
import { formatDay } from '../format/dates';
import type { ConstraintType, ScenarioDocument, Task } from '../scenario/document';
import { done, type EditOutcome, findTask, hasChildren, named, refuse, withTask } from './edit-outcome';
import { snapToWorkingDay } from './task-calendar';

export interface MoveRequest {
  readonly taskId: string;
  /** Day number at which it should begin; snapped to the next working day. */
  readonly day: number;
  /** Day number at which it begins now, where a plan is known. */
  readonly startsNow?: number | null;
}

/** Dates that are set by hand are pinned anew; anything else becomes "not before". */
const kept: readonly ConstraintType[] = ['MSO', 'SNLT'];

function moved(task: Task, type: ConstraintType, day: number): Task {
  const meta = task.constraint?.meta;
  return { ...task, constraint: { type, date: isoDate(day), ...(meta ? { meta } : {}) } };
}

/**
 * Moves a task to a day: it gets the constraint "start not before" that day (a pinned start moves its pin), and its links
 * go on to hold. Refused for what has begun, for a day earlier than its links allow, and outside of the calendar's years.
 */
export function moveTask(document: ScenarioDocument, request: MoveRequest): EditOutcome {
  const task = findTask(document, request.taskId);
  if (!task) return refuse(`There is no task ${named(undefined, request.taskId)} to move.`);
  if (task.actualStart)
    return refuse(`${named(task)} began on ${task.actualStart}: what has happened cannot be moved.`);
  if (!Number.isFinite(request.day)) return refuse(`${named(task)} can only be moved to a date.`);
  const day = snapToWorkingDay(document, task, request.day);
  if (isoDate(day) < '1970-01-01' || isoDate(day) > '2199-12-31') {
    return refuse(`${named(task)} can begin between 1970-01-01 and 2199-12-31, not on ${isoDate(day)}.`);
  }
  const { constraint } = task;
  const type =
    constraint && kept.includes(constraint.type) && !hasChildren(document, task.id) ? constraint.type : 'SNET';
  const now = request.startsNow;
  const hadBound = constraint !== undefined && constraint.type !== 'ASAP';
  if (!hadBound && now !== null && now !== undefined && day < Math.floor(now)) {
    const because = 'begins as early as its links and the status date allow';
    return refuse(`${named(task)} ${because} (${formatDay(now)}); change what comes before it.`);
  }
  const name = named(task);
  const date = formatDay(day);
  const replaced = hadBound && constraint.type !== type ? ` It replaces the constraint ${constraint.type}.` : '';
  const said =
    type === 'MSO'
      ? `${name} must start on ${date}.`
      : type === 'SNLT'
        ? `${name} must start no later than ${date}.`
        : `${name} starts not before ${date}; its links still hold.`;
  return done(withTask(document, moved(task, type, day)), `${said}${replaced}`);
}

/** Takes the date away that a move gave: the task begins as early as its links allow again. */
export function releaseTask(document: ScenarioDocument, taskId: string): EditOutcome {
  const task = findTask(document, taskId);
  if (!task?.constraint) return refuse(`${named(task, taskId)} has no date of its own.`);
  const { constraint: _gone, ...rest } = task;
  return done(withTask(document, rest), `${named(task)} begins as early as its links allow.`);
}
