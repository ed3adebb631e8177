import type { f64, i32 } from '../kernel/number-types';
import { expm1 } from '../maths/exp';
import { type CashFlows, discountedSum, discountedSumAndBound, discountedSumAndSlope } from './net-present-value';

/** Rates are sought between -90 % and +1000 %, on so many equal steps of ln(1+r) on each side of 0. */
const STEPS = 240;
/** ln 0.1 and ln 11. */
const LOWEST = -Math.LN10;
const HIGHEST = 2.3978952727983707;
/** Last step, as a share of the root, at which it is found: far below 1e-9. */
const CLOSED = 1e-14;
/** Scratch of one search: value and slope. */
const POINT = new Float64Array(2);
const MAX_REFINEMENTS = 200;

/**
 * Internal rate of return: the yearly rate nearest to 0 in ln(1+r), between -90 % and +1000 %, at which the present
 * value changes sign. NaN where there is none.
 *
 * Laguerre's rule of signs bounds the roots on each side by the sign changes of the running sums of the flows (from the
 * first month for rates above 0, from the last below): none and one need no search step by step.
 *
 * @example rateOfReturn({ monthly: Float64Array.of(-100, ...eleven zeros, 121), atEnd: 0 }) // 0.21
 */
export function rateOfReturn(flows: CashFlows): f64 {
  const atZero = discountedSum(flows, 0);
  const above = nearestRoot(flows, atZero, HIGHEST, signChanges(flows, true), HIGHEST);
  const below = nearestRoot(flows, atZero, LOWEST, signChanges(flows, false), Math.min(-LOWEST, Math.abs(above)));
  if (Number.isNaN(above) && Number.isNaN(below)) return atZero === 0 ? rootAtZero(flows) : Number.NaN;
  const nearest = Number.isNaN(below) || Math.abs(above) <= -below ? above : below;
  return expm1(nearest);
}

/** A present value of exactly 0 at the rate 0 is a root when the value changes sign there. */
function rootAtZero(flows: CashFlows): f64 {
  const step = HIGHEST / STEPS;
  return discountedSum(flows, step) * discountedSum(flows, -step) < 0 ? 0 : Number.NaN;
}

/** Sign changes of the running sums, from the first flow (`forward`) or from the last. */
function signChanges(flows: CashFlows, forward: boolean): i32 {
  const { monthly, atEnd } = flows;
  const count = monthly.length;
  let sum = forward ? 0 : atEnd;
  let sign = Math.sign(sum);
  let changes = 0;
  for (let i = 0; i <= count; i++) {
    if (forward) sum += i < count ? monthly[i]! : atEnd;
    else if (i < count) sum += monthly[count - 1 - i]!;
    const next = sum > 0 ? 1 : sum < 0 ? -1 : sign;
    if (next !== sign && sign !== 0) changes++;
    sign = next;
  }
  return changes;
}

/** The root of one side nearest to 0, as ln(1+r); NaN where there is none up to `limit` (a size). */
function nearestRoot(flows: CashFlows, atZero: f64, end: f64, changes: i32, limit: f64): f64 {
  if (changes === 0) return Number.NaN;
  if (changes === 1) {
    const atLast = discountedSum(flows, end);
    return atZero * atLast < 0 ? refine(flows, 0, atZero, end, atLast) : Number.NaN;
  }
  const size = Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit;
  return walk(flows, end, Math.min(size, Math.abs(end)));
}

/**
 * Walks from the rate 0 to `end` until the value changes its sign. A step is at least one of the equal ones; where the
 * slope cannot be steep enough to bring the value to 0 before, it is longer. With x falling the bound on the slope
 * grows, at most by e^(s T) over a step s, T the years: s = r / (1 + r T) keeps s e^(s T) <= r, r = |value| / bound.
 */
function walk(flows: CashFlows, end: f64, farthest: f64): f64 {
  const direction = Math.sign(end);
  const least = Math.abs(end) / STEPS;
  const months: f64 = flows.monthly.length;
  const years = months / 12;
  let at: f64 = 0;
  discountedSumAndBound(flows, 0, POINT);
  let value = POINT[0]!;
  while (at < farthest) {
    const reach = POINT[1]! > 0 ? Math.abs(POINT[0]!) / POINT[1]! : 0;
    const step = Math.max(least, direction > 0 ? reach : reach / (1 + reach * years));
    const next = Math.min(Math.abs(end), at + step);
    discountedSumAndBound(flows, direction * next, POINT);
    if (value * POINT[0]! < 0) return refine(flows, direction * at, value, direction * next, POINT[0]!);
    if (POINT[0]! !== 0) value = POINT[0]!;
    at = next;
  }
  return Number.NaN;
}

/**
 * The root in a bracket whose ends have values of different sign: Newton's steps, and the middle where one leaves the
 * bracket or gains too little.
 */
function refine(flows: CashFlows, from: f64, valueFrom: f64, to: f64, valueTo: f64): f64 {
  // `below` has a negative value, `above` a positive one.
  let below = valueFrom < 0 ? from : to;
  let above = valueFrom < 0 ? to : from;
  let root = from - (valueFrom * (to - from)) / (valueTo - valueFrom);
  let lastStep = Math.abs(to - from);
  for (let i = 0; i < MAX_REFINEMENTS; i++) {
    discountedSumAndSlope(flows, root, POINT);
    const value = POINT[0]!;
    const slope = POINT[1]!;
    if (value === 0) return root;
    if (value < 0) below = root;
    else above = root;
    let next = root - value / slope;
    const inside = (next - below) * (next - above) < 0;
    if (!inside || Math.abs(next - root) > lastStep / 2) next = (below + above) / 2;
    lastStep = Math.abs(next - root);
    root = next;
    if (lastStep <= CLOSED * Math.max(1e-3, Math.abs(root))) return root;
  }
  return root;
}
