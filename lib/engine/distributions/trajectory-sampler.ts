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

/** Places on the time axis: between knots `knot` and `next` at weight w; exactly at `knot` where w is 0. */
interface Places {
  readonly knot: Int32Array;
  readonly next: Int32Array;
  readonly weight: Float64Array;
}

interface CompiledKnots {
  readonly geometric: boolean;
  readonly clips: boolean;
  readonly min: number;
  readonly max: number;
  readonly days: Float64Array;
  readonly modes: Float64Array;
  readonly fills: readonly Fill[];
}

function knotsSampler(trajectory: Knots, dayOfMonth: Float64Array): TrajectorySampler {
  const compiled = compileKnots(trajectory);
  const { days, modes, fills } = compiled;
  const months = dayOfMonth.length;
  const atMidpoints = placesOf(dayOfMonth, days, 0, createPlaces(months));
  const delayed = createPlaces(months);
  const times: PathTimes = { days, dayOfMonth, isMonthly: hasMonthlySteps(dayOfMonth) };
  const one = new Float64Array(1);
  const knotValues = new Float64Array(days.length);
  const rows = new Float64Array(days.length * BLOCK_TRIALS);
  const fixed = trajectory.knots.every((knot) => knotRange(knot) === 0);

  function along(values: Float64Array, out: Float64Array, offset: number, step: number, delayDays: number): void {
    const places = delayDays === 0 ? atMidpoints : placesOf(dayOfMonth, days, delayDays, delayed);
    if (compiled.geometric) geometricPath(places, times, values, out, offset, step);
    else linearPath(places, values, months, out, offset, step);
    if (compiled.clips) clip(compiled, months, out, offset, step);
  }
  return {
    fixed,
    constant: fixed && modes.every((mode) => mode === modes[0]),
    straight: straightSteps(compiled, atMidpoints),
    centralPath: (out, delayDays = 0) => along(modes, out, 0, 1, delayDays),
    path: (u, out, offset = 0, delayDays = 0) => {
      for (let k = 0; k < days.length; k += 1) {
        one[0] = u;
        fills[k]!(one, 0, 1, one);
        knotValues[k] = one[0]!;
      }
      along(knotValues, out, offset, 1, delayDays);
    },
    fillBlock: (u, count, out, delayDays) => {
      for (let k = 0; k < days.length; k += 1) {
        fills[k]!(u, 0, count, rows.subarray(k * BLOCK_TRIALS, (k + 1) * BLOCK_TRIALS));
      }
      if (delayDays === undefined && !compiled.geometric) fillRows(compiled, atMidpoints, rows, count, months, out);
      else {
        for (let i = 0; i < count; i += 1) {
          for (let k = 0; k < days.length; k += 1) knotValues[k] = rows[k * BLOCK_TRIALS + i]!;
          along(knotValues, out, i, BLOCK_TRIALS, delayDays === undefined ? 0 : delayDays[i]!);
        }
      }
    },
  };
}

function createPlaces(months: number): Places {
  return { knot: new Int32Array(months), next: new Int32Array(months), weight: new Float64Array(months) };
}

function straightSteps({ geometric, clips }: CompiledKnots, { knot, weight }: Places): Uint8Array {
  return Uint8Array.from(knot, (k, m) => {
    if (m + 1 >= knot.length || knot[m + 1] !== k) return 0;
    const here = weight[m]!;
    const there = weight[m + 1]!;
    if (here === 0 && there === 0) return 1;
    // Before the first knot the path is level, and turns where the knot is.
    return geometric || clips || (k === 0 && here === 0) ? 0 : 1;
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
    clips: min !== undefined || max !== undefined,
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
  const { knot, next, weight } = out;
  let k = 0;
  for (let m = 0; m < dayOfMonth.length; m += 1) {
    const day = dayOfMonth[m]! - delayDays;
    while (k < last && days[k + 1]! <= day) k += 1;
    const inside = k < last && day > days[k]!;
    knot[m] = k;
    next[m] = inside ? k + 1 : k;
    weight[m] = inside ? (day - days[k]!) / (days[k + 1]! - days[k]!) : 0;
  }
  return out;
}

/** out[offset + m * step] = a + w (b - a), with the values of the knots on both sides. Hot. */
function linearPath(
  { knot, weight }: Places,
  values: Float64Array,
  months: number,
  out: Float64Array,
  offset: number,
  step: number,
): void {
  let to = offset;
  let m = 0;
  while (m < months) {
    // One stretch between knots; before the first knot the weight is 0, whatever comes next.
    const k = knot[m]!;
    const first = values[k]!;
    const rise = k + 1 < values.length ? values[k + 1]! - first : 0;
    while (m < months && knot[m] === k) {
      out[to] = first + weight[m]! * rise;
      to += step;
      m += 1;
    }
  }
}

/**
 * The same with a (b/a)^w. Between two knots that is a geometric progression over equal steps of time, and months'
 * midpoints lie 29.5, 30, 30.5 or 31 days apart: one exponential for the first month of a stretch and two for the steps,
 * multiplications for the rest (relative error below 1e-13 over 600 months). Hot.
 */
function geometricPath(
  { knot, weight }: Places,
  { days, dayOfMonth, isMonthly }: PathTimes,
  values: Float64Array,
  out: Float64Array,
  offset: number,
  step: number,
): void {
  const months = dayOfMonth.length;
  let to = offset;
  let m = 0;
  while (m < months) {
    const k = knot[m]!;
    const first = values[k]!;
    const ratio = k + 1 < values.length ? logRatio(first, values[k + 1]!) : 0;
    if (weight[m] === 0 || ratio === 0 || !isMonthly || !(Math.abs(ratio) < Number.POSITIVE_INFINITY)) {
      const w = weight[m]!;
      out[to] = w === 0 ? first : geometricMean(first, ratio, w);
      to += step;
      m += 1;
      continue;
    }
    const perDay = ratio / (days[k + 1]! - days[k]!);
    const halfDay = exp(perDay * 0.5);
    const shortest = exp(perDay * SHORTEST_STEP_DAYS);
    let value = geometricMean(first, ratio, weight[m]!);
    while (m < months && knot[m] === k) {
      out[to] = value;
      to += step;
      m += 1;
      if (m === months) return;
      value *= shortest;
      for (let halves = 2 * (dayOfMonth[m]! - dayOfMonth[m - 1]! - SHORTEST_STEP_DAYS); halves > 0; halves -= 1) {
        value *= halfDay;
      }
    }
  }
}

interface PathTimes {
  /** Of the knots, and of the months' midpoints. */
  readonly days: Float64Array;
  readonly dayOfMonth: Float64Array;
  /** The midpoints lie as far apart as those of months. */
  readonly isMonthly: boolean;
}

function hasMonthlySteps(dayOfMonth: Float64Array): boolean {
  return dayOfMonth.every((day, m) => {
    const halves = m === 0 ? 0 : 2 * (day - dayOfMonth[m - 1]! - SHORTEST_STEP_DAYS);
    return halves === 0 || halves === 1 || halves === 2 || halves === 3;
  });
}

/** From a month's midpoint to the next: 29.5 days from January to February and on to March. */
const SHORTEST_STEP_DAYS = 29.5;

function clip({ min, max }: CompiledKnots, count: number, out: Float64Array, offset: number, step: number): void {
  for (let i = 0, to = offset; i < count; i += 1, to += step) out[to] = Math.min(Math.max(out[to]!, min), max);
}

/** A whole block of a linear path, month by month: rows[k * 512 + i] at the knots -> out[m * 512 + i]. Hot. */
function fillRows(
  compiled: CompiledKnots,
  { knot, next, weight }: Places,
  rows: Float64Array,
  count: number,
  months: number,
  out: Float64Array,
): void {
  for (let m = 0; m < months; m += 1) {
    const k = knot[m]!;
    const w = weight[m]!;
    const a = k * BLOCK_TRIALS;
    const b = next[m]! * BLOCK_TRIALS;
    const to = m * BLOCK_TRIALS;
    if (w === 0) out.set(rows.subarray(a, a + count), to);
    else {
      for (let i = 0; i < count; i += 1) {
        const first = rows[a + i]!;
        out[to + i] = first + w * (rows[b + i]! - first);
      }
    }
    if (compiled.clips) clip(compiled, count, out, to, 1);
  }
}

/** log(b / a); 0 where both are the same, an infinity where one is 0. */
function logRatio(a: number, b: number): number {
  return a === b ? 0 : log(b / a);
}

/** a (b/a)^w for 0 < w < 1; 0 where an end is 0, as the limit is. */
function geometricMean(a: number, ratio: number, w: number): number {
  return Math.abs(ratio) < Number.POSITIVE_INFINITY ? a * exp(w * ratio) : 0;
}
