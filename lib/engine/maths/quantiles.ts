/**
 * Quantiles of type 7 (linear between order statistics at h = (n - 1) p), as R's default and spreadsheets' PERCENTILE.
 * `Infinity` stands for never: it sorts last, and an interpolation towards never is never.
 *
 * Source: R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996).
 */
import { createKernelSelector } from './kernel-selector';
import { createPlainSelector } from './plain-selector';
import type { QuantileScratch } from './quantile-scratch';
import { between } from './quantile-steps';

export type { QuantileScratch } from './quantile-scratch';
export { sumInQuarters } from './quantile-steps';

/** Columns up to this length share one work space, which stays: 16,384 trials. */
const SHARED_CAPACITY = 16_384;

let shared: QuantileScratch | undefined;

/** Work space for up to `capacity` values, shared by all who describe short columns one after the other. */
export function createQuantileScratch(capacity: number): QuantileScratch {
  if (capacity > SHARED_CAPACITY) return createSelector(capacity);
  shared ??= createSelector(SHARED_CAPACITY);
  return shared;
}

function createSelector(capacity: number): QuantileScratch {
  return createKernelSelector(capacity) ?? createPlainSelector(capacity);
}

/**
 * The type 7 quantile of values in ascending order. NaN where there are none.
 *
 * @example quantileType7([1, 2, 3, 4], 0.1) // 1.3
 */
export function quantileType7(sorted: ArrayLike<number>, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const rank = Math.floor(position);
  if (sorted.length === 0) return Number.NaN;
  return between(sorted[rank]!, sorted[Math.min(rank + 1, sorted.length - 1)]!, position - rank);
}

/**
 * out[k] = the type 7 quantile of values[0 .. count - 1] at probabilities[k], which ascend. Without sorting them all:
 * the values are put into buckets of equal width, and only the buckets that hold a wanted order statistic are sorted.
 * `values` is left as it was.
 *
 * @returns the sum of the values, by `sumInQuarters`
 *
 * Errors: RangeError on NaN or -Infinity among the values. NaN everywhere where count is 0.
 */
export function selectQuantiles(
  values: Float64Array,
  count: number,
  probabilities: ArrayLike<number>,
  out: Float64Array,
  scratch: QuantileScratch,
): number {
  if (values !== scratch.values) scratch.values.set(values.subarray(0, count));
  return selectInside(scratch, 0, count, probabilities, out);
}

/** The same of a stretch of the column that the work space holds. */
export function selectInside(
  scratch: QuantileScratch,
  from: number,
  count: number,
  probabilities: ArrayLike<number>,
  out: Float64Array,
): number {
  if (count === 0) {
    out.fill(Number.NaN, 0, probabilities.length);
    return 0;
  }
  const sum = scratch.select(from, count, probabilities, out);
  if (sum - sum !== 0) refuseUnordered(scratch.values, from, count);
  return sum;
}

/**
 * The same of so many stretches that begin `step` values apart, with the sum of each behind its quantiles: stretch by
 * stretch from out[at] on. `count` is at least 1.
 */
export function selectEachInside(
  scratch: QuantileScratch,
  stretches: { readonly stretches: number; readonly step: number; readonly count: number },
  probabilities: ArrayLike<number>,
  out: Float64Array,
  at: number,
): void {
  const { step, count } = stretches;
  const width = probabilities.length + 1;
  scratch.selectEach(stretches.stretches, step, count, probabilities, out, at);
  for (let i = 0; i < stretches.stretches; i++) {
    const sum = out[at + i * width + width - 1]!;
    if (sum - sum !== 0) refuseUnordered(scratch.values, i * step, count);
  }
}

function refuseUnordered(values: Float64Array, from: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = values[from + i]!;
    if (Number.isNaN(value)) throw new RangeError(`no quantile of NaN (value ${i})`);
    if (value === Number.NEGATIVE_INFINITY) throw new RangeError('no quantile of -Infinity');
  }
}
