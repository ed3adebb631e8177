import type { Model } from '../compile/model';
import { MONTH_DAYS } from './prepare-trial';
import type { TrialState } from './trial-state';

/** What each contract supplies in a month (t), and the mean price of each material (currency/kg). Hot. */
export function supplyMonth(model: Model, state: TrialState, month: number, open: boolean): void {
  const { paths, factors, eventDay, supplyByContract, materialPrice, materialSupply, available, stocks } = state;
  const { start, priceRow, volumePerMonth, ramp } = state.contracts;
  const { materials } = model;
  const a = model.months.start[month]!;
  const b = model.months.end[month]!;
  const perMonth = 1 / (b - a);
  for (let k = 0; k < materials.length; k++) {
    const { from, to } = materials[k]!;
    let supply = 0;
    let paidFor = 0;
    for (let c = from; c < to; c++) {
      const day = eventDay[start[c]!]!;
      let tonnes = 0;
      if (open && day < b) {
        const active = Math.max(day, a);
        const rampMonths = ramp[c]!;
        tonnes = volumePerMonth[c]! * factors.supply[c]! * ((b - active) * perMonth);
        if (rampMonths > 0) {
          const grown = ((active - day) / MONTH_DAYS + 0.5) / rampMonths;
          if (grown < 1) tonnes *= grown;
        }
        supply += tonnes;
        paidFor += tonnes * paths[priceRow[c]! + month]!;
      }
      supplyByContract[c] = tonnes;
    }
    const mean = supply > 0 ? paidFor / supply : contractedPrice(state, from, to, month);
    materialPrice[k] = mean * factors.price[k]!;
    materialSupply[k] = supply;
    available[k] = stocks[k]! + supply;
  }
}

/** Nothing supplied: the price weighted by what is contracted; nothing contracted: the plain mean. */
function contractedPrice(state: TrialState, from: number, to: number, month: number): number {
  const { priceRow, volumePerMonth } = state.contracts;
  let volume = 0;
  let paid = 0;
  let sum = 0;
  for (let c = from; c < to; c++) {
    const price = state.paths[priceRow[c]! + month]!;
    volume += volumePerMonth[c]!;
    paid += volumePerMonth[c]! * price;
    sum += price;
  }
  if (volume > 0) return paid / volume;
  return to > from ? sum / (to - from) : 0;
}

/** What settling a material's month says. */
export interface Settled {
  refused: number;
  paid: number;
}

/**
 * Closes a material's month: what exceeds the stock's largest is refused, first from the contract with the largest
 * price x (1 - takeOrPay), ties in list order; refused tonnes cost takeOrPay of their price. Hot.
 *
 * @param rest tonnes left after all use
 */
export function settleMaterial(
  model: Model,
  state: TrialState,
  month: number,
  k: number,
  rest: number,
  out: Settled,
): void {
  const { paths, factors, supplyByContract, stocks, stockMax } = state;
  const { priceRow, takeOrPay } = state.contracts;
  const { from, to } = model.materials[k]!;
  let paid = 0;
  for (let c = from; c < to; c++) paid += supplyByContract[c]! * paths[priceRow[c]! + month]!;
  let excess = rest - stockMax[k]!;
  stocks[k] = Math.max(0, Math.min(stockMax[k]!, rest));
  let refused = 0;
  while (excess > 0) {
    let dearest = -1;
    let saving = Number.NEGATIVE_INFINITY;
    for (let c = from; c < to; c++) {
      const saved = paths[priceRow[c]! + month]! * (1 - takeOrPay[c]!);
      if (supplyByContract[c]! > 0 && saved > saving) {
        saving = saved;
        dearest = c;
      }
    }
    if (dearest < 0) break;
    const tonnes = Math.min(excess, supplyByContract[dearest]!);
    supplyByContract[dearest]! -= tonnes;
    paid -= tonnes * saving;
    refused += tonnes;
    excess -= tonnes;
  }
  out.refused = refused;
  out.paid = paid * factors.price[k]! * 1000;
}
