import type { f64, i32 } from '../kernel/number-types';

/**
 * `startAt`, `finishAt` and `workedAt` of `work-time.ts` over `CalendarTables`, NaN where the tables do not reach. For
 * loops: they take the arrays as they are and call nothing; `c` is where the numbers of the calendar begin
 * (`CalendarNumber`). Compiled to WebAssembly too.
 */

/** Added to a number and taken away again, it leaves the nearest whole number; its last bits then are that number. */
const TO_WHOLE = 6_755_399_441_055_744;

/** The nearest whole number: in the compiled form one addition, where a conversion would be checked. */
function wholeOf(x: f64): i32 {
  return x + TO_WHOLE - TO_WHOLE;
}

/** The latest instant with so many worked days before it: the form of a start. */
export function startIn(interval: Float64Array, position: Int32Array, numbers: Float64Array, c: i32, worked: f64): f64 {
  if (!(worked >= numbers[c + 2]! && worked < numbers[c + 3]!)) return Number.NaN;
  const later = worked + 1e-9;
  let at = position[wholeOf(worked * numbers[c + 4]! + numbers[c + 5]!)]!;
  while (interval[at + 3]! <= later) at += 4;
  const into = worked - interval[at + 1]!;
  return ifAbove(into, 1e-9, interval[at]! + into, interval[at]!);
}

/** The earliest instant with so many worked days before it: the form of a finish. */
export function finishIn(
  interval: Float64Array,
  position: Int32Array,
  numbers: Float64Array,
  c: i32,
  worked: f64,
): f64 {
  if (!(worked >= numbers[c + 2]! && worked < numbers[c + 3]!)) return Number.NaN;
  const earlier = worked - 1e-9;
  let at = position[wholeOf(worked * numbers[c + 4]! + numbers[c + 6]!)]!;
  while (interval[at + 3]! < earlier) at += 4;
  const left = interval[at + 3]! - worked;
  return ifAbove(left, 1e-9, interval[at + 2]! - left, interval[at + 2]!);
}

/** `x > limit ? then : otherwise`, in the compiled form without a branch: for what cannot be foreseen. */
function ifAbove(x: f64, limit: f64, then: f64, otherwise: f64): f64 {
  return x > limit ? then : otherwise;
}

/** Worked days up to an instant. */
export function workedIn(interval: Float64Array, position: Int32Array, numbers: Float64Array, c: i32, t: f64): f64 {
  if (!(t >= numbers[c + 7]! && t < numbers[c + 8]!)) return Number.NaN;
  const later = t + 1e-9;
  let at = position[wholeOf(t + numbers[c + 9]!)]!;
  while (interval[at + 4]! <= later) at += 4;
  const into = t - interval[at]!;
  const worked = ifAbove(into, 1e-9, interval[at + 1]! + into, interval[at + 1]!);
  return ifAbove(t, interval[at + 2]! - 1e-9, interval[at + 3]!, worked);
}

/** Whether an instant is the very end of an interval, within the tables. */
export function isEndIn(interval: Float64Array, position: Int32Array, numbers: Float64Array, c: i32, t: f64): boolean {
  let at = position[wholeOf(t + numbers[c + 9]!)]!;
  while (interval[at + 4]! <= t + 1e-9) at += 4;
  return Math.abs(interval[at + 2]! - t) <= 1e-9 || Math.abs(interval[at - 2]! - t) <= 1e-9;
}
