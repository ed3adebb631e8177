import { IMPACT, type Model, ON_FAIL, type RiskModel } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import type { MonthFactors, TrialState } from './trial-state';

/** Days of one month of age. */
export const MONTH_DAYS = 30.4375;
/** Days of one year of age. */
export const YEAR_DAYS = 365.25;

/**
 * From a future's inputs to what happens in it: gates, risks and their damage, the work of every task, the numbers of
 * every line. Everything that does not wait for the months.
 */
export function prepareTrial(model: Model, state: TrialState): void {
  judgeGates(model, state);
  judgeRisks(model, state);
  setWork(model, state);
  setLines(model, state);
  setContracts(model, state);
}

/** Failed attempts: the number of j with (1-p)^j >= 1-v, powers by repeated multiplication. */
export function failedAttempts(passProbability: f64, maxAttempts: i32, draw: f64): i32 {
  const failure = 1 - passProbability;
  const bar = 1 - draw;
  let power: f64 = 1;
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const next = power * failure;
    if (!(next >= bar)) return attempt - 1;
    // A power that no longer falls (p = 0, or underflow) stays above the bar for all the attempts that are left.
    if (next === power) return maxAttempts;
    power = next;
  }
  return maxAttempts;
}

function judgeGates(model: Model, state: TrialState): void {
  const { values, events, failures, reworks, gateFailed, gatesWaiting } = state;
  const { never } = state.timelineInputs;
  state.gatesWaitingCount = 0;
  for (let g = 0; g < model.gates.length; g++) {
    const gate = model.gates[g]!;
    const n = failedAttempts(values[gate.passProbability]!, gate.maxAttempts, events[gate.event]!);
    const failed = n === gate.maxAttempts;
    failures[g] = n;
    reworks[g] = failed ? n - 1 : n;
    gateFailed[g] = failed ? 1 : 0;
    if (reworks[g]! > 0) gatesWaiting[state.gatesWaitingCount++] = g;
    never[gate.task] = failed && gate.onFail !== ON_FAIL.carryOn ? 1 : 0;
  }
}

/** A risk's damage after its response: delays and costs times the scale, factors drawn towards 1. */
function damage(risk: RiskModel, isFactor: boolean, amount: f64, values: Float64Array): f64 {
  if (risk.scale < 0) return amount;
  const scale = values[risk.scale]!;
  return isFactor ? 1 + scale * (amount - 1) : scale * amount;
}

function judgeRisks(model: Model, state: TrialState): void {
  const { values, events, occurred, always, taskFactor, taskDelay, capexFactor, fundingDelay, riskPaid } = state;
  const durations = model.taskWork.durationSlot;
  always.capacity.fill(1);
  always.yield.fill(1);
  always.supply.fill(1);
  always.price.fill(1);
  always.demand.fill(1);
  taskFactor.fill(1);
  taskDelay.fill(0);
  capexFactor.fill(1);
  fundingDelay.fill(0);
  riskPaid.fill(0);
  state.windowedCount = 0;
  for (let r = 0; r < model.risks.length; r++) {
    const risk = model.risks[r]!;
    const happens = events[risk.event]! > 1 - values[risk.probability]!;
    occurred[r] = happens ? 1 : 0;
    if (!happens) continue;
    for (let i = 0; i < risk.impacts.length; i++) {
      const impact = risk.impacts[i]!;
      const { kind } = impact;
      const isFactor = kind >= IMPACT.durationFactor && kind <= IMPACT.demandFactor;
      const amount = damage(risk, isFactor, values[impact.amount]!, values);
      const monthly = isMonthly(kind);
      if ((monthly && risk.windowFrom >= 0) || kind === IMPACT.cost || kind === IMPACT.recall) {
        const w = state.windowedCount;
        state.windowEvent[w] = monthly ? risk.windowFrom : -1;
        state.windowDays[w] = monthly ? MONTH_DAYS * values[risk.windowMonths]! : 0;
        state.windowFrom[w] = Number.POSITIVE_INFINITY;
        state.windowedRisk[w] = r;
        state.windowedImpact[state.windowedCount] = i;
        state.windowedAmount[state.windowedCount++] = amount;
        continue;
      }
      for (let j = 0; j < impact.targets.length; j++) {
        const target = impact.targets[j]!;
        if (kind === IMPACT.delay || kind === IMPACT.durationFactor) {
          if (impact.onSummary && !(values[durations[target]!]! > 0)) continue;
          if (kind === IMPACT.delay) taskDelay[target]! += amount;
          else taskFactor[target]! *= amount;
        } else if (kind === IMPACT.capexFactor) capexFactor[target]! *= amount;
        else if (kind === IMPACT.fundingDelay) fundingDelay[target]! += amount;
        else multiplyFactor(always, kind, target, amount);
      }
    }
  }
}

/** Effects on months can be limited by a window. */
export function isMonthly(kind: i32): boolean {
  return (
    kind === IMPACT.capacityFactor ||
    kind === IMPACT.yieldFactor ||
    (kind >= IMPACT.supplyFactor && kind <= IMPACT.demandFactor)
  );
}

/** Multiplies a factor on months into the place that it is for. */
export function multiplyFactor(factors: MonthFactors, kind: i32, target: i32, amount: f64): void {
  if (kind === IMPACT.capacityFactor) factors.capacity[target]! *= amount;
  else if (kind === IMPACT.yieldFactor) factors.yield[target]! *= amount;
  else if (kind === IMPACT.supplyFactor) factors.supply[target]! *= amount;
  else if (kind === IMPACT.priceFactor) factors.price[target]! *= amount;
  else factors.demand[target]! *= amount;
}

/** d = max(0, Q(duration) x share left x risk factors + risk delays + rework), working days. */
function setWork(model: Model, state: TrialState): void {
  const { slot, factorApplies, share, lagSlot } = model.taskWork;
  const { values, taskFactor, taskDelay, timelineInputs } = state;
  const { work, lag, stall } = timelineInputs;
  for (let t = 0; t < work.length; t++) {
    const from = slot[t]!;
    const basis = from < 0 ? 0 : values[from]!;
    work[t] = (factorApplies[t] === 1 ? basis * taskFactor[t]! * share[t]! : basis) + taskDelay[t]!;
    stall[t] = 0;
  }
  for (let g = 0; g < model.gates.length; g++) {
    const gate = model.gates[g]!;
    if (state.reworks[g]! > 0) work[gate.task]! += state.reworks[g]! * values[gate.rework]!;
  }
  for (let t = 0; t < work.length; t++) work[t] = Math.max(0, work[t]!);
  for (let l = 0; l < lag.length; l++) lag[l] = values[lagSlot[l]!]!;
}

function setContracts(model: Model, state: TrialState): void {
  const { values } = state;
  const { volumePerMonth, ramp, takeOrPay } = state.contracts;
  for (let c = 0; c < model.contracts.length; c++) {
    const contract = model.contracts[c]!;
    volumePerMonth[c] = values[contract.volume]! / 12;
    ramp[c] = values[contract.ramp]!;
    takeOrPay[c] = values[contract.takeOrPay]!;
  }
}

function setLines(model: Model, state: TrialState): void {
  const { values, lines } = state;
  for (let l = 0; l < model.lines.length; l++) {
    const line = model.lines[l]!;
    const process = line.process;
    const nameplate =
      process === null
        ? values[line.nameplate]!
        : values[process.arealCapacity]! *
          10 *
          values[process.voltage]! *
          values[process.coatedWidth]! *
          values[process.speed]! *
          60 *
          values[process.hoursPerYear]! *
          values[process.sides]! *
          values[process.lanes]! *
          1e-9;
    const capex = line.capex >= 0 ? values[line.capex]! : nameplate * values[line.capexPerGWh]!;
    lines.nameplate[l] = nameplate;
    lines.capex[l] = capex * state.capexFactor[l]!;
    lines.yieldInitial[l] = values[line.yieldInitial]!;
    lines.yieldMature[l] = values[line.yieldMature]!;
    lines.timeConstantMonths[l] = values[line.yieldTimeConstant]!;
    lines.utilisationInitial[l] = values[line.utilisationInitial]!;
    lines.utilisationMature[l] = values[line.utilisationMature]!;
    lines.rampMonths[l] = values[line.utilisationRamp]!;
    lines.conversionFactor[l] = values[line.conversionFactor]!;
    lines.fixedPerMonth[l] = values[line.fixedOpex]! / 12;
    lines.lifeDays[l] = values[line.life]! * YEAR_DAYS;
    lines.holdBelow[l] = values[line.holdBelow]!;
  }
}
