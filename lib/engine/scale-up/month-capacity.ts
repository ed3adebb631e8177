import type { Model } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { exp, expBlock } from '../maths/exp';
import { FIELD } from './month-fields';
import { NOW } from './month-now';
import { MONTH_DAYS } from './prepare-trial';
import type { TrialState } from './trial-state';

/** A yield factor of 0 leaves this, so that cost per good kWh stays a number. */
const LEAST_YIELD = 1e-9;
/** After so many time constants a yield has grown up to all digits of a double (e^-40 < 2^-57). */
const GROWN_UP = 40;

/** Before the first month nothing is ready; capacity without stalls is known for all months. */
export function resetCapacity(model: Model, state: TrialState): void {
  const { ahead, lines, lineIsCommercial } = state;
  ahead.capacity.fill(0);
  ahead.yieldSum.fill(0);
  ahead.factorSum.fill(0);
  ahead.fixed.fill(0);
  ahead.depreciation.fill(0);
  ahead.capacityNoStall.fill(0);
  // Only want of cash asks for it, and the full report shows it.
  if (!model.funding.hard && !state.detail) return;
  for (let l = 0; l < lineIsCommercial.length; l++) {
    if (lineIsCommercial[l] === 1) fillCapacityNoStall(model, state, l, lines.readyNoStall[l]!);
  }
}

function fillCapacityNoStall(model: Model, state: TrialState, l: i32, ready: f64): void {
  const { start, end, count } = model.months;
  const row = state.ahead.capacityNoStall;
  for (let m = 0; m < count; m++) {
    if (ready < end[m]!) row[m]! += startsCapacity(state, l, ready, start[m]!, end[m]!, end[m]!);
  }
}

/** A line that has become ready: its capacity, yield, cost and depreciation in this and all later months. Hot. */
export function beginLine(model: Model, state: TrialState, l: i32, fromMonth: i32): void {
  const { ahead, lines, always, lineIsCommercial } = state;
  const { start, end, count } = model.months;
  const ready = lines.ready[l]!;
  const life = lines.lifeDays[l]!;
  const perDay = lines.capexPaid[l]! / life;
  const over = ready + life;
  for (let m = fromMonth; m < count; m++) {
    const days = Math.min(end[m]!, over) - Math.max(start[m]!, ready);
    if (days <= 0) break;
    ahead.depreciation[m]! += perDay * days;
  }
  if (lineIsCommercial[l] === 0) return;
  const { capacity, yieldSum, factorSum, fixed, decay } = ahead;
  const perMonth = lines.nameplate[l]! / 12;
  const rampDays = lines.rampMonths[l]! * MONTH_DAYS;
  const mature = lines.utilisationMature[l]!;
  const initial = rampDays > 0 ? lines.utilisationInitial[l]! : mature;
  const perRampDay = rampDays > 0 ? (mature - initial) / rampDays : 0;
  const tauDays = lines.timeConstantMonths[l]! * MONTH_DAYS;
  const yieldMature = lines.yieldMature[l]!;
  const missing = tauDays > 0 ? yieldMature - lines.yieldInitial[l]! : 0;
  const capacityFactor = always.capacity[l]!;
  const yieldFactor = always.yield[l]!;
  const conversion = lines.conversionFactor[l]!;
  const fixedPerMonth = lines.fixedPerMonth[l]!;
  // Up to here the yield still grows.
  let growing = fromMonth;
  if (missing !== 0) {
    for (; growing < count; growing++) {
      const age = (Math.max(start[growing]!, ready) + end[growing]!) / 2 - ready;
      if (!(age < GROWN_UP * tauDays)) break;
      decay[growing] = -age / tauDays;
    }
    expBlock(decay, fromMonth, growing, decay);
  }
  for (let m = fromMonth; m < count; m++) {
    const a = start[m]!;
    const b = end[m]!;
    const phi = ready > a ? (b - ready) / (b - a) : 1;
    const age = (Math.max(a, ready) + b) / 2 - ready;
    const utilisation = age >= rampDays ? mature : initial + perRampDay * age;
    let grown = yieldMature;
    if (m < growing) grown -= missing * decay[m]!;
    const starts = perMonth * phi * utilisation * capacityFactor;
    capacity[m]! += starts;
    yieldSum[m]! += starts * Math.min(1, grown * yieldFactor);
    factorSum[m]! += starts * conversion;
    fixed[m]! += fixedPerMonth * phi;
  }
}

/** A month in which a window limits capacity or yield: its sums with the month's own factors. */
export function refillCapacity(model: Model, state: TrialState, m: i32): void {
  const { ahead, lines, factors, lineIsCommercial } = state;
  const a = model.months.start[m]!;
  const b = model.months.end[m]!;
  let capacity: f64 = 0;
  let noStall: f64 = 0;
  let yieldSum: f64 = 0;
  let factorSum: f64 = 0;
  for (let l = 0; l < lineIsCommercial.length; l++) {
    if (lineIsCommercial[l] === 0) continue;
    const early = lines.readyNoStall[l]!;
    if (early < b) noStall += startsCapacity(state, l, early, a, b, b);
    const ready = lines.ready[l]!;
    if (lines.readyPast[l] === 0 || !(ready < b)) continue;
    const starts = startsCapacity(state, l, ready, a, b, b);
    capacity += starts;
    yieldSum += starts * Math.min(1, grownYield(state, l, ready, a, b) * factors.yield[l]!);
    factorSum += starts * lines.conversionFactor[l]!;
  }
  ahead.capacity[m] = capacity;
  ahead.capacityNoStall[m] = noStall;
  ahead.yieldSum[m] = yieldSum;
  ahead.factorSum[m] = factorSum;
}

/**
 * Step 3 of a month: capacity, yield and conversion factor of the commercial lines, fixed cost and depreciation of all,
 * and the pilot lines, which take their materials first.
 */
export function capacityMonth(model: Model, state: TrialState, m: i32): void {
  const { now, ahead, lines, factors, months: rows, firstCommercial } = state;
  const open = now[NOW.open] === 1;
  const capacity = open ? ahead.capacity[m]! : 0;
  now[NOW.capacity] = capacity;
  now[NOW.capacityNoStall] = open ? ahead.capacityNoStall[m]! : 0;
  now[NOW.fixed] = open ? ahead.fixed[m]! : 0;
  now[NOW.depreciation] = ahead.depreciation[m]!;
  let goodShare: f64 = 1;
  let factor: f64 = 1;
  if (capacity > 0) {
    goodShare = ahead.yieldSum[m]! / capacity;
    factor = ahead.factorSum[m]! / capacity;
  } else if (firstCommercial >= 0) {
    goodShare = Math.min(1, lines.yieldInitial[firstCommercial]! * factors.yield[firstCommercial]!);
    factor = lines.conversionFactor[firstCommercial]!;
  }
  now[NOW.goodShare] = Math.max(goodShare, LEAST_YIELD);
  now[NOW.conversionFactor] = factor;
  rows[FIELD.startsCapacity * model.months.count + m] = capacity;
  now[NOW.pilotStarts] = 0;
  now[NOW.pilotOutput] = 0;
  now[NOW.pilotConversion] = 0;
  if (open && state.pilots.length > 0) runPilots(model, state, m);
}

/** Nameplate/12 x share of the month in [ready, until) x utilisation x factor, GWh; `ready` lies before b. */
function startsCapacity(state: TrialState, l: i32, ready: f64, a: f64, until: f64, b: f64): f64 {
  const { lines, factors } = state;
  const from = Math.max(a, ready);
  const phi = Math.max(0, (until - from) / (b - a));
  const age = Math.max(0, ((from + b) / 2 - ready) / MONTH_DAYS);
  const ramp = lines.rampMonths[l]!;
  const mature = lines.utilisationMature[l]!;
  const initial = lines.utilisationInitial[l]!;
  const utilisation = ramp > 0 ? initial + (mature - initial) * Math.min(1, age / ramp) : mature;
  return (lines.nameplate[l]! / 12) * phi * utilisation * factors.capacity[l]!;
}

function grownYield(state: TrialState, l: i32, ready: f64, a: f64, b: f64): f64 {
  const { lines } = state;
  const age = Math.max(0, ((Math.max(a, ready) + b) / 2 - ready) / MONTH_DAYS);
  const tau = lines.timeConstantMonths[l]!;
  const mature = lines.yieldMature[l]!;
  return tau > 0 ? mature - (mature - lines.yieldInitial[l]!) * exp(-age / tau) : mature;
}

function runPilots(model: Model, state: TrialState, m: i32): void {
  const { lines, pilots } = state;
  const b = model.months.end[m]!;
  for (let i = 0; i < pilots.length; i++) {
    const l = pilots[i]!;
    if (lines.readyPast[l] === 1 && lines.ready[l]! < b) runPilot(model, state, m, l);
  }
}

/** A pilot line starts what its capacity and the materials allow, and sells nothing; it costs as long as it runs. */
function runPilot(model: Model, state: TrialState, m: i32, l: i32): void {
  const { now, lines, factors, paths, available, eventDay } = state;
  const { materials } = model;
  const months = model.months.count;
  const a = model.months.start[m]!;
  const b = model.months.end[m]!;
  const ready = lines.ready[l]!;
  const { until } = model.lines[l]!;
  const end = Math.min(b, until >= 0 ? eventDay[until]! : now[NOW.sop]!);
  // The pilot has done its work: it starts nothing and costs nothing.
  if (!(end > Math.max(a, ready))) return;
  const goodShare = Math.min(1, grownYield(state, l, ready, a, b) * factors.yield[l]!);
  let starts = startsCapacity(state, l, ready, a, end, b);
  for (let k = 0; k < materials.length; k++) {
    const intensity = paths[materials[k]!.intensity * months + m]!;
    if (intensity > 0 && available[k]! < starts * intensity) starts = available[k]! / intensity;
  }
  for (let k = 0; k < materials.length; k++) {
    const used = starts * paths[materials[k]!.intensity * months + m]!;
    available[k] = Math.max(0, available[k]! - used);
  }
  now[NOW.pilotStarts]! += starts;
  now[NOW.pilotOutput]! += starts * goodShare;
  now[NOW.pilotConversion]! += starts * lines.conversionFactor[l]!;
  now[NOW.fixed]! += (lines.fixedPerMonth[l]! * Math.max(0, end - Math.max(a, ready))) / (b - a);
}
