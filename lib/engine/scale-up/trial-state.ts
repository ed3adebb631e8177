import type { Model } from '../compile/model';
import { stepKinds } from '../market/prepare-market';
import { createTimelineInputs, type TimelineInputs } from '../timeline/network';
import { createTimeline, type Timeline } from '../timeline/timeline';
import { type MonthLayout, monthLayout } from './month-fields';
import { NOW_SIZE } from './month-now';

/** The scratch of one future: allocated once, filled again for every trial. */
export interface TrialState {
  /** Inputs of the future, by slot. */
  readonly values: Float64Array;
  readonly paths: Float64Array;
  readonly events: Float64Array;

  readonly timelineInputs: TimelineInputs;
  readonly timeline: Timeline;

  /** Failed attempts and reworks, by gate; 1 where the gate is failed for good. */
  readonly failures: Float64Array;
  readonly reworks: Float64Array;
  readonly gateFailed: Uint8Array;
  /** Gates whose reworks are not paid yet. */
  readonly gatesWaiting: Int32Array;
  gatesWaitingCount: number;

  readonly occurred: Uint8Array;
  readonly riskPaid: Uint8Array;
  /** Risks whose response is paid in some month of the horizon. */
  readonly responses: Int32Array;
  /** Impacts of this future that are limited to a window, as [risk, impact] pairs; `windowedCount` of them are in use. */
  readonly windowedRisk: Int32Array;
  readonly windowedImpact: Int32Array;
  readonly windowedAmount: Float64Array;
  windowedCount: number;
  /** For effects on months: event at which the window begins (else -1), its length, days from and until it holds. */
  readonly windowEvent: Int32Array;
  readonly windowDays: Float64Array;
  readonly windowFrom: Float64Array;
  readonly windowUntil: Float64Array;

  readonly taskFactor: Float64Array;
  readonly taskDelay: Float64Array;
  /** Factors without windows, for the whole future, and the month's own. */
  readonly always: MonthFactors;
  readonly factors: MonthFactors;
  readonly capexFactor: Float64Array;
  readonly fundingDelay: Float64Array;

  readonly eventDay: Float64Array;
  /** Events whose date still follows the timeline; `waitingCount` of them are in use. */
  readonly waiting: Int32Array;
  waitingCount: number;

  readonly lines: LineState;
  /** First month of each material's intensity among the paths. */
  readonly intensityRow: Int32Array;
  readonly stocks: Float64Array;
  readonly stockMax: Float64Array;
  readonly materialPrice: Float64Array;
  readonly available: Float64Array;

  readonly contracts: ContractState;
  /** Contracts that have not begun; `contractsWaitingCount` of them are in use. */
  readonly contractsWaiting: Int32Array;
  contractsWaitingCount: number;
  /** Tranches that may still arrive, and debts that are served; so many of each are in use. */
  readonly tranchesWaiting: Int32Array;
  tranchesWaitingCount: number;
  readonly debts: Int32Array;
  debtCount: number;
  readonly debtBalance: Float64Array;
  readonly debtPaymentsLeft: Float64Array;

  readonly market: MarketState;
  readonly ownInSegment: Float64Array;

  readonly ahead: AheadState;
  /** Numbers handed from step to step, by `NOW`. */
  readonly now: Float64Array;
  readonly lineIsCommercial: Uint8Array;
  /** Index of the first commercial line, or -1; indices of the pilot lines. */
  readonly firstCommercial: number;
  readonly pilots: Int32Array;
  /** A window limits an effect on this month. */
  isSpecialMonth: boolean;
  /** What it limits: supply, capacity or yield, demand. */
  limitsSupply: boolean;
  limitsCapacity: boolean;
  limitsDemand: boolean;
  /** Some gate abandons the programme when it is failed. */
  readonly canBeAbandoned: boolean;
  /** Whether months are recorded in full (a future that is reported) or as far as trials keep them. */
  detail: boolean;
  readonly layout: MonthLayout;
  /** [field][month]. */
  readonly months: Float64Array;
  /** Free cash flow by month. */
  readonly flows: Float64Array;
  readonly outcome: TrialOutcome;
}

export interface MonthFactors {
  readonly capacity: Float64Array;
  readonly yield: Float64Array;
  readonly supply: Float64Array;
  readonly price: Float64Array;
  readonly demand: Float64Array;
}

export interface ContractState {
  /** Event of the start, and first month of the price among the paths. */
  readonly start: Int32Array;
  readonly priceRow: Int32Array;
  readonly volumePerMonth: Float64Array;
  readonly ramp: Float64Array;
  readonly takeOrPay: Float64Array;
  /** Part in its material's price while nothing is supplied. */
  readonly priceWeight: Float64Array;
}

export interface LineState {
  readonly nameplate: Float64Array;
  readonly capex: Float64Array;
  readonly yieldInitial: Float64Array;
  readonly yieldMature: Float64Array;
  readonly timeConstantMonths: Float64Array;
  readonly utilisationInitial: Float64Array;
  readonly utilisationMature: Float64Array;
  readonly rampMonths: Float64Array;
  readonly conversionFactor: Float64Array;
  readonly fixedPerMonth: Float64Array;
  readonly lifeDays: Float64Array;
  readonly holdBelow: Float64Array;
  readonly built: Float64Array;
  readonly stall: Float64Array;
  readonly capexPaid: Float64Array;
  /** Ready day on the timeline in force, whatever is built, and the ready day that the months go by. */
  readonly projected: Float64Array;
  readonly ready: Float64Array;
  readonly readyPast: Uint8Array;
  /** Ready day on the timeline without stalls. */
  readonly readyNoStall: Float64Array;
}

/**
 * Months ahead, filled when something begins (a contract, a line) for all the months that follow, as if no window
 * limited an effect; a month with such a window is filled anew when it comes.
 */
export interface AheadState {
  /** Tonnes by contract, [contract][month]. */
  readonly tonnes: Float64Array;
  /** What refusing a tonne saves, price x (1 - takeOrPay); negative where there is nothing to refuse. */
  readonly saving: Float64Array;
  /** Tonnes by material and their price (tonnes x currency/kg, before price factors), [material][month]. */
  readonly supply: Float64Array;
  readonly paidFor: Float64Array;
  /** Sums over the commercial lines that are ready: starts capacity, and its products with yield and factor. */
  readonly capacity: Float64Array;
  readonly capacityNoStall: Float64Array;
  readonly yieldSum: Float64Array;
  readonly factorSum: Float64Array;
  /** Fixed cost of commercial lines, depreciation of all. */
  readonly fixed: Float64Array;
  readonly depreciation: Float64Array;
  /** What the same technology as own would sell if own sold nothing, GWh by month. */
  readonly sameDemand: Float64Array;
  /** For each segment and month: what a unit of the others' weight takes of all segments' demand. */
  readonly perWeight: Float64Array;
}

/** What does not depend on the state of the month loop, computed ahead of it. */
export interface MarketState {
  /** Weights A of the others over e^shift, [segment][technology][month]. */
  readonly otherWeights: Float64Array;
  /** Their sum, [segment][month], and the share in it of the same technology as own. */
  readonly otherSum: Float64Array;
  readonly sameShare: Float64Array;
  readonly shift: Float64Array;
  /** Worth of own's attributes to the segment, currency/kWh, [segment][month]. */
  readonly ownWorth: Float64Array;
  /** Kind of the step from each month's midpoint to the next. */
  readonly stepKind: Uint8Array;
}

export interface TrialOutcome {
  sop: number;
  focus: number;
  projectFinish: number;
  npv: number;
  /** NaN where there is none. */
  irr: number;
  peakFunding: number;
  minCash: number;
  shortfall: boolean;
  abandoned: boolean;
}

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
  return {
    values: Float64Array.from(slots.values),
    paths: Float64Array.from(slots.paths),
    events: Float64Array.from(slots.events),
    timelineInputs: createTimelineInputs(network),
    timeline: createTimeline(network),
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
    },
    contractsWaiting: new Int32Array(contracts.length),
    contractsWaitingCount: 0,
    now: new Float64Array(NOW_SIZE),
    lineIsCommercial: Uint8Array.from(lines, (line) => (line.commercial ? 1 : 0)),
    firstCommercial: lines.findIndex((line) => line.commercial),
    pilots: Int32Array.from(lines.flatMap((line, l) => (line.commercial ? [] : [l]))),
    canBeAbandoned: gates.some((gate) => gate.onFail === 'abandon'),
    isSpecialMonth: false,
    limitsSupply: false,
    limitsCapacity: false,
    limitsDemand: false,
    detail: true,
    layout,
    months: new Float64Array(layout.width * months),
    flows: new Float64Array(months),
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
