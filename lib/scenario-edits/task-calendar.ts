import { type CompiledCalendar, compileCalendar } from '../engine/calendar/compile-calendar';
import { add, startRoll, subtract, workTime } from '../engine/calendar/work-time';
import type { ScenarioDocument, Task } from '../scenario/document';

// Compiling a calendar takes a while and gestures ask at every step of the pointer; documents are never changed in place.
const compiled = new WeakMap<object, CompiledCalendar>();
let standard: CompiledCalendar | undefined;

/** The calendar of a task, compiled: its own, else the document's first, else Monday to Friday. */
export function taskCalendar(document: ScenarioDocument, task: Task): CompiledCalendar {
  const calendars = document.calendars ?? [];
  const source = calendars.find((calendar) => calendar.id === task.calendar) ?? calendars[0];
  if (!source) {
    standard ??= compileCalendar(undefined);
    return standard;
  }
  let calendar = compiled.get(source);
  if (!calendar) {
    calendar = compileCalendar(source);
    compiled.set(source, calendar);
  }
  return calendar;
}

/** The first working day on or after a day, as the day number of its beginning. */
export function snapToWorkingDay(document: ScenarioDocument, task: Task, day: number): number {
  return Math.floor(startRoll(taskCalendar(document, task), Math.round(day)));
}

/** The day that lies so many working days after (before, where negative) a start. */
export function shiftWorkingDays(document: ScenarioDocument, task: Task, day: number, days: number): number {
  const calendar = taskCalendar(document, task);
  const rolled = startRoll(calendar, day);
  if (days === 0) return Math.floor(rolled);
  return days > 0
    ? Math.floor(startRoll(calendar, add(calendar, rolled, days)))
    : Math.floor(startRoll(calendar, subtract(calendar, rolled, -days)));
}

/** Working days between two instants on the task's calendar. */
export function workingDaysBetween(document: ScenarioDocument, task: Task, from: number, to: number): number {
  const calendar = taskCalendar(document, task);
  return workTime(calendar, to) - workTime(calendar, from);
}
