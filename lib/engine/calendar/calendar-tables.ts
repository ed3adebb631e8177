import type { CompiledCalendar } from './compile-calendar';

/** Numbers kept for each interval in `CalendarTables.interval`. */
export const INTERVAL_STRIDE = 4;

/** Numbers kept for each calendar in `CalendarTables.numbers`, and their places. */
export const CALENDAR_STRIDE = 8;
export const CalendarNumber = {
  /** Worked days in a working day, and the other way round. */
  workedPerDay: 0,
  daysPerWorked: 1,
  /** Worked days before the first interval; between which the inverse may be looked up. */
  workedBase: 2,
  workedFrom: 3,
  workedUntil: 4,
  bucketsPerWorkedDay: 5,
} as const;

/**
 * The tables of several calendars laid end to end, for loops that look up tens of millions of instants a second: few
 * arrays, one cache line for an interval, no object to open. The arithmetic is that of `work-time.ts`, which stays its
 * readable twin and takes over outside the window.
 *
 * An interval's position is its index x `INTERVAL_STRIDE`; at it stand its start, its end, the worked days before it
 * and those up to its end. Each calendar's intervals begin behind a guard that starts at -Infinity; position 0 is one.
 */
export interface CalendarTables {
  /** The window, the same for all: first day, days. */
  readonly firstDay: number;
  readonly days: number;
  readonly interval: Float64Array;
  /**
   * Positions of intervals. By calendar and day, from `calendar x days` on: of the last that begins on or before the day
   * (or the guard's). By share of a calendar's worked days, from `bucketOffset` on: of one at or near its beginning.
   */
  readonly position: Int32Array;
  readonly bucketOffset: Int32Array;
  /** Position of each calendar's first interval. */
  readonly firstInterval: Int32Array;
  readonly numbers: Float64Array;
}

/**
 * Lays out calendars that were compiled for one window.
 *
 * @throws RangeError when their windows differ.
 */
export function layOutTables(calendars: readonly CompiledCalendar[]): CalendarTables {
  const count = calendars.length;
  const firstDay = calendars[0]?.firstDay ?? 0;
  const days = calendars[0]?.days ?? 0;
  if (calendars.some((calendar) => calendar.firstDay !== firstDay || calendar.days !== days))
    throw new RangeError('calendars of one network were compiled for different windows');
  const intervals = calendars.reduce((sum, calendar) => sum + calendar.intervals + 1, 1);
  const buckets = calendars.reduce((sum, calendar) => sum + calendar.bucket.length, 0);
  const interval = new Float64Array(intervals * INTERVAL_STRIDE);
  const position = new Int32Array(count * days + buckets);
  const bucketOffset = new Int32Array(count);
  const firstInterval = new Int32Array(count);
  interval.fill(Number.NEGATIVE_INFINITY, 0, INTERVAL_STRIDE);
  let nextInterval = 0;
  let nextBucket = count * days;
  calendars.forEach((calendar, c) => {
    interval.fill(Number.NEGATIVE_INFINITY, nextInterval, nextInterval + INTERVAL_STRIDE);
    const first = nextInterval + INTERVAL_STRIDE;
    firstInterval[c] = first;
    bucketOffset[c] = nextBucket;
    for (let k = 0; k < calendar.intervals; k++) {
      const at = first + k * INTERVAL_STRIDE;
      interval[at] = calendar.start[k]!;
      interval[at + 1] = calendar.end[k]!;
      interval[at + 2] = calendar.worked[k]!;
      interval[at + 3] = calendar.worked[k + 1]!;
    }
    for (let day = 0; day < days; day++) position[c * days + day] = first + calendar.lastOfDay[day]! * INTERVAL_STRIDE;
    for (let b = 0; b < calendar.bucket.length; b++)
      position[nextBucket++] = first + calendar.bucket[b]! * INTERVAL_STRIDE;
    nextInterval = first + calendar.intervals * INTERVAL_STRIDE;
  });
  return { firstDay, days, interval, position, bucketOffset, firstInterval, numbers: calendarNumbers(calendars) };
}

function calendarNumbers(calendars: readonly CompiledCalendar[]): Float64Array {
  const numbers = new Float64Array(calendars.length * CALENDAR_STRIDE);
  calendars.forEach((calendar, c) => {
    const at = c * CALENDAR_STRIDE;
    numbers[at + CalendarNumber.workedPerDay] = calendar.workedPerDay;
    numbers[at + CalendarNumber.daysPerWorked] = 24 / calendar.hoursPerDay;
    numbers[at + CalendarNumber.workedBase] = calendar.worked[0]!;
    // A worked day from either end of the tables the answer is surely inside them.
    numbers[at + CalendarNumber.workedFrom] = calendar.worked[0]! + 1;
    numbers[at + CalendarNumber.workedUntil] = calendar.worked[calendar.intervals]! - 1;
    numbers[at + CalendarNumber.bucketsPerWorkedDay] = calendar.bucketsPerWorkedDay;
  });
  return numbers;
}
