import type { Knot, Knots, Trajectory } from '../../scenario/document';
import { dayNumber } from '../calendar/day-number';
import { centralPath, drawPath, type KnotPath, placeMonths, SHORTEST_STEP } from './knot-path';
import { quantitySampler } from './quantity-sampler';

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
  /** The knots behind it, where there is nothing but them: `drawPath` then gives the bits of `path`. */
  readonly knots: KnotPath | null;
  /** out[m] = the value of the plan in month m. `delayDays`: the path comes so much later. */
  centralPath(out: Float64Array, delayDays?: number): void;
  /** out[offset + m] = the value in month m at draw u. `delayDays`: the path comes so much later. */
  path(u: number, out: Float64Array, offset?: number, delayDays?: number): void;
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
  return {
    fixed: sampler.fixed,
    constant: true,
    straight: new Uint8Array(months).fill(1, 0, months - 1),
    knots: null,
    centralPath: (out) => void out.fill(sampler.central, 0, months),
    path: (u, out, offset = 0) => void out.fill(sampler.quantile(u), offset, offset + months),
  };
}

function knotsSampler(trajectory: Knots, dayOfMonth: Float64Array): TrajectorySampler {
  const knots = compileKnots(trajectory, dayOfMonth);
  const { mode } = knots;
  const fixed = trajectory.knots.every((knot) => knotRange(knot) === 0);
  return {
    fixed,
    constant: fixed && mode.every((value) => value === mode[0]),
    straight: straightSteps(knots),
    knots,
    centralPath: (out, delayDays = 0) => centralPath(knots, out, 0, delayDays),
    path: (u, out, offset = 0, delayDays = 0) => drawPath(knots, u, out, offset, delayDays),
  };
}

function straightSteps({ geometric, clips, knot, weight }: KnotPath): Uint8Array {
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

function compileKnots({ interpolate: kind, knots, min, max }: Knots, dayOfMonth: Float64Array): KnotPath {
  if (knots.length === 0) throw new RangeError('a trajectory needs a knot');
  const days = Float64Array.from(knots, (knot) => dayNumber(knot.date, 'start'));
  for (let k = 1; k < days.length; k += 1) {
    if (!(days[k]! > days[k - 1]!)) throw new RangeError(`the dates of knots ascend; ${knots[k]!.date} does not`);
  }
  const geometric = kind === 'geometric';
  if (geometric && knots.some((knot) => ('value' in knot ? knot.value : knot.low) < 0)) {
    throw new RangeError('a geometric trajectory has no value below 0');
  }
  for (const knot of knots) {
    if (!(knotRange(knot) >= 0)) throw new RangeError(`a knot needs low <= high, not ${JSON.stringify(knot)}`);
  }
  const of = (name: 'low' | 'mode' | 'high') =>
    Float64Array.from(knots, (knot) => ('value' in knot ? knot.value : knot[name]));
  const months = dayOfMonth.length;
  const step = Int32Array.from(dayOfMonth, (day, m) => (m === 0 ? 0 : stepKind(day - dayOfMonth[m - 1]!)));
  const path = {
    geometric,
    clips: min !== undefined || max !== undefined,
    min: min ?? Number.NEGATIVE_INFINITY,
    max: max ?? Number.POSITIVE_INFINITY,
    days,
    low: of('low'),
    mode: of('mode'),
    high: of('high'),
    dayOfMonth,
    step,
    isMonthly: step.every((kind) => kind >= 0),
    knot: new Int32Array(months),
    weight: new Float64Array(months),
    until: new Int32Array(days.length),
    laterKnot: new Int32Array(months),
    laterWeight: new Float64Array(months),
    laterUntil: new Int32Array(days.length),
    stepFactor: new Float64Array(4),
    values: new Float64Array(days.length),
  };
  placeMonths(path, 0, path.knot, path.weight, path.until);
  return path;
}

/** 0 for a step of 29.5 days .. 3 for 31, as midpoints of months lie apart; -1 for another. */
function stepKind(days: number): number {
  const halves = 2 * (days - SHORTEST_STEP);
  return halves === 0 || halves === 1 || halves === 2 || halves === 3 ? halves : -1;
}
