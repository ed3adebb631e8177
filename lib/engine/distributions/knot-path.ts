import type { f64, i32 } from '../kernel/number-types';
import { exp } from '../maths/exp';
import { quickLog } from '../maths/log';
import { ramp } from '../maths/rows';

/** Days: midpoints of months lie 29.5 (January to February, and on to March), 30, 30.5 or 31 apart. */
export const SHORTEST_STEP = 29.5;

/** A trajectory with knots over the months of a scenario: what one draw needs to become a path. */
export interface KnotPath {
  readonly geometric: boolean;
  readonly clips: boolean;
  readonly min: f64;
  readonly max: f64;
  /** By knot: day number, and what it may be; low = mode = high where it is certain. */
  readonly days: Float64Array;
  readonly low: Float64Array;
  readonly mode: Float64Array;
  readonly high: Float64Array;
  /** By month: midpoint, kind of the step from the midpoint before (0 for 29.5 days .. 3 for 31). */
  readonly dayOfMonth: Float64Array;
  readonly step: Int32Array;
  /** Every step is of these kinds. */
  readonly isMonthly: boolean;
  /** Place of each month on the time axis: the knot before it, and the weight of the next one. */
  readonly knot: Int32Array;
  readonly weight: Float64Array;
  /** By knot: the month at which the stretch behind it ends. */
  readonly until: Int32Array;
  /** The same of a path that comes later: scratch. */
  readonly laterKnot: Int32Array;
  readonly laterWeight: Float64Array;
  readonly laterUntil: Int32Array;
  /** By kind of step, what the value grows by: scratch. */
  readonly stepFactor: Float64Array;
  /** Values at the knots: scratch. */
  readonly values: Float64Array;
}

/** The triangular quantile. */
export function triangularQuantile(low: f64, mode: f64, high: f64, u: f64): f64 {
  const range = high - low;
  if (range === 0) return mode;
  return u < (mode - low) / range
    ? low + Math.sqrt(u * (range * (mode - low)))
    : high - Math.sqrt((1 - u) * (range * (high - mode)));
}

/** Places of the months, `delayDays` late: the knot at or before each, the weight of the next, ends of the stretches. */
export function placeMonths(
  path: KnotPath,
  delayDays: f64,
  knot: Int32Array,
  weight: Float64Array,
  until: Int32Array,
): void {
  const { days, dayOfMonth } = path;
  const last = days.length - 1;
  let k = 0;
  for (let m = 0; m < dayOfMonth.length; m++) {
    const day = dayOfMonth[m]! - delayDays;
    while (k < last && days[k + 1]! <= day) {
      until[k] = m;
      k++;
    }
    knot[m] = k;
    weight[m] = k < last && day > days[k]! ? (day - days[k]!) / (days[k + 1]! - days[k]!) : 0;
  }
  for (; k <= last; k++) until[k] = dayOfMonth.length;
}

/** out[offset + m] = the path's value in month m at draw u, each knot at its quantile. Hot. */
export function drawPath(path: KnotPath, u: f64, out: Float64Array, offset: i32, delayDays: f64): void {
  const { values, low, mode, high } = path;
  for (let k = 0; k < values.length; k++) values[k] = triangularQuantile(low[k]!, mode[k]!, high[k]!, u);
  followKnots(path, values, out, offset, delayDays);
}

/** The path of the plan: each knot at its mode. */
export function centralPath(path: KnotPath, out: Float64Array, offset: i32, delayDays: f64): void {
  followKnots(path, path.mode, out, offset, delayDays);
}

function followKnots(path: KnotPath, values: Float64Array, out: Float64Array, offset: i32, delayDays: f64): void {
  let knot = path.knot;
  let weight = path.weight;
  let until = path.until;
  if (delayDays !== 0) {
    knot = path.laterKnot;
    weight = path.laterWeight;
    until = path.laterUntil;
    placeMonths(path, delayDays, knot, weight, until);
  }
  if (path.geometric) geometricPath(path, knot, weight, until, values, out, offset);
  else linearPath(knot, weight, until, values, out, offset);
  if (!path.clips) return;
  const { min, max } = path;
  for (let m = offset; m < offset + knot.length; m++) out[m] = Math.min(Math.max(out[m]!, min), max);
}

/** out[offset + m] = a + w (b - a), with the values of the knots on both sides. Hot. */
function linearPath(
  knot: Int32Array,
  weight: Float64Array,
  until: Int32Array,
  values: Float64Array,
  out: Float64Array,
  offset: i32,
): void {
  const months = knot.length;
  let m = 0;
  while (m < months) {
    // One stretch between knots; before the first knot the weight is 0, whatever comes next.
    const k = knot[m]!;
    const first = values[k]!;
    const rise = k + 1 < values.length ? values[k + 1]! - first : 0;
    const end = until[k]!;
    ramp(out, offset + m, first, rise, weight, m, end - m);
    m = end;
  }
}

/**
 * The same with a (b/a)^w. Between two knots that is a geometric progression over equal steps of time, and months'
 * midpoints lie 29.5, 30, 30.5 or 31 days apart: one exponential for the first month of a stretch and two for the steps,
 * multiplications for the rest (relative error below 1e-13 over 600 months). Hot.
 */
function geometricPath(
  path: KnotPath,
  knot: Int32Array,
  weight: Float64Array,
  until: Int32Array,
  values: Float64Array,
  out: Float64Array,
  offset: i32,
): void {
  const { days, step, stepFactor } = path;
  const months = knot.length;
  let m = 0;
  while (m < months) {
    const k = knot[m]!;
    const first = values[k]!;
    if (k + 1 === values.length) {
      out.fill(first, offset + m, offset + months);
      return;
    }
    // Before the first knot, and at a knot.
    if (weight[m]! === 0) {
      out[offset + m] = first;
      m++;
      continue;
    }
    const ratio = logRatio(first, values[k + 1]!);
    // Where both ends are the same or one is 0; and months of any length, one by one.
    if (ratio === 0 || !path.isMonthly || !(Math.abs(ratio) < Number.POSITIVE_INFINITY)) {
      out[offset + m] = geometricMean(first, ratio, weight[m]!);
      m++;
      continue;
    }
    const perDay = ratio / (days[k + 1]! - days[k]!);
    const halfDay = exp(perDay * 0.5);
    stepFactor[0] = exp(perDay * SHORTEST_STEP);
    for (let kind = 1; kind < 4; kind++) stepFactor[kind] = stepFactor[kind - 1]! * halfDay;
    let value = geometricMean(first, ratio, weight[m]!);
    out[offset + m] = value;
    m++;
    const end = until[k]!;
    // Two months at once: the second does not wait for the first.
    for (; m + 1 < end; m += 2) {
      const here = stepFactor[step[m]!]!;
      const both = here * stepFactor[step[m + 1]!]!;
      out[offset + m] = value * here;
      value *= both;
      out[offset + m + 1] = value;
    }
    if (m < end) {
      value *= stepFactor[step[m]!]!;
      out[offset + m] = value;
      m++;
    }
  }
}

/** quickLog(b / a); 0 where both are the same, an infinity where one is 0. */
function logRatio(a: f64, b: f64): f64 {
  return a === b ? 0 : quickLog(b / a);
}

/** a (b/a)^w for 0 < w < 1; 0 where an end is 0, as the limit is. */
function geometricMean(a: f64, ratio: f64, w: f64): f64 {
  return Math.abs(ratio) < Number.POSITIVE_INFINITY ? a * exp(w * ratio) : 0;
}
