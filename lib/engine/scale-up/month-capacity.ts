import type { Model } from '../compile/model';
import { exp } from '../maths/exp';
import { FIELD } from './month-fields';
import { NOW } from './month-now';
import { MONTH_DAYS } from './prepare-trial';
import type { TrialState } from './trial-state';

/** A yield factor of 0 leaves this, so that cost per good kWh stays a number. */
const LEAST_YIELD = 1e-9;

/**
 * Step 3 of a month: capacity, yield and conversion factor of the commercial lines, fixed cost and depreciation of all,
 * and the pilot lines, which take their materials first. Hot.
 */
export function capacityMonth(model: Model, state: TrialState, m: number): void {
  const { now, lines, factors, months: rows, layout } = state;
  const { ready, readyPast, readyNoStall, capexPaid, lifeDays, fixedPerMonth, timeConstantMonths } = lines;
  const { yieldInitial, yieldMature, conversionFactor } = lines;
  const a = model.months.start[m]!;
  const b = model.months.end[m]!;
  const open = now[NOW.open] === 1;
  let capacity = 0;
  let capacityNoStall = 0;
  let yieldSum = 0;
  let factorSum = 0;
  let fixed = 0;
  let depreciation = 0;
  let firstCommercial = -1;
  let anyReady = 0;
  now[NOW.pilotStarts] = 0;
  now[NOW.pilotOutput] = 0;
  now[NOW.pilotConversion] = 0;
  for (let l = 0; l < ready.length; l++) {
    const commercial = state.lineIsCommercial[l] === 1;
    const day = ready[l]!;
    if (commercial) {
      if (firstCommercial < 0) firstCommercial = l;
      const early = readyNoStall[l]!;
      // Without a stall it is the capacity that there is.
      if (open && early < b && early !== day) capacityNoStall += startsCapacity(state, l, early, a, b, b);
    }
    if (readyPast[l] === 0 || !(day < b)) continue;
    const from = Math.max(a, day);
    const life = lifeDays[l]!;
    const days = Math.min(b, day + life) - from;
    if (days > 0) depreciation += (capexPaid[l]! * days) / life;
    if (!open) continue;
    const age = Math.max(0, ((from + b) / 2 - day) / MONTH_DAYS);
    const tau = timeConstantMonths[l]!;
    const mature = yieldMature[l]!;
    const grown = tau > 0 ? mature - (mature - yieldInitial[l]!) * exp(-age / tau) : mature;
    const goodShare = Math.min(1, grown * factors.yield[l]!);
    if (!commercial) {
      fixed += runPilot(model, state, m, l, goodShare);
      continue;
    }
    fixed += (fixedPerMonth[l]! * (b - from)) / (b - a);
    const starts = startsCapacity(state, l, day, a, b, b);
    anyReady = 1;
    capacity += starts;
    if (readyNoStall[l] === day) capacityNoStall += starts;
    yieldSum += starts * goodShare;
    factorSum += starts * conversionFactor[l]!;
  }
  let goodShare = 1;
  let factor = 1;
  if (capacity > 0) {
    goodShare = yieldSum / capacity;
    factor = factorSum / capacity;
  } else if (firstCommercial >= 0) {
    goodShare = Math.min(1, yieldInitial[firstCommercial]! * factors.yield[firstCommercial]!);
    factor = conversionFactor[firstCommercial]!;
  }
  now[NOW.anyReady] = anyReady;
  now[NOW.capacity] = capacity;
  now[NOW.capacityNoStall] = capacityNoStall;
  now[NOW.yield] = Math.max(goodShare, LEAST_YIELD);
  now[NOW.conversionFactor] = factor;
  now[NOW.fixed] = fixed;
  now[NOW.depreciation] = depreciation;
  rows[m * layout.width + FIELD.startsCapacity] = capacity;
}

/** Nameplate/12 x share of the month in [ready, until) x utilisation x factor, GWh; `ready` lies before b. */
function startsCapacity(state: TrialState, l: number, ready: number, a: number, until: number, b: number): number {
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

/** A pilot line starts what its capacity and the materials allow, and sells nothing. Returns its fixed cost. */
function runPilot(model: Model, state: TrialState, m: number, l: number, goodShare: number): number {
  const { now, lines, paths, available, eventDay } = state;
  const { materials } = model;
  const months = model.months.count;
  const a = model.months.start[m]!;
  const b = model.months.end[m]!;
  const { until } = model.lines[l]!;
  const end = Math.min(b, until >= 0 ? eventDay[until]! : now[NOW.sop]!);
  let starts = startsCapacity(state, l, lines.ready[l]!, a, end, b);
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
  return (lines.fixedPerMonth[l]! * Math.max(0, end - Math.max(a, lines.ready[l]!))) / (b - a);
}
