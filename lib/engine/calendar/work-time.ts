import type { CompiledCalendar } from './compile-calendar';
import { farFinishAt, farPlaceOf, farStartAt, farWorkedAt } from './far-work-time';

/**
 * Instants so near to the boundary of a working interval are that boundary: about 0.1 ms, far above the rounding of a
 * long chain of dates and far below anything a plan means.
 */
export const BOUNDARY_TOLERANCE_DAYS = 1e-9;
const EPS = BOUNDARY_TOLERANCE_DAYS;

// The look-ups write the tolerance as a number: a module's constant costs a load each time.

/** Where an instant lies: in a gap, inside an interval (its start included), at an interval's very end, or both. */
export const Place = { gap: 0, inside: 1, end: 2, endAndInside: 3 } as const;

/**
 * Worked days from the epoch to an instant: the W(t) of the model in elapsed days worked. Monotone; constant in gaps.
 * Infinity gives Infinity.
 */
export function workedAt(calendar: CompiledCalendar, t: number): number {
  const eps = 1e-9;
  const x = t - calendar.firstDay + eps;
  // A comparison that fails for NaN and for infinities too.
  if (!(x >= 0 && x < calendar.days)) return farWorkedAt(calendar, t);
  let k = calendar.lastOfDay[x | 0]!;
  const { start } = calendar;
  while (k >= 0 && start[k]! > t + eps) k--;
  if (k < 0) return farWorkedAt(calendar, t);
  const into = t - start[k]!;
  if (into < eps) return calendar.worked[k]!;
  return t > calendar.end[k]! - eps ? calendar.worked[k + 1]! : calendar.worked[k]! + into;
}

/** The latest instant with so many worked days before it: the form of a start. */
export function startAt(calendar: CompiledCalendar, worked: number): number {
  const eps = 1e-9;
  const table = calendar.worked;
  const n = calendar.intervals;
  if (!(n > 0 && worked >= table[0]! && worked < table[n]! - 1)) return farStartAt(calendar, worked);
  let k = calendar.bucket[((worked - table[0]!) * calendar.bucketsPerWorkedDay) | 0]!;
  while (table[k]! > worked + eps) k--;
  while (table[k + 1]! <= worked + eps) k++;
  const into = worked - table[k]!;
  return into < eps ? calendar.start[k]! : calendar.start[k]! + into;
}

/** The earliest instant with so many worked days before it: the form of a finish. */
export function finishAt(calendar: CompiledCalendar, worked: number): number {
  const eps = 1e-9;
  const table = calendar.worked;
  const n = calendar.intervals;
  if (!(n > 0 && worked >= table[0]! + 1 && worked < table[n]! - 1)) return farFinishAt(calendar, worked);
  let k = calendar.bucket[((worked - table[0]!) * calendar.bucketsPerWorkedDay) | 0]!;
  while (table[k]! >= worked - eps) k--;
  while (table[k + 1]! < worked - eps) k++;
  return table[k + 1]! <= worked + eps ? calendar.end[k]! : calendar.start[k]! + (worked - table[k]!);
}

/** Where an instant lies among the working intervals: one of `Place`. */
export function placeOf(calendar: CompiledCalendar, t: number): number {
  const eps = 1e-9;
  const x = t - calendar.firstDay + eps;
  if (!(x >= 0 && x < calendar.days)) return farPlaceOf(calendar, t);
  let k = calendar.lastOfDay[x | 0]!;
  const { start, end } = calendar;
  while (k >= 0 && start[k]! > t + eps) k--;
  if (k < 1) return farPlaceOf(calendar, t);
  const left = end[k]! - t;
  if (left < -eps) return Place.gap;
  if (left <= eps) return Place.end;
  const atStart = t - start[k]! <= eps;
  return atStart && Math.abs(end[k - 1]! - t) <= eps ? Place.endAndInside : Place.inside;
}

/** W(t): working days from the epoch. */
export function workTime(calendar: CompiledCalendar, t: number): number {
  return workedAt(calendar, t) / calendar.workedPerDay;
}

/** The earliest instant >= t inside a working interval; from its very end the start of the next. */
export function startRoll(calendar: CompiledCalendar, t: number): number {
  return (placeOf(calendar, t) & Place.inside) !== 0
    ? snapToStart(calendar, t)
    : startAt(calendar, workedAt(calendar, t));
}

function snapToStart(calendar: CompiledCalendar, t: number): number {
  const start = startAt(calendar, workedAt(calendar, t));
  return Math.abs(start - t) <= EPS ? start : t;
}

/** The earliest t' with W(t') = W(t) + workingDays. @example add(mondayToFriday, friday, 1) is Friday 24:00 */
export function add(calendar: CompiledCalendar, t: number, workingDays: number): number {
  return finishAt(calendar, workedAt(calendar, t) + workingDays * calendar.workedPerDay);
}

/** The latest t' with W(t') = W(t) - workingDays. */
export function subtract(calendar: CompiledCalendar, t: number, workingDays: number): number {
  return startAt(calendar, workedAt(calendar, t) - workingDays * calendar.workedPerDay);
}

/** The last day (its number) on which work was done before an instant: the day that a finish is displayed on. */
export function lastWorkingDayBefore(calendar: CompiledCalendar, t: number): number {
  return Math.ceil(finishAt(calendar, workedAt(calendar, t)) - EPS) - 1;
}
