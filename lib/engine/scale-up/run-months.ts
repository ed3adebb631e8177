import type { Model } from '../compile/model';
import { resetTranches, trancheFlows } from '../finance/month-funding';
import { netPresentValue } from '../finance/net-present-value';
import { rateOfReturn } from '../finance/rate-of-return';
import { adoptionShare } from '../market/adoption';
import { exp } from '../maths/exp';
import { log } from '../maths/log';
import {
  buildMonth,
  closeBuilds,
  judgeReadyDays,
  keepReadyWithoutStalls,
  projectReadyDays,
  startBuilds,
} from './build-lines';
import { abandonedAt, judgeEvents, monthFactors, oneOffCosts, resetEvents } from './month-events';
import { BOTTLENECK, FIELD } from './month-fields';
import { settleMaterial, supplyMonth } from './month-supply';
import { MONTH_DAYS, YEAR_DAYS } from './prepare-trial';
import type { TrialState } from './trial-state';

const KWH_PER_GWH = 1e6;
const LN2 = log(2);
/** Cash at a month's end below this is a shortfall (a thousandth of the currency: rounding is none). */
const SHORT_OF_CASH = -0.001;
/** Limits on starts this close are one; the first in order gives its name. */
const TIE = 1e-12;
/** A yield factor of 0 leaves this, so that cost per good kWh stays a number. */
const LEAST_YIELD = 1e-9;
/** Bound on own's value over the others', beyond which its share is 0 or 1 to all digits. */
const LARGEST_EXPONENT = 650;

const NEVER = Number.POSITIVE_INFINITY;

/**
 * The months of one future, from the first to the last: cash, building, capacity, cost and price, demand, starts,
 * money; every month leaves a row of `state.months`. Expects the timeline without stalls and the market prepared.
 *
 * Hot and long on purpose: one pass, everything in locals, nothing allocated. Steps as in the README of the engine.
 */
export function runMonths(model: Model, state: TrialState): void {
  const { values, paths, lines, factors, stocks, stockMax, available, materialSupply, materialPrice, layout } = state;
  const { funding, cost, pricing, materials, market, gates } = model;
  const { segments, technologies } = market;
  const { start: monthStart, end: monthEnd, middle: monthMiddle, count: monthCount } = model.months;
  const { otherWeights, sameShare, otherSum, shift, ownWorth } = state.market;
  const { ownInSegment, segmentDemand, months: rows, flows, outcome } = state;
  const lineCount = lines.ready.length;
  const materialCount = materials.length;
  const segmentCount = segments.length;
  const technologyCount = technologies.length;
  const hasAbandonGates = gates.some((gate) => gate.onFail === 'abandon');

  resetEvents(model, state);
  resetTranches(model, state);
  startBuilds(model, state);
  let abandonDay = hasAbandonGates ? abandonedAt(model, state) : NEVER;
  let abandonPast = false;
  projectReadyDays(model, state);
  keepReadyWithoutStalls(state, abandonDay);
  let sopNoStall = NEVER;
  let firstCommercial = -1;
  for (let l = lineCount - 1; l >= 0; l--) {
    if (!model.lines[l]!.commercial) continue;
    firstCommercial = l;
    sopNoStall = Math.min(sopNoStall, lines.readyNoStall[l]!);
  }
  for (let k = 0; k < materialCount; k++) {
    stocks[k] = values[materials[k]!.stockInitial]!;
    stockMax[k] = Math.max(values[materials[k]!.stockMax]!, stocks[k]!);
  }

  const tranche = { received: 0, grants: 0, interest: 0, principal: 0 };
  const settled = { refused: 0, paid: 0 };
  const build = { cash: values[funding.initialCash]!, capex: 0, commercialShort: false, short: false, moved: false };
  const taxRate = values[funding.taxRate]!;
  const referenceVolume = values[cost.referenceVolume]!;
  const learning = log(1 - values[cost.learningRate]!) / LN2;
  const spillover = values[cost.spillover]!;
  let cumulativeOutput = 0;
  let cumulativeOthers = 0;
  let soldKwh = 0;
  let unleveredLoss = 0;
  let leveredLoss = 0;
  let cumulativeFlow = 0;
  let leastFlow = 0;
  let minCash = NEVER;
  let shortfall = false;
  let monthsBelow = 0;
  let graceOver = false;
  let sop = NEVER;
  let wasOpen = true;
  let lastYearEbitda = 0;

  for (let m = 0; m < monthCount; m++) {
    const a = monthStart[m]!;
    const b = monthEnd[m]!;
    const row = m * layout.width;
    judgeEvents(model, state, b);
    if (abandonDay < b) abandonPast = true;
    const open = !graceOver && !(a > abandonDay);
    monthFactors(model, state, m);

    // 1. Cash in.
    trancheFlows(model, state, b, open, tranche);
    const overhead = open ? paths[funding.overhead * monthCount + m]! / 12 : 0;
    const rnd = open ? paths[funding.rnd * monthCount + m]! / 12 : 0;
    const oneOff = open ? oneOffCosts(model, state, m, soldKwh) : 0;
    build.cash += tranche.received - tranche.interest - tranche.principal - overhead - rnd - oneOff;

    // 2. Build.
    build.capex = 0;
    if (open) {
      buildMonth(model, state, m, build);
      if (build.moved) {
        projectReadyDays(model, state);
        if (hasAbandonGates && !abandonPast) abandonDay = abandonedAt(model, state);
      }
      judgeReadyDays(state, b, abandonDay);
    } else if (wasOpen) {
      wasOpen = false;
      for (let l = 0; l < lineCount; l++) if (lines.readyPast[l] === 0) lines.ready[l] = NEVER;
    }
    sop = NEVER;
    for (let l = 0; l < lineCount; l++) {
      if (model.lines[l]!.commercial && lines.ready[l]! < sop) sop = lines.ready[l]!;
    }

    // 3. Capacity; pilot lines take their materials first.
    supplyMonth(model, state, m, open);
    let capacity = 0;
    let capacityNoStall = 0;
    let yieldSum = 0;
    let factorSum = 0;
    let fixed = 0;
    let depreciation = 0;
    let pilotOutput = 0;
    let pilotStarts = 0;
    let pilotConversion = 0;
    let anyReady = false;
    for (let l = 0; l < lineCount; l++) {
      const line = model.lines[l]!;
      const ready = lines.ready[l]!;
      if (line.commercial && open) {
        const early = lines.readyNoStall[l]!;
        // Without a stall it is the capacity that there is.
        if (early < b && early !== ready) capacityNoStall += startsCapacity(state, l, early, a, b, b);
      }
      if (lines.readyPast[l] === 0 || !(ready < b)) continue;
      if (lines.capexPaid[l]! > 0) {
        const life = lines.lifeDays[l]!;
        const days = Math.min(b, ready + life) - Math.max(a, ready);
        if (days > 0) depreciation += (lines.capexPaid[l]! * days) / life;
      }
      if (!open) continue;
      const from = Math.max(a, ready);
      let until = b;
      if (!line.commercial) until = Math.min(b, line.until >= 0 ? state.eventDay[line.until]! : sop);
      const phi = Math.max(0, (until - from) / (b - a));
      fixed += lines.fixedPerMonth[l]! * phi;
      const age = Math.max(0, ((from + b) / 2 - ready) / MONTH_DAYS);
      const tau = lines.timeConstantMonths[l]!;
      const mature = lines.yieldMature[l]!;
      const grown = tau > 0 ? mature - (mature - lines.yieldInitial[l]!) * exp(-age / tau) : mature;
      const goodShare = Math.min(1, grown * factors.yield[l]!);
      const starts = startsCapacity(state, l, ready, a, until, b);
      if (line.commercial) {
        anyReady = true;
        capacity += starts;
        if (lines.readyNoStall[l] === ready) capacityNoStall += starts;
        yieldSum += starts * goodShare;
        factorSum += starts * lines.conversionFactor[l]!;
        continue;
      }
      let pilot = starts;
      for (let k = 0; k < materialCount; k++) {
        const intensity = paths[materials[k]!.intensity * monthCount + m]!;
        if (intensity > 0 && available[k]! < pilot * intensity) pilot = available[k]! / intensity;
      }
      for (let k = 0; k < materialCount; k++) {
        const used = pilot * paths[materials[k]!.intensity * monthCount + m]!;
        available[k] = Math.max(0, available[k]! - used);
      }
      pilotStarts += pilot;
      pilotOutput += pilot * goodShare;
      pilotConversion += pilot * lines.conversionFactor[l]!;
    }
    let goodShare = 1;
    let conversionFactor = 1;
    if (capacity > 0) {
      goodShare = yieldSum / capacity;
      conversionFactor = factorSum / capacity;
    } else if (firstCommercial >= 0) {
      goodShare = Math.min(1, lines.yieldInitial[firstCommercial]! * factors.yield[firstCommercial]!);
      conversionFactor = lines.conversionFactor[firstCommercial]!;
    }
    if (!(goodShare > LEAST_YIELD)) goodShare = LEAST_YIELD;

    // 4. Unit cost and price, from the state at the month's start.
    let materialCost = 0;
    for (let k = 0; k < materialCount; k++) {
      materialCost += materialPrice[k]! * paths[materials[k]!.intensity * monthCount + m]!;
    }
    const otherMaterials = paths[cost.otherMaterials * monthCount + m]!;
    const volume = cumulativeOutput + spillover * cumulativeOthers;
    let learned = paths[cost.conversion * monthCount + m]!;
    if (volume > referenceVolume && learning !== 0) learned *= exp(learning * log(volume / referenceVolume));
    const unitCost = (materialCost / 1000 + otherMaterials + conversionFactor * learned) / goodShare;
    let price: number;
    switch (pricing.mode) {
      case 'cost-plus':
        price = unitCost * (1 + values[pricing.quantity]!);
        break;
      case 'parity':
        price =
          paths[technologies[pricing.technology]!.price * monthCount + m]! +
          paths[pricing.trajectory * monthCount + m]!;
        break;
      case 'value':
        price =
          paths[technologies[pricing.technology]!.price * monthCount + m]! +
          values[pricing.quantity]! * worthAdvantage(model, state, pricing.segment, pricing.technology, m);
        break;
      case 'trajectory':
        price = paths[pricing.trajectory * monthCount + m]!;
        break;
    }
    if (pricing.floor >= 0) price = Math.max(price, paths[pricing.floor * monthCount + m]!);
    if (pricing.cap >= 0) price = Math.min(price, paths[pricing.cap * monthCount + m]!);

    // 5. Demand.
    const yearsFromSop = (monthMiddle[m]! - sop) / YEAR_DAYS;
    let demand = 0;
    let totalDemand = 0;
    let adopted = 0;
    let adoptedP = -1;
    let adoptedQ = -1;
    for (let s = 0; s < segmentCount; s++) {
      const segment = segments[s]!;
      const at = s * monthCount + m;
      const wanted = (paths[segment.demand * monthCount + m]! / 12) * factors.demand[s]!;
      segmentDemand[s] = wanted;
      totalDemand += wanted;
      let own = 0;
      if (open && segment.eligible && yearsFromSop > 0) {
        // Segments that share their coefficients share the curve.
        if (segment.p !== adoptedP || segment.q !== adoptedQ) {
          adoptedP = segment.p;
          adoptedQ = segment.q;
          adopted = adoptionShare(values[adoptedP]!, values[adoptedQ]!, yearsFromSop);
        }
        const value = (ownWorth[at]! - price) / values[segment.heterogeneity]! - shift[at]!;
        const weight = exp(Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, value)));
        own = (adopted * weight) / (weight + otherSum[at]!);
      }
      ownInSegment[s] = own;
      demand += wanted * own;
    }

    // 6. Starts and what limits them.
    let starts = open ? capacity : 0;
    let limit: number = BOTTLENECK.capacity;
    const byDemand = demand / goodShare;
    for (let k = 0; k < materialCount; k++) {
      const intensity = paths[materials[k]!.intensity * monthCount + m]!;
      const possible = intensity > 0 ? available[k]! / intensity : NEVER;
      if (possible < starts) starts = possible;
    }
    if (byDemand < starts) starts = byDemand;
    const tie = starts + TIE * Math.max(1, starts);
    if (!(capacity <= tie)) {
      limit = BOTTLENECK.material + materialCount;
      for (let k = materialCount - 1; k >= 0; k--) {
        const intensity = paths[materials[k]!.intensity * monthCount + m]!;
        if (intensity > 0 && available[k]! / intensity <= tie) limit = BOTTLENECK.material + k;
      }
    } else if (build.commercialShort && capacityNoStall > capacity + TIE) limit = BOTTLENECK.funding;
    if (!open) limit = BOTTLENECK.abandoned;
    else if (!anyReady) limit = sopNoStall < b ? BOTTLENECK.funding : BOTTLENECK.schedule;
    const output = starts * goodShare;
    const supplied = demand > 0 ? output / demand : 0;

    // Materials: stock, refusals, payment.
    let bought = 0;
    for (let k = 0; k < materialCount; k++) {
      const material = materials[k]!;
      const intensity = paths[material.intensity * monthCount + m]!;
      settled.refused = 0;
      settled.paid = 0;
      if (open) settleMaterial(model, state, m, k, available[k]! - starts * intensity, settled);
      bought += settled.paid;
      rows[row + layout.stock + k] = stocks[k]!;
      rows[row + layout.use + k] = (starts + pilotStarts) * intensity;
      rows[row + layout.supply + k] = materialSupply[k]!;
      rows[row + layout.refused + k] = settled.refused;
      rows[row + layout.paid + k] = settled.paid;
      rows[row + layout.materialPrice + k] = materialPrice[k]!;
    }

    // 7. Money.
    const revenue = output * KWH_PER_GWH * price;
    const variable =
      bought +
      (starts + pilotStarts) * KWH_PER_GWH * otherMaterials +
      (starts * conversionFactor + pilotConversion) * KWH_PER_GWH * learned;
    const operatingProfit = revenue - variable - fixed - overhead - rnd - depreciation - oneOff;
    const unleveredProfit = operatingProfit - unleveredLoss;
    const leveredProfit = operatingProfit - tranche.interest - leveredLoss;
    unleveredLoss = Math.max(0, -unleveredProfit);
    leveredLoss = Math.max(0, -leveredProfit);
    const unleveredTax = taxRate * Math.max(0, unleveredProfit);
    const tax = taxRate * Math.max(0, leveredProfit);
    const fcf = tranche.grants + revenue - variable - fixed - overhead - rnd - oneOff - build.capex - unleveredTax;
    build.cash += revenue - variable - fixed - tax;
    flows[m] = fcf;
    cumulativeFlow += fcf;
    if (cumulativeFlow < leastFlow) leastFlow = cumulativeFlow;
    if (build.cash < minCash) minCash = build.cash;
    if (m >= monthCount - 12) lastYearEbitda += revenue - variable - fixed - overhead - rnd;
    if (build.cash < SHORT_OF_CASH) {
      shortfall = true;
      monthsBelow++;
    } else monthsBelow = 0;
    if (funding.grace > 0 && monthsBelow >= funding.grace && open) graceOver = true;

    // Shares of all segments' demand.
    let ownSold = 0;
    let technologySold = 0;
    let unserved = 0;
    let sameSold = 0;
    const shares = row + layout.technologyShare;
    const lastShare = shares + technologyCount;
    for (let j = shares; j < lastShare; j++) rows[j] = 0;
    const perDemand = totalDemand > 0 ? 1 / totalDemand : 0;
    for (let s = 0; s < segmentCount; s++) {
      const at = s * monthCount + m;
      const wanted = segmentDemand[s]!;
      const own = wanted > 0 ? supplied * ownInSegment[s]! : 0;
      const rest = 1 - own;
      const same = wanted > 0 ? rest * sameShare[at]! : 0;
      ownSold += wanted * own;
      sameSold += wanted * same;
      const others = wanted * rest * perDemand;
      const sum = otherSum[at]!;
      if (sum > 0) {
        const perWeight = others / sum;
        let weight = s * technologyCount * monthCount + m;
        for (let j = shares; j < lastShare; j++) {
          rows[j]! += perWeight * otherWeights[weight]!;
          weight += monthCount;
        }
      } else unserved += others;
      rows[row + layout.segmentDemand + s] = wanted;
      rows[row + layout.segmentOwn + s] = own;
      rows[row + layout.segmentTechnology + s] = own + same;
    }
    technologySold = ownSold + sameSold;
    cumulativeOthers += sameSold;
    cumulativeOutput += output + pilotOutput;
    soldKwh += output * KWH_PER_GWH;

    rows[row + FIELD.output] = output;
    rows[row + FIELD.pilotOutput] = pilotOutput;
    rows[row + FIELD.starts] = starts;
    rows[row + FIELD.startsCapacity] = capacity;
    rows[row + FIELD.startsCapacityNoStall] = capacityNoStall;
    rows[row + FIELD.yield] = goodShare;
    rows[row + FIELD.demand] = demand;
    rows[row + FIELD.totalDemand] = totalDemand;
    rows[row + FIELD.unitCost] = unitCost;
    rows[row + FIELD.fullUnitCost] =
      output > 0 ? unitCost + (fixed + depreciation) / (output * KWH_PER_GWH) : Number.NaN;
    rows[row + FIELD.price] = price;
    rows[row + FIELD.ownShare] = ownSold * perDemand;
    rows[row + FIELD.technologyShare] = technologySold * perDemand;
    rows[row + FIELD.unserved] = unserved;
    rows[row + FIELD.received] = tranche.received;
    rows[row + FIELD.grants] = tranche.grants;
    rows[row + FIELD.interest] = tranche.interest;
    rows[row + FIELD.principal] = tranche.principal;
    rows[row + FIELD.overhead] = overhead;
    rows[row + FIELD.rnd] = rnd;
    rows[row + FIELD.capex] = build.capex;
    rows[row + FIELD.revenue] = revenue;
    rows[row + FIELD.variable] = variable;
    rows[row + FIELD.fixed] = fixed;
    rows[row + FIELD.depreciation] = depreciation;
    rows[row + FIELD.tax] = tax;
    rows[row + FIELD.unleveredTax] = unleveredTax;
    rows[row + FIELD.oneOff] = oneOff;
    rows[row + FIELD.fcf] = fcf;
    rows[row + FIELD.cash] = build.cash;
    rows[row + FIELD.bottleneck] = limit;
  }

  if (graceOver) for (let l = 0; l < lineCount; l++) if (lines.readyPast[l] === 0) lines.ready[l] = NEVER;
  closeBuilds(model, state);
  sop = NEVER;
  for (let l = 0; l < lineCount; l++) if (model.lines[l]!.commercial) sop = Math.min(sop, lines.ready[l]!);
  const discountRate = values[funding.wacc]!;
  const multiple = funding.terminalMultiple >= 0 ? values[funding.terminalMultiple]! : 0;
  const cashFlows = { monthly: flows, atEnd: multiple * Math.max(0, lastYearEbitda) };
  outcome.sop = sop;
  outcome.npv = netPresentValue(cashFlows, discountRate);
  outcome.irr = rateOfReturn(cashFlows);
  outcome.peakFunding = Math.max(0, -leastFlow);
  outcome.minCash = minCash;
  outcome.shortfall = shortfall || build.short;
  outcome.abandoned = graceOver || abandonDay < monthEnd[monthCount - 1]!;
}

/** Nameplate/12 x share of the month in [ready, until) x utilisation x factor, GWh; `ready` lies before b. */
function startsCapacity(state: TrialState, l: number, ready: number, a: number, until: number, b: number): number {
  const { lines, factors } = state;
  const from = Math.max(a, ready);
  const phi = Math.max(0, Math.min(1, (until - from) / (b - a)));
  const age = Math.max(0, ((from + b) / 2 - ready) / MONTH_DAYS);
  const ramp = lines.rampMonths[l]!;
  const mature = lines.utilisationMature[l]!;
  const initial = lines.utilisationInitial[l]!;
  const utilisation = ramp > 0 ? initial + (mature - initial) * Math.min(1, age / ramp) : mature;
  return (lines.nameplate[l]! / 12) * phi * utilisation * factors.capacity[l]!;
}

/** What own's attributes are worth to a segment above those of one technology, currency/kWh. */
function worthAdvantage(model: Model, state: TrialState, segment: number, technology: number, m: number): number {
  const { values, paths } = state;
  const months = model.months.count;
  let worth = 0;
  for (const attribute of model.market.segments[segment]!.worth) {
    const own = attribute.own < 0 ? 0 : paths[attribute.own * months + m]!;
    const slot = attribute.others[technology]!;
    const other = slot < 0 ? 0 : paths[slot * months + m]!;
    worth += values[attribute.willingness]! * (own - other);
  }
  return worth;
}
