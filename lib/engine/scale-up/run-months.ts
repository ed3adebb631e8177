import type { Model } from '../compile/model';
import { resetTranches, trancheFlows } from '../finance/month-funding';
import { moneyMonth } from '../finance/month-money';
import { netPresentValue } from '../finance/net-present-value';
import { rateOfReturn } from '../finance/rate-of-return';
import type { f64, i32 } from '../kernel/number-types';
import { demandMonth, refillDemand, resetDemand, sharesMonth, spreadShares } from '../market/month-demand';
import { log } from '../maths/log';
import {
  buildMonth,
  closeBuilds,
  earliestReady,
  judgeReadyDays,
  keepReadyWithoutStalls,
  projectReadyDays,
  startBuilds,
} from './build-lines';
import { capacityMonth, refillCapacity, resetCapacity } from './month-capacity';
import { costMonth } from './month-cost';
import { abandonedAt, judgeEvents, monthFactors, oneOffCosts, resetEvents, usualFactors } from './month-events';
import { NOW } from './month-now';
import { startsMonth } from './month-starts';
import { beginContracts, refillSupply, resetSupply, supplyMonth } from './month-supply';
import type { TrialState } from './trial-state';

const LN2 = Math.LN2;
/** A month is this part of a year. */
const YEAR_PER_MONTH: f64 = 1 / 12;
const NEVER = Number.POSITIVE_INFINITY;

/**
 * The months of one future, from the first to the last, step by step as the README of the engine numbers them; every
 * month leaves a row of `state.months`. Expects the timeline without stalls and the market prepared.
 */
export function runMonths(model: Model, state: TrialState): void {
  const { now } = state;
  const { end, count } = model.months;
  startMonths(model, state);
  for (let m = 0; m < count; m++) {
    judgeEvents(model, state, end[m]!);
    if (now[NOW.abandonDay]! < end[m]!) now[NOW.abandonPast] = 1;
    const wasOpen = now[NOW.open];
    now[NOW.open] = now[NOW.graceOver] === 1 || model.months.start[m]! > now[NOW.abandonDay]! ? 0 : 1;
    if (wasOpen === 1 && now[NOW.open] === 0) giveUpLines(state);
    monthFactors(model, state, m);
    cashIn(model, state, m);
    build(model, state, m);
    if (state.contractsWaitingCount > 0) beginContracts(model, state, m);
    if (state.limitsSupply) refillSupply(model, state, m);
    if (state.limitsCapacity) refillCapacity(model, state, m);
    if (state.limitsDemand) refillDemand(model, state, m);
    supplyMonth(model, state, m);
    capacityMonth(model, state, m);
    costMonth(model, state, m);
    demandMonth(model, state, m);
    startsMonth(model, state, m);
    sharesMonth(model, state, m);
    moneyMonth(model, state, m);
  }
  spreadShares(model, state);
  endMonths(model, state);
}

function startMonths(model: Model, state: TrialState): void {
  const { now, values, stocks, stockMax, lines } = state;
  const { cost, funding, materials } = model;
  resetEvents(model, state);
  resetTranches(model, state);
  startBuilds(model, state);
  projectReadyDays(model, state);
  now.fill(0);
  now[NOW.open] = 1;
  now[NOW.nextEvent] = Number.NEGATIVE_INFINITY;
  now[NOW.nextBuild] = Number.NEGATIVE_INFINITY;
  now[NOW.nextReady] = Number.NEGATIVE_INFINITY;
  now[NOW.cash] = values[funding.initialCash]!;
  now[NOW.minCash] = NEVER;
  now[NOW.abandonDay] = state.canBeAbandoned ? abandonedAt(model, state) : NEVER;
  now[NOW.taxRate] = values[funding.taxRate]!;
  now[NOW.referenceVolume] = values[cost.referenceVolume]!;
  now[NOW.learning] = log(1 - values[cost.learningRate]!) / LN2;
  now[NOW.spillover] = values[cost.spillover]!;
  usualFactors(state);
  keepReadyWithoutStalls(state, now[NOW.abandonDay]!);
  resetSupply(model, state);
  resetCapacity(model, state);
  resetDemand(model, state);
  now[NOW.sopNoStall] = earliestReady(state, lines.readyNoStall);
  for (let k = 0; k < materials.length; k++) {
    stocks[k] = values[materials[k]!.stockInitial]!;
    stockMax[k] = Math.max(values[materials[k]!.stockMax]!, stocks[k]!);
  }
}

/** Once the programme has ended, a line that is not ready never is. */
function giveUpLines(state: TrialState): void {
  const { lines } = state;
  for (let l = 0; l < lines.ready.length; l++) if (lines.readyPast[l] === 0) lines.ready[l] = NEVER;
  state.now[NOW.sop] = earliestReady(state, lines.ready);
}

/** Step 1: tranches, debt, overhead, R&D and one-off costs. */
function cashIn(model: Model, state: TrialState, m: i32): void {
  const { now, paths } = state;
  const { funding } = model;
  const months = model.months.count;
  const open = now[NOW.open] === 1;
  trancheFlows(model, state, m);
  now[NOW.overhead] = open ? paths[funding.overhead * months + m]! * YEAR_PER_MONTH : 0;
  now[NOW.rnd] = open ? paths[funding.rnd * months + m]! * YEAR_PER_MONTH : 0;
  now[NOW.oneOff] = 0;
  if (open) oneOffCosts(model, state, m);
  now[NOW.cash]! +=
    now[NOW.received]! -
    now[NOW.interest]! -
    now[NOW.principal]! -
    now[NOW.overhead]! -
    now[NOW.rnd]! -
    now[NOW.oneOff]!;
}

/** Step 2: building, then ready days and SOP on the timeline as it is afterwards. */
function build(model: Model, state: TrialState, m: i32): void {
  const { now } = state;
  now[NOW.capex] = 0;
  if (now[NOW.open] === 1) {
    buildMonth(model, state, m);
    if (now[NOW.moved] === 1) {
      projectReadyDays(model, state);
      if (state.canBeAbandoned && now[NOW.abandonPast] === 0) now[NOW.abandonDay] = abandonedAt(model, state);
    }
    judgeReadyDays(model, state, m, now[NOW.abandonDay]!);
  }
}

function endMonths(model: Model, state: TrialState): void {
  const { now, values, cashFlows, outcome, lines } = state;
  const { funding, months } = model;
  if (now[NOW.graceOver] === 1) giveUpLines(state);
  closeBuilds(model, state);
  const multiple = funding.terminalMultiple >= 0 ? values[funding.terminalMultiple]! : 0;
  cashFlows.atEnd = multiple * Math.max(0, now[NOW.lastYearEbitda]!);
  outcome.sop = earliestReady(state, lines.ready);
  outcome.npv = netPresentValue(cashFlows, values[funding.wacc]!);
  outcome.irr = rateOfReturn(cashFlows);
  outcome.peakFunding = Math.max(0, -now[NOW.leastFlow]!);
  outcome.minCash = now[NOW.minCash]!;
  outcome.shortfall = now[NOW.shortfall] === 1 || now[NOW.short] === 1;
  outcome.abandoned = now[NOW.graceOver] === 1 || now[NOW.abandonDay]! < months.end[months.count - 1]!;
}
