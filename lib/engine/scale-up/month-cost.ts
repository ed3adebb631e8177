import { type Model, PRICING } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { exp } from '../maths/exp';
import { quickLog } from '../maths/log';
import { FIELD } from './month-fields';
import { NOW } from './month-now';
import type { TrialState } from './trial-state';

/** Step 4 of a month: variable cost per good kWh and price, from the state at the month's start. */
export function costMonth(model: Model, state: TrialState, m: i32): void {
  const { now, paths, materialPrice, intensityRow, months: rows } = state;
  const { cost } = model;
  const months = model.months.count;
  let materialCost: f64 = 0;
  for (let k = 0; k < materialPrice.length; k++) {
    materialCost += materialPrice[k]! * paths[intensityRow[k]! + m]!;
  }
  const otherMaterials = paths[cost.otherMaterials * months + m]!;
  const volume = now[NOW.cumulativeOutput]! + now[NOW.spillover]! * now[NOW.cumulativeOthers]!;
  const reference = now[NOW.referenceVolume]!;
  const learning = now[NOW.learning]!;
  let learned = paths[cost.conversion * months + m]!;
  // Wright's law once the reference volume is passed; log2(1 - rate) < 0.
  if (volume > reference && learning !== 0) learned *= exp(learning * quickLog(volume / reference));
  const unitCost = (materialCost / 1000 + otherMaterials + now[NOW.conversionFactor]! * learned) / now[NOW.goodShare]!;
  now[NOW.otherMaterials] = otherMaterials;
  now[NOW.learned] = learned;
  now[NOW.unitCost] = unitCost;
  const price = clampedPrice(model, state, m);
  now[NOW.price] = price;
  rows[FIELD.unitCost * months + m] = unitCost;
  rows[FIELD.price * months + m] = price;
}

/** The price as its mode has it, at least the floor, at most the cap; where they cross, the cap wins. */
function clampedPrice(model: Model, state: TrialState, m: i32): f64 {
  const { pricing } = model;
  const { paths } = state;
  const months = model.months.count;
  let price = priceByMode(model, state, m);
  if (pricing.floor >= 0) price = Math.max(price, paths[pricing.floor * months + m]!);
  if (pricing.cap >= 0) price = Math.min(price, paths[pricing.cap * months + m]!);
  return price;
}

function priceByMode(model: Model, state: TrialState, m: i32): f64 {
  const { pricing, market } = model;
  const { paths, values, now } = state;
  const months = model.months.count;
  if (pricing.mode === PRICING.trajectory) return paths[pricing.trajectory * months + m]!;
  if (pricing.mode === PRICING.costPlus) return now[NOW.unitCost]! * (1 + values[pricing.quantity]!);
  const theirs = paths[market.technologies[pricing.technology]!.price * months + m]!;
  if (pricing.mode === PRICING.parity) return theirs + paths[pricing.trajectory * months + m]!;
  return theirs + values[pricing.quantity]! * worthAdvantage(model, state, m);
}

/** What own's attributes are worth to the pricing's segment above those of its technology, currency/kWh. */
function worthAdvantage(model: Model, state: TrialState, m: i32): f64 {
  const { values, paths } = state;
  const { segment, technology } = model.pricing;
  const months = model.months.count;
  let worth: f64 = 0;
  const attributes = model.market.segments[segment]!.worth;
  for (let i = 0; i < attributes.length; i++) {
    const attribute = attributes[i]!;
    const own = attribute.own < 0 ? 0 : paths[attribute.own * months + m]!;
    const slot = attribute.others[technology]!;
    const other = slot < 0 ? 0 : paths[slot * months + m]!;
    worth += values[attribute.willingness]! * (own - other);
  }
  return worth;
}
