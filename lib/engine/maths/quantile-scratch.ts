/** Work space for the quantiles of a column. Not to be used while another column is described. */
export interface QuantileScratch {
  /** The column that is described. A caller that puts it here itself saves a copy. */
  readonly values: Float64Array;
  /**
   * out[k] = the quantile of values[from .. from + count - 1], one at least, at probabilities[k]. Returns their sum;
   * where that is not finite, there may be values that have no order, and the quantiles mean nothing.
   */
  readonly select: (from: number, count: number, probabilities: ArrayLike<number>, out: Float64Array) => number;
  /**
   * The same of so many stretches of equal length that begin at values[0], values[step] and so on: the quantiles and
   * then the sum of each, stretch by stretch from out[at] on.
   */
  readonly selectEach: (
    stretches: number,
    step: number,
    count: number,
    probabilities: ArrayLike<number>,
    out: Float64Array,
    at: number,
  ) => void;
  /** The same of the stretch that was selected last, of so many values, at other probabilities: much cheaper. */
  readonly again: (count: number, probabilities: ArrayLike<number>, out: Float64Array) => void;
  /** out[k] = how many of values[from .. from + count - 1] are at most limits[k]. */
  readonly countUpTo: (from: number, count: number, limits: ArrayLike<number>, out: Float64Array) => void;
}
