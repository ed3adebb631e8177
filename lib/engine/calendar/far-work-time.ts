import type { CompiledCalendar } from './compile-calendar';
import type { DayPattern } from './day-pattern';
import { minutesBeforeDay, patternOfDay, type SegmentSums } from './segment-sums';

/**
 * The same answers as `work-time.ts` for any instant at all, from the repeating weeks: used beyond the tables and as
 * their check. Slower (two binary searches), never wrong for being far away.
 */

const EPS = 1e-9;
const MINUTES_PER_DAY = 1440;
/** Beyond this a day is no longer a whole number in double precision. */
const FARTHEST_DAY = 2 ** 52;

function patternAt(sums: SegmentSums, day: number): DayPattern {
  return patternOfDay(sums.weeks[sums.lookup(day)] ?? [], day);
}

export function farWorkedAt(calendar: CompiledCalendar, t: number): number {
  if (!Number.isFinite(t)) return t;
  const sums = calendar.segments;
  const day = Math.floor(t + EPS);
  const pattern = patternAt(sums, day);
  let minutes = minutesBeforeDay(sums, day);
  for (let k = 0; k < pattern.starts.length; k++) {
    const from = day + pattern.starts[k]! / MINUTES_PER_DAY;
    const to = day + pattern.ends[k]! / MINUTES_PER_DAY;
    if (t < from + EPS) break;
    if (t < to - EPS) return minutes / MINUTES_PER_DAY + (t - from);
    minutes += pattern.ends[k]! - pattern.starts[k]!;
  }
  return minutes / MINUTES_PER_DAY;
}

/**
 * The first whole day d for which `isAtLeast(minutes worked up to d)` holds; infinite where none does. Doubles its
 * stride away from `near`, then halves.
 */
function firstDay(sums: SegmentSums, near: number, isAtLeast: (workedBefore: number) => boolean): number {
  const holds = (day: number): boolean => isAtLeast(minutesBeforeDay(sums, day) / MINUTES_PER_DAY);
  let low = near;
  let high = near;
  let stride = 1;
  while (!holds(high)) {
    low = high;
    high += stride;
    stride *= 2;
    if (high > FARTHEST_DAY) return Number.POSITIVE_INFINITY;
  }
  stride = 1;
  while (low === high || holds(low)) {
    high = low;
    low -= stride;
    stride *= 2;
    if (low < -FARTHEST_DAY) return Number.NEGATIVE_INFINITY;
  }
  while (high - low > 1) {
    const middle = Math.floor(low + (high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

export function farStartAt(calendar: CompiledCalendar, worked: number): number {
  if (!Number.isFinite(worked)) return worked;
  const sums = calendar.segments;
  // The day in which the first moment of work beyond `worked` lies.
  const day = firstDay(sums, calendar.firstDay, (before) => before > worked + EPS) - 1;
  if (!Number.isFinite(day)) return day;
  const pattern = patternAt(sums, day);
  let minutes = minutesBeforeDay(sums, day);
  for (let k = 0; k < pattern.starts.length; k++) {
    const length = pattern.ends[k]! - pattern.starts[k]!;
    if ((minutes + length) / MINUTES_PER_DAY > worked + EPS) {
      const into = worked - minutes / MINUTES_PER_DAY;
      return day + pattern.starts[k]! / MINUTES_PER_DAY + (into < EPS ? 0 : into);
    }
    minutes += length;
  }
  return day + 1;
}

export function farFinishAt(calendar: CompiledCalendar, worked: number): number {
  if (!Number.isFinite(worked)) return worked;
  const sums = calendar.segments;
  const day = firstDay(sums, calendar.firstDay, (before) => before >= worked - EPS) - 1;
  if (!Number.isFinite(day)) return day;
  const pattern = patternAt(sums, day);
  let minutes = minutesBeforeDay(sums, day);
  for (let k = 0; k < pattern.starts.length; k++) {
    const length = pattern.ends[k]! - pattern.starts[k]!;
    const after = (minutes + length) / MINUTES_PER_DAY;
    if (after >= worked - EPS) {
      return after <= worked + EPS
        ? day + pattern.ends[k]! / MINUTES_PER_DAY
        : day + pattern.starts[k]! / MINUTES_PER_DAY + (worked - minutes / MINUTES_PER_DAY);
    }
    minutes += length;
  }
  return day + 1;
}

export function farPlaceOf(calendar: CompiledCalendar, t: number): number {
  if (!Number.isFinite(t)) return 0;
  const sums = calendar.segments;
  const day = Math.floor(t + EPS);
  const today = patternAt(sums, day);
  const yesterday = patternAt(sums, day - 1);
  const minutes = (t - day) * MINUTES_PER_DAY;
  const tolerance = EPS * MINUTES_PER_DAY;
  const isNear = (boundary: number) => Math.abs(boundary - minutes) <= tolerance;
  const isEnd = today.ends.some(isNear) || yesterday.ends.some((end) => isNear(end - MINUTES_PER_DAY));
  const isInside = today.starts.some((from, k) => minutes >= from - tolerance && minutes < today.ends[k]! - tolerance);
  return (isInside ? 1 : 0) | (isEnd ? 2 : 0);
}
