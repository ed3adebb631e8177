import { IMPACT, type Model, ON_FAIL } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { NOW } from './month-now';
import { isMonthly, multiplyFactor } from './prepare-trial';
import type { MonthFactors, TrialState } from './trial-state';

/** Before the first month nothing has happened; dates tied to tasks wait for the timeline. */
export function resetEvents(model: Model, state: TrialState): void {
  const { eventDay, waiting } = state;
  state.waitingCount = 0;
  for (let e = 0; e < model.events.length; e++) {
    const event = model.events[e]!;
    eventDay[e] = event.day;
    if (event.task >= 0) waiting[state.waitingCount++] = e;
  }
}

/** Dates of events on the timeline in force at the start of a month; one that falls before the month's end stays. */
export function judgeEvents(model: Model, state: TrialState, monthEnd: f64): void {
  const { now, eventDay, waiting, values, timeline } = state;
  now[NOW.eventsJudged] = 0;
  if (now[NOW.moved] === 0 && !(now[NOW.nextEvent]! < monthEnd)) return;
  now[NOW.eventsJudged] = 1;
  let next = Number.POSITIVE_INFINITY;
  let still = 0;
  for (let i = 0; i < state.waitingCount; i++) {
    const e = waiting[i]!;
    const event = model.events[e]!;
    const day = (event.atStart ? timeline.ES : timeline.EF)[event.task]! + values[event.lagSlot]!;
    eventDay[e] = day;
    if (day < monthEnd) continue;
    waiting[still++] = e;
    if (day < next) next = day;
  }
  state.waitingCount = still;
  now[NOW.nextEvent] = next;
}

/** The earliest instant at which a failed gate ends the programme, on the timeline in force; Infinity without one. */
export function abandonedAt(model: Model, state: TrialState): f64 {
  let earliest = Number.POSITIVE_INFINITY;
  for (let g = 0; g < model.gates.length; g++) {
    const gate = model.gates[g]!;
    if (state.gateFailed[g] === 0 || gate.onFail !== ON_FAIL.abandon) continue;
    earliest = Math.min(earliest, state.timeline.wouldFinish[gate.task]!);
  }
  return earliest;
}

/**
 * The factors of a month: those for all months times those whose window holds its midpoint. They stay as they are until
 * the next day on which a window begins or ends. Hot.
 */
export function monthFactors(model: Model, state: TrialState, month: i32): void {
  if (state.windowedCount === 0) return;
  if (state.now[NOW.eventsJudged] === 1) placeWindows(state);
  const middle = model.months.middle[month]!;
  if (middle < state.now[NOW.nextWindow]!) return;
  if (state.isSpecialMonth) usualFactors(state);
  const { factors, windowedRisk, windowedImpact, windowedAmount, windowFrom, windowUntil } = state;
  let next = Number.POSITIVE_INFINITY;
  for (let w = 0; w < state.windowedCount; w++) {
    const opens = middle < windowFrom[w]!;
    const turns = opens ? windowFrom[w]! : windowUntil[w]!;
    if (turns > middle && turns < next) next = turns;
    if (opens || middle >= windowUntil[w]!) continue;
    const impact = model.risks[windowedRisk[w]!]!.impacts[windowedImpact[w]!]!;
    state.isSpecialMonth = true;
    if (impact.kind === IMPACT.supplyFactor) state.limitsSupply = true;
    else if (impact.kind === IMPACT.demandFactor) state.limitsDemand = true;
    else if (impact.kind !== IMPACT.priceFactor) state.limitsCapacity = true;
    for (let i = 0; i < impact.targets.length; i++) {
      multiplyFactor(factors, impact.kind, impact.targets[i]!, windowedAmount[w]!);
    }
  }
  state.now[NOW.nextWindow] = next;
}

/** The days of the windows that limit effects on months, once the dates of events have been looked at. */
function placeWindows(state: TrialState): void {
  const { now, eventDay, windowEvent, windowDays, windowFrom, windowUntil } = state;
  for (let w = 0; w < state.windowedCount; w++) {
    if (windowEvent[w]! < 0) continue;
    windowFrom[w] = eventDay[windowEvent[w]!]!;
    windowUntil[w] = windowFrom[w]! + windowDays[w]!;
  }
  now[NOW.nextWindow] = Number.NEGATIVE_INFINITY;
}

/** The factors of a month that no window concerns. */
export function usualFactors(state: TrialState): void {
  state.isSpecialMonth = false;
  state.limitsSupply = false;
  state.limitsCapacity = false;
  state.limitsDemand = false;
  copyFactors(state.always, state.factors);
}

function copyFactors(from: MonthFactors, to: MonthFactors): void {
  for (let i = 0; i < from.capacity.length; i++) {
    to.capacity[i] = from.capacity[i]!;
    to.yield[i] = from.yield[i]!;
  }
  for (let i = 0; i < from.supply.length; i++) to.supply[i] = from.supply[i]!;
  for (let i = 0; i < from.price.length; i++) to.price[i] = from.price[i]!;
  for (let i = 0; i < from.demand.length; i++) to.demand[i] = from.demand[i]!;
}

/**
 * One-off costs of a month, each paid once: responses in their month, reworks when their task finishes (or would
 * have), costs and recalls of risks when their window begins. What lies before the horizon is not paid.
 */
export function oneOffCosts(model: Model, state: TrialState, month: i32): void {
  const { now, values, responses } = state;
  let sum: f64 = 0;
  if (now[NOW.eventsJudged] === 1 || now[NOW.nextRework]! < model.months.end[month]!) {
    payReworks(model, state, month);
    sum = now[NOW.oneOff]!;
  }
  for (let i = 0; i < responses.length; i++) {
    const risk = model.risks[responses[i]!]!;
    if (risk.responseMonth === month) sum += values[risk.responseCost]!;
  }
  now[NOW.oneOff] = sum;
  if (state.windowedCount === 0) return;
  if (now[NOW.eventsJudged] === 1 || now[NOW.nextRiskCost]! < model.months.end[month]!) riskCosts(model, state, month);
}

/** Reworks whose task finishes before a month's end are paid, all at once. */
function payReworks(model: Model, state: TrialState, month: i32): void {
  const { now, values, reworks, gatesWaiting, timeline } = state;
  const begin = model.months.start[0]!;
  const end = model.months.end[month]!;
  let next = Number.POSITIVE_INFINITY;
  let still = 0;
  for (let i = 0; i < state.gatesWaitingCount; i++) {
    const g = gatesWaiting[i]!;
    const gate = model.gates[g]!;
    const finish = timeline.wouldFinish[gate.task]!;
    if (!(finish < end)) {
      gatesWaiting[still++] = g;
      next = Math.min(next, finish);
    } else if (finish >= begin) now[NOW.oneOff]! += reworks[g]! * values[gate.costPerRework]!;
  }
  state.gatesWaitingCount = still;
  now[NOW.nextRework] = next;
}

/** Costs and recalls of the risks whose window begins in a month. */
function riskCosts(model: Model, state: TrialState, month: i32): void {
  const { now, riskPaid, windowedRisk, windowedImpact, windowedAmount, eventDay } = state;
  const begin = model.months.start[0]!;
  const end = model.months.end[month]!;
  let sum: f64 = 0;
  for (let w = 0; w < state.windowedCount; w++) {
    const r = windowedRisk[w]!;
    const risk = model.risks[r]!;
    const { kind } = risk.impacts[windowedImpact[w]!]!;
    if (isMonthly(kind) || riskPaid[r] === 1 || risk.windowFrom < 0) continue;
    const from = eventDay[risk.windowFrom]!;
    if (!(from < end) || from < begin) continue;
    sum += kind === IMPACT.recall ? windowedAmount[w]! * now[NOW.soldKwh]! : windowedAmount[w]!;
  }
  let next = Number.POSITIVE_INFINITY;
  for (let w = 0; w < state.windowedCount; w++) {
    const { windowFrom } = model.risks[windowedRisk[w]!]!;
    if (windowFrom < 0) continue;
    const from = eventDay[windowFrom]!;
    if (from < end) riskPaid[windowedRisk[w]!] = 1;
    else if (from < next) next = from;
  }
  now[NOW.nextRiskCost] = next;
  now[NOW.oneOff]! += sum;
}
