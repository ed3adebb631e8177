import type { CompiledCalendar } from './compile-calendar';

/** Numbers kept for each interval in `CalendarTables.interval`. */
export const INTERVAL_STRIDE = 4;

/**
 * The tables of several calendars laid end to end, for loops that look up tens of millions of instants a second: plain
 * arrays at fixed places, one cache line for an interval, no object to open. The arithmetic is that of `work-time.ts`,
 * which stays its readable twin and takes over outside the window.
 *
 * An interval's position is its index x `INTERVAL_STRIDE`; at it stand its start, its end, the worked days before it
 * and those up to its end. Each calendar's intervals begin behind a guard that starts at -Infinity.
 */
export interface CalendarTables {
  readonly calendars: readonly CompiledCalendar[];
  /** The window, the same for all: first day, days. */
  readonly firstDay: number;
  readonly days: number;
  readonly interval: Float64Array;
  /** [calendar][day of the window]: position of the last interval that begins on or before it (or the guard's). */
  readonly lastOfDay: Int32Array;
  /** Position of each calendar's first interval. */
  readonly firstInterval: Int32Array;
  /** [calendar][share of its worked days]: position of an interval at or near its beginning. */
  readonly bucket: Int32Array;
  readonly bucketOffset: Int32Array;
  readonly bucketsPerWorkedDay: Float64Array;
  /** Worked days before the first interval; worked days between which the inverse may be looked up. */
  readonly workedBase: Float64Array;
  readonly workedFrom: Float64Array;
  readonly workedUntil: Float64Array;
  /** Worked days in a working day and the other way round. */
  readonly workedPerDay: Float64Array;
  readonly daysPerWorked: Float64Array;
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
  const intervals = calendars.reduce((sum, calendar) => sum + calendar.intervals + 1, 0);
  const interval = new Float64Array(intervals * INTERVAL_STRIDE);
  const lastOfDay = new Int32Array(count * days);
  const firstInterval = new Int32Array(count);
  const bucket = new Int32Array(calendars.reduce((sum, calendar) => sum + calendar.bucket.length, 0));
  const bucketOffset = new Int32Array(count);
  const numbers = (value: (calendar: CompiledCalendar) => number) => Float64Array.from(calendars, value);
  let position = 0;
  let nextBucket = 0;
  calendars.forEach((calendar, c) => {
    interval.fill(Number.NEGATIVE_INFINITY, position, position + INTERVAL_STRIDE);
    const first = position + INTERVAL_STRIDE;
    firstInterval[c] = first;
    for (let k = 0; k < calendar.intervals; k++) {
      const at = first + k * INTERVAL_STRIDE;
      interval[at] = calendar.start[k]!;
      interval[at + 1] = calendar.end[k]!;
      interval[at + 2] = calendar.worked[k]!;
      interval[at + 3] = calendar.worked[k + 1]!;
    }
    for (let day = 0; day < days; day++) lastOfDay[c * days + day] = first + calendar.lastOfDay[day]! * INTERVAL_STRIDE;
    bucketOffset[c] = nextBucket;
    const buckets = calendar.bucket.length;
    for (let b = 0; b < buckets; b++) bucket[nextBucket + b] = first + calendar.bucket[b]! * INTERVAL_STRIDE;
    nextBucket += calendar.bucket.length;
    position = first + calendar.intervals * INTERVAL_STRIDE;
  });
  return {
    calendars,
    firstDay,
    days,
    interval,
    lastOfDay,
    firstInterval,
    bucket,
    bucketOffset,
    bucketsPerWorkedDay: numbers((calendar) => calendar.bucketsPerWorkedDay),
    workedBase: numbers((calendar) => calendar.worked[0]!),
    // A worked day from either end of the tables the answer is surely inside them.
    workedFrom: numbers((calendar) => calendar.worked[0]! + 1),
    workedUntil: numbers((calendar) => calendar.worked[calendar.intervals]! - 1),
    workedPerDay: numbers((calendar) => calendar.workedPerDay),
    daysPerWorked: numbers((calendar) => 24 / calendar.hoursPerDay),
  };
}
