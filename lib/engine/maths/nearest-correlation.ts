import { symmetricEigen } from './symmetric-eigen';

/** The smallest eigenvalue of an offered matrix: clearly positive definite, and too small to be seen in a result. */
export const SMALLEST_EIGENVALUE = 1e-6;
/** Beyond so many rows the iteration would keep a person waiting for minutes. */
const ROWS_FOR_ITERATION = 80;
const STEPS = 2000;
/** Beyond so many rows the bisection would take seconds. */
const ROWS_FOR_BISECTION = 250;

/**
 * The correlation matrix nearest (in the Frobenius norm) to a symmetric matrix with unit diagonal, with no eigenvalue
 * below `smallest`: alternating projections on the matrices with such eigenvalues and on those with unit diagonal,
 * with Dykstra's correction. Above 80 rows: the nearest on the straight line to the identity (shrinking), not the
 * nearest of all. Above 250 rows: on that line too, but no further from the identity than Gershgorin's circles allow.
 *
 * Source: N. J. Higham, Computing the nearest correlation matrix, IMA J. Numer. Anal. 22 (2002).
 */
export function nearestCorrelation(matrix: Float64Array, size: number, smallest = SMALLEST_EIGENVALUE): Float64Array {
  if (size > ROWS_FOR_ITERATION) return shrunk(matrix, size, smallest);
  let y = matrix.slice();
  const correction = new Float64Array(size * size);
  let vectors: Float64Array | undefined;
  for (let step = 0; step < STEPS; step += 1) {
    const r = y.map((value, i) => value - correction[i]!);
    const eigen = symmetricEigen(r, size, vectors);
    vectors = eigen.vectors;
    const x = withEigenvaluesAbove(eigen.values, eigen.vectors, size, smallest);
    let moved = 0;
    let norm = 0;
    const next = x.slice();
    for (let i = 0; i < size; i += 1) next[i * size + i] = 1;
    for (let i = 0; i < x.length; i += 1) {
      correction[i] = x[i]! - r[i]!;
      moved = Math.max(moved, Math.abs(next[i]! - y[i]!), Math.abs(next[i]! - x[i]!));
      norm = Math.max(norm, Math.abs(next[i]!));
    }
    y = next;
    if (moved <= 1e-12 * norm) break;
  }
  return scaledToUnitDiagonal(y, size, smallest);
}

function withEigenvaluesAbove(
  values: Float64Array,
  vectors: Float64Array,
  size: number,
  smallest: number,
): Float64Array {
  const result = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) {
    const value = Math.max(values[k]!, smallest);
    for (let i = 0; i < size; i += 1) {
      const weight = value * vectors[k * size + i]!;
      for (let j = 0; j <= i; j += 1) result[i * size + j] = result[i * size + j]! + weight * vectors[k * size + j]!;
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) result[j * size + i] = result[i * size + j]!;
  }
  return result;
}

/** The last bits: lifts the eigenvalues once more and divides rows and columns by the roots of the diagonal. */
function scaledToUnitDiagonal(matrix: Float64Array, size: number, smallest: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size);
  const lifted = withEigenvaluesAbove(values, vectors, size, smallest);
  const roots = new Float64Array(size);
  for (let i = 0; i < size; i += 1) roots[i] = Math.sqrt(lifted[i * size + i]!);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      lifted[i * size + j] = i === j ? 1 : lifted[i * size + j]! / (roots[i]! * roots[j]!);
    }
  }
  return lifted;
}

/** I + t (A - I) with the largest t that keeps the eigenvalues; by bisection over the test of positive definiteness. */
function shrunk(matrix: Float64Array, size: number, smallest: number): Float64Array {
  let below = size > ROWS_FOR_BISECTION ? dominantShare(matrix, size, smallest) : 0;
  let above = size > ROWS_FOR_BISECTION ? below : 1;
  // 24 halvings: seven digits, as many as are shown.
  for (let step = 0; step < 24 && below < above; step += 1) {
    const middle = (below + above) / 2;
    if (isAbove(matrix, size, middle, smallest)) below = middle;
    else above = middle;
  }
  return matrix.map((value, i) => (i % (size + 1) === 0 ? 1 : below * value));
}

/** The t up to which each row of I + t (A - I) keeps `smallest` more on the diagonal than beside it. */
function dominantShare(matrix: Float64Array, size: number, smallest: number): number {
  let largest = 0;
  for (let i = 0; i < size; i += 1) {
    let beside = -1;
    for (let j = 0; j < size; j += 1) beside += Math.abs(matrix[i * size + j]!);
    largest = Math.max(largest, beside);
  }
  return largest > 1 - smallest ? (1 - smallest) / largest : 1;
}

/** Whether I + t (A - I) - smallest I is positive definite, by elimination. */
function isAbove(matrix: Float64Array, size: number, t: number, smallest: number): boolean {
  const lower = matrix.map((value, i) => (i % (size + 1) === 0 ? 1 - smallest : t * value));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = lower[i * size + j]!;
      for (let k = 0; k < j; k += 1) rest -= lower[i * size + k]! * lower[j * size + k]!;
      if (i !== j) lower[i * size + j] = rest / lower[j * size + j]!;
      else if (rest > 0) lower[i * size + i] = Math.sqrt(rest);
      else return false;
    }
  }
  return true;
}
