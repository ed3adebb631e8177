import type { Model } from '../compile/model';
import { MONTH_DAYS } from './prepare-trial';
import type { TrialState } from './trial-state';

/** What each contract supplies in a month (t), and the mean price of each material (currency/kg). */
export function supplyMonth(model: Model, state: TrialState, month: number, open: boolean): void {
  const { values, paths, factors, eventDay, supplyByContract, materialPrice } = state;
  const { contracts, materials } = model;
  const months = model.months.count;
  const a = model.months.start[month]!;
  const b = model.months.end[month]!;
  for (let k = 0; k < materials.length; k++) {
    const material = materials[k]!;
    let supply = 0;
    let paidFor = 0;
    let volume = 0;
    let volumePrice = 0;
    let priceSum = 0;
    for (let c = material.from; c < material.to; c++) {
      const contract = contracts[c]!;
      const price = paths[contract.price * months + month]!;
      const contracted = values[contract.volume]!;
      const start = eventDay[contract.start]!;
      let tonnes = 0;
      if (open && start < b) {
        const from = Math.max(start, a);
        const ramp = values[contract.ramp]!;
        const age = (from - start) / MONTH_DAYS;
        const grown = ramp > 0 ? Math.min(1, (age + 0.5) / ramp) : 1;
        tonnes = (contracted / 12) * factors.supply[c]! * ((b - from) / (b - a)) * grown;
      }
      supplyByContract[c] = tonnes;
      supply += tonnes;
      paidFor += tonnes * price;
      volume += contracted;
      volumePrice += contracted * price;
      priceSum += price;
    }
    const count = material.to - material.from;
    // Nothing supplied: weighted by what is contracted; nothing contracted: the plain mean.
    const mean = supply > 0 ? paidFor / supply : volume > 0 ? volumePrice / volume : count > 0 ? priceSum / count : 0;
    materialPrice[k] = mean * factors.price[k]!;
    state.available[k] = state.stocks[k]! + supply;
  }
}

/** What settling a material's month says. */
export interface Settled {
  refused: number;
  paid: number;
}

/**
 * Closes a material's month: what exceeds the stock's largest is refused, first from the contract with the largest
 * price x (1 - takeOrPay), ties in list order; refused tonnes cost takeOrPay of their price.
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
  const { values, paths, factors, supplyByContract, refusedByContract, stocks, stockMax } = state;
  const { contracts } = model;
  const material = model.materials[k]!;
  const months = model.months.count;
  let excess = rest - stockMax[k]!;
  let refused = 0;
  for (let c = material.from; c < material.to; c++) refusedByContract[c] = 0;
  while (excess > 0) {
    let dearest = -1;
    let saving = Number.NEGATIVE_INFINITY;
    for (let c = material.from; c < material.to; c++) {
      if (!(supplyByContract[c]! > refusedByContract[c]!)) continue;
      const contract = contracts[c]!;
      const saved = paths[contract.price * months + month]! * (1 - values[contract.takeOrPay]!);
      if (saved > saving) {
        saving = saved;
        dearest = c;
      }
    }
    if (dearest < 0) break;
    const tonnes = Math.min(excess, supplyByContract[dearest]!);
    refusedByContract[dearest] = tonnes;
    refused += tonnes;
    excess -= tonnes;
    if (tonnes < supplyByContract[dearest]!) break;
  }
  let paid = 0;
  for (let c = material.from; c < material.to; c++) {
    const contract = contracts[c]!;
    const kept = supplyByContract[c]! - refusedByContract[c]!;
    const price = paths[contract.price * months + month]! * factors.price[k]!;
    paid += (kept + refusedByContract[c]! * values[contract.takeOrPay]!) * price * 1000;
  }
  stocks[k] = Math.max(0, Math.min(stockMax[k]!, rest));
  out.refused = refused;
  out.paid = paid;
}
