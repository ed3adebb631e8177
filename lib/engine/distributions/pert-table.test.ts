import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaShape, lowerBetaQuantile, mirrored } from '../maths/beta';
import { betaTable, fillFromBetaTable } from './pert-table';

/** The table's error, relative to the distance from the nearer end of the distribution. */
const STATED_ERROR = 1e-12;

function worstError(lambda: number, r: number): number {
  const [a, b] = [1 + lambda * r, 1 + lambda * (1 - r)];
  const table = betaTable(a, b);
  const shape = betaShape(a, b);
  const one = new Float64Array(1);
  const at = (u: number, low: number, high: number) => {
    one[0] = u;
    fillFromBetaTable(table, { low, high }, one, 0, 1, one);
    return one[0]!;
  };
  let worst = 0;
  // Places that fall on every part of the cells, into the tail beyond the table as well.
  for (let k = 0; k < 700; k += 1) {
    const u = 0.5 * Math.exp(-((k * 0.0137) % 9.6));
    worst = Math.max(worst, Math.abs(at(u, 0, 1) / lowerBetaQuantile(u, shape) - 1));
    const mass = 1 - (1 - u);
    if (1 - u > 0.5)
      worst = Math.max(worst, Math.abs(-at(1 - u, -1, 0) / lowerBetaQuantile(mass, mirrored(shape)) - 1));
  }
  return worst;
}

describe('the table of a PERT quantile', () => {
  it('keeps its stated error against root finding, for all shapes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (r, size) => {
        // lambda from 0 to 1,000.
        expect(worstError(1000 * size ** 4, r)).toBeLessThan(STATED_ERROR);
      }),
      {
        seed: 13,
        numRuns: 40,
        examples: [
          [0, 0.25],
          [1, 0.25],
          [0.5, 0.25],
          [0.3, 0],
          [0, 1],
          [0.5, 1],
        ],
      },
    );
  });

  it('joins its halves and its tails without a step', () => {
    const table = betaTable(2.2, 3.8);
    const u = Float64Array.of(0.5 - 1e-14, 0.5, 2 ** -12 - 1e-16, 2 ** -12, 1 - 2 ** -12, 1 - 2 ** -12 + 1e-15);
    const out = u.slice();
    fillFromBetaTable(table, { low: 0, high: 1 }, out, 0, u.length, out);
    for (const i of [0, 2, 4]) expect(Math.abs(out[i]! / out[i + 1]! - 1)).toBeLessThan(3e-12);
  });
});
