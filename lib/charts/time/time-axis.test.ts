import { describe, expect, it } from 'vitest';
import { lightTheme } from '../../theme/palette';
import { overlaps, textBoxes } from '../testing/scene-boxes';
import { dateDay, horizonWindow, monthIndexAt, monthSpan, monthSpans } from './months';
import { timeAxis, timeTicks, yearShades } from './time-axis';
import { timeScale } from './time-scale';

const day = (date: string) => dateDay(date);

describe('months', () => {
  it('are whole calendar months in UTC', () => {
    // 2028 is a leap year.
    expect(monthSpan('2028-02')).toEqual({
      month: '2028-02',
      start: day('2028-02-01'),
      end: day('2028-03-01'),
      middle: day('2028-02-01') + 14.5,
    });
    expect(horizonWindow({ start: '2026-01', end: '2037-12' })).toEqual({
      start: day('2026-01-01'),
      end: day('2038-01-01'),
    });
  });
  it('are found by any day in them', () => {
    const spans = monthSpans([{ month: '2026-01' }, { month: '2026-02' }, { month: '2026-03' }]);
    expect(monthIndexAt(spans, day('2026-01-31') + 0.99)).toBe(0);
    expect(monthIndexAt(spans, day('2026-02-01'))).toBe(1);
    expect(monthIndexAt(spans, day('2026-04-01'))).toBe(-1);
    expect(monthIndexAt(spans, day('2025-12-31'))).toBe(-1);
  });
  it('a date without a time ends at 24:00 where it names a finish', () => {
    expect(dateDay('2026-06-13', 'finish')).toBe(day('2026-06-14'));
    expect(dateDay('2026-06-13T12:00:00Z', 'finish')).toBe(day('2026-06-13') + 0.5);
  });
});

describe('the time scale', () => {
  it('is monotone and its own inverse', () => {
    const scale = timeScale({ start: day('2026-01-01'), end: day('2038-01-01') }, 50, 900);
    let before = Number.NEGATIVE_INFINITY;
    for (let at = scale.window.start; at <= scale.window.end; at += 17) {
      expect(scale.x(at)).toBeGreaterThan(before);
      before = scale.x(at);
      expect(scale.day(scale.x(at))).toBeCloseTo(at, 4);
    }
    expect(scale.x(scale.window.start)).toBe(50);
    expect(scale.x(scale.window.end)).toBe(900);
  });
  it('survives an empty window and no room', () => {
    const scale = timeScale({ start: 100, end: 100 }, 50, 20);
    expect(Number.isFinite(scale.x(100))).toBe(true);
  });
});

describe('the time axis', () => {
  const spansOf = [10, 20, 45, 120, 365, 1000, 4000, 12_000, 36_000];
  it.each(spansOf)('over %s days: labels never meet, whatever the width', (days) => {
    for (const width of [120, 280, 640, 1100]) {
      const scale = timeScale({ start: day('2026-03-05'), end: day('2026-03-05') + days }, 0, width);
      const boxes = textBoxes(timeAxis(scale, 0, lightTheme, 'top'));
      expect(overlaps(boxes)).toEqual([]);
      for (const box of boxes) expect(box.left >= 0 && box.right <= width).toBe(true);
    }
  });
  it('grows coarser with the stretch in view: days, weeks, months, quarters, years, decades', () => {
    const steps = spansOf.map((days) => timeTicks(timeScale({ start: 20_500, end: 20_500 + days }, 0, 640)).stepDays);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(new Set(steps).size).toBeGreaterThanOrEqual(6);
  });
  it('shades every second year, the same ones wherever the view begins', () => {
    for (const start of ['2026-01-01', '2026-07-15', '2027-02-01']) {
      const scale = timeScale({ start: day(start), end: day('2031-01-01') }, 0, 1000);
      const shades = yearShades(scale, 0, 10, lightTheme).children;
      for (const shade of shades) {
        if (typeof shade === 'string') throw new RangeError('a shade is a rectangle');
        const middle = Number(shade.attributes.x) + Number(shade.attributes.width) / 2;
        expect(new Date(scale.day(middle) * 86_400_000).getUTCFullYear() % 2).toBe(0);
      }
      expect(shades.length).toBeGreaterThan(1);
    }
  });
});
