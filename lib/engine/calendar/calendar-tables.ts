import type { CompiledCalendar } from './compile-calendar';
import { BOUNDARY_TOLERANCE_DAYS } from './work-time';

/** Numbers kept for each interval in `CalendarTables.interval`. */
const INTERVAL_STRIDE = 4;

/** Numbers kept for each calendar in `CalendarTables.numbers`, as a power of two: 16. */
export const CALENDAR_BITS = 4;
/** Their places. */
export const CalendarNumber = {
  /** Worked days in a working day, and the other way round. */
  workedPerDay: 0,
  daysPerWorked: 1,
  /** Worked days within which starts and finishes may be looked up. */
  workedFrom: 2,
  workedUntil: 3,
  /** Worked days x `sharesPerWorkedDay` + `startShare` (or `finishShare`), rounded, is a place in `position`. */
  sharesPerWorkedDay: 4,
  startShare: 5,
  finishShare: 6,
  /** Dates within which worked days may be looked up; a date + `dayShift`, rounded, is a place in `position`. */
  dateFrom: 7,
  dateUntil: 8,
  dayShift: 9,
  /** 1: all intervals are of one length: what is rounded, x 4, is the place in `interval` itself. */
  isEven: 10,
} as const;

/**
 * The tables of several calendars laid end to end, for loops that look up tens of millions of dates a second: few
 * arrays, half a cache line for an interval, no object to open. The look-ups (`worked-in-tables.ts`) have their readable
 * twins in `work-time.ts`, which take over outside the window.
 */
export interface CalendarTables {
  /**
   * Four numbers an interval: its start, the worked days before it, its end, the worked days up to its end. Each
   * calendar's intervals stand in order of time, behind one that is over before all time, before one that never begins.
   */
  readonly interval: Float64Array;
  /**
   * Places in `interval`. By calendar and day: of the first interval that begins on the day, else of the last before it.
   * By calendar and equal share of its work: of the interval in which the share begins; none where all intervals are of
   * one length.
   */
  readonly position: Int32Array;
  readonly numbers: Float64Array;
}

/**
 * Lays out calendars.
 *
 * @param until day number up to which they are laid out; earlier where a calendar's own tables end.
 */
export function layOutTables(calendars: readonly CompiledCalendar[], until = Number.POSITIVE_INFINITY): CalendarTables {
  return layOutWindows(calendars.map((calendar) => cutOff(calendar, until)));
}

/** A calendar whose tables end with a day. */
function cutOff(calendar: CompiledCalendar, until: number): CompiledCalendar {
  const days = Math.min(calendar.days, Math.max(0, Math.ceil(until - calendar.firstDay)));
  if (days === calendar.days) return calendar;
  const intervals = days === 0 ? 0 : calendar.lastOfDay[days - 1]! + 1;
  const shares = calendar.bucket.findIndex((interval) => interval >= intervals);
  const bucket = shares < 0 ? calendar.bucket : calendar.bucket.subarray(0, shares);
  return { ...calendar, days, intervals, bucket };
}

function layOutWindows(calendars: readonly CompiledCalendar[]): CalendarTables {
  const sum = (of: (calendar: CompiledCalendar) => number) => calendars.reduce((total, each) => total + of(each), 0);
  const interval = new Float64Array(sum(({ intervals }) => intervals + 2) * INTERVAL_STRIDE);
  const even = calendars.map(hasEvenIntervals);
  const shares = (calendar: CompiledCalendar, c: number) => (even[c] === true ? 0 : calendar.bucket.length);
  const position = new Int32Array(calendars.reduce((total, each, c) => total + each.days + shares(each, c), 0));
  const numbers = new Float64Array(calendars.length << CALENDAR_BITS);
  let nextInterval = 0;
  let nextPosition = 0;
  calendars.forEach((calendar, c) => {
    const { intervals, days, bucket, firstDay, start, end, worked } = calendar;
    interval.fill(Number.NEGATIVE_INFINITY, nextInterval, nextInterval + INTERVAL_STRIDE);
    const first = nextInterval + INTERVAL_STRIDE;
    for (let k = 0; k < intervals; k++) {
      const at = first + k * INTERVAL_STRIDE;
      interval[at] = start[k]!;
      interval[at + 1] = worked[k]!;
      interval[at + 2] = end[k]!;
      interval[at + 3] = worked[k + 1]!;
    }
    nextInterval = first + (intervals + 1) * INTERVAL_STRIDE;
    interval.fill(Number.POSITIVE_INFINITY, nextInterval - INTERVAL_STRIDE, nextInterval);
    let begun = 0;
    for (let day = 0; day < days; day++) {
      while (begun < intervals && start[begun]! < firstDay + day) begun++;
      const isOnDay = begun < intervals && start[begun]! < firstDay + day + 1;
      position[nextPosition + day] = first + (isOnDay ? begun : begun - 1) * INTERVAL_STRIDE;
    }
    const share = even[c] === true ? first / INTERVAL_STRIDE : nextPosition + days;
    numbers.set(numbersOf(calendar, nextPosition, share, even[c] === true), c << CALENDAR_BITS);
    nextPosition += days;
    for (let b = 0; b < shares(calendar, c); b++) position[nextPosition++] = first + bucket[b]! * INTERVAL_STRIDE;
  });
  return { interval, position, numbers };
}

/** Whether all intervals are of one length, so that each of them is a share. */
function hasEvenIntervals({ worked, intervals }: CompiledCalendar): boolean {
  const length = (worked[intervals]! - worked[0]!) / intervals;
  for (let k = 0; k < intervals; k++)
    if (Math.abs(worked[k]! - worked[0]! - k * length) > BOUNDARY_TOLERANCE_DAYS / 10) return false;
  return intervals > 0;
}

/**
 * `CalendarNumber` of a calendar whose days and shares begin at these places of `position`; in even calendars the place
 * of its first interval stands for that of its shares.
 */
function numbersOf(calendar: CompiledCalendar, day: number, share: number, isEven: boolean): number[] {
  const { worked, intervals, bucketsPerWorkedDay, firstDay, days, start } = calendar;
  const isEmpty = intervals === 0;
  const base = worked[0]!;
  const tolerance = BOUNDARY_TOLERANCE_DAYS * bucketsPerWorkedDay;
  return [
    calendar.workedPerDay,
    24 / calendar.hoursPerDay,
    // A worked day from either end of the tables the answer is surely inside them.
    base + 1,
    worked[intervals]! - 1,
    bucketsPerWorkedDay,
    share - 0.5 - base * bucketsPerWorkedDay + tolerance,
    share - 0.5 - base * bucketsPerWorkedDay - tolerance,
    isEmpty ? Number.POSITIVE_INFINITY : start[0]!,
    firstDay + days - 1,
    day - 0.5 - firstDay + BOUNDARY_TOLERANCE_DAYS,
    isEven ? 1 : 0,
  ];
}
