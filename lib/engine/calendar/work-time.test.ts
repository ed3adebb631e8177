import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../scenario/document';
import { arbitraryCalendar } from '../testing/arbitrary-calendar';
import {
  walkAdd,
  walkCanLieOn,
  walkFinishRoll,
  walkIsEnd,
  walkingCalendar,
  walkStartRoll,
  walkSubtract,
  walkWork,
} from '../testing/walking-calendar';
import { compileCalendar, hasWorkingTime } from './compile-calendar';
import { dayNumber, isoInstant } from './day-number';
import {
  add,
  finishAt,
  lastWorkingDayBefore,
  Place,
  placeOf,
  startRoll,
  subtract,
  workedAt,
  workTime,
} from './work-time';

const at = (text: string) => dayNumber(text, 'start');
const week = compileCalendar(undefined);
const shift = compileCalendar({
  id: 'shift',
  name: 'Eight hours',
  workWeek: [1, 2, 3, 4, 5],
  hours: [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ],
  exceptions: [{ from: '2026-01-09', working: true, hours: [['08:00', '12:00']] }],
});

describe('known dates, counted on a calendar of 2026 by hand', () => {
  test.each([
    // Thursday + 5 working days: Thu, Fri, Mon, Tue, Wed.
    ['2026-01-01', 5, '2026-01-08T00:00:00Z'],
    ['2026-01-02', 1, '2026-01-03T00:00:00Z'],
    ['2026-01-03T12:00:00Z', 1, '2026-01-06T00:00:00Z'],
    ['2026-01-05', 0, '2026-01-03T00:00:00Z'],
  ])('whole days: %s plus %d is %s', (from, days, to) => {
    expect(isoInstant(add(week, at(from), days))).toBe(to);
  });

  test.each([
    ['2026-01-01', 1.5, '2026-01-02T12:00:00Z'],
    ['2026-01-02T12:00:00Z', 0.25, '2026-01-02T15:00:00Z'],
    // Half a day on Friday the 9th, the rest on Monday.
    ['2026-01-02T15:00:00Z', 5, '2026-01-12T10:00:00Z'],
  ])('hours: %s plus %d is %s', (from, days, to) => {
    expect(isoInstant(add(shift, at(from), days))).toBe(to);
  });

  test('subtract gives the latest instant, add the earliest', () => {
    expect(isoInstant(subtract(week, at('2026-01-08'), 2))).toBe('2026-01-06T00:00:00Z');
    expect(isoInstant(subtract(week, at('2026-01-08'), 4))).toBe('2026-01-02T00:00:00Z');
    expect(isoInstant(subtract(week, at('2026-01-08'), 3))).toBe('2026-01-05T00:00:00Z');
    expect(isoInstant(add(week, at('2026-01-01'), 2))).toBe('2026-01-03T00:00:00Z');
  });

  test('24:00 of a working day ends an interval even where the next day begins one', () => {
    expect(placeOf(week, at('2026-01-07'))).toBe(Place.endAndInside);
    expect(placeOf(week, at('2026-01-03'))).toBe(Place.end);
    expect(placeOf(week, at('2026-01-05'))).toBe(Place.inside);
    expect(placeOf(week, at('2026-01-04'))).toBe(Place.gap);
    expect(placeOf(shift, at('2026-01-02T12:00:00Z'))).toBe(Place.end);
  });

  test('a finish is displayed on the last working day before it', () => {
    expect(lastWorkingDayBefore(week, at('2026-01-05'))).toBe(at('2026-01-02'));
    expect(lastWorkingDayBefore(week, at('2026-01-06'))).toBe(at('2026-01-05'));
    expect(lastWorkingDayBefore(shift, at('2026-01-05T08:00:00Z'))).toBe(at('2026-01-02'));
  });

  test('a working day is as long as hoursPerDay says, by default the longest day', () => {
    const long = compileCalendar({
      id: 'long',
      name: 'Two shifts, one on Friday',
      workWeek: [1, 5],
      hours: { '1': [['06:00', '22:00']], '5': [['06:00', '14:00']] },
      hoursPerDay: 8,
    });
    expect(add(long, at('2026-01-05'), 2.5)).toBe(at('2026-01-09T10:00:00Z'));
    expect(shift.hoursPerDay).toBe(8);
    expect(week.hoursPerDay).toBe(24);
  });
});

test('instants within 1e-9 days of a boundary are that boundary', () => {
  const friday = at('2026-01-03');
  expect(startRoll(week, friday - 5e-10)).toBe(at('2026-01-05'));
  expect(startRoll(week, friday - 5e-9)).toBe(friday - 5e-9);
  expect(placeOf(week, friday + 5e-10)).toBe(Place.end);
  expect(placeOf(week, friday + 5e-9)).toBe(Place.gap);
});

describe('a calendar without working time', () => {
  const none: Calendar = { id: 'none', name: 'Never', workWeek: [] };
  test('is refused by its name', () => {
    expect(hasWorkingTime(none)).toBe(false);
    expect(() => compileCalendar(none)).toThrow('calendar "none" has no working time');
  });
  test('one that works on a single exceptional day is not', () => {
    const once: Calendar = { ...none, exceptions: [{ from: '2026-05-01', working: true }] };
    expect(hasWorkingTime(once)).toBe(true);
    const calendar = compileCalendar(once);
    expect(add(calendar, at('2026-01-01'), 0.5)).toBe(at('2026-05-01T12:00:00Z'));
    expect(add(calendar, at('2026-01-01'), 2)).toBe(Number.POSITIVE_INFINITY);
  });
  test('an exception that falls on no day of its week does not help', () => {
    const sundayHours: Calendar = {
      id: 'x',
      name: 'x',
      workWeek: [],
      hours: { '7': [['08:00', '12:00']] },
      exceptions: [{ from: '2026-01-05', working: true }],
    };
    expect(hasWorkingTime(sundayHours)).toBe(false);
  });
});

test('later exceptions win over earlier ones', () => {
  const calendar = compileCalendar({
    id: 'c',
    name: 'c',
    workWeek: [1, 2, 3, 4, 5],
    exceptions: [
      { from: '2026-03-02', to: '2026-03-06', working: false },
      { from: '2026-03-04', working: true },
    ],
  });
  expect(isoInstant(add(calendar, at('2026-02-28'), 1))).toBe('2026-03-05T00:00:00Z');
});

test('never stays never', () => {
  expect(workedAt(shift, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(add(shift, Number.POSITIVE_INFINITY, 3)).toBe(Number.POSITIVE_INFINITY);
  expect(startRoll(shift, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});

describe('far away', () => {
  test('dates to 2199 and beyond, and before 1970, follow the same weeks', () => {
    // 2199-12-31 is a Tuesday; 3 working days from it: Tue, Wed, Thu.
    expect(isoInstant(add(week, at('2199-12-31'), 3))).toBe('2200-01-03T00:00:00Z');
    expect(isoInstant(subtract(week, at('1970-01-05'), 10))).toBe('1969-12-22T00:00:00Z');
  });
  test('5 million working days are 7 million days', () => {
    expect(add(week, at('2026-01-05'), 5_000_000) - at('2026-01-05')).toBe(7_000_000 - 2);
  });
  test('a duration at the edge of its range neither hangs nor turns into something unnamed', () => {
    expect(add(shift, at('2026-01-05'), 1e15)).toBeGreaterThan(1e15);
    expect(subtract(shift, at('2026-01-05'), 1e15)).toBeLessThan(-1e15);
  });
});

/** Instants on whole quarter hours (where boundaries lie) and anywhere. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 1200 * 96 }).map((quarters) => 20_300 + quarters / 96),
  fc.double({ min: 20_300, max: 21_500, noNaN: true }),
);
const work = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 2000 }).map((eighths) => eighths / 8),
  fc.double({ min: 0, max: 250, noNaN: true }),
);
const near = (a: number, b: number) => Math.abs(a - b) <= 2e-9;

describe('against the twin that walks from interval to interval', () => {
  test('add, subtract, startRoll, places and work between agree', () => {
    fc.assert(
      fc.property(arbitraryCalendar, instant, instant, work, (source, t, other, days) => {
        const walking = walkingCalendar(source);
        const calendar = compileCalendar(source, { from: 20_454, until: 21_100 });
        expect(startRoll(calendar, t)).toSatisfy((x: number) => near(x, walkStartRoll(walking, t)));
        expect(finishAt(calendar, workedAt(calendar, t))).toSatisfy((x: number) => near(x, walkFinishRoll(walking, t)));
        expect(add(calendar, t, days)).toSatisfy((x: number) => near(x, walkAdd(walking, t, days)));
        expect(subtract(calendar, t, days)).toSatisfy((x: number) => near(x, walkSubtract(walking, t, days)));
        expect(workTime(calendar, other) - workTime(calendar, t)).toBeCloseTo(walkWork(walking, t, other), 7);
        expect((placeOf(calendar, t) & Place.end) !== 0).toBe(walkIsEnd(walking, t));
        expect(placeOf(calendar, t) !== Place.gap).toBe(walkCanLieOn(walking, t));
      }),
      { seed: 1, numRuns: 120 },
    );
  });
});

test('what lies outside the tables comes out as it does inside', () => {
  fc.assert(
    fc.property(arbitraryCalendar, instant, work, (source, t, days) => {
      const tabulated = compileCalendar(source);
      const bare = compileCalendar(source, { from: 20_000, until: 20_000 });
      expect(workedAt(bare, t)).toBeCloseTo(workedAt(tabulated, t), 9);
      expect(add(bare, t, days)).toBeCloseTo(add(tabulated, t, days), 8);
      expect(subtract(bare, t, days)).toBeCloseTo(subtract(tabulated, t, days), 8);
      expect(placeOf(bare, t)).toBe(placeOf(tabulated, t));
    }),
    { seed: 2, numRuns: 100 },
  );
});

test('work time never falls, and adding work adds exactly that work', () => {
  fc.assert(
    fc.property(arbitraryCalendar, instant, work, (source, t, days) => {
      const calendar = compileCalendar(source);
      expect(workTime(calendar, t + 1)).toBeGreaterThanOrEqual(workTime(calendar, t));
      expect(workTime(calendar, add(calendar, t, days)) - workTime(calendar, t)).toBeCloseTo(days, 7);
      expect(workTime(calendar, t) - workTime(calendar, subtract(calendar, t, days))).toBeCloseTo(days, 7);
      expect(add(calendar, t, days)).toBeLessThanOrEqual(subtract(calendar, add(calendar, t, days), 0) + 1e-9);
    }),
    { seed: 3, numRuns: 100 },
  );
});
