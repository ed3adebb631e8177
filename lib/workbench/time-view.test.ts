import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { horizonView, monthAt, monthCount, monthOfDay, monthStartDay, panBy, zoomAround } from './time-view';

const document = { horizon: { start: '2026-01', end: '2037-12' } };
const bounds = horizonView(document);

describe('time view', () => {
  it('the horizon runs from the first day of its first month to the end of its last', () => {
    // 2026-01-01 is day 20454, 2038-01-01 is day 24837 (GNU date: `date -ud 2026-01-01 +%s` / 86400).
    expect(bounds).toEqual({ from: 20454, to: 24837 });
    expect(monthCount(document.horizon)).toBe(144);
  });

  it('a month and the day it begins with answer each other', () => {
    for (let index = 0; index < 144; index += 1) {
      expect(monthOfDay('2026-01', monthStartDay('2026-01', index))).toBe(index);
      expect(monthStartDay(monthAt('2026-01', index))).toBe(monthStartDay('2026-01', index));
    }
  });

  it('zoom keeps the day under the hand where it is, and never leaves the horizon', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (factor, at) => {
          const view = { from: bounds.from + 1000, to: bounds.from + 2000 };
          const zoomed = zoomAround(view, view.from + at * 1000, factor, bounds);
          expect(zoomed.from).toBeGreaterThanOrEqual(bounds.from);
          expect(zoomed.to).toBeLessThanOrEqual(bounds.to + 1e-6);
          expect(zoomed.to - zoomed.from).toBeGreaterThanOrEqual(28 - 1e-6);
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });

  it('panning keeps the length', () => {
    const view = { from: bounds.from + 10, to: bounds.from + 400 };
    expect(panBy(view, -1000, bounds)).toEqual({ from: bounds.from, to: bounds.from + 390 });
    expect(panBy(view, 1e9, bounds).to).toBe(bounds.to);
  });
});
