import type { Calendar } from '../../scenario/document';
import { dayNumber } from '../calendar/day-number';

/**
 * The slow, obvious twin of the calendar: walks from interval to interval, day by day, straight from the document. An
 * oracle for tests, written apart from what it checks.
 */
export interface WalkingCalendar {
  readonly hoursPerDay: number;
  /** Working intervals that begin on a day, as instants. */
  readonly intervalsOn: (day: number) => readonly (readonly [number, number])[];
}

const EPS = 1e-9;

function minutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

type Hours = readonly (readonly [string, string])[];

function regularHours(calendar: Calendar, weekday: number): Hours | undefined {
  const { hours } = calendar;
  if (hours === undefined) return [['00:00', '24:00']];
  if (Array.isArray(hours)) return hours as Hours;
  return (hours as Readonly<Record<string, Hours>>)[weekday];
}

function hoursOn(calendar: Calendar, day: number): Hours {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  for (const exception of [...(calendar.exceptions ?? [])].reverse()) {
    const from = dayNumber(exception.from, 'start');
    const to = dayNumber(exception.to ?? exception.from, 'start');
    if (day < from || day > to) continue;
    return exception.working ? (exception.hours ?? regularHours(calendar, weekday) ?? []) : [];
  }
  return calendar.workWeek.includes(weekday) ? (regularHours(calendar, weekday) ?? []) : [];
}

export function walkingCalendar(calendar: Calendar): WalkingCalendar {
  const known = new Map<number, readonly (readonly [number, number])[]>();
  const intervalsOn = (day: number) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const made = hoursOn(calendar, day).map(
      ([from, to]) => [day + minutes(from) / 1440, day + minutes(to) / 1440] as const,
    );
    known.set(day, made);
    return made;
  };
  const daily = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    (regularHours(calendar, weekday) ?? []).reduce((sum, [from, to]) => sum + minutes(to) - minutes(from), 0),
  );
  return { hoursPerDay: calendar.hoursPerDay ?? Math.max(...daily) / 60, intervalsOn };
}

/** Working days between two instants; negative where b lies before a. */
export function walkWork(calendar: WalkingCalendar, a: number, b: number): number {
  if (b < a) return -walkWork(calendar, b, a);
  let worked = 0;
  for (let day = Math.floor(a); day <= Math.floor(b); day++) {
    for (const [from, to] of calendar.intervalsOn(day)) worked += Math.max(0, Math.min(b, to) - Math.max(a, from));
  }
  return (worked * 24) / calendar.hoursPerDay;
}

/** The earliest instant >= t inside a working interval. */
export function walkStartRoll(calendar: WalkingCalendar, t: number): number {
  for (let day = Math.floor(t - EPS); ; day++) {
    for (const [from, to] of calendar.intervalsOn(day)) if (t < to - EPS) return t > from + EPS ? t : from;
  }
}

/** The earliest instant with the same work before it as t: t inside or at an end, else the end before it. */
export function walkFinishRoll(calendar: WalkingCalendar, t: number): number {
  for (let day = Math.floor(t + EPS); ; day--) {
    for (const [from, to] of [...calendar.intervalsOn(day)].reverse()) if (t > from + EPS) return t < to - EPS ? t : to;
  }
}

/** Minutes of an interval or of a part of it; whole ones exactly, so that a long walk adds up no rounding. */
function minutesBetween(from: number, to: number): number {
  const length = (to - from) * 1440;
  return Math.abs(length - Math.round(length)) < 1e-6 ? Math.round(length) : length;
}

const EPS_MINUTES = EPS * 1440;

export function walkAdd(calendar: WalkingCalendar, t: number, workingDays: number): number {
  let left = workingDays * calendar.hoursPerDay * 60;
  if (left < 0) return walkFinishRoll(calendar, walkSubtract(calendar, t, -workingDays));
  if (left <= EPS_MINUTES) return walkFinishRoll(calendar, t);
  for (let day = Math.floor(t - EPS); ; day++) {
    for (const [from, to] of calendar.intervalsOn(day)) {
      if (t >= to - EPS) continue;
      const start = t > from + EPS ? t : from;
      const length = minutesBetween(start, to);
      if (left <= length + EPS_MINUTES) return left >= length - EPS_MINUTES ? to : start + left / 1440;
      left -= length;
    }
  }
}

export function walkSubtract(calendar: WalkingCalendar, t: number, workingDays: number): number {
  let left = workingDays * calendar.hoursPerDay * 60;
  if (left < 0) return walkStartRoll(calendar, walkAdd(calendar, t, -workingDays));
  if (left <= EPS_MINUTES) return walkStartRoll(calendar, t);
  for (let day = Math.floor(t + EPS); ; day--) {
    for (const [from, to] of [...calendar.intervalsOn(day)].reverse()) {
      if (t <= from + EPS) continue;
      const end = t < to - EPS ? t : to;
      const length = minutesBetween(from, end);
      if (left <= length + EPS_MINUTES) return left >= length - EPS_MINUTES ? from : end - left / 1440;
      left -= length;
    }
  }
}

/** Whether t is the very end of a working interval. */
export function walkIsEnd(calendar: WalkingCalendar, t: number): boolean {
  const day = Math.floor(t + EPS);
  return [day - 1, day].some((on) => calendar.intervalsOn(on).some(([, to]) => Math.abs(to - t) <= EPS));
}

/** Whether t lies inside an interval or at either of its ends. */
export function walkCanLieOn(calendar: WalkingCalendar, t: number): boolean {
  const day = Math.floor(t + EPS);
  return [day - 1, day].some((on) => calendar.intervalsOn(on).some(([from, to]) => t >= from - EPS && t <= to + EPS));
}
