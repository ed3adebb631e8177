import type { QuantileScratch } from '../maths/quantiles';

/** The interval reaches so many standard errors of the rank to each side: about 95 %. */
const REACH = 2;

/** Where a list of values is parted into independent replicates. */
export interface Replicates {
  /** Place behind the last value of each whole block, ascending; values behind the last end belong to none. */
  readonly ends: readonly number[];
}

/**
 * Standard error of the share of values at or below each figure: the spread of the blocks' own shares over the root of
 * their number. At least one value in all, as no sample knows a rank better than that.
 *
 * @param scratch holds the values
 * @param figures by percentile, ascending
 */
export function rankSpreads(
  scratch: QuantileScratch,
  count: number,
  { ends }: Replicates,
  figures: Float64Array,
): Float64Array {
  const blocks = ends.length;
  const kinds = figures.length;
  const shares = new Float64Array(kinds * blocks);
  const counts = new Float64Array(kinds);
  for (let block = 0, from = 0; block < blocks; from = ends[block]!, block++) {
    const end = ends[block]!;
    scratch.countUpTo(from, end - from, figures, counts);
    for (let k = 0; k < kinds; k++) shares[k * blocks + block] = end > from ? counts[k]! / (end - from) : 0;
  }
  return Float64Array.from(figures, (_, k) =>
    Math.max(standardError(shares, k * blocks, blocks), 1 / Math.max(1, count)),
  );
}

/** Standard deviation over the root of the count, of values[from .. from + count - 1]. */
export function standardError(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[from + i]!;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const distance = values[from + i]! - mean;
    squares += distance * distance;
  }
  return Math.sqrt(squares / (count - 1) / count);
}

/**
 * Sampling errors of percentiles by their ranks: how far the figure moves, to its longer side, when its rank moves by
 * two standard errors, halved. Where the values vary smoothly that is the error of an average of percentiles; where they
 * jump (a date that falls before or after a weekend, an amount that is paid or not), it reaches across the jump, which
 * no spread of averages does.
 *
 * A side that is never is left out; NaN where none is finite. Source: R. S. Woodruff, Confidence intervals for medians
 * and other position measures, Journal of the American Statistical Association 47 (1952).
 *
 * @param scratch the column has been selected there, and nothing since
 * @param ranked figures with their probabilities and the standard error of the rank of each
 */
export function rankErrors(
  scratch: QuantileScratch,
  count: number,
  { probabilities, figures, spreads }: RankedFigures,
): Float64Array {
  const sides = Array.from(probabilities).flatMap((probability, k) => {
    const reach = REACH * spreads[k]!;
    return [Math.max(0, probability - reach), Math.min(1, probability + reach)];
  });
  const ascending = sides.map((_, i) => i).sort((i, j) => sides[i]! - sides[j]!);
  const found = new Float64Array(sides.length);
  const wanted = ascending.map((i) => sides[i]!);
  scratch.again(count, wanted, found);
  const ends = new Float64Array(sides.length);
  ascending.forEach((i, place) => {
    ends[i] = found[place]!;
  });
  return Float64Array.from(figures, (figure, k) => longerSide(ends[2 * k]!, figure, ends[2 * k + 1]!) / REACH);
}

export interface RankedFigures {
  /** Ascending. */
  readonly probabilities: ArrayLike<number>;
  readonly figures: Float64Array;
  /** As shares of the values (`rankSpreads`). */
  readonly spreads: Float64Array;
}

/** The longer of the two distances that are finite; NaN where neither is. */
export function longerSide(low: number, figure: number, high: number): number {
  const sides = [figure - low, high - figure].filter(Number.isFinite);
  return sides.length > 0 ? Math.max(...sides) : Number.NaN;
}

/** The larger of the errors that are finite; NaN where neither is. */
export function largerError(a: number, b: number): number {
  if (!Number.isFinite(a)) return Number.isFinite(b) ? b : Number.NaN;
  return Number.isFinite(b) ? Math.max(a, b) : a;
}
