import type { Model, WorthOfOne } from '../compile/model';
import { SHORTEST_STEP } from '../distributions/knot-path';
import type { f64, i32 } from '../kernel/number-types';
import { exp } from '../maths/exp';
import { addScaled, shareOfSum, weigh } from '../maths/rows';
import type { TrialState } from '../scale-up/trial-state';

/** Beyond this a weight e^V would leave the range of doubles when it meets own's; the month is then shifted. */
const SAFE_EXPONENT = 600;

/**
 * Everything of the market that does not wait for the months: what own's attributes are worth to each segment, and the
 * weights A = availability x e^V of the others. V = (sum of willingness x attribute - price) / heterogeneity.
 *
 * Hot. Where V goes straight in time, e^V over equal steps is a geometric progression: one exponential for its start
 * and one for each of the four lengths of a step, multiplications for the rest (relative error below 1e-13 over 600
 * months, see the test against the plain form).
 */
export function prepareMarket(model: Model, state: TrialState): void {
  const { sameShare, otherSum, shift, perTheta } = state.market;
  const { segments } = model.market;
  sameShare.fill(0);
  otherSum.fill(0);
  shift.fill(0);
  for (let s = 0; s < segments.length; s++) {
    perTheta[s] = 1 / state.values[segments[s]!.heterogeneity]!;
    ownWorth(model, state, s);
    if (!weighOthers(model, state, s)) weighShifted(model, state, s);
    shareOfSame(model, state, s);
  }
}

/** Worth of own's attributes to a segment, by month. */
function ownWorth(model: Model, state: TrialState, s: i32): void {
  const { values, paths } = state;
  const { constant } = model.slots;
  const months = model.months.count;
  const out = state.market.ownWorth;
  const { worth } = model.market.segments[s]!;
  const row = s * months;
  let fixed: f64 = 0;
  for (let i = 0; i < worth.length; i++) {
    const slot = worth[i]!.own;
    if (slot >= 0 && constant[slot] === 1) fixed += values[worth[i]!.willingness]! * paths[slot * months]!;
  }
  out.fill(fixed, row, row + months);
  for (let i = 0; i < worth.length; i++) {
    const slot = worth[i]!.own;
    if (slot < 0 || constant[slot] === 1) continue;
    const willingness = values[worth[i]!.willingness]!;
    const from = slot * months;
    addScaled(out, row, willingness, paths, from, months);
  }
}

/** Worth of a technology's attributes that stay as they are. */
function steadyWorth(worthOfOne: WorthOfOne, state: TrialState): f64 {
  const { steadyWillingness, steadyRow } = worthOfOne;
  const { values, paths } = state;
  let worth: f64 = 0;
  for (let i = 0; i < steadyRow.length; i++) worth += values[steadyWillingness[i]!]! * paths[steadyRow[i]!]!;
  return worth;
}

/** V of a technology to a segment at a month, times the heterogeneity. `price`: the price's place among the paths. */
function valueAt(worth: WorthOfOne, state: TrialState, steady: f64, price: i32, m: i32): f64 {
  const { values, paths } = state;
  const { movingWillingness, movingRow } = worth;
  let value = steady - paths[price]!;
  for (let i = 0; i < movingRow.length; i++) value += values[movingWillingness[i]!]! * paths[movingRow[i]! + m]!;
  return value;
}

/** Weights of the others in one segment; false where a value is too large for e^V and nothing can be said of them. */
function weighOthers(model: Model, state: TrialState, s: i32): boolean {
  const segment = model.market.segments[s]!;
  for (let j = 0; j < segment.pieces.length; j++) {
    const pieces = segment.pieces[j]!;
    for (let p = 0; p < pieces.length; p += 3) {
      const first = pieces[p]!;
      const last = pieces[p + 1]!;
      const isStraight = pieces[p + 2]! === 1;
      const weighed = isStraight
        ? weighStraight(model, state, s, j, first, last)
        : weighBent(model, state, s, j, first, last);
      if (!weighed) return false;
    }
  }
  return true;
}

/** Weights over months in which the value bends: an exponential each. False as above. Hot. */
function weighBent(model: Model, state: TrialState, s: i32, j: i32, first: i32, last: i32): boolean {
  const { values, paths } = state;
  const { otherWeights, otherSum } = state.market;
  const { technologies, segments } = model.market;
  const months = model.months.count;
  const segment = segments[s]!;
  const { movingRow, movingWillingness } = segment.worthOfOthers[j]!;
  const perTheta = state.market.perTheta[s]!;
  const steady = steadyWorth(segment.worthOfOthers[j]!, state) * perTheta;
  const price = technologies[j]!.price * months;
  const availability = technologies[j]!.availability * months;
  const out = (s * technologies.length + j) * months;
  // The price itself stands in for the first attribute that moves where there is none.
  const willingness = movingRow.length > 0 ? values[movingWillingness[0]!]! * perTheta : 0;
  const moving = movingRow.length > 0 ? movingRow[0]! : price;
  const count = last - first + 1;
  const at = out + first;
  // What moves beyond the first attribute goes ahead.
  const added = movingRow.length > 1;
  if (added) otherWeights.fill(0, at, at + count);
  for (let i = 1; i < movingRow.length; i++) {
    addScaled(otherWeights, at, values[movingWillingness[i]!]! * perTheta, paths, movingRow[i]! + first, count);
  }
  return weigh(
    otherWeights,
    at,
    added,
    paths,
    price + first,
    moving + first,
    availability + first,
    steady,
    perTheta,
    willingness,
    otherSum,
    s * months + first,
    count,
    SAFE_EXPONENT,
  );
}

/** Weights over months in which the value goes straight in time: a geometric progression. False as above. */
function weighStraight(model: Model, state: TrialState, s: i32, j: i32, first: i32, last: i32): boolean {
  const { paths } = state;
  const { otherWeights, otherSum, stepKind } = state.market;
  const { technologies, segments } = model.market;
  const { middle, count: months } = model.months;
  const segment = segments[s]!;
  const worth = segment.worthOfOthers[j]!;
  const steady = steadyWorth(worth, state);
  const price = technologies[j]!.price * months;
  const perTheta = state.market.perTheta[s]!;
  const valueFirst = valueAt(worth, state, steady, price + first, first) * perTheta;
  const valueLast = valueAt(worth, state, steady, price + last, last) * perTheta;
  if (!(Math.abs(valueFirst) <= SAFE_EXPONENT && Math.abs(valueLast) <= SAFE_EXPONENT)) return false;
  const availability = technologies[j]!.availability * months;
  const out = (s * technologies.length + j) * months;
  const row = s * months;
  const slope = (valueLast - valueFirst) / (middle[last]! - middle[first]!);
  let weight = exp(valueFirst);
  if (slope === 0) {
    for (let m = first; m <= last; m++) {
      const available = weight * paths[availability + m]!;
      otherWeights[out + m] = available;
      otherSum[row + m]! += available;
    }
    return true;
  }
  const halfDay = exp(slope * 0.5);
  const step0 = exp(slope * SHORTEST_STEP);
  const step1 = step0 * halfDay;
  const step2 = step1 * halfDay;
  const step3 = step2 * halfDay;
  for (let m = first; m <= last; m++) {
    const available = weight * paths[availability + m]!;
    otherWeights[out + m] = available;
    otherSum[row + m]! += available;
    const kind = stepKind[m]!;
    weight *= kind === 3 ? step3 : kind === 2 ? step2 : kind === 1 ? step1 : step0;
  }
  return true;
}

/** V of a technology to a segment at a month. */
function scaledValue(model: Model, state: TrialState, s: i32, j: i32, m: i32): f64 {
  const { segments, technologies } = model.market;
  const worth = segments[s]!.worthOfOthers[j]!;
  const price = technologies[j]!.price * model.months.count + m;
  return valueAt(worth, state, steadyWorth(worth, state), price, m) * state.market.perTheta[s]!;
}

/** The same where values are too large for e^V: the month's largest value of an available technology is taken away. */
function weighShifted(model: Model, state: TrialState, s: i32): void {
  const { paths } = state;
  const { otherWeights, otherSum, shift } = state.market;
  const { technologies } = model.market;
  const months = model.months.count;
  for (let m = 0; m < months; m++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < technologies.length; j++) {
      if (paths[technologies[j]!.availability * months + m]! > 0)
        largest = Math.max(largest, scaledValue(model, state, s, j, m));
    }
    shift[s * months + m] = largest === Number.NEGATIVE_INFINITY ? 0 : largest;
    let sum: f64 = 0;
    for (let j = 0; j < technologies.length; j++) {
      const available = paths[technologies[j]!.availability * months + m]!;
      const weight =
        available > 0 ? available * exp(Math.max(-SAFE_EXPONENT, scaledValue(model, state, s, j, m) - largest)) : 0;
      otherWeights[(s * technologies.length + j) * months + m] = weight;
      sum += weight;
    }
    otherSum[s * months + m] = sum;
  }
}

/** The part of the others' weights that is the same technology as own. */
function shareOfSame(model: Model, state: TrialState, s: i32): void {
  const { otherWeights, otherSum, sameShare } = state.market;
  const { technologies } = model.market;
  const months = model.months.count;
  const row = s * months;
  let some = false;
  for (let j = 0; j < technologies.length; j++) {
    if (!technologies[j]!.same) continue;
    some = true;
    const from = (s * technologies.length + j) * months;
    addScaled(sameShare, row, 1, otherWeights, from, months);
  }
  if (some) shareOfSum(sameShare, row, otherSum, row, months);
}
