import type { Model } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { addScaled, addToRow, ramp } from '../maths/rows';
import { NOW } from './month-now';
import { MONTH_DAYS } from './prepare-trial';
import type { TrialState } from './trial-state';

/** A saving below that of any contract. */
const NOTHING_TO_REFUSE = -1;

/** Before the first month no contract has begun. */
export function resetSupply(model: Model, state: TrialState): void {
  const { ahead, contractsWaiting } = state;
  ahead.tonnes.fill(0);
  ahead.saving.fill(NOTHING_TO_REFUSE);
  ahead.supply.fill(0);
  ahead.paidFor.fill(0);
  for (let k = 0; k < model.materials.length; k++) weighContracts(model, state, k);
  state.contractsWaitingCount = model.contracts.length;
  for (let c = 0; c < model.contracts.length; c++) contractsWaiting[c] = c;
}

/** Contracts that begin before a month's end: their tonnes of this and all later months. */
export function beginContracts(model: Model, state: TrialState, month: i32): void {
  const { now, eventDay, contractsWaiting } = state;
  const { start } = state.contracts;
  const end = model.months.end[month]!;
  if (now[NOW.eventsJudged] === 0 && !(now[NOW.nextContract]! < end)) return;
  let next = Number.POSITIVE_INFINITY;
  let still = 0;
  for (let i = 0; i < state.contractsWaitingCount; i++) {
    const c = contractsWaiting[i]!;
    const day = eventDay[start[c]!]!;
    if (day < end) {
      fillContract(model, state, c, month);
      continue;
    }
    contractsWaiting[still++] = c;
    next = Math.min(next, day);
  }
  state.contractsWaitingCount = still;
  now[NOW.nextContract] = next;
}

/**
 * volume/12 x factor x active share of the month x clamp((age + 0.5)/ramp, 0, 1), age in months at the later of the
 * month's start and the contract's. Hot.
 */
function fillContract(model: Model, state: TrialState, c: i32, fromMonth: i32): void {
  const { ahead, paths, always, eventDay } = state;
  const { tonnes, saving, supply, paidFor } = ahead;
  const { start, priceRow, volumePerMonth, ramp: ramps, takeOrPay } = state.contracts;
  const saved = 1 - takeOrPay[c]!;
  const { start: monthStart, end: monthEnd, count } = model.months;
  const material = model.contracts[c]!.material * count;
  const row = c * count;
  const prices = priceRow[c]!;
  const day = eventDay[start[c]!]!;
  const full = volumePerMonth[c]! * always.supply[c]!;
  const rampMonths = ramps[c]!;
  const perDay = rampMonths > 0 ? 1 / (MONTH_DAYS * rampMonths) : 0;
  const atStart = rampMonths > 0 ? 0.5 / rampMonths : 1;
  const grownUp = day + MONTH_DAYS * rampMonths;
  let m = fromMonth;
  for (; m < count && monthStart[m]! < grownUp; m++) {
    const a = monthStart[m]!;
    let delivered = full;
    if (day > a) delivered *= ((monthEnd[m]! - day) / (monthEnd[m]! - a)) * Math.min(1, atStart);
    else delivered *= Math.min(1, (a - day) * perDay + atStart);
    tonnes[row + m] = delivered;
    supply[material + m]! += delivered;
    const price = paths[prices + m]!;
    paidFor[material + m]! += delivered * price;
    saving[row + m] = price * saved;
  }
  tonnes.fill(full, row + m, row + count);
  addToRow(supply, material + m, full, count - m);
  addScaled(paidFor, material + m, full, paths, prices + m, count - m);
  ramp(saving, row + m, 0, saved, paths, prices + m, count - m);
}

/** A month in which a window limits what contracts supply: every contract's tonnes with the month's own factor. */
export function refillSupply(model: Model, state: TrialState, month: i32): void {
  const { ahead, paths, always, factors } = state;
  const { tonnes, supply, paidFor } = ahead;
  const { count } = model.months;
  for (let k = 0; k < model.materials.length; k++) {
    const { from, to } = model.materials[k]!;
    let sum: f64 = 0;
    let paid: f64 = 0;
    for (let c = from; c < to; c++) {
      const usual = always.supply[c]!;
      const at = c * count + month;
      if (usual > 0) tonnes[at] = (tonnes[at]! / usual) * factors.supply[c]!;
      sum += tonnes[at]!;
      paid += tonnes[at]! * paths[state.contracts.priceRow[c]! + month]!;
    }
    supply[k * count + month] = sum;
    paidFor[k * count + month] = paid;
  }
}

/** What is there of each material before use, and its mean price (currency/kg). */
export function supplyMonth(model: Model, state: TrialState, month: i32): void {
  const { now, factors, ahead, materialPrice, available, stocks } = state;
  const { count } = model.months;
  const open = now[NOW.open] === 1;
  for (let k = 0; k < available.length; k++) {
    const supply = open ? ahead.supply[k * count + month]! : 0;
    if (supply > 0) materialPrice[k] = (ahead.paidFor[k * count + month]! / supply) * factors.price[k]!;
    else setContractedPrice(model, state, month, k);
    available[k] = stocks[k]! + supply;
  }
}

/** Each contract's part in the price while nothing is supplied: by what is contracted; nothing contracted: equal. */
function weighContracts(model: Model, state: TrialState, k: i32): void {
  const { from, to } = model.materials[k]!;
  const { volumePerMonth, priceWeight } = state.contracts;
  let volume: f64 = 0;
  for (let c = from; c < to; c++) volume += volumePerMonth[c]!;
  const contracts: f64 = to - from;
  for (let c = from; c < to; c++) priceWeight[c] = volume > 0 ? volumePerMonth[c]! / volume : 1 / contracts;
}

/** The mean price of what is contracted for a material, in a month without supply. */
function setContractedPrice(model: Model, state: TrialState, month: i32, k: i32): void {
  const { paths, materialPrice, factors } = state;
  const { from, to } = model.materials[k]!;
  const { priceRow, priceWeight } = state.contracts;
  let price: f64 = 0;
  for (let c = from; c < to; c++) price += priceWeight[c]! * paths[priceRow[c]! + month]!;
  materialPrice[k] = price * factors.price[k]!;
}

/**
 * What exceeds the stock's largest is refused, first from the contract with the largest price x (1 - takeOrPay), ties in
 * list order; refused tonnes cost takeOrPay of their price. `state.available` holds what is left after all
 * use; leaves in `refused` how much that is and in `paid` what it saves (before the price factor).
 */
export function refuseExcess(model: Model, state: TrialState, month: i32, k: i32): void {
  const { now, ahead, available, stockMax } = state;
  const { tonnes: supplied, saving } = ahead;
  const { from, to } = model.materials[k]!;
  const { count } = model.months;
  const first = from * count + month;
  const end = to * count;
  let left = available[k]! - stockMax[k]!;
  let saved: f64 = 0;
  let refused: f64 = 0;
  while (left > 0) {
    let dearest = -1;
    let most: f64 = NOTHING_TO_REFUSE;
    for (let at = first; at < end; at += count) {
      const perTonne = saving[at]!;
      if (perTonne > most) {
        most = perTonne;
        dearest = at;
      }
    }
    if (dearest < 0) break;
    const tonnes = Math.min(left, supplied[dearest]!);
    saved += tonnes * most;
    refused += tonnes;
    saving[dearest] = NOTHING_TO_REFUSE;
    left -= tonnes;
  }
  now[NOW.paid] = saved;
  now[NOW.refused] = refused;
}
