import type { Market, ScenarioDocument } from '../../scenario/document';
import type { MonthTable } from '../calendar/horizon';
import type { f64, i32 } from '../kernel/number-types';
import type { CorrelationPlan } from '../random/correlation';
import type { Network } from '../timeline/network';
import type { InputSlots } from './input-slots';

/** A date that is given, or tied to a task: `task` -1 and `day`, or a task's start or finish plus a lag. */
export interface EventModel {
  readonly task: i32;
  readonly atStart: boolean;
  readonly day: f64;
  readonly lagSlot: i32;
}

/** What a gate that is failed for good does. */
export enum ON_FAIL {
  stop = 0,
  carryOn = 1,
  abandon = 2,
}

export interface GateModel {
  readonly task: i32;
  readonly event: i32;
  readonly passProbability: i32;
  readonly rework: i32;
  readonly costPerRework: i32;
  readonly maxAttempts: i32;
  readonly onFail: ON_FAIL;
}

/** Kinds of impact. */
export enum IMPACT {
  delay = 0,
  durationFactor = 1,
  capacityFactor = 2,
  yieldFactor = 3,
  capexFactor = 4,
  supplyFactor = 5,
  priceFactor = 6,
  demandFactor = 7,
  fundingDelay = 8,
  cost = 9,
  recall = 10,
}

export interface ImpactModel {
  readonly kind: IMPACT;
  /** Tasks, lines, contracts, materials, segments or tranches by index. */
  readonly targets: Int32Array;
  /** The target is a summary: only tasks under it with a duration above 0 are hit. */
  readonly onSummary: boolean;
  readonly amount: i32;
}

export interface RiskModel {
  readonly id: string;
  readonly event: i32;
  readonly probability: i32;
  /** Slot of the response's scale, or -1 without an active response. */
  readonly scale: i32;
  readonly responseCost: i32;
  /** Month in which the response is paid, or -1. */
  readonly responseMonth: i32;
  /** Index of the window's event, or -1 without a window. */
  readonly windowFrom: i32;
  readonly windowMonths: i32;
  readonly impacts: readonly ImpactModel[];
}

export interface ProcessModel {
  readonly arealCapacity: i32;
  readonly voltage: i32;
  readonly coatedWidth: i32;
  readonly speed: i32;
  readonly hoursPerYear: i32;
  readonly sides: i32;
  readonly lanes: i32;
  /** Slot, or -1 where cells are not counted. */
  readonly cellCapacity: i32;
}

export interface LineModel {
  readonly id: string;
  readonly commercial: boolean;
  readonly buildTask: i32;
  /** The build is finished by its actual date: paid in full, never stalled. */
  readonly buildFinished: boolean;
  readonly requires: Int32Array;
  readonly nameplate: i32;
  readonly process: ProcessModel | null;
  readonly capexPerGWh: i32;
  /** Slot of the capex of the whole line, or -1. */
  readonly capex: i32;
  readonly conversionFactor: i32;
  readonly holdBelow: i32;
  /** Index of the event that ends a pilot line, or -1: SOP. */
  readonly until: i32;
  readonly yieldInitial: i32;
  readonly yieldMature: i32;
  readonly yieldTimeConstant: i32;
  readonly utilisationInitial: i32;
  readonly utilisationMature: i32;
  readonly utilisationRamp: i32;
  readonly fixedOpex: i32;
  readonly life: i32;
}

export interface ContractModel {
  readonly material: i32;
  readonly start: i32;
  readonly volume: i32;
  readonly ramp: i32;
  readonly price: i32;
  readonly takeOrPay: i32;
}

export interface MaterialModel {
  readonly id: string;
  readonly intensity: i32;
  readonly stockInitial: i32;
  readonly stockMax: i32;
  /** Contracts `[from, to)` of the flat list. */
  readonly from: i32;
  readonly to: i32;
}

export enum TRANCHE {
  equity = 0,
  debt = 1,
  grant = 2,
}

export interface TrancheModel {
  readonly kind: TRANCHE;
  readonly on: i32;
  readonly event: i32;
  readonly amount: i32;
  readonly probability: i32;
  readonly interest: i32;
  readonly term: i32;
}

export interface FundingModel {
  readonly hard: boolean;
  /** Months below zero that end the programme; 0: none. */
  readonly grace: i32;
  readonly initialCash: i32;
  readonly overhead: i32;
  readonly rnd: i32;
  readonly wacc: i32;
  readonly taxRate: i32;
  /** Slot, or -1. */
  readonly terminalMultiple: i32;
  readonly tranches: readonly TrancheModel[];
}

export interface CostModel {
  readonly otherMaterials: i32;
  readonly conversion: i32;
  readonly learningRate: i32;
  readonly referenceVolume: i32;
  readonly spillover: i32;
}

/** How own's price is set. */
export enum PRICING {
  trajectory = 0,
  costPlus = 1,
  parity = 2,
  value = 3,
}

export interface PricingModel {
  readonly mode: PRICING;
  readonly technology: i32;
  readonly segment: i32;
  /** Quantity slot of markup or share; -1 in the other modes. */
  readonly quantity: i32;
  /** Trajectory slot of premium or price; -1 in the other modes. */
  readonly trajectory: i32;
  /** Trajectory slots, or -1. */
  readonly floor: i32;
  readonly cap: i32;
}

export interface SegmentModel {
  readonly id: string;
  readonly demand: i32;
  readonly heterogeneity: i32;
  readonly eligible: boolean;
  readonly p: i32;
  readonly q: i32;
  /** Attributes that the segment pays for: slot of the willingness, and of each maker's attribute (or -1). */
  readonly worth: readonly WorthModel[];
  /**
   * For each technology: [first month, last month, 1] where its value to the segment goes straight in time over a good
   * stretch of months, whatever the draws, else [first month, last month, 0]; together they cover the horizon.
   */
  readonly pieces: readonly Int32Array[];
  /** For each technology. */
  readonly worthOfOthers: readonly WorthOfOne[];
}

/** What a segment pays one technology for: attributes that stay (their slots) and those that change with time. */
export interface WorthOfOne {
  readonly steadyWillingness: Int32Array;
  /** First month of the path among the paths. */
  readonly steadyRow: Int32Array;
  readonly movingWillingness: Int32Array;
  readonly movingRow: Int32Array;
}

export interface WorthModel {
  readonly willingness: i32;
  readonly own: i32;
  readonly others: Int32Array;
}

export interface TechnologyModel {
  readonly id: string;
  readonly price: i32;
  readonly availability: i32;
  readonly same: boolean;
}

export interface MarketModel {
  readonly segments: readonly SegmentModel[];
  readonly technologies: readonly TechnologyModel[];
}

/** Metrics of targets, in the words of the document. */
export enum METRIC {
  sop = 0,
  focus = 1,
  projectFinish = 2,
  taskStart = 3,
  taskFinish = 4,
  npv = 5,
  irr = 6,
  peakFunding = 7,
  minCash = 8,
  cash = 9,
  unitCost = 10,
  price = 11,
  output = 12,
  startsCapacity = 13,
  ownShare = 14,
  technologyShare = 15,
  lead = 16,
}

export interface TargetModel {
  readonly id: string;
  readonly metric: METRIC;
  readonly atMost: boolean;
  /** A number, or a day. */
  readonly value: f64;
  readonly isDate: boolean;
  readonly task: i32;
  /** Months `[from, to)`: one, or the months of a year; empty for other metrics. */
  readonly from: i32;
  readonly to: i32;
  /** -1: all segments. */
  readonly segment: i32;
  /** -1 where the metric names none. */
  readonly technology: i32;
}

/** A calendar year that the horizon touches, and its months `[from, to)`. */
export interface YearModel {
  readonly year: i32;
  readonly from: i32;
  readonly to: i32;
}

/** A document as indices: everything that does not change from trial to trial. */
export interface Model {
  readonly document: ScenarioDocument;
  readonly documentHash: string;
  readonly months: MonthTable;
  readonly slots: InputSlots;
  readonly correlation: CorrelationPlan | null;
  /** For each correlated path in order, its row among the drawn inputs. */
  readonly correlatedRows: Int32Array;
  readonly network: Network;
  readonly taskWork: TaskWorkModel;
  readonly gates: readonly GateModel[];
  readonly risks: readonly RiskModel[];
  readonly events: readonly EventModel[];
  readonly lines: readonly LineModel[];
  readonly contracts: readonly ContractModel[];
  readonly materials: readonly MaterialModel[];
  readonly funding: FundingModel;
  readonly cost: CostModel;
  readonly pricing: PricingModel;
  readonly market: MarketModel;
  /**
   * What the market was compiled from, where it is known by its identity: null where there is none, where a document may
   * be changed in place, or where inputs were moved away from it.
   */
  readonly marketSource: Market | null;
  readonly targets: readonly TargetModel[];
  /** Calendar years that the horizon touches, and their months `[from, to)`. */
  readonly years: readonly YearModel[];
}

/** Work of each task: Q(duration) x `share`, or the remaining duration as it stands. */
export interface TaskWorkModel {
  /** Quantity slot of the duration, or of the remaining duration; -1 on a summary. */
  readonly slot: Int32Array;
  /** Quantity slot of the duration itself: what lies under a summary counts for its risks when this is above 0. */
  readonly durationSlot: Int32Array;
  /** 1 where factors apply: not on a remaining duration. */
  readonly factorApplies: Uint8Array;
  /** 1 - percentComplete/100 of a started task, 1 otherwise. */
  readonly share: Float64Array;
  /** Lag slot of each link. */
  readonly lagSlot: Int32Array;
}
