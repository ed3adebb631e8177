import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from './normal';

/** Known values: mpmath 1.3 with 40 digits, from erfc. */
const CDF = [
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [1.96, 0.9750021048517795],
  [2.5, 0.9937903346742238],
  [-1, 0.15865525393145705],
  [-3, 0.0013498980316300946],
  [-6, 9.86587645037698e-10],
  [-10, 7.619853024160525e-24],
  [-37, 5.725571222524577e-300],
] as const;
const QUANTILE = [
  [0.9, 1.2815515655446006],
  [0.975, 1.9599639845400538],
  [0.75, 0.6744897501960817],
  [0.5001, 0.00025066283008800747],
  [0.1, -1.2815515655446004],
  [0.001, -3.0902323061678136],
  [1e-6, -4.753424308822899],
  [1e-10, -6.361340902404057],
  [1e-100, -21.273453560965326],
] as const;

describe('the standard normal distribution', () => {
  it.each(CDF)('Phi(%d) is its known value', (z, value) => {
    expect(Math.abs(normalCdf(z) / value - 1)).toBeLessThan(2e-15);
  });
  it.each(QUANTILE)('the quantile at %d is its known value', (u, value) => {
    expect(Math.abs(normalQuantile(u) / value - 1)).toBeLessThan(2e-15);
  });
  it('has the ends of its support as limits', () => {
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(-0.1)).toBeNaN();
  });
  it('gives back the draw from its score', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (u) => {
        const z = normalQuantile(u);
        // A relative error e of z is one of z^2 e of the tail.
        expect(Math.abs(normalCdf(z) / u - 1)).toBeLessThan(2e-15 * Math.max(1, z * z));
      }),
      { seed: 3, numRuns: 5_000 },
    );
  });
});
