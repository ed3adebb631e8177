import { betaQuantile } from '../maths/beta';
import { bracketedRoot } from '../maths/root';

/** Where a three-point shape begins and ends, and where in between its mode lies (0 .. 1). */
export interface ShapeBounds {
  readonly low: number;
  readonly high: number;
  /** (mode - low) / (high - low); 0 where both are the same. */
  readonly r: number;
}

/** The quantile of the triangular distribution on [0, 1] with its mode at r. */
export function unitTriangularQuantile(u: number, r: number): number {
  return u < r ? Math.sqrt(u * r) : 1 - Math.sqrt((1 - u) * (1 - r));
}

/** The quantile of the PERT distribution on [0, 1] with its mode at r. */
export function unitPertQuantile(u: number, r: number, lambda: number): number {
  return betaQuantile(u, 1 + lambda * r, 1 + lambda * (1 - r));
}

/** The bounds as they are given. */
export function givenBounds(low: number, mode: number, high: number): ShapeBounds {
  return { low, high, r: high > low ? (mode - low) / (high - low) : 0 };
}

/**
 * End points of a three-point shape of which the 10th percentile, the mode and the 90th percentile are known: r in
 * [0, 1] solves (mode - p10) / (p90 - p10) = (r - q(0.1; r)) / (q(0.9; r) - q(0.1; r)), q the quantile of the same
 * shape on [0, 1] with its mode at r. The mode may lie on p10 or p90: a root exists for every mode between them.
 *
 * Errors: RangeError where the mode lies outside [p10, p90].
 *
 * @example percentileBounds(10, 20, 50, unitTriangularQuantile) // low -2.739..., high 68.629...
 */
export function percentileBounds(
  p10: number,
  mode: number,
  p90: number,
  quantile: (u: number, r: number) => number,
): ShapeBounds {
  if (!(p10 <= mode && mode <= p90)) throw new RangeError(`mode ${mode} lies outside [${p10}, ${p90}]`);
  if (p10 === p90) return { low: p10, high: p90, r: 0 };
  const wanted = (mode - p10) / (p90 - p10);
  const excess = (r: number): number => {
    const lower = quantile(0.1, r);
    return r - lower - wanted * (quantile(0.9, r) - lower);
  };
  // p10 and p90 are met exactly whatever r is; its last digits only move the mode.
  const r = bracketedRoot(excess, 0, 1, 1e-13);
  const lower = quantile(0.1, r);
  const scale = (p90 - p10) / (quantile(0.9, r) - lower);
  return { low: p10 - scale * lower, high: p10 + scale * (1 - lower), r };
}
