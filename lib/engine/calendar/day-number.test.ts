import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDateOfDay, dayNumber, dayOfCivilDate, isoDate, isoInstant, parseDateText } from './day-number';
import { compileHorizon } from './horizon';

const MILLISECONDS_PER_DAY = 86_400_000;

test.each([
  // 56 years, 14 of them leap: 56 x 365 + 14.
  ['2026-01-01', 20_454],
  ['1970-01-01', 0],
  // Julian Day 2451544.5 is 2000-01-01 0h, 2440587.5 the epoch (Astronomical Almanac).
  ['2000-01-01', 10_957],
  ['2000-02-29', 11_016],
  ['1969-12-31', -1],
  ['2199-12-31', 84_005],
])('%s is day %d', (date, day) => {
  expect(dayNumber(date, 'start')).toBe(day);
  expect(isoDate(day)).toBe(date);
});

test('a date alone is its 00:00 where it names a start, its 24:00 where it names a finish; a time is a time', () => {
  expect(dayNumber('2026-06-13', 'start')).toBe(dayNumber('2026-06-13T00:00:00Z', 'finish'));
  expect(dayNumber('2026-06-13', 'finish')).toBe(dayNumber('2026-06-14', 'start'));
  expect(dayNumber('2026-06-13T12:00:00Z', 'finish')).toBe(dayNumber('2026-06-13', 'start') + 0.5);
});

test('every day from 1600 to 2400 has the date that the platform gives it', () => {
  for (let day = -135_140; day < 157_055; day += 1) {
    const platform = new Date(day * MILLISECONDS_PER_DAY);
    const own = civilDateOfDay(day);
    if (
      own.year !== platform.getUTCFullYear() ||
      own.month !== platform.getUTCMonth() + 1 ||
      own.day !== platform.getUTCDate() ||
      dayOfCivilDate(own.year, own.month, own.day) !== day
    )
      expect.fail(`day ${day} came out as ${own.year}-${own.month}-${own.day}`);
  }
});

test('instants are written as the platform writes them, milliseconds only where they are not zero', () => {
  expect(isoInstant(21_496.75)).toBe('2028-11-08T18:00:00Z');
  expect(isoInstant(20_589.242_984_257_36)).toBe('2026-05-16T05:49:53.840Z');
  expect(isoInstant(20_454 - 1e-12)).toBe('2026-01-01T00:00:00Z');
  fc.assert(
    fc.property(fc.integer({ min: -4e12, max: 7e12 }), (milliseconds) => {
      const platform = new Date(milliseconds).toISOString().replace('.000Z', 'Z');
      expect(isoInstant(milliseconds / MILLISECONDS_PER_DAY)).toBe(platform);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a date reads back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 84_005 * 1440 }), (minutes) => {
      expect(dayNumber(isoInstant(minutes / 1440), 'start')).toBeCloseTo(minutes / 1440, 10);
    }),
    { seed: 2, numRuns: 300 },
  );
});

test('years of more than four digits keep their sign, as in ISO 8601', () => {
  expect(isoDate(dayOfCivilDate(12_026, 3, 1))).toBe('+012026-03-01');
  expect(isoDate(dayOfCivilDate(-1, 3, 1))).toBe('-000001-03-01');
  expect(isoInstant(1e15)).toMatch(/^\+\d+-\d\d-\d\dT00:00:00Z$/);
  expect(() => isoInstant(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

describe('no dates', () => {
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01-01T24:00:00Z',
    '2026-01-01T12:00:00',
    '2026-01-01T12:00:00+02:00',
    ' 2026-01-01',
    '',
    'yesterday',
  ])('"%s"', (text) => {
    expect(parseDateText(text)).toBeNull();
    expect(() => dayNumber(text, 'start')).toThrow(RangeError);
  });
});

test('the months of a horizon are whole, both ends included, and join without a gap', () => {
  const months = compileHorizon({ start: '2027-11', end: '2028-03' });
  expect(months.months).toEqual(['2027-11', '2027-12', '2028-01', '2028-02', '2028-03']);
  expect(Array.from(months.end, (end, m) => end - months.start[m]!)).toEqual([30, 31, 31, 29, 31]);
  expect(months.start[0]).toBe(dayNumber('2027-11-01', 'start'));
  expect([...months.end.subarray(0, 4)]).toEqual([...months.start.subarray(1)]);
  expect(months.middle[3]).toBe(dayNumber('2028-02-15T12:00:00Z', 'start'));
  expect(() => compileHorizon({ start: '2028-03', end: '2027-11' })).toThrow(RangeError);
  expect(() => compileHorizon({ start: '2028-13', end: '2029-01' })).toThrow(RangeError);
});
