import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panBy, zoomAround } from './time-window';

const bounds = { start: 20454, end: 24837 };

describe('time window', () => {
  it('zoom keeps the day under the hand where it is', () => {
    const window = { start: 21454, end: 22454 };
    const zoomed = zoomAround(window, 21704, 0.5, bounds);
    expect(zoomed).toEqual({ start: 21579, end: 22079 });
  });

  it('zoom never leaves the horizon nor shows less than four weeks', () => {
    const factors = fc.double({ min: 0.0001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(factors, fc.double({ min: 0, max: 1, noNaN: true }), (factor, at) => {
        const window = { start: bounds.start + 1000, end: bounds.start + 2000 };
        const zoomed = zoomAround(window, window.start + at * 1000, factor, bounds);
        expect(zoomed.start).toBeGreaterThanOrEqual(bounds.start);
        expect(zoomed.end).toBeLessThanOrEqual(bounds.end + 1e-6);
        expect(zoomed.end - zoomed.start).toBeGreaterThanOrEqual(28 - 1e-6);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('panning keeps the length and stops at the ends', () => {
    const window = { start: bounds.start + 10, end: bounds.start + 400 };
    expect(panBy(window, -1000, bounds)).toEqual({ start: bounds.start, end: bounds.start + 390 });
    expect(panBy(window, 1e9, bounds).end).toBe(bounds.end);
  });
});
