/** A pivot at or below this is rounding, not variance: the matrix counts as not positive definite. */
export const SMALLEST_PIVOT = 1e-12;

export type CholeskyResult =
  | { readonly positiveDefinite: true; readonly lower: Float64Array }
  /** `row`: the first row whose pivot failed. */
  | { readonly positiveDefinite: false; readonly row: number };

/**
 * The lower triangular L with L L' = A, of a symmetric matrix of `size` rows kept row by row.
 *
 * @example cholesky(Float64Array.of(1, 0.8, 0.8, 1), 2) // lower: 1, 0, 0.8, 0.6
 */
export function cholesky(matrix: Float64Array, size: number): CholeskyResult {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i * size + j]!;
      for (let k = 0; k < j; k += 1) rest -= lower[i * size + k]! * lower[j * size + k]!;
      if (i === j) {
        if (!(rest > SMALLEST_PIVOT)) return { positiveDefinite: false, row: i };
        lower[i * size + i] = Math.sqrt(rest);
      } else lower[i * size + j] = rest / lower[j * size + j]!;
    }
  }
  return { positiveDefinite: true, lower };
}
