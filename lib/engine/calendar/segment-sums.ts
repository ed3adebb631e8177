import type { DayPattern, WeekSegment } from './day-pattern';

/** Segments of repeating weeks with the minutes worked before each, so that any day's sum is arithmetic. */
export interface SegmentSums {
  readonly count: number;
  /** First day of each segment; that of the first is -Infinity. */
  readonly firstDay: Float64Array;
  readonly weeks: readonly (readonly DayPattern[])[];
  /** Minutes of a whole week, by segment. */
  readonly weekMinutes: Float64Array;
  /** What to add to the segment's own weekly sum to get the minutes worked since the epoch. */
  readonly offset: Float64Array;
  /** Index of the segment in which a day lies. */
  readonly lookup: (day: number) => number;
}

/** Monday is 0. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function patternOfDay(week: readonly DayPattern[], day: number): DayPattern {
  const pattern = week[weekdayOf(day)];
  if (pattern === undefined) throw new RangeError(`day ${day} has no weekday`);
  return pattern;
}

/** Minutes that an unbroken repetition of the week works from the Monday before the epoch to the day's start. */
function weeklyMinutes(week: readonly DayPattern[], weekTotal: number, day: number): number {
  const weekday = weekdayOf(day);
  let minutes = ((day + 3 - weekday) / 7) * weekTotal;
  for (let index = 0; index < weekday; index++) minutes += week[index]?.minutes ?? 0;
  return minutes;
}

export function sumSegments(segments: readonly WeekSegment[]): SegmentSums {
  const count = segments.length;
  const firstDay = Float64Array.from(segments, (segment) => segment.firstDay);
  const weeks = segments.map((segment) => segment.week);
  const weekMinutes = Float64Array.from(weeks, (week) => week.reduce((sum, pattern) => sum + pattern.minutes, 0));
  const offset = new Float64Array(count);
  for (let index = 1; index < count; index++) {
    const edge = firstDay[index] ?? 0;
    const before = weeklyMinutes(weeks[index - 1] ?? [], weekMinutes[index - 1] ?? 0, edge) + (offset[index - 1] ?? 0);
    offset[index] = before - weeklyMinutes(weeks[index] ?? [], weekMinutes[index] ?? 0, edge);
  }
  const lookup = (day: number): number => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((firstDay[middle] ?? 0) <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const sums = { count, firstDay, weeks, weekMinutes, offset, lookup };
  const atEpoch = minutesBeforeDay(sums, 0);
  for (let index = 0; index < count; index++) offset[index] = (offset[index] ?? 0) - atEpoch;
  return sums;
}

/** Minutes worked from the epoch to the start of a (whole) day; negative before the epoch. Exact in integers. */
export function minutesBeforeDay(sums: SegmentSums, day: number): number {
  const segment = sums.lookup(day);
  const week = sums.weeks[segment] ?? [];
  return weeklyMinutes(week, sums.weekMinutes[segment] ?? 0, day) + (sums.offset[segment] ?? 0);
}
