import { expm1 } from '../maths/exp';
import { log } from '../maths/log';
import { type CashFlows, discountedSum } from './net-present-value';

/** Rates are sought between -90 % and +1000 %, on so many equal steps of ln(1+r) on each side of 0. */
const STEPS = 240;
const LOWEST = log(0.1);
const HIGHEST = log(11);
/** Width of ln(1+r) at which a bracket has closed: far below 1e-9 of any rate worth printing. */
const CLOSED = 1e-15;
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
export function rateOfReturn(flows: CashFlows): number {
  const atZero = discountedSum(flows, 0);
  const above = nearestRoot(flows, atZero, HIGHEST, signChanges(flows, true), HIGHEST);
  const below = nearestRoot(flows, atZero, LOWEST, signChanges(flows, false), Math.min(-LOWEST, Math.abs(above)));
  if (Number.isNaN(above) && Number.isNaN(below)) return atZero === 0 ? rootAtZero(flows) : Number.NaN;
  const nearest = Number.isNaN(below) || Math.abs(above) <= -below ? above : below;
  return expm1(nearest);
}

/** A present value of exactly 0 at the rate 0 is a root when the value changes sign there. */
function rootAtZero(flows: CashFlows): number {
  const step = HIGHEST / STEPS;
  return discountedSum(flows, step) * discountedSum(flows, -step) < 0 ? 0 : Number.NaN;
}

/** Sign changes of the running sums, from the first flow (`forward`) or from the last. */
function signChanges({ monthly, atEnd }: CashFlows, forward: boolean): number {
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
function nearestRoot(flows: CashFlows, atZero: number, end: number, changes: number, limit: number): number {
  if (changes === 0) return Number.NaN;
  if (changes === 1) {
    const atLast = discountedSum(flows, end);
    return atZero * atLast < 0 ? refine(flows, 0, atZero, end, atLast) : Number.NaN;
  }
  const size = Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit;
  let from = 0;
  let valueFrom = atZero;
  for (let step = 1; step <= STEPS && Math.abs(from) < size; step++) {
    const to = (end * step) / STEPS;
    const valueTo = discountedSum(flows, to);
    if (valueFrom * valueTo < 0) return refine(flows, from, valueFrom, to, valueTo);
    from = to;
    if (valueTo !== 0) valueFrom = valueTo;
  }
  return Number.NaN;
}

/** Regula falsi with halving of the end that stays (Illinois): the bracket always holds the root. */
function refine(flows: CashFlows, from: number, valueFrom: number, to: number, valueTo: number): number {
  let [a, fa, b, fb] = [from, valueFrom, to, valueTo];
  let side = 0;
  for (let i = 0; i < MAX_REFINEMENTS && Math.abs(b - a) > CLOSED; i++) {
    // Now and then the middle: it keeps flows of very different sizes from creeping.
    const guess = i % 8 === 7 ? (a + b) / 2 : (a * fb - b * fa) / (fb - fa);
    const value = discountedSum(flows, guess);
    if (value === 0 || guess === a || guess === b) return guess;
    if (value * fb < 0) {
      a = b;
      fa = fb;
      side = 0;
    } else {
      fa *= side === 1 ? 0.5 : 1;
      side = 1;
    }
    b = guess;
    fb = value;
  }
  return b;
}
