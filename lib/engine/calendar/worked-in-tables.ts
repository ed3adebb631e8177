import type { f64, i32 } from '../kernel/number-types';

/**
 * `startAt`, `finishAt` and `workedAt` of `work-time.ts` over `CalendarTables`; those ending in `In` give NaN where the
 * tables do not reach. For loops: they take the arrays as they are; `c` is where the numbers of the calendar begin
 * (`CalendarNumber`). Compiled to WebAssembly too.
 */

/** Added to a number and taken away again, it leaves the nearest whole number; its last bits then are that number. */
const TO_WHOLE = 6_755_399_441_055_744;

/** The nearest whole number: in the compiled form one addition, where a conversion would be checked. */
function wholeOf(x: f64): i32 {
  return x + TO_WHOLE - TO_WHOLE;
}

/** `x` where it is more than the tolerance, else 0: what lies so near to an edge is the edge. Compiled without a branch. */
function beyondTolerance(x: f64): f64 {
  return x > 1e-9 ? x : 0;
}

/** Where the interval stands in which a share of the work begins: where all are of one length it need not be looked up. */
function placeOfShare(position: Int32Array, numbers: Float64Array, c: i32, share: i32): i32 {
  return numbers[c + 10]! !== 0 ? share << 2 : position[share]!;
}

/** Whether worked days lie within the tables. */
export function isWithin(numbers: Float64Array, c: i32, worked: f64): boolean {
  return worked >= numbers[c + 2]! && worked < numbers[c + 3]!;
}

/** The latest instant with so many worked days before it, the form of a start; `worked` within the tables. */
export function startWithin(
  interval: Float64Array,
  position: Int32Array,
  numbers: Float64Array,
  c: i32,
  worked: f64,
): f64 {
  const later = worked + 1e-9;
  let at = placeOfShare(position, numbers, c, wholeOf(worked * numbers[c + 4]! + numbers[c + 5]!));
  while (interval[at + 3]! <= later) at += 4;
  return interval[at]! + beyondTolerance(worked - interval[at + 1]!);
}

/** The earliest instant with so many worked days before it, the form of a finish; `worked` within the tables. */
export function finishWithin(
  interval: Float64Array,
  position: Int32Array,
  numbers: Float64Array,
  c: i32,
  worked: f64,
): f64 {
  const earlier = worked - 1e-9;
  let at = placeOfShare(position, numbers, c, wholeOf(worked * numbers[c + 4]! + numbers[c + 6]!));
  while (interval[at + 3]! < earlier) at += 4;
  return interval[at + 2]! - beyondTolerance(interval[at + 3]! - worked);
}

export function startIn(interval: Float64Array, position: Int32Array, numbers: Float64Array, c: i32, worked: f64): f64 {
  return isWithin(numbers, c, worked) ? startWithin(interval, position, numbers, c, worked) : Number.NaN;
}

export function finishIn(
  interval: Float64Array,
  position: Int32Array,
  numbers: Float64Array,
  c: i32,
  worked: f64,
): f64 {
  return isWithin(numbers, c, worked) ? finishWithin(interval, position, numbers, c, worked) : Number.NaN;
}

/** Worked days up to an instant. */
export function workedIn(interval: Float64Array, position: Int32Array, numbers: Float64Array, c: i32, t: f64): f64 {
  if (!(t >= numbers[c + 7]! && t < numbers[c + 8]!)) return Number.NaN;
  const later = t + 1e-9;
  let at = position[wholeOf(t + numbers[c + 9]!)]!;
  while (interval[at + 4]! <= later) at += 4;
  const worked = interval[at + 1]! + beyondTolerance(t - interval[at]!);
  // In the gap behind the interval it is what was worked up to its end.
  return interval[at + 3]! - beyondTolerance(interval[at + 3]! - worked);
}

/** Whether an instant is the very end of an interval, within the tables. */
export function isEndIn(interval: Float64Array, position: Int32Array, numbers: Float64Array, c: i32, t: f64): boolean {
  let at = position[wholeOf(t + numbers[c + 9]!)]!;
  while (interval[at + 4]! <= t + 1e-9) at += 4;
  return Math.abs(interval[at + 2]! - t) <= 1e-9 || Math.abs(interval[at - 2]! - t) <= 1e-9;
}
