import type { Model } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { expBlock } from '../maths/exp';
import { spreadDemand, spreadSegment, sumProducts } from '../maths/rows';
import { FIELD } from '../scale-up/month-fields';
import { NOW } from '../scale-up/month-now';
import { YEAR_DAYS } from '../scale-up/prepare-trial';
import type { TrialState } from '../scale-up/trial-state';
import { adoptionShare } from './adoption';

/** Bound on own's value over the others', beyond which its share is 0 or 1 to all digits. */
const LARGEST_EXPONENT = 650;

/** Before the first month: what every segment wants in all months, as if no window limited an effect. Hot. */
export function resetDemand(model: Model, state: TrialState): void {
  const { paths, always, months: rows, layout } = state;
  const { sameDemand } = state.ahead;
  const { sameShare } = state.market;
  const { segments } = model.market;
  const months = model.months.count;
  const total = FIELD.totalDemand * months;
  const own = layout.segmentOwn * months;
  rows.fill(0, total, total + months);
  rows.fill(0, own, own + segments.length * months);
  sameDemand.fill(0);
  for (let s = 0; s < segments.length; s++) {
    const from = segments[s]!.demand * months;
    const to = (layout.segmentDemand + s) * months;
    const factor = always.demand[s]! / 12;
    const same = s * months;
    spreadDemand(rows, to, total, paths, from, factor, sameShare, same, sameDemand, months);
  }
}

/** A month in which a window limits demand: what every segment wants with the month's own factors. */
export function refillDemand(model: Model, state: TrialState, m: i32): void {
  const { paths, factors, months: rows, layout } = state;
  const { segments } = model.market;
  const months = model.months.count;
  let total: f64 = 0;
  let same: f64 = 0;
  for (let s = 0; s < segments.length; s++) {
    const wanted = paths[segments[s]!.demand * months + m]! * (factors.demand[s]! / 12);
    rows[(layout.segmentDemand + s) * months + m] = wanted;
    total += wanted;
    same += wanted * state.market.sameShare[s * months + m]!;
  }
  rows[FIELD.totalDemand * months + m] = total;
  state.ahead.sameDemand[m] = same;
}

/** Step 5 of a month: own's share of what each segment wants, before supply limits it. Hot. */
export function demandMonth(model: Model, state: TrialState, m: i32): void {
  const { now } = state;
  now[NOW.demand] = 0;
  if (now[NOW.open] === 0) return;
  const years = (model.months.middle[m]! - now[NOW.sop]!) / YEAR_DAYS;
  if (years > 0) wantedOfOwn(model, state, m, years);
}

function wantedOfOwn(model: Model, state: TrialState, m: i32, years: f64): void {
  const { now, values, ownInSegment, months: rows, layout } = state;
  const { otherSum, shift, ownWorth, perTheta } = state.market;
  const { segments } = model.market;
  const months = model.months.count;
  const wanted = layout.segmentDemand * months;
  const price = now[NOW.price]!;
  let demand: f64 = 0;
  let adopted: f64 = 0;
  let adoptedP = -1;
  let adoptedQ = -1;
  for (let s = 0; s < segments.length; s++) {
    const at = s * months + m;
    const value = (ownWorth[at]! - price) * perTheta[s]! - shift[at]!;
    ownInSegment[s] = Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, value));
  }
  expBlock(ownInSegment, 0, segments.length, ownInSegment);
  for (let s = 0; s < segments.length; s++) {
    const segment = segments[s]!;
    const at = s * months + m;
    let own: f64 = 0;
    if (segment.eligible) {
      // Segments that share their coefficients share the curve.
      if (segment.p !== adoptedP || segment.q !== adoptedQ) {
        adoptedP = segment.p;
        adoptedQ = segment.q;
        adopted = adoptionShare(values[adoptedP]!, values[adoptedQ]!, years);
      }
      const weight = ownInSegment[s]!;
      own = (adopted * weight) / (weight + otherSum[at]!);
    }
    ownInSegment[s] = own;
    demand += rows[wanted + at]! * own;
  }
  now[NOW.demand] = demand;
}

/**
 * Sales by segment, in proportion to own's demand there. What own cannot supply goes to the others in proportion to their
 * weights: `spreadShares` sees to that once all months are known.
 */
export function sharesMonth(model: Model, state: TrialState, m: i32): void {
  const { now, ownInSegment, months: rows, layout } = state;
  const { sameShare } = state.market;
  const demand = now[NOW.demand]!;
  const output = now[NOW.output]!;
  let sameSold = state.ahead.sameDemand[m]!;
  if (output > 0 && demand > 0) {
    const months = model.months.count;
    const supplied = output / demand;
    const firstWanted = layout.segmentDemand * months;
    const firstOwn = layout.segmentOwn * months;
    for (let s = 0; s < ownInSegment.length; s++) {
      const at = s * months + m;
      const wanted = rows[firstWanted + at]!;
      if (!(wanted > 0)) continue;
      const own = supplied * ownInSegment[s]!;
      rows[firstOwn + at] = own;
      sameSold -= wanted * own * sameShare[at]!;
    }
  }
  now[NOW.cumulativeOthers]! += Math.max(0, sameSold);
}

/**
 * What own leaves of the market in every month, once its sales are known: own's share of all segments' demand, its
 * technology's, and those of the others. Hot.
 */
export function spreadShares(model: Model, state: TrialState): void {
  const { months: rows, layout, detail } = state;
  const { otherSum, otherWeights, sameShare } = state.market;
  const { perWeight } = state.ahead;
  const months = model.months.count;
  const { technologies, segments } = layout;
  const total = FIELD.totalDemand * months;
  const ownShare = FIELD.ownShare * months;
  const technologyShare = FIELD.technologyShare * months;
  const first = layout.technologyShare * months;
  rows.fill(0, ownShare, ownShare + months);
  rows.fill(0, technologyShare, technologyShare + months);
  if (detail) recordUnserved(model, state);
  for (let s = 0; s < segments; s++) {
    const share = s * months;
    const wantedRow = (layout.segmentDemand + s) * months;
    const ownRow = (layout.segmentOwn + s) * months;
    const sameRow = (layout.segmentTechnology + s) * months;
    spreadSegment(
      rows,
      wantedRow,
      total,
      ownRow,
      sameRow,
      ownShare,
      technologyShare,
      sameShare,
      otherSum,
      perWeight,
      share,
      months,
    );
  }
  const next = technologies * months;
  for (let j = 0; j < technologies; j++) {
    sumProducts(rows, first + j * months, perWeight, months, otherWeights, j * months, next, segments, months);
  }
}

/** The share of all demand in segments where nobody but own can be had, and own has too little. */
function recordUnserved(model: Model, state: TrialState): void {
  const { months: rows, layout } = state;
  const { otherSum } = state.market;
  const months = model.months.count;
  for (let m = 0; m < months; m++) {
    const total = rows[FIELD.totalDemand * months + m]!;
    let unserved: f64 = 0;
    for (let s = 0; s < layout.segments; s++) {
      if (otherSum[s * months + m]! > 0) continue;
      const own = rows[(layout.segmentOwn + s) * months + m]!;
      unserved += rows[(layout.segmentDemand + s) * months + m]! * (1 - own);
    }
    rows[FIELD.unserved * months + m] = total > 0 ? unserved / total : 0;
  }
}
