import type { Calendar } from '../../scenario/document';
import { hoursPerDayOf, type WeekSegment, weekSegments } from './day-pattern';
import { minutesBeforeDay, patternOfDay, type SegmentSums, sumSegments } from './segment-sums';

/** Days for which a calendar keeps tables: first day (inclusive) to last day (exclusive). */
export interface DayWindow {
  readonly from: number;
  readonly until: number;
}

/**
 * A calendar ready for arithmetic. Work time is measured here in elapsed days worked since the epoch ("worked days",
 * 24 worked hours each); one working day is `hoursPerDay / 24` of them. Inside the window every answer is a table
 * look-up; beyond it the same answer comes from the repeating weeks.
 */
export interface CompiledCalendar {
  readonly hoursPerDay: number;
  /** Worked days in one working day: hoursPerDay / 24. */
  readonly workedPerDay: number;
  readonly segments: SegmentSums;
  /** First day of the window and number of its days. */
  readonly firstDay: number;
  readonly days: number;
  /** Intervals of the window in order: start and end as day numbers, worked days before each (and after the last). */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly worked: Float64Array;
  readonly intervals: number;
  /** By day of the window: the last interval that begins on or before it; -1 where none does. */
  readonly lastOfDay: Int32Array;
  /** By equal share of the window's worked days: an interval at or near its beginning. */
  readonly bucket: Int32Array;
  readonly bucketsPerWorkedDay: number;
}

const MINUTES_PER_DAY = 1440;
/** 2015 to 2060. */
const DEFAULT_WINDOW: DayWindow = { from: 16_436, until: 32_873 };
const MONDAY_TO_FRIDAY: Calendar = { id: '', name: 'Monday to Friday', workWeek: [1, 2, 3, 4, 5] };

function hasWork(segments: readonly WeekSegment[]): boolean {
  return segments.some((segment, index) => {
    const days = (segments[index + 1]?.firstDay ?? Number.POSITIVE_INFINITY) - segment.firstDay;
    // A stretch under a week holds only some weekdays.
    if (days >= 7) return segment.week.some((pattern) => pattern.minutes > 0);
    return Array.from({ length: days }, (_, day) => patternOfDay(segment.week, segment.firstDay + day)).some(
      (pattern) => pattern.minutes > 0,
    );
  });
}

/** Whether the calendar works at all, ever. A calendar without working time is an error of the document. */
export function hasWorkingTime(calendar: Calendar): boolean {
  return hasWork(weekSegments(calendar));
}

/**
 * Compiles a calendar; without one, Monday to Friday in whole days.
 *
 * @param window days for which tables are made: answers inside are fast, those beyond are the same but slower.
 * @throws RangeError when the calendar has no working time or malformed hours.
 */
export function compileCalendar(calendar: Calendar | undefined, window: DayWindow = DEFAULT_WINDOW): CompiledCalendar {
  const source = calendar ?? MONDAY_TO_FRIDAY;
  const segments = weekSegments(source);
  if (!hasWork(segments)) throw new RangeError(`calendar "${source.id}" has no working time`);
  const hoursPerDay = hoursPerDayOf(source);
  if (!(hoursPerDay > 0)) throw new RangeError(`hoursPerDay ${hoursPerDay} of calendar "${source.id}" is not above 0`);
  const sums = sumSegments(segments);
  return { hoursPerDay, workedPerDay: hoursPerDay / 24, segments: sums, ...tabulate(sums, window) };
}

function tabulate(sums: SegmentSums, window: DayWindow) {
  const firstDay = Math.floor(window.from);
  const days = Math.max(0, Math.ceil(window.until) - firstDay);
  const start: number[] = [];
  const end: number[] = [];
  const worked: number[] = [];
  const lastOfDay = new Int32Array(days);
  let minutes = minutesBeforeDay(sums, firstDay);
  let segment = sums.lookup(firstDay);
  for (let index = 0; index < days; index++) {
    const day = firstDay + index;
    while (segment + 1 < sums.count && (sums.firstDay[segment + 1] ?? 0) <= day) segment++;
    const pattern = patternOfDay(sums.weeks[segment] ?? [], day);
    let within = 0;
    pattern.starts.forEach((from, position) => {
      const to = pattern.ends[position] ?? from;
      start.push(day + from / MINUTES_PER_DAY);
      end.push(day + to / MINUTES_PER_DAY);
      worked.push((minutes + within) / MINUTES_PER_DAY);
      within += to - from;
    });
    minutes += within;
    lastOfDay[index] = start.length - 1;
  }
  worked.push(minutes / MINUTES_PER_DAY);
  const intervals = start.length;
  const workedArray = Float64Array.from(worked);
  return {
    firstDay,
    days,
    start: Float64Array.from(start),
    end: Float64Array.from(end),
    worked: workedArray,
    intervals,
    lastOfDay,
    ...buckets(workedArray, intervals),
  };
}

/** One bucket for each interval on average: then an interval is found in one or two steps from its bucket's first. */
function buckets(worked: Float64Array, intervals: number) {
  const first = worked[0] ?? 0;
  const total = (worked[intervals] ?? first) - first;
  const bucketsPerWorkedDay = total > 0 ? intervals / total : 0;
  const bucket = new Int32Array(intervals + 1);
  let interval = 0;
  for (let index = 0; index <= intervals; index++) {
    const edge = first + (bucketsPerWorkedDay > 0 ? index / bucketsPerWorkedDay : 0);
    while (interval + 1 < intervals && (worked[interval + 1] ?? 0) <= edge) interval++;
    bucket[index] = interval;
  }
  return { bucket, bucketsPerWorkedDay };
}
