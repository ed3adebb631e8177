import { formatSignificant } from '../format/number';
import type { Quantity, ScenarioDocument, Task } from '../scenario/document';
import { done, type EditOutcome, findTask, hasChildren, named, refuse, withTask } from './edit-outcome';
import { centralValue, scaleQuantity } from './scale-quantity';

export interface ResizeRequest {
  readonly taskId: string;
  /** Working days of the plan; of what is left, for a task that has begun. */
  readonly workingDays: number;
}

const MOST_DAYS = 36_525;

function resized(quantity: Quantity, days: number): Quantity {
  if (typeof quantity === 'number') return days;
  const central = centralValue(quantity);
  // Nothing to scale from: the range gives way to the number.
  return central > 0 ? scaleQuantity(quantity, days / central) : days;
}

/** What resizing changes: the whole duration, or what is left of a task that has begun. */
function resizedField(task: Task): { field: 'duration' | 'remainingDuration'; before: Quantity; share: number } {
  const field = task.actualStart ? 'remainingDuration' : 'duration';
  const before = (field === 'remainingDuration' ? task.remainingDuration : undefined) ?? task.duration ?? 0;
  const share =
    field === 'remainingDuration' && task.remainingDuration === undefined ? 1 - (task.percentComplete ?? 0) / 100 : 1;
  return { field, before, share };
}

/** Working days that a task has in the document now, whatever the last run said; null for no task. */
export function workingDaysOf(document: ScenarioDocument, taskId: string): number | null {
  const task = findTask(document, taskId);
  if (!task) return null;
  const { before, share } = resizedField(task);
  return centralValue(before) * share;
}

/**
 * Gives a task another duration in working days. A range scales along, so that its relative uncertainty stays. A task
 * that has begun gets another remaining duration.
 */
export function resizeTask(document: ScenarioDocument, { taskId, workingDays }: ResizeRequest): EditOutcome {
  const task = findTask(document, taskId);
  if (!task) return refuse(`There is no task ${named(undefined, taskId)} to resize.`);
  if (hasChildren(document, taskId))
    return refuse(`${named(task)} lasts as long as the tasks in it; resize one of them.`);
  if (task.actualFinish)
    return refuse(`${named(task)} finished on ${task.actualFinish}: what has happened cannot be resized.`);
  if (!(workingDays >= 0 && workingDays <= MOST_DAYS)) {
    return refuse(
      `The duration of ${named(task)} must be between 0 and ${MOST_DAYS} working days, not ${workingDays}.`,
    );
  }
  const { field, before, share } = resizedField(task);
  const from = centralValue(before) * share;
  const next = resized(before, workingDays);
  const ranged = typeof next === 'object' && next.kind !== 'fixed' ? '; its range scales along' : '';
  const what = field === 'remainingDuration' ? 'has' : 'lasts';
  const left = field === 'remainingDuration' ? ' left' : '';
  const said = `${named(task)} ${what} ${formatSignificant(workingDays)} working days${left} instead of ${formatSignificant(from)}${ranged}.`;
  return done(withTask(document, { ...task, [field]: next }), said);
}
