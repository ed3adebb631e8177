import type { Model } from '../compile/model';
import { NOW } from './month-now';
import { MONTH_DAYS } from './prepare-trial';
import type { TrialState } from './trial-state';

/** What each contract supplies in a month (t), and the mean price of each material (currency/kg). Hot. */
export function supplyMonth(model: Model, state: TrialState, month: number): void {
  const { now, paths, factors, eventDay, supplyByContract, materialPrice, materialSupply, available, stocks } = state;
  const { start, priceRow, volumePerMonth, ramp } = state.contracts;
  const { materials } = model;
  const a = model.months.start[month]!;
  const b = model.months.end[month]!;
  const perMonth = 1 / (b - a);
  const open = now[NOW.open] === 1;
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
    if (supply > 0) materialPrice[k] = (paidFor / supply) * factors.price[k]!;
    else setContractedPrice(model, state, month, k);
    materialSupply[k] = supply;
    available[k] = stocks[k]! + supply;
  }
}

/** Nothing supplied: the price weighted by what is contracted; nothing contracted: the plain mean. */
function setContractedPrice(model: Model, state: TrialState, month: number, k: number): void {
  const { from, to } = model.materials[k]!;
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
  const mean = volume > 0 ? paid / volume : to > from ? sum / (to - from) : 0;
  state.materialPrice[k] = mean * state.factors.price[k]!;
}

/**
 * Closes a material's month: what exceeds the stock's largest is refused, first from the contract with the largest
 * price x (1 - takeOrPay), ties in list order; refused tonnes cost takeOrPay of their price. Hot.
 * `state.available` holds what is left after all use.
 */
export function settleMaterial(model: Model, state: TrialState, month: number, k: number): void {
  const { now, available, paths, factors, supplyByContract, stocks, stockMax } = state;
  const { priceRow, takeOrPay } = state.contracts;
  const { from, to } = model.materials[k]!;
  const rest = available[k]!;
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
  now[NOW.refused] = refused;
  now[NOW.paid] = paid * factors.price[k]! * 1000;
}
