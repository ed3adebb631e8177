import fc from 'fast-check';
import type { Calendar, CalendarException, HourInterval } from '../../scenario/document';
import { isoDate } from '../calendar/day-number';

/** Random calendars for properties: whole days, hours for all, hours by weekday, exceptions of every kind. */

const DAY_2026 = 20_454;

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** One to three intervals on quarter hours, some of them touching. */
export const arbitraryHours: fc.Arbitrary<HourInterval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 5 })
  .map((marks) => {
    const sorted = [...marks].sort((a, b) => a - b).map((mark) => clock(mark * 15));
    const touching = sorted.slice(1).map((to, index) => [sorted[index] ?? to, to] as const);
    return marks.length % 2 === 0 ? touching.filter((_, index) => index % 2 === 0) : touching;
  });

const arbitraryException = fc
  .record({
    from: fc.integer({ min: DAY_2026 - 60, max: DAY_2026 + 700 }),
    days: fc.integer({ min: 0, max: 20 }),
    working: fc.boolean(),
    hours: fc.option(arbitraryHours, { nil: undefined }),
  })
  .map(
    ({ from, days, working, hours }): CalendarException => ({
      from: isoDate(from),
      ...(days > 0 ? { to: isoDate(from + days) } : {}),
      working,
      ...(working && hours !== undefined ? { hours } : {}),
    }),
  );

export const arbitraryCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    workWeek: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    kind: fc.constantFrom('whole', 'hours', 'weekday'),
    hours: arbitraryHours,
    weekdays: fc.array(arbitraryHours, { minLength: 7, maxLength: 7 }),
    hoursPerDay: fc.option(fc.constantFrom(6, 7.5, 8, 12, 24), { nil: undefined }),
    exceptions: fc.array(arbitraryException, { maxLength: 5 }),
  })
  .map(({ workWeek, kind, hours, weekdays, hoursPerDay, exceptions }) => ({
    id: 'c',
    name: 'Arbitrary',
    workWeek,
    ...(kind === 'hours' ? { hours } : {}),
    ...(kind === 'weekday'
      ? { hours: Object.fromEntries(workWeek.map((weekday) => [weekday, weekdays[weekday - 1] ?? hours])) }
      : {}),
    ...(hoursPerDay === undefined ? {} : { hoursPerDay }),
    exceptions,
  }));
