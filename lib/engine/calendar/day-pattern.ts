import type { Calendar, CalendarException, HourInterval } from '../../scenario/document';
import { dayNumber } from './day-number';

/** The working intervals of one day: minutes from midnight, ascending, apart or touching, never merged. */
export interface DayPattern {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Minutes worked. */
  readonly minutes: number;
}

/**
 * A stretch of days that repeats one week: from `firstDay` (inclusive) to the next segment's. `week[0]` is Monday.
 * The first segment begins at -Infinity.
 */
export interface WeekSegment {
  readonly firstDay: number;
  readonly week: readonly DayPattern[];
}

const MINUTES_PER_DAY = 1440;
const NO_WORK: DayPattern = { starts: [], ends: [], minutes: 0 };
const WHOLE_DAY: DayPattern = { starts: [0], ends: [MINUTES_PER_DAY], minutes: MINUTES_PER_DAY };
const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Minutes from midnight of `08:00` (24:00 included); null for other text. */
export function minutesOfDay(text: string): number | null {
  const match = /^(\d{2}):([0-5]\d)$/.exec(text);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= MINUTES_PER_DAY ? minutes : null;
}

/**
 * Intervals of a day from `["08:00", "12:00"]` pairs. Touching intervals stay apart.
 *
 * @throws RangeError for malformed, empty, overlapping or unordered intervals.
 */
export function dayPattern(hours: readonly HourInterval[]): DayPattern {
  const starts: number[] = [];
  const ends: number[] = [];
  let last = 0;
  let minutes = 0;
  for (const [from, to] of hours) {
    const start = minutesOfDay(from);
    const end = minutesOfDay(to);
    if (start === null || end === null || start < last || end <= start)
      throw new RangeError(`working hours ${from} to ${to} are not ascending times of one day`);
    starts.push(start);
    ends.push(end);
    minutes += end - start;
    last = end;
  }
  return minutes === 0 ? NO_WORK : { starts, ends, minutes };
}

function isByWeekday(
  hours: NonNullable<Calendar['hours']>,
): hours is Readonly<Record<string, readonly HourInterval[]>> {
  return !Array.isArray(hours);
}

/** The pattern of each weekday when it is worked (whether it is or not); undefined: it has no hours to work. */
function workedPatterns(calendar: Calendar): (DayPattern | undefined)[] {
  const { hours } = calendar;
  if (hours === undefined) return ISO_WEEKDAYS.map(() => WHOLE_DAY);
  if (!isByWeekday(hours)) {
    const pattern = dayPattern(hours);
    return ISO_WEEKDAYS.map(() => pattern);
  }
  return ISO_WEEKDAYS.map((weekday) => {
    const own = Object.hasOwn(hours, String(weekday)) ? hours[String(weekday)] : undefined;
    return own === undefined ? undefined : dayPattern(own);
  });
}

/** Hours that make one day of work: as given, else the longest day's, 24 without hours. */
export function hoursPerDayOf(calendar: Calendar): number {
  if (calendar.hoursPerDay !== undefined) return calendar.hoursPerDay;
  const longest = Math.max(...workedPatterns(calendar).map((pattern) => pattern?.minutes ?? 0));
  return longest > 0 ? longest / 60 : 24;
}

function exceptionWeek(exception: CalendarException, worked: readonly (DayPattern | undefined)[]): DayPattern[] {
  if (!exception.working) return worked.map(() => NO_WORK);
  if (exception.hours !== undefined) {
    const pattern = dayPattern(exception.hours);
    return worked.map(() => pattern);
  }
  return worked.map((pattern) => pattern ?? NO_WORK);
}

/**
 * The calendar as stretches of repeating weeks, in order of time, later exceptions winning over earlier ones.
 *
 * @throws RangeError for malformed dates or hours.
 */
export function weekSegments(calendar: Calendar): WeekSegment[] {
  const worked = workedPatterns(calendar);
  const regular = worked.map((pattern, index) =>
    calendar.workWeek.includes(index + 1) ? (pattern ?? NO_WORK) : NO_WORK,
  );
  const exceptions = (calendar.exceptions ?? []).map((exception) => ({
    from: Math.floor(dayNumber(exception.from, 'start')),
    until: Math.floor(dayNumber(exception.to ?? exception.from, 'start')) + 1,
    week: exceptionWeek(exception, worked),
  }));
  const edges = [...new Set(exceptions.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const place = new Map(edges.map((edge, index) => [edge, index]));
  const weeks: DayPattern[][] = edges.map(() => regular);
  for (const { from, until, week } of exceptions) weeks.fill(week, place.get(from), place.get(until));
  const segments: WeekSegment[] = [{ firstDay: Number.NEGATIVE_INFINITY, week: regular }];
  edges.forEach((firstDay, index) => {
    const week = weeks[index] ?? regular;
    if (segments[segments.length - 1]?.week !== week) segments.push({ firstDay, week });
  });
  return segments;
}
