import type { KeyboardEvent } from 'react';
import { describe, expect, it } from 'vitest';
import { monthSpan, type TimeWindow } from '@/lib/charts/time/months';
import { monthKeyDown, windowAround, zoomed } from './month-slider';

const spans = Array.from({ length: 36 }, (_, index) =>
  monthSpan(`${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`),
);
const bounds: TimeWindow = { start: spans[0]?.start ?? 0, end: spans[35]?.end ?? 0 };

function press(key: string, index: number, window: TimeWindow = bounds) {
  const seen: { index?: number; window?: TimeWindow; opened?: number; prevented: boolean } = { prevented: false };
  const event = { key, preventDefault: () => (seen.prevented = true) } as unknown as KeyboardEvent;
  monthKeyDown(event, {
    spans,
    window,
    bounds,
    index,
    shortestDays: 14,
    onIndex: (to) => (seen.index = to),
    onWindow: (to) => (seen.window = to),
    onOpen: (at) => (seen.opened = at),
  });
  return seen;
}

describe('the crosshair by keyboard', () => {
  it('moves by a month, by a year, to the ends, and never beyond them', () => {
    expect(press('ArrowRight', 5).index).toBe(6);
    expect(press('ArrowLeft', 0).index).toBe(0);
    expect(press('PageUp', 30).index).toBe(35);
    expect(press('PageDown', 20).index).toBe(8);
    expect(press('Home', 20).index).toBe(0);
    expect(press('End', 20).index).toBe(35);
  });
  it('begins in the middle of what is in view', () => {
    expect(press('ArrowRight', -1).index).toBe(18);
  });
  it('takes the view along', () => {
    const window = { start: spans[0]?.start ?? 0, end: spans[5]?.end ?? 0 };
    const moved = press('ArrowRight', 5, window).window;
    expect(moved?.end).toBe(spans[6]?.end);
    expect((moved?.end ?? 0) - (moved?.start ?? 0)).toBeCloseTo(window.end - window.start, 9);
  });
  it('opens the month, zooms, shows all; other keys are left alone', () => {
    expect(press('Enter', 7).opened).toBe(7);
    const closer = press('+', 7).window;
    expect((closer?.end ?? 0) - (closer?.start ?? 0)).toBeCloseTo((bounds.end - bounds.start) * 0.8, 6);
    expect(press('0', 7, { start: bounds.start, end: bounds.start + 50 }).window).toEqual(bounds);
    expect(press('a', 7).prevented).toBe(false);
    expect(press('Tab', 7).prevented).toBe(false);
  });
});

describe('a window', () => {
  it('stays inside the bounds and keeps its length', () => {
    const window = { start: bounds.start + 100, end: bounds.start + 200 };
    for (const [from, to] of [
      [bounds.start - 50, bounds.start],
      [bounds.end, bounds.end + 400],
      [bounds.start + 120, bounds.start + 130],
    ] as const) {
      const next = windowAround(window, from, to, bounds);
      expect(next.end - next.start).toBeCloseTo(100, 9);
      expect(next.start >= bounds.start && next.end <= bounds.end + 1e-9).toBe(true);
    }
  });
  it('zooms about a day that keeps its place, never closer than the shortest view nor beyond the bounds', () => {
    const window = { start: bounds.start + 200, end: bounds.start + 600 };
    const about = bounds.start + 300;
    const next = zoomed(window, 0.5, about, bounds, 14);
    expect((about - next.start) / (next.end - next.start)).toBeCloseTo(0.25, 9);
    const closest = zoomed(window, 1e-9, about, bounds, 14);
    expect(closest.end - closest.start).toBeCloseTo(14, 6);
    const all = zoomed(window, 100, about, bounds, 14);
    expect(all.start).toBeCloseTo(bounds.start, 6);
    expect(all.end).toBeCloseTo(bounds.end, 6);
  });
});
