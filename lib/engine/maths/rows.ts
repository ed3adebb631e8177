import type { f64, i32 } from '../kernel/number-types';
import { expBlock } from './exp';

/*
 * Operations on rows of months, the hottest loops of a trial. The kernel has them two months at a time
 * (kernel/assembly/rows.as), with the same operations in the same order for every month: the same bits.
 */

/** out[to + i] = x[from + i]. */
export function copyRow(out: Float64Array, to: i32, x: Float64Array, from: i32, count: i32): void {
  for (let i = 0; i < count; i++) out[to + i] = x[from + i]!;
}

/** out[to + i] = part / whole, 0 without a whole: what a row of parts is of its sums. */
export function shareOfSum(out: Float64Array, to: i32, sums: Float64Array, from: i32, count: i32): void {
  for (let i = 0; i < count; i++) {
    const sum = sums[from + i]!;
    out[to + i] = sum > 0 ? out[to + i]! / sum : 0;
  }
}

/** out[to + i] += factor * x[from + i]. */
export function addScaled(out: Float64Array, to: i32, factor: f64, x: Float64Array, from: i32, count: i32): void {
  for (let i = 0; i < count; i++) out[to + i]! += factor * x[from + i]!;
}

/** out[to + i] += value. */
export function addToRow(out: Float64Array, to: i32, value: f64, count: i32): void {
  for (let i = 0; i < count; i++) out[to + i]! += value;
}

/** out[to + i] = start + rise * x[from + i]. */
export function ramp(out: Float64Array, to: i32, start: f64, rise: f64, x: Float64Array, from: i32, count: i32): void {
  for (let i = 0; i < count; i++) out[to + i] = start + x[from + i]! * rise;
}

/** out[to + i] = the sum over s < rows of x[s * xStep + i] * y[yAt + s * yStep + i]. */
export function sumProducts(
  out: Float64Array,
  to: i32,
  x: Float64Array,
  xStep: i32,
  y: Float64Array,
  yAt: i32,
  yStep: i32,
  rows: i32,
  count: i32,
): void {
  for (let i = 0; i < count; i++) {
    let sum: f64 = 0;
    for (let s = 0; s < rows; s++) sum += x[s * xStep + i]! * y[yAt + s * yStep + i]!;
    out[to + i] = sum;
  }
}

/**
 * Weights of a technology in a segment over `count` months: V = steady - perTheta price + willingness moving (+ what
 * `weights` holds, where `added`), weight = availability e^V; weights are added to `sums`. Places are those of the first
 * month.
 *
 * @param most at most 708
 * @returns whether no |V| is larger; where one is, the weights are of no use
 */
export function weigh(
  weights: Float64Array,
  at: i32,
  added: boolean,
  paths: Float64Array,
  price: i32,
  moving: i32,
  availability: i32,
  steady: f64,
  perTheta: f64,
  willingness: f64,
  sums: Float64Array,
  sumAt: i32,
  count: i32,
  most: f64,
): boolean {
  let isWithin = true;
  for (let i = 0; i < count; i++) {
    let value = steady - perTheta * paths[price + i]! + willingness * paths[moving + i]!;
    if (added) value += weights[at + i]!;
    isWithin = isWithin && !(Math.abs(value) > most);
    weights[at + i] = value;
  }
  expBlock(weights, at, at + count, weights);
  for (let i = 0; i < count; i++) {
    const weight = weights[at + i]! * paths[availability + i]!;
    weights[at + i] = weight;
    sums[sumAt + i]! += weight;
  }
  return isWithin;
}

/**
 * What a segment wants by month: yearly demand times `factor`; added to the demand of all, and, times the share of the
 * same technology as own, to what that would sell.
 */
export function spreadDemand(
  rows: Float64Array,
  to: i32,
  total: i32,
  paths: Float64Array,
  from: i32,
  factor: f64,
  sameShare: Float64Array,
  same: i32,
  sameDemand: Float64Array,
  count: i32,
): void {
  for (let i = 0; i < count; i++) {
    const wanted = paths[from + i]! * factor;
    rows[to + i] = wanted;
    rows[total + i]! += wanted;
    sameDemand[i]! += wanted * sameShare[same + i]!;
  }
}

/**
 * What own leaves of a segment by month: the share of own's technology (to `rows` at `technology`), both shares weighted
 * with the segment's part of all demand (added at `ownAll` and `technologyAll`), and what a unit of the others' weight
 * takes of all demand (`perWeight`).
 */
export function spreadSegment(
  rows: Float64Array,
  wantedRow: i32,
  totalRow: i32,
  ownRow: i32,
  technology: i32,
  ownAll: i32,
  technologyAll: i32,
  sameShare: Float64Array,
  otherSum: Float64Array,
  perWeight: Float64Array,
  share: i32,
  count: i32,
): void {
  for (let i = 0; i < count; i++) {
    const wanted = rows[wantedRow + i]!;
    const part = wanted > 0 ? wanted / rows[totalRow + i]! : 0;
    const own = rows[ownRow + i]!;
    const rest = 1 - own;
    const both = wanted > 0 ? own + rest * sameShare[share + i]! : 0;
    const sum = otherSum[share + i]!;
    perWeight[share + i] = sum > 0 ? (part * rest) / sum : 0;
    rows[technology + i] = both;
    rows[ownAll + i]! += part * own;
    rows[technologyAll + i]! += part * both;
  }
}
