import type { Knot, Knots, Trajectory } from '../../scenario/document';
import { dayNumber } from '../calendar/day-number';
import { exp } from '../maths/exp';
import { log } from '../maths/log';
import { BLOCK_TRIALS } from '../types';
import { type Fill, quantitySampler, triangularFill } from './quantity-sampler';

/** A value that changes with time, made ready: one draw moves the whole path. */
export interface TrajectorySampler {
  /** Whether every draw gives the same path. */
  readonly fixed: boolean;
  /** Whether the path is the same in every month (no knots, or one, or knots of one value). */
  readonly constant: boolean;
  /**
   * 1 at m where the path from month m to m + 1 is a straight line in time whatever the draw; the last entry is 0.
   * Where two such paths are added or scaled, the sum is one again.
   */
  readonly straight: Uint8Array;
  /** out[m] = the value of the plan in month m. `delayDays`: the path comes so much later. */
  centralPath(out: Float64Array, delayDays?: number): void;
  /** out[offset + m] = the value in month m at draw u; the same bits as `fillBlock` gives. */
  path(u: number, out: Float64Array, offset?: number, delayDays?: number): void;
  /**
   * out[m * 512 + i] = the value in month m at draw u[i], for i < count. `delayDays[i]`: the path of trial i comes so
   * much later.
   */
  fillBlock(u: Float64Array, count: number, out: Float64Array, delayDays?: Float64Array): void;
}

/**
 * Makes a trajectory ready for months whose midpoints are the day numbers `dayOfMonth`. At each knot the path has the
 * triangular quantile of the one draw; between knots it is interpolated by date, linearly or geometrically
 * (a (b/a)^w); before the first and after the last knot it is constant. `min` and `max` clip the path.
 *
 * Errors: RangeError on no knots, dates that do not ascend, or a geometric path with a value below 0.
 *
 * @example trajectorySampler(100, Float64Array.of(20469.5)).fixed // true
 */
export function trajectorySampler(trajectory: Trajectory, dayOfMonth: Float64Array): TrajectorySampler {
  return typeof trajectory === 'number' || 'kind' in trajectory
    ? constantSampler(trajectory, dayOfMonth.length)
    : knotsSampler(trajectory, dayOfMonth);
}

function constantSampler(quantity: Exclude<Trajectory, Knots>, months: number): TrajectorySampler {
  const sampler = quantitySampler(quantity);
  const values = new Float64Array(BLOCK_TRIALS);
  return {
    fixed: sampler.fixed,
    constant: true,
    straight: new Uint8Array(months).fill(1, 0, months - 1),
    centralPath: (out) => void out.fill(sampler.central, 0, months),
    path: (u, out, offset = 0) => void out.fill(sampler.quantile(u), offset, offset + months),
    fillBlock: (u, count, out) => {
      sampler.fill(u, 0, count, values);
      const row = count === BLOCK_TRIALS ? values : values.subarray(0, count);
      for (let m = 0; m < months; m += 1) out.set(row, m * BLOCK_TRIALS);
    },
  };
}

/** Places on the time axis: between knots k and k + 1 at weight w, or at knot k where w is 0. */
interface Places {
  readonly knot: Int32Array;
  readonly weight: Float64Array;
}

interface CompiledKnots {
  readonly geometric: boolean;
  readonly min: number;
  readonly max: number;
  readonly days: Float64Array;
  readonly modes: Float64Array;
  readonly fills: readonly Fill[];
}

function knotsSampler(trajectory: Knots, dayOfMonth: Float64Array): TrajectorySampler {
  const compiled = compileKnots(trajectory);
  const { days, modes } = compiled;
  const months = dayOfMonth.length;
  const atMidpoints = placesOf(dayOfMonth, days, 0, {
    knot: new Int32Array(months),
    weight: new Float64Array(months),
  });
  const one = new Float64Array(1);
  const knotValues = modes.map(() => 0);
  const rows = Float64Array.from({ length: days.length * BLOCK_TRIALS }, () => 0);
  const fixed = trajectory.knots.every((knot) => knotRange(knot) === 0);
  const delayed: Places = { knot: new Int32Array(months), weight: new Float64Array(months) };

  function draw(u: number, values: Float64Array): void {
    for (let k = 0; k < days.length; k += 1) {
      one[0] = u;
      compiled.fills[k]!(one, 0, 1, one);
      values[k] = one[0]!;
    }
  }
  function along(values: Float64Array, out: Float64Array, offset: number, delayDays: number): void {
    const places = delayDays === 0 ? atMidpoints : placesOf(dayOfMonth, days, delayDays, delayed);
    interpolate(compiled, places, values, 1, 0, months, out, offset, 1);
  }
  return {
    fixed,
    constant: fixed && modes.every((mode) => mode === modes[0]),
    straight: straightSteps(compiled, atMidpoints),
    centralPath: (out, delayDays = 0) => along(modes, out, 0, delayDays),
    path: (u, out, offset = 0, delayDays = 0) => {
      draw(u, knotValues);
      along(knotValues, out, offset, delayDays);
    },
    fillBlock: (u, count, out, delayDays) => {
      for (let k = 0; k < days.length; k += 1) {
        const row = rows.subarray(k * BLOCK_TRIALS, k * BLOCK_TRIALS + count);
        compiled.fills[k]!(u, 0, count, row);
      }
      if (delayDays === undefined) fillRows(compiled, atMidpoints, rows, count, months, out);
      else {
        for (let i = 0; i < count; i += 1) {
          const places = placesOf(dayOfMonth, days, delayDays[i]!, delayed);
          interpolate(compiled, places, rows, BLOCK_TRIALS, i, months, out, i, BLOCK_TRIALS);
        }
      }
    },
  };
}

function straightSteps({ geometric, min, max }: CompiledKnots, { knot, weight }: Places): Uint8Array {
  const clipped = min !== Number.NEGATIVE_INFINITY || max !== Number.POSITIVE_INFINITY;
  return Uint8Array.from(knot, (k, m) => {
    if (m + 1 >= knot.length || knot[m + 1] !== k) return 0;
    const flat = weight[m] === 0 && weight[m + 1] === 0;
    return flat || !(geometric || clipped) ? 1 : 0;
  });
}

function knotRange(knot: Knot): number {
  return 'value' in knot ? 0 : knot.high - knot.low;
}

function compileKnots({ interpolate: kind, knots, min, max }: Knots): CompiledKnots {
  if (knots.length === 0) throw new RangeError('a trajectory needs a knot');
  const days = Float64Array.from(knots, (knot) => dayNumber(knot.date, 'start'));
  for (let k = 1; k < days.length; k += 1) {
    if (!(days[k]! > days[k - 1]!)) throw new RangeError(`the dates of knots ascend; ${knots[k]!.date} does not`);
  }
  const geometric = kind === 'geometric';
  if (geometric && knots.some((knot) => ('value' in knot ? knot.value : knot.low) < 0)) {
    throw new RangeError('a geometric trajectory has no value below 0');
  }
  return {
    geometric,
    min: min ?? Number.NEGATIVE_INFINITY,
    max: max ?? Number.POSITIVE_INFINITY,
    days,
    modes: Float64Array.from(knots, (knot) => ('value' in knot ? knot.value : knot.mode)),
    fills: knots.map(knotFill),
  };
}

function knotFill(knot: Knot): Fill {
  const range = knotRange(knot);
  if (!(range >= 0)) throw new RangeError(`a knot needs low <= high, not ${JSON.stringify(knot)}`);
  if ('value' in knot) return (_u, from, to, out) => out.fill(knot.value, from, to);
  return range === 0
    ? (_u, from, to, out) => out.fill(knot.mode, from, to)
    : triangularFill(knot.low, knot.mode, knot.high);
}

/** Fills and returns `out`. */
function placesOf(dayOfMonth: Float64Array, days: Float64Array, delayDays: number, out: Places): Places {
  const last = days.length - 1;
  const { knot, weight } = out;
  let k = 0;
  for (let m = 0; m < dayOfMonth.length; m += 1) {
    const day = dayOfMonth[m]! - delayDays;
    while (k < last && days[k + 1]! <= day) k += 1;
    knot[m] = k;
    weight[m] = k === last || day <= days[k]! ? 0 : (day - days[k]!) / (days[k + 1]! - days[k]!);
  }
  return out;
}

/** One path: values[k * stride + column] at the knots -> out[offset + m * step]. */
function interpolate(
  { geometric, min, max }: CompiledKnots,
  { knot, weight }: Places,
  values: Float64Array,
  stride: number,
  column: number,
  months: number,
  out: Float64Array,
  offset: number,
  step: number,
): void {
  let ratio = 0;
  let ratioOf = -1;
  for (let m = 0; m < months; m += 1) {
    const k = knot[m]!;
    const w = weight[m]!;
    const a = values[k * stride + column]!;
    let value = a;
    if (w > 0) {
      const b = values[(k + 1) * stride + column]!;
      if (geometric && ratioOf !== k) {
        ratio = logRatio(a, b);
        ratioOf = k;
      }
      value = geometric ? geometricMean(a, ratio, w) : a + w * (b - a);
    }
    out[offset + m * step] = Math.min(Math.max(value, min), max);
  }
}

/** The same for a block, month by month, with the logarithms of a segment taken once. Hot. */
function fillRows(
  { geometric, min, max }: CompiledKnots,
  { knot, weight }: Places,
  rows: Float64Array,
  count: number,
  months: number,
  out: Float64Array,
): void {
  const ratios = new Float64Array(geometric ? count : 0);
  let ratiosOf = -1;
  for (let m = 0; m < months; m += 1) {
    const k = knot[m]!;
    const w = weight[m]!;
    const a = k * BLOCK_TRIALS;
    const to = m * BLOCK_TRIALS;
    if (w > 0 && geometric && ratiosOf !== k) {
      for (let i = 0; i < count; i += 1) ratios[i] = logRatio(rows[a + i]!, rows[a + BLOCK_TRIALS + i]!);
      ratiosOf = k;
    }
    for (let i = 0; i < count; i += 1) {
      const first = rows[a + i]!;
      let value = first;
      if (w > 0) {
        value = geometric ? geometricMean(first, ratios[i]!, w) : first + w * (rows[a + BLOCK_TRIALS + i]! - first);
      }
      out[to + i] = Math.min(Math.max(value, min), max);
    }
  }
}

/** log(b / a); 0 where both are 0, an infinity where one is. */
function logRatio(a: number, b: number): number {
  return a === b ? 0 : log(b / a);
}

/** a (b/a)^w for 0 < w < 1; 0 where an end is 0, as the limit is. */
function geometricMean(a: number, ratio: number, w: number): number {
  if (ratio === Number.POSITIVE_INFINITY || ratio === Number.NEGATIVE_INFINITY) return 0;
  return a * exp(w * ratio);
}
