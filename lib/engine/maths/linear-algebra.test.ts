import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky } from './cholesky';
import { nearestCorrelation } from './nearest-correlation';
import { symmetricEigen } from './symmetric-eigen';

/** A symmetric matrix with unit diagonal from its upper triangle. */
function unitDiagonal(size: number, upper: readonly number[]): Float64Array {
  const matrix = new Float64Array(size * size);
  let next = 0;
  for (let i = 0; i < size; i += 1) {
    matrix[i * size + i] = 1;
    for (let j = i + 1; j < size; j += 1) {
      matrix[i * size + j] = upper[next]!;
      matrix[j * size + i] = upper[next]!;
      next += 1;
    }
  }
  return matrix;
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0));
}

describe('linear algebra of correlations', () => {
  it('factors a textbook matrix', () => {
    const result = cholesky(Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98), 3);
    // The worked example of Wikipedia's article on the Cholesky decomposition.
    expect(result.positiveDefinite && [...result.lower]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
  });

  it('counts a pivot of rounding size as not positive definite', () => {
    const nearlyOne = Math.sqrt(1 - 0.9e-12);
    expect(cholesky(unitDiagonal(2, [nearlyOne]), 2)).toEqual({ positiveDefinite: false, row: 1 });
    expect(cholesky(unitDiagonal(2, [Math.sqrt(1 - 1.2e-12)]), 2).positiveDefinite).toBe(true);
  });

  it("finds Higham's published nearest matrix", () => {
    // N. J. Higham, IMA J. Numer. Anal. 22 (2002), p. 340: the tridiagonal matrix -1, 2, -1 of order 4.
    const given = Float64Array.of(2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2);
    const nearest = nearestCorrelation(given, 4, 0);
    const published = unitDiagonal(4, [-0.8084, 0.1916, 0.1068, -0.6562, 0.1916, -0.8084]);
    for (let i = 0; i < 16; i += 1) expect(nearest[i]).toBeCloseTo(published[i]!, 4);
  });

  it('finds the nearest matrix of an impossible triangle and a fourth input', () => {
    // Computed by an independent implementation of the model.
    const nearest = nearestCorrelation(unitDiagonal(4, [0.9, -0.9, 0.1, 0.9, 0, 0]), 4);
    const expected = unitDiagonal(4, [0.499336457, -0.499336457, 0.081752939, 0.500294598, 0.018203425, -0.018203425]);
    for (let i = 0; i < 16; i += 1) expect(Math.abs(nearest[i]! - expected[i]!)).toBeLessThan(1e-9);
  });

  it('offers matrices that are possible and that no other mixture with them comes nearer', () => {
    const rho = fc.double({ min: -0.99, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(rho, { minLength: 10, maxLength: 10 }),
        fc.array(rho, { minLength: 5, maxLength: 5 }),
        (upper, factor) => {
          const given = unitDiagonal(5, upper);
          const nearest = nearestCorrelation(given, 5);
          expect(Math.min(...symmetricEigen(nearest, 5).values)).toBeGreaterThan(0.999e-6);
          expect(cholesky(nearest, 5).positiveDefinite).toBe(true);
          // The set is convex: a step from the offer towards any member of it leads away from what was given.
          const member = unitDiagonal(
            5,
            upper.map((_, k) => factorPair(factor, k)),
          );
          const mixed = nearest.map((value, i) => 0.99 * value + 0.01 * member[i]!);
          expect(distance(mixed, given)).toBeGreaterThan(distance(nearest, given) - 1e-7);
        },
      ),
      { seed: 6, numRuns: 60 },
    );
  });

  it('diagonalises: A v = lambda v', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 15, maxLength: 15 }), (upper) => {
        const matrix = unitDiagonal(6, upper);
        const { values, vectors } = symmetricEigen(matrix, 6);
        for (let k = 0; k < 6; k += 1) {
          for (let i = 0; i < 6; i += 1) {
            let sum = 0;
            for (let j = 0; j < 6; j += 1) sum += matrix[i * 6 + j]! * vectors[k * 6 + j]!;
            expect(Math.abs(sum - values[k]! * vectors[k * 6 + i]!)).toBeLessThan(1e-12);
          }
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it.each([120, 400])('%i rows: answers at once where the iteration would take minutes', (size) => {
    const upper = Array.from({ length: (size * (size - 1)) / 2 }, (_, k) => (k % 3 === 0 ? -0.9 : 0.9));
    const nearest = nearestCorrelation(unitDiagonal(size, upper), size);
    expect(cholesky(nearest, size).positiveDefinite).toBe(true);
  });
});

/** Correlations of a one-factor model: always possible. */
function factorPair(factor: readonly number[], k: number): number {
  let next = 0;
  for (let i = 0; i < 5; i += 1) {
    for (let j = i + 1; j < 5; j += 1) {
      if (next === k) return factor[i]! * factor[j]!;
      next += 1;
    }
  }
  return 0;
}
