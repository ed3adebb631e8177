import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, betaShape, incompleteBeta, logBeta, logGamma } from './beta';

/** Known values: mpmath 1.3 with 50 digits. */
const QUANTILE = [
  [0.1, 3, 3, 0.2466364532884666],
  [0.5, 1 + 4 / 3, 1 + 8 / 3, 0.37581250700412105],
  [0.9, 2, 4, 0.583890374619529],
  [0.001, 2, 4, 0.010101787883737752],
  [1e-6, 2.2, 3.8, 0.0006425812390762546],
  [0.999, 51, 51, 0.6498244304433953],
  [0.25, 5, 1000, 0.0033562370638002188],
] as const;
const LOG_GAMMA = [
  [1.5, -0.12078223763524522],
  [5, 3.1780538303479458],
  [12.25, 18.115669505710894],
  [100, 359.1342053695754],
  [1000, 5905.220423209181],
] as const;

describe('the beta distribution', () => {
  it.each(QUANTILE)('the quantile at %d of (%d, %d) is its known value', (u, a, b, value) => {
    expect(Math.abs(betaQuantile(u, a, b) / value - 1)).toBeLessThan(5e-14);
  });
  it.each(LOG_GAMMA)('log Gamma(%d) is its known value', (x, value) => {
    expect(Math.abs(logGamma(x) / value - 1)).toBeLessThan(5e-14);
  });
  it('has closed forms with one parameter 1', () => {
    expect(betaQuantile(0.1, 1, 5)).toBeCloseTo(1 - 0.9 ** 0.2, 15);
    expect(betaQuantile(0.1, 2, 1)).toBeCloseTo(Math.sqrt(0.1), 15);
    expect(betaQuantile(0.3, 1, 1)).toBe(0.3);
    expect(incompleteBeta(0.2, betaShape(3, 3))).toBeCloseTo(0.05792, 14);
    expect(incompleteBeta(0.5, betaShape(2, 3))).toBeCloseTo(0.6875, 14);
    expect(incompleteBeta(0.01, betaShape(1.5, 200))).toBeCloseTo(0.7412388483060051, 13);
  });
  it('ends at 0 and 1', () => {
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
    expect(() => betaQuantile(1.5, 2, 3)).toThrow(RangeError);
    expect(() => betaQuantile(0.5, 0, 3)).toThrow(RangeError);
  });
  it('keeps B(a, b) = B(a + 1, b) (a + b) / a across all of its formulas', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1000, noNaN: true }),
        fc.double({ min: 1, max: 1000, noNaN: true }),
        (a, b) => {
          expect(Math.abs(logBeta(a, b) - logBeta(a + 1, b) - Math.log((a + b) / a))).toBeLessThan(1e-12);
        },
      ),
      { seed: 4, numRuns: 2_000 },
    );
  });
  it('gives back the draw from its quantile', () => {
    const parameter = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), parameter, parameter, (u, a, b) => {
        const x = betaQuantile(u, a, b);
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(1);
        // The slope there, times the rounding of x near 1, bounds what can be given back.
        expect(Math.abs(incompleteBeta(x, betaShape(a, b)) - u)).toBeLessThan(3e-12);
      }),
      { seed: 5, numRuns: 1_000 },
    );
  });
});
