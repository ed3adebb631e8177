/** Between two neighbours in order; towards never it is never. */
export function between(lower: number, upper: number, share: number): number {
  if (share === 0 || lower === upper) return lower;
  return upper === Number.POSITIVE_INFINITY ? upper : lower + share * (upper - lower);
}

/** The sum of values[from .. to - 1]: four sums side by side, of a quarter each. */
export function sumInQuarters(values: Float64Array, from: number, to: number): number {
  const quarter = (to - from) >> 2;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = from; i < from + quarter; i++) {
    s0 += values[i]!;
    s1 += values[i + quarter]!;
    s2 += values[i + 2 * quarter]!;
    s3 += values[i + 3 * quarter]!;
  }
  let sum = s0 + s1 + s2 + s3;
  for (let i = from + 4 * quarter; i < to; i++) sum += values[i]!;
  return sum;
}
