import type { Model } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { BOTTLENECK, FIELD } from './month-fields';
import { NOW } from './month-now';
import { refuseExcess } from './month-supply';
import type { TrialState } from './trial-state';

/** Limits on starts this close are one; the first in order gives its name. */
const TIE = 1e-12;
/** Prices are per kg, mass in t. */
const KG_PER_TONNE = 1000;

/** Step 6 of a month: starts, what limits them, output, and the materials that they take. Hot. */
export function startsMonth(model: Model, state: TrialState, m: i32): void {
  const { now, paths, available, intensityRow, months: rows } = state;
  const months = model.months.count;
  const goodShare = now[NOW.goodShare]!;
  let starts = Math.min(now[NOW.capacity]!, now[NOW.demand]! / goodShare);
  for (let k = 0; starts > 0 && k < intensityRow.length; k++) {
    const intensity = paths[intensityRow[k]! + m]!;
    if (intensity > 0) starts = Math.min(starts, available[k]! / intensity);
  }
  now[NOW.starts] = starts;
  now[NOW.output] = starts * goodShare;
  rows[FIELD.output * months + m] = starts * goodShare;
  rows[FIELD.starts * months + m] = starts;
  rows[FIELD.bottleneck * months + m] = bottleneckOf(model, state, m);
  takeMaterials(model, state, m);
}

/** What held the month back: capacity, then the materials in order, then demand. */
function bottleneckOf(model: Model, state: TrialState, m: i32): i32 {
  const { now, paths, available, intensityRow } = state;
  const end = model.months.end[m]!;
  if (now[NOW.open] === 0) return BOTTLENECK.abandoned;
  // No commercial line is ready before the month's end.
  if (!(now[NOW.sop]! < end)) return now[NOW.sopNoStall]! < end ? BOTTLENECK.funding : BOTTLENECK.schedule;
  const starts = now[NOW.starts]!;
  const capacity = now[NOW.capacity]!;
  const tie = starts + TIE * Math.max(1, starts);
  if (capacity <= tie) {
    const stalled = now[NOW.commercialShort] === 1 && now[NOW.capacityNoStall]! > capacity + TIE;
    return stalled ? BOTTLENECK.funding : BOTTLENECK.capacity;
  }
  for (let k = 0; k < intensityRow.length; k++) {
    const intensity = paths[intensityRow[k]! + m]!;
    if (intensity > 0 && available[k]! / intensity <= tie) return BOTTLENECK.material + k;
  }
  return BOTTLENECK.material + intensityRow.length;
}

/** Stock, refusals and payment of every material. Hot. */
function takeMaterials(model: Model, state: TrialState, m: i32): void {
  const { now, paths, available, stocks, stockMax, intensityRow, ahead, factors, months: rows, layout, detail } = state;
  const { supply: supplies, paidFor } = ahead;
  const priceFactor = factors.price;
  const months = model.months.count;
  const open = now[NOW.open] === 1;
  const starts = now[NOW.starts]!;
  const allStarts = starts + now[NOW.pilotStarts]!;
  let stockAt = layout.stock * months + m;
  let useAt = layout.use * months + m;
  let bought: f64 = 0;
  for (let k = 0; k < intensityRow.length; k++) {
    if (detail) now[NOW.paid] = 0;
    now[NOW.refused] = 0;
    const intensity = paths[intensityRow[k]! + m]!;
    const supply = open ? supplies[k * months + m]! : 0;
    // With neither, the stock stays as it is.
    if (open && (supply > 0 || allStarts > 0)) {
      const rest = available[k]! - starts * intensity;
      let paid = paidFor[k * months + m]!;
      if (rest > stockMax[k]!) {
        available[k] = rest;
        refuseExcess(model, state, m, k);
        paid -= now[NOW.paid]!;
      }
      paid *= priceFactor[k]! * KG_PER_TONNE;
      bought += paid;
      if (detail) now[NOW.paid] = paid;
      stocks[k] = Math.max(0, Math.min(stockMax[k]!, rest));
    }
    rows[stockAt] = stocks[k]!;
    rows[useAt] = allStarts > 0 ? allStarts * intensity : 0;
    stockAt += months;
    useAt += months;
    if (detail) recordMaterial(state, months, m, k);
  }
  now[NOW.bought] = bought;
}

function recordMaterial(state: TrialState, months: i32, m: i32, k: i32): void {
  const { now, ahead, materialPrice, months: rows, layout } = state;
  const open = now[NOW.open] === 1;
  rows[(layout.supply + k) * months + m] = open ? ahead.supply[k * months + m]! : 0;
  rows[(layout.refused + k) * months + m] = now[NOW.refused]!;
  rows[(layout.paid + k) * months + m] = now[NOW.paid]!;
  rows[(layout.materialPrice + k) * months + m] = materialPrice[k]!;
}
