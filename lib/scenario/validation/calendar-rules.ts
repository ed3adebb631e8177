import { isoDate } from '../../engine/calendar/day-number';
import { dayPattern } from '../../engine/calendar/day-pattern';
import type { Calendar, HourInterval } from '../document';
import type { DocumentIndex, Item } from './document-index';
import { itemsOf } from './document-index';
import { isEverWorked, parseKnownDate } from './known';
import { checkMeta } from './meta';
import { quote, type Report } from './report';
import { isDate } from './schedule-rules';
import { expectList, fieldOf, isRecord, type Place, refuse, refuseType, type Walk } from './walk';

const MOST_INTERVALS = 100;
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];

/** Working weeks, hours and exceptions: well-formed, in order, and some working time in all. */
export function checkCalendars(walk: Walk, index: DocumentIndex, report: Report): void {
  for (const calendar of index.calendars) {
    checkWorkWeek(walk, fieldOf(calendar.place, 'workWeek'), calendar.fields.workWeek);
    checkHours(walk, calendar);
    checkExceptions(walk, calendar);
    if (report.hasBelow(calendar.place.path)) continue;
    if (!isEverWorked(calendar.fields as unknown as Calendar)) {
      refuse(walk, calendar.place, calendar.id, 'calendar', 'has no working time');
    }
  }
}

function checkWorkWeek(walk: Walk, place: Place, value: unknown): void {
  if (value === undefined) return;
  const days = expectList(walk, place, value, 7);
  const taken = new Set<unknown>();
  days?.forEach((day, position) => {
    const at = fieldOf(place, String(position));
    if (typeof day !== 'number') refuseType(walk, at, day, 'a weekday from 1 (Monday) to 7 (Sunday)');
    else if (!Number.isInteger(day) || day < 1 || day > 7) {
      refuse(walk, at, day, 'range', `is ${day}; it must be a weekday from 1 (Monday) to 7 (Sunday)`);
    } else if (taken.has(day)) refuse(walk, at, day, 'unique', `names weekday ${day} twice`);
    taken.add(day);
  });
}

function checkHours(walk: Walk, { fields, place }: Item): void {
  const { hours, workWeek } = fields;
  const here = fieldOf(place, 'hours');
  if (hours === undefined) return;
  if (!isRecord(hours)) {
    checkIntervals(walk, here, hours);
    return;
  }
  checkMeta(walk, fieldOf(here, 'meta'), hours.meta, 'anything');
  for (const key of Object.keys(hours)) {
    if (key === 'meta') continue;
    const at = fieldOf(here, key);
    if (WEEKDAYS.includes(key)) checkIntervals(walk, at, hours[key]);
    else refuse(walk, at, key, 'unknown-field', 'is no weekday; hours are listed by weekday 1 (Monday) to 7 (Sunday)');
  }
  for (const day of Array.isArray(workWeek) ? workWeek.slice(0, 7) : []) {
    if (!WEEKDAYS.includes(String(day)) || Object.hasOwn(hours, String(day))) continue;
    refuse(walk, here, null, 'calendar', `must list weekday ${day}, which is worked`);
  }
}

function checkIntervals(walk: Walk, place: Place, value: unknown): void {
  const intervals = expectList(walk, place, value, MOST_INTERVALS);
  if (intervals === undefined) return;
  const pairs: HourInterval[] = [];
  for (const interval of intervals) {
    const [from, to]: unknown[] = Array.isArray(interval) && interval.length === 2 ? interval : [];
    if (typeof from !== 'string' || typeof to !== 'string') {
      refuseType(walk, place, value, 'a list of pairs like ["08:00", "12:00"]');
      return;
    }
    pairs.push([from, to]);
  }
  try {
    dayPattern(pairs);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const given = pairs.map(([from, to]) => `${quote(from)} to ${quote(to)}`).join(', ');
    refuse(
      walk,
      place,
      value,
      'calendar',
      `has ${given}; it must be times from 00:00 to 24:00 that ascend without overlap`,
    );
  }
}

function checkExceptions(walk: Walk, { fields, place }: Item): void {
  const byWeekday = isRecord(fields.hours) ? fields.hours : undefined;
  for (const exception of itemsOf(fieldOf(place, 'exceptions'), fields.exceptions, 'position')) {
    const { from, to = from, working, hours } = exception.fields;
    if (hours !== undefined) checkIntervals(walk, fieldOf(exception.place, 'hours'), hours);
    if (!isDate(from) || !isDate(to)) continue;
    const first = Math.floor(parseKnownDate(from)?.day ?? 0);
    const last = Math.floor(parseKnownDate(to)?.day ?? 0);
    if (last < first) refuse(walk, fieldOf(exception.place, 'to'), to, 'order', `is ${to}, before its start ${from}`);
    if (working !== true || hours !== undefined || byWeekday === undefined) continue;
    const day = firstDayWithoutHours(first, last, byWeekday);
    if (day !== undefined) {
      const why = `; ${isoDate(day)} is worked and its weekday has no hours`;
      refuse(walk, fieldOf(exception.place, 'hours'), null, 'calendar', `are missing${why}`);
    }
  }
}

function firstDayWithoutHours(first: number, last: number, byWeekday: Record<string, unknown>): number | undefined {
  for (let day = first; day <= Math.min(last, first + 6); day++) {
    // 1970-01-01 was a Thursday, weekday 4.
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
    if (!Object.hasOwn(byWeekday, String(weekday))) return day;
  }
  return undefined;
}
