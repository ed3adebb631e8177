import type { Calendar } from '../../scenario/document';
import { hoursPerDayOf, type WeekSegment, weekSegments } from './day-pattern';
import { minutesBeforeDay, patternOfDay, type SegmentSums, sumSegments, weekdayOf } from './segment-sums';

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
  const most = Math.max(1, ...sums.weeks.flatMap((week) => week.map((pattern) => pattern.starts.length)));
  const start = new Float64Array(days * most);
  const end = new Float64Array(days * most);
  const worked = new Float64Array(days * most + 1);
  const lastOfDay = new Int32Array(days);
  let intervals = 0;
  let minutes = minutesBeforeDay(sums, firstDay);
  let segment = sums.lookup(firstDay);
  let weekday = weekdayOf(firstDay);
  for (let index = 0; index < days; index++) {
    const day = firstDay + index;
    while (segment + 1 < sums.count && sums.firstDay[segment + 1]! <= day) segment++;
    const { starts, ends } = sums.weeks[segment]![weekday]!;
    for (let k = 0; k < starts.length; k++) {
      start[intervals] = day + starts[k]! / MINUTES_PER_DAY;
      end[intervals] = day + ends[k]! / MINUTES_PER_DAY;
      worked[intervals] = minutes / MINUTES_PER_DAY;
      minutes += ends[k]! - starts[k]!;
      intervals++;
    }
    lastOfDay[index] = intervals - 1;
    weekday = weekday === 6 ? 0 : weekday + 1;
  }
  worked[intervals] = minutes / MINUTES_PER_DAY;
  return {
    firstDay,
    days,
    start: start.subarray(0, intervals),
    end: end.subarray(0, intervals),
    worked: worked.subarray(0, intervals + 1),
    intervals,
    lastOfDay,
    ...buckets(worked, intervals),
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
