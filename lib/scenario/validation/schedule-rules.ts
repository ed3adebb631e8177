import { dayNumber } from '../../engine/calendar/day-number';
import type { DocumentIndex, Item } from './document-index';
import { recordOf } from './document-index';
import { parseKnownDate } from './known';
import { isId } from './text';
import { fieldOf, type Place, refuse, refuseMissing, type Walk } from './walk';

/** A summary's dates come from its children: it has no work of its own. */
const NOT_ON_SUMMARIES = [
  'duration',
  'remainingDuration',
  'percentComplete',
  'actualStart',
  'actualFinish',
  'gate',
] as const;
const ON_SUMMARIES = ['ASAP', 'SNET', 'FNLT'];
const WITHOUT_DATE = ['ASAP', 'ALAP'];

/** What the fields of a task must agree on. */
export function checkTasks(walk: Walk, index: DocumentIndex): void {
  for (const task of index.tasks) {
    const isSummary = isId(task.fields.id) && index.summaries.has(task.id);
    if (isSummary) checkSummary(walk, task);
    else if (task.fields.duration === undefined) refuseMissing(walk, fieldOf(task.place, 'duration'));
    checkConstraint(walk, task);
    checkProgress(walk, task);
  }
}

function checkSummary(walk: Walk, { fields, place }: Item): void {
  for (const name of NOT_ON_SUMMARIES) {
    if (fields[name] === undefined) continue;
    const words = 'is not a field of a summary, whose dates come from the tasks under it';
    refuse(walk, fieldOf(place, name), fields[name], 'unknown-field', words);
  }
  const type = recordOf(fields.constraint).type;
  if (typeof type !== 'string' || ON_SUMMARIES.includes(type)) return;
  const words = `is ${type}; a summary may only have SNET, FNLT and a deadline`;
  refuse(walk, fieldOf(fieldOf(place, 'constraint'), 'type'), type, 'range', words);
}

function checkConstraint(walk: Walk, { fields, place }: Item): void {
  const constraint = recordOf(fields.constraint);
  if (typeof constraint.type !== 'string' || WITHOUT_DATE.includes(constraint.type)) return;
  if (constraint.date !== undefined) return;
  refuseMissing(
    walk,
    fieldOf(fieldOf(place, 'constraint'), 'date'),
    `; the constraint ${constraint.type} needs a date`,
  );
}

function checkProgress(walk: Walk, { fields, place }: Item): void {
  const { actualStart, actualFinish, percentComplete } = fields;
  if (actualFinish !== undefined && actualStart === undefined) {
    refuseMissing(walk, fieldOf(place, 'actualStart'), '; an actual finish needs it');
  }
  if (percentComplete === 100 && actualFinish === undefined) {
    refuseMissing(walk, fieldOf(place, 'actualFinish'), '; a task that is 100 % complete needs it');
  }
  if (!isDate(actualStart) || !isDate(actualFinish)) return;
  if (dayNumber(actualFinish, 'finish') >= dayNumber(actualStart, 'start')) return;
  const words = `is ${actualFinish}, before the actual start ${actualStart}`;
  refuse(walk, fieldOf(place, 'actualFinish'), actualFinish, 'order', words);
}

/** Whether the value reads as a date, without saying anything. */
export function isDate(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 40 && parseKnownDate(value) !== null;
}

/** The horizon is 1 to 600 months, in order. */
export function checkHorizon(
  walk: Walk,
  place: Place,
  months: { first: number; last: number },
  value: unknown,
): boolean {
  const count = months.last - months.first + 1;
  if (count < 1) {
    refuse(walk, place, value, 'order', 'ends before it starts');
    return false;
  }
  if (count > 600) {
    refuse(walk, place, value, 'range', `has ${count} months; it must have at least 1 and at most 600`);
    return false;
  }
  return true;
}
