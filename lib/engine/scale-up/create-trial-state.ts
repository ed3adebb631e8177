import { type Model, ON_FAIL } from '../compile/model';
import { stepKinds } from '../market/step-kinds';
import { keptTimeline } from '../timeline/kept-network';
import { createTimelineInputs } from '../timeline/network';
import { monthLayout } from './month-layout';
import { NOW_SIZE } from './month-now';
import type { LineState, MonthFactors, TrialState } from './trial-state';

/** Allocates the scratch for one model. A state belongs to one thread and one model. */
export function createTrialState(model: Model): TrialState {
  const { slots, network, lines, market, materials, contracts, events, gates, risks } = model;
  const tasks = model.taskWork.slot.length;
  const months = slots.months;
  const tranches = model.funding.tranches.length;
  const segments = market.segments.length;
  const technologies = market.technologies.length;
  const impacts = risks.reduce((sum, risk) => sum + risk.impacts.length, 0);
  const layout = monthLayout(technologies, segments, materials.length);
  const flows = new Float64Array(months);
  return {
    values: Float64Array.from(slots.values),
    paths: Float64Array.from(slots.paths),
    events: Float64Array.from(slots.events),
    timelineInputs: createTimelineInputs(network),
    timeline: keptTimeline(network),
    failures: new Float64Array(gates.length),
    reworks: new Float64Array(gates.length),
    gateFailed: new Uint8Array(gates.length),
    gatesWaiting: new Int32Array(gates.length),
    gatesWaitingCount: 0,
    occurred: new Uint8Array(risks.length),
    riskPaid: new Uint8Array(risks.length),
    responses: Int32Array.from(risks.flatMap((risk, r) => (risk.responseMonth >= 0 ? [r] : []))),
    windowedRisk: new Int32Array(impacts),
    windowedImpact: new Int32Array(impacts),
    windowedAmount: new Float64Array(impacts),
    windowedCount: 0,
    windowEvent: new Int32Array(impacts),
    windowDays: new Float64Array(impacts),
    windowFrom: new Float64Array(impacts),
    windowUntil: new Float64Array(impacts),
    taskFactor: new Float64Array(tasks),
    taskDelay: new Float64Array(tasks),
    always: monthFactors(model),
    factors: monthFactors(model),
    capexFactor: new Float64Array(lines.length),
    fundingDelay: new Float64Array(tranches),
    eventDay: new Float64Array(events.length),
    waiting: new Int32Array(events.length),
    waitingCount: 0,
    lines: lineState(lines.length),
    intensityRow: Int32Array.from(materials, (material) => material.intensity * months),
    stocks: new Float64Array(materials.length),
    stockMax: new Float64Array(materials.length),
    materialPrice: new Float64Array(materials.length),
    available: new Float64Array(materials.length),
    contracts: {
      start: Int32Array.from(contracts, (contract) => contract.start),
      priceRow: Int32Array.from(contracts, (contract) => contract.price * months),
      volumePerMonth: new Float64Array(contracts.length),
      ramp: new Float64Array(contracts.length),
      takeOrPay: new Float64Array(contracts.length),
      priceWeight: new Float64Array(contracts.length),
    },
    tranchesWaiting: new Int32Array(tranches),
    tranchesWaitingCount: 0,
    debts: new Int32Array(tranches),
    debtCount: 0,
    debtBalance: new Float64Array(tranches),
    debtPaymentsLeft: new Float64Array(tranches),
    market: {
      otherWeights: new Float64Array(segments * technologies * months),
      sameShare: new Float64Array(segments * months),
      otherSum: new Float64Array(segments * months),
      shift: new Float64Array(segments * months),
      perTheta: new Float64Array(segments),
      ownWorth: new Float64Array(segments * months),
      stepKind: stepKinds(model.months.middle),
    },
    ownInSegment: new Float64Array(segments),
    ahead: {
      tonnes: new Float64Array(contracts.length * months),
      saving: new Float64Array(contracts.length * months),
      supply: new Float64Array(materials.length * months),
      paidFor: new Float64Array(materials.length * months),
      capacity: new Float64Array(months),
      capacityNoStall: new Float64Array(months),
      yieldSum: new Float64Array(months),
      factorSum: new Float64Array(months),
      fixed: new Float64Array(months),
      depreciation: new Float64Array(months),
      sameDemand: new Float64Array(months),
      perWeight: new Float64Array(segments * months),
      decay: new Float64Array(months),
    },
    contractsWaiting: new Int32Array(contracts.length),
    contractsWaitingCount: 0,
    now: new Float64Array(NOW_SIZE),
    lineIsCommercial: Uint8Array.from(lines, (line) => (line.commercial ? 1 : 0)),
    firstCommercial: lines.findIndex((line) => line.commercial),
    pilots: Int32Array.from(lines.flatMap((line, l) => (line.commercial ? [] : [l]))),
    canBeAbandoned: gates.some((gate) => gate.onFail === ON_FAIL.abandon),
    isSpecialMonth: false,
    limitsSupply: false,
    limitsCapacity: false,
    limitsDemand: false,
    detail: true,
    layout,
    months: new Float64Array(layout.width * months),
    flows,
    cashFlows: { monthly: flows, atEnd: 0 },
    outcome: {
      sop: 0,
      focus: 0,
      projectFinish: 0,
      npv: 0,
      irr: 0,
      peakFunding: 0,
      minCash: 0,
      shortfall: false,
      abandoned: false,
    },
  };
}

function monthFactors({ lines, contracts, materials, market }: Model): MonthFactors {
  return {
    capacity: new Float64Array(lines.length),
    yield: new Float64Array(lines.length),
    supply: new Float64Array(contracts.length),
    price: new Float64Array(materials.length),
    demand: new Float64Array(market.segments.length),
  };
}

function lineState(count: number): LineState {
  const numbers = () => new Float64Array(count);
  return {
    nameplate: numbers(),
    capex: numbers(),
    yieldInitial: numbers(),
    yieldMature: numbers(),
    timeConstantMonths: numbers(),
    utilisationInitial: numbers(),
    utilisationMature: numbers(),
    rampMonths: numbers(),
    conversionFactor: numbers(),
    fixedPerMonth: numbers(),
    lifeDays: numbers(),
    holdBelow: numbers(),
    built: numbers(),
    stall: numbers(),
    capexPaid: numbers(),
    projected: numbers(),
    ready: numbers(),
    readyPast: new Uint8Array(count),
    readyNoStall: numbers(),
  };
}
