export interface SymmetricEigen {
  /** The eigenvalues, in no order. */
  readonly values: Float64Array;
  /** Row i is the eigenvector of values[i], of length 1. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix of `size` rows kept row by row, by Jacobi's cyclic rotations.
 * `start` may hold orthonormal rows that nearly diagonalise the matrix (the vectors of a matrix close by): it then
 * takes one or two sweeps in place of six to ten.
 *
 * Source: G. H. Golub, C. F. Van Loan, Matrix Computations, section 8.5.
 */
export function symmetricEigen(matrix: Float64Array, size: number, start?: Float64Array): SymmetricEigen {
  const vectors = start === undefined ? identity(size) : start.slice();
  const work = start === undefined ? matrix.slice() : rotated(matrix, vectors, size);
  // Each sweep squares what is off the diagonal; the limit is never reached by a finite matrix.
  for (let sweep = 0; sweep < 60; sweep += 1) {
    if (offDiagonal(work, size) <= 1e-30 * frobenius(work)) break;
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(work, vectors, size, p, q);
    }
  }
  const values = new Float64Array(size);
  for (let i = 0; i < size; i += 1) values[i] = work[i * size + i]!;
  return { values, vectors };
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) matrix[i * size + i] = 1;
  return matrix;
}

/** V A V' for vectors in the rows of V. */
function rotated(matrix: Float64Array, vectors: Float64Array, size: number): Float64Array {
  const half = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < size; k += 1) {
      const weight = vectors[i * size + k]!;
      for (let j = 0; j < size; j += 1) half[i * size + j] = half[i * size + j]! + weight * matrix[k * size + j]!;
    }
  }
  const whole = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += half[i * size + k]! * vectors[j * size + k]!;
      whole[i * size + j] = sum;
      whole[j * size + i] = sum;
    }
  }
  return whole;
}

/** Turns rows and columns p and q so that their common element vanishes. */
function rotate(work: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const shared = work[p * size + q]!;
  if (shared === 0) return;
  const theta = (work[q * size + q]! - work[p * size + p]!) / (2 * shared);
  const size1 = Math.abs(theta);
  // Beyond 1e150 the square overflows, and the angle is its limit.
  const tangent = (theta < 0 ? -1 : 1) / (size1 > 1e150 ? 2 * size1 : size1 + Math.sqrt(size1 * size1 + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const pp = work[p * size + p]! - tangent * shared;
  const qq = work[q * size + q]! + tangent * shared;
  for (let k = 0; k < size; k += 1) {
    const a = work[p * size + k]!;
    const b = work[q * size + k]!;
    const turnedA = cosine * a - sine * b;
    const turnedB = sine * a + cosine * b;
    work[p * size + k] = turnedA;
    work[k * size + p] = turnedA;
    work[q * size + k] = turnedB;
    work[k * size + q] = turnedB;
    const v = vectors[p * size + k]!;
    const w = vectors[q * size + k]!;
    vectors[p * size + k] = cosine * v - sine * w;
    vectors[q * size + k] = sine * v + cosine * w;
  }
  work[p * size + p] = pp;
  work[q * size + q] = qq;
  work[p * size + q] = 0;
  work[q * size + p] = 0;
}

function offDiagonal(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) sum += 2 * matrix[i * size + j]! * matrix[i * size + j]!;
  }
  return sum;
}

function frobenius(matrix: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < matrix.length; i += 1) sum += matrix[i]! * matrix[i]!;
  return sum;
}
