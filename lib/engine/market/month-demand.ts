import type { Model } from '../compile/model';
import { exp } from '../maths/exp';
import { FIELD } from '../scale-up/month-fields';
import { NOW } from '../scale-up/month-now';
import { YEAR_DAYS } from '../scale-up/prepare-trial';
import type { TrialState } from '../scale-up/trial-state';
import { adoptionShare } from './adoption';

/** Bound on own's value over the others', beyond which its share is 0 or 1 to all digits. */
const LARGEST_EXPONENT = 650;

/** Step 5 of a month: what each segment wants, and own's share of it before supply limits it. Hot. */
export function demandMonth(model: Model, state: TrialState, m: number): void {
  const { now, values, paths, factors, ownInSegment, segmentDemand } = state;
  const { otherSum, shift, ownWorth } = state.market;
  const { segments } = model.market;
  const months = model.months.count;
  const price = now[NOW.price]!;
  const years = (model.months.middle[m]! - now[NOW.sop]!) / YEAR_DAYS;
  const sells = now[NOW.open] === 1 && years > 0;
  let demand = 0;
  let totalDemand = 0;
  let adopted = 0;
  let adoptedP = -1;
  let adoptedQ = -1;
  for (let s = 0; s < segments.length; s++) {
    const segment = segments[s]!;
    const at = s * months + m;
    const wanted = (paths[segment.demand * months + m]! / 12) * factors.demand[s]!;
    segmentDemand[s] = wanted;
    totalDemand += wanted;
    let own = 0;
    if (sells && segment.eligible) {
      // Segments that share their coefficients share the curve.
      if (segment.p !== adoptedP || segment.q !== adoptedQ) {
        adoptedP = segment.p;
        adoptedQ = segment.q;
        adopted = adoptionShare(values[adoptedP]!, values[adoptedQ]!, years);
      }
      const value = (ownWorth[at]! - price) / values[segment.heterogeneity]! - shift[at]!;
      const weight = exp(Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, value)));
      own = (adopted * weight) / (weight + otherSum[at]!);
    }
    ownInSegment[s] = own;
    demand += wanted * own;
  }
  now[NOW.demand] = demand;
  now[NOW.totalDemand] = totalDemand;
}

/**
 * Sales by segment, in proportion to own's demand there; what own cannot supply goes to the others in proportion to
 * their weights. Shares are of all segments' demand; those of the others are left to `spreadShares`.
 */
export function sharesMonth(model: Model, state: TrialState, m: number): void {
  const { now, ownInSegment, segmentDemand, months: rows, layout, detail } = state;
  const { otherSum, sameShare } = state.market;
  const { perWeight } = state.ahead;
  const months = model.months.count;
  const demand = now[NOW.demand]!;
  const totalDemand = now[NOW.totalDemand]!;
  const supplied = demand > 0 ? now[NOW.output]! / demand : 0;
  const perDemand = totalDemand > 0 ? 1 / totalDemand : 0;
  let ownSold = 0;
  let sameSold = 0;
  let unserved = 0;
  for (let s = 0; s < ownInSegment.length; s++) {
    const at = s * months + m;
    const wanted = segmentDemand[s]!;
    const own = wanted > 0 ? supplied * ownInSegment[s]! : 0;
    const rest = 1 - own;
    const same = wanted > 0 ? rest * sameShare[at]! : 0;
    ownSold += wanted * own;
    sameSold += wanted * same;
    const others = wanted * rest * perDemand;
    const sum = otherSum[at]!;
    perWeight[at] = sum > 0 ? others / sum : 0;
    if (!(sum > 0)) unserved += others;
    rows[layout.segmentDemand * months + at] = wanted;
    rows[layout.segmentOwn * months + at] = own;
    rows[layout.segmentTechnology * months + at] = own + same;
  }
  now[NOW.cumulativeOthers]! += sameSold;
  rows[FIELD.totalDemand * months + m] = totalDemand;
  rows[FIELD.ownShare * months + m] = ownSold * perDemand;
  rows[FIELD.technologyShare * months + m] = (ownSold + sameSold) * perDemand;
  if (!detail) return;
  rows[FIELD.unserved * months + m] = unserved;
  rows[FIELD.demand * months + m] = demand;
}

/** The others' shares of all segments' demand in every month, once own's sales are known. Hot. */
export function spreadShares(model: Model, state: TrialState): void {
  const { months: rows, layout } = state;
  const { otherWeights } = state.market;
  const { perWeight } = state.ahead;
  const months = model.months.count;
  const { technologies, segments } = layout;
  const first = layout.technologyShare * months;
  rows.fill(0, first, first + technologies * months);
  for (let s = 0; s < segments; s++) {
    const share = s * months;
    for (let j = 0; j < technologies; j++) {
      const to = first + j * months;
      const from = (s * technologies + j) * months;
      for (let m = 0; m < months; m++) rows[to + m]! += perWeight[share + m]! * otherWeights[from + m]!;
    }
  }
}
