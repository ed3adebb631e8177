import type { Model } from '../compile/model';
import { exp } from '../maths/exp';
import type { TrialState } from '../scale-up/trial-state';

/** Beyond this a weight e^V would leave the range of doubles when it meets own's; the month is then shifted. */
const SAFE_EXPONENT = 600;

/**
 * Everything of the market that does not wait for the months: what own's attributes are worth to each segment, the
 * weights A = availability x e^V of the others and how the others share among themselves. Hot: fills arrays
 * [segment][technology][month] in plain loops.
 *
 * V = (sum of willingness x attribute - price) / heterogeneity.
 */
export function prepareMarket(model: Model, state: TrialState): void {
  const { values, paths } = state;
  const { otherShare, sameShare, otherWeight, shift, ownWorth, scratch } = state.market;
  const { segments, technologies } = model.market;
  const months = model.months.count;
  sameShare.fill(0);
  otherWeight.fill(0);
  shift.fill(0);
  for (let s = 0; s < segments.length; s++) {
    const segment = segments[s]!;
    const perTheta = 1 / values[segment.heterogeneity]!;
    const row = s * months;
    addWorth(model, state, s, -1, ownWorth, row);
    let largest = 0;
    for (let j = 0; j < technologies.length; j++) {
      const price = technologies[j]!.price * months;
      const at = j * months;
      addWorth(model, state, s, j, scratch, at);
      for (let m = 0; m < months; m++) {
        const value = (scratch[at + m]! - paths[price + m]!) * perTheta;
        scratch[at + m] = value;
        largest = Math.max(largest, Math.abs(value));
      }
    }
    if (largest > SAFE_EXPONENT) shiftToLargest(model, state, row);
    for (let j = 0; j < technologies.length; j++) {
      const availability = technologies[j]!.availability * months;
      const at = j * months;
      const out = (s * technologies.length + j) * months;
      for (let m = 0; m < months; m++) {
        const weight = paths[availability + m]! * exp(scratch[at + m]!);
        otherShare[out + m] = weight;
        otherWeight[row + m]! += weight;
      }
    }
    for (let j = 0; j < technologies.length; j++) {
      const out = (s * technologies.length + j) * months;
      const same = technologies[j]!.same;
      for (let m = 0; m < months; m++) {
        const sum = otherWeight[row + m]!;
        const share = sum > 0 ? otherShare[out + m]! / sum : 0;
        otherShare[out + m] = share;
        if (same) sameShare[row + m]! += share;
      }
    }
  }
}

/** out[at + m] = sum over attributes of willingness x attribute of one maker (own: -1) at each month. */
function addWorth(model: Model, state: TrialState, s: number, maker: number, out: Float64Array, at: number): void {
  const { values, paths } = state;
  const months = model.months.count;
  out.fill(0, at, at + months);
  for (const attribute of model.market.segments[s]!.worth) {
    const slot = maker < 0 ? attribute.own : attribute.others[maker]!;
    if (slot < 0) continue;
    const willingness = values[attribute.willingness]!;
    const row = slot * months;
    for (let m = 0; m < months; m++) out[at + m]! += willingness * paths[row + m]!;
  }
}

/** Takes the month's largest value of an available technology away from all, where values are too large for e^V. */
function shiftToLargest(model: Model, state: TrialState, row: number): void {
  const { paths } = state;
  const { scratch, shift } = state.market;
  const { technologies } = model.market;
  const months = model.months.count;
  for (let m = 0; m < months; m++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < technologies.length; j++) {
      if (paths[technologies[j]!.availability * months + m]! > 0) largest = Math.max(largest, scratch[j * months + m]!);
    }
    if (largest === Number.NEGATIVE_INFINITY) continue;
    shift[row + m] = largest;
    for (let j = 0; j < technologies.length; j++) {
      const value = scratch[j * months + m]! - largest;
      scratch[j * months + m] = Math.max(-SAFE_EXPONENT, Math.min(SAFE_EXPONENT, value));
    }
  }
}
