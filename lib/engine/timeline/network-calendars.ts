import type { Calendar, ScenarioDocument } from '../../scenario/document';
import { type CalendarTables, layOutTables } from '../calendar/calendar-tables';
import { type CompiledCalendar, compileCalendar, type DayWindow } from '../calendar/compile-calendar';
import { dayNumber } from '../calendar/day-number';
import { compileHorizon } from '../calendar/horizon';
import { keptBy } from '../kept-by';

/** Tables reach from a year before the first date to twelve years behind the horizon: long slips stay fast. */
const DAYS_BEFORE = 366;
const DAYS_BEHIND = 4383;
/** The tables of the passes reach so far behind the horizon: what lies there changes no month. */
const PASS_DAYS_BEHIND = 1096;
/** Bound on the days tabulated for all calendars together (about 30 bytes a day). */
const MOST_TABLE_DAYS = 2_000_000;

/** Sets of calendars of a scenario or two, with their tables. */
const compiled = keptBy<{ readonly calendars: CompiledCalendar[]; readonly tables: CalendarTables }>(4);

/** The calendars that tasks use, and which each of them uses; the first of the document where a task names none. */
export function compileCalendars(document: ScenarioDocument): {
  calendars: CompiledCalendar[];
  calendarOf: Int32Array;
  tables: CalendarTables;
} {
  const tasks = document.tasks ?? [];
  const sources = document.calendars ?? [];
  const byId = new Map<string, Calendar>(sources.map((calendar) => [calendar.id, calendar]));
  const chosen = tasks.map((task) =>
    task.calendar === undefined ? sources[0] : (byId.get(task.calendar) ?? sources[0]),
  );
  const used = [...new Set(chosen)];
  const window = tableWindow(document, used.length);
  const place = new Map(used.map((calendar, index) => [calendar, index]));
  const made = compiled(JSON.stringify([used, window]), () => {
    const calendars = used.map((calendar) => compileCalendar(calendar, window));
    return { calendars, tables: layOutTables(calendars, window.until - DAYS_BEHIND + PASS_DAYS_BEHIND) };
  });
  return {
    ...made,
    calendarOf: Int32Array.from(chosen, (calendar) => place.get(calendar)!),
  };
}

function tableWindow(document: ScenarioDocument, calendarCount: number): DayWindow {
  const months = compileHorizon(document.horizon);
  const starts = (document.tasks ?? []).flatMap((task) => task.actualStart ?? []).concat(document.projectStart ?? []);
  const first = Math.min(months.start[0]!, ...starts.map((date) => dayNumber(date, 'start')));
  const from = first - DAYS_BEFORE;
  const until = months.end[months.count - 1]! + DAYS_BEHIND;
  return { from, until: Math.min(until, from + Math.floor(MOST_TABLE_DAYS / Math.max(1, calendarCount))) };
}
