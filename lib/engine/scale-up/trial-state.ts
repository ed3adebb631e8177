import type { CashFlows } from '../finance/net-present-value';
import type { f64, i32 } from '../kernel/number-types';
import type { TimelineInputs } from '../timeline/network';
import type { Timeline } from '../timeline/timeline';
import type { MonthLayout } from './month-fields';

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
  gatesWaitingCount: i32;

  readonly occurred: Uint8Array;
  readonly riskPaid: Uint8Array;
  /** Risks whose response is paid in some month of the horizon. */
  readonly responses: Int32Array;
  /** Impacts of this future that are limited to a window, as [risk, impact] pairs; `windowedCount` of them are in use. */
  readonly windowedRisk: Int32Array;
  readonly windowedImpact: Int32Array;
  readonly windowedAmount: Float64Array;
  windowedCount: i32;
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
  waitingCount: i32;

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
  contractsWaitingCount: i32;
  /** Tranches that may still arrive, and debts that are served; so many of each are in use. */
  readonly tranchesWaiting: Int32Array;
  tranchesWaitingCount: i32;
  readonly debts: Int32Array;
  debtCount: i32;
  readonly debtBalance: Float64Array;
  readonly debtPaymentsLeft: Float64Array;

  readonly market: MarketState;
  readonly ownInSegment: Float64Array;

  readonly ahead: AheadState;
  /** Numbers handed from step to step, by `NOW`. */
  readonly now: Float64Array;
  readonly lineIsCommercial: Uint8Array;
  /** Index of the first commercial line, or -1; indices of the pilot lines. */
  readonly firstCommercial: i32;
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
  /** The same with what follows the last month. */
  readonly cashFlows: CashFlows;
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
  /** What is left of the distance to a line's mature yield by month, e^(-age/tau): scratch. */
  readonly decay: Float64Array;
}

/** What does not depend on the state of the month loop, computed ahead of it. */
export interface MarketState {
  /** Weights A of the others over e^shift, [segment][technology][month]. */
  readonly otherWeights: Float64Array;
  /** Their sum, [segment][month], and the share in it of the same technology as own. */
  readonly otherSum: Float64Array;
  readonly sameShare: Float64Array;
  readonly shift: Float64Array;
  /** 1 / heterogeneity, by segment. */
  readonly perTheta: Float64Array;
  /** Worth of own's attributes to the segment, currency/kWh, [segment][month]. */
  readonly ownWorth: Float64Array;
  /** Kind of the step from each month's midpoint to the next. */
  readonly stepKind: Uint8Array;
}

export interface TrialOutcome {
  sop: f64;
  focus: f64;
  projectFinish: f64;
  npv: f64;
  /** NaN where there is none. */
  irr: f64;
  peakFunding: f64;
  minCash: f64;
  shortfall: boolean;
  abandoned: boolean;
}
