import type { ScenarioDocument, TargetMetric } from '../../scenario/document';
import type { MonthTable } from '../calendar/horizon';
import type { CorrelationPlan } from '../random/correlation';
import type { Network } from '../timeline/network';
import type { InputSlots } from './input-slots';

/** A date that is given, or tied to a task: `task` -1 and `day`, or a task's start or finish plus a lag. */
export interface EventModel {
  readonly task: number;
  readonly atStart: boolean;
  readonly day: number;
  readonly lagSlot: number;
}

export interface GateModel {
  readonly task: number;
  readonly event: number;
  readonly passProbability: number;
  readonly rework: number;
  readonly costPerRework: number;
  readonly maxAttempts: number;
  readonly onFail: 'stop' | 'continue' | 'abandon';
}

export type ImpactKind =
  | 'delay'
  | 'duration-factor'
  | 'capacity-factor'
  | 'yield-factor'
  | 'capex-factor'
  | 'supply-factor'
  | 'price-factor'
  | 'demand-factor'
  | 'funding-delay'
  | 'cost'
  | 'recall';

/** Impacts by number: a switch on small integers in the trial. */
export const IMPACT = {
  delay: 0,
  'duration-factor': 1,
  'capacity-factor': 2,
  'yield-factor': 3,
  'capex-factor': 4,
  'supply-factor': 5,
  'price-factor': 6,
  'demand-factor': 7,
  'funding-delay': 8,
  cost: 9,
  recall: 10,
} as const satisfies Record<ImpactKind, number>;

export interface ImpactModel {
  readonly kind: (typeof IMPACT)[ImpactKind];
  /** Tasks, lines, contracts, materials, segments or tranches by index. */
  readonly targets: readonly number[];
  /** The target is a summary: only tasks under it with a duration above 0 are hit. */
  readonly onSummary: boolean;
  readonly amount: number;
}

export interface RiskModel {
  readonly id: string;
  readonly event: number;
  readonly probability: number;
  /** Slot of the response's scale, or -1 without an active response. */
  readonly scale: number;
  readonly responseCost: number;
  /** Month in which the response is paid, or -1. */
  readonly responseMonth: number;
  /** Index of the window's event, or -1 without a window. */
  readonly windowFrom: number;
  readonly windowMonths: number;
  readonly impacts: readonly ImpactModel[];
}

export interface ProcessModel {
  readonly arealCapacity: number;
  readonly voltage: number;
  readonly coatedWidth: number;
  readonly speed: number;
  readonly hoursPerYear: number;
  readonly sides: number;
  readonly lanes: number;
  /** Slot, or -1 where cells are not counted. */
  readonly cellCapacity: number;
}

export interface LineModel {
  readonly id: string;
  readonly commercial: boolean;
  readonly buildTask: number;
  /** The build is finished by its actual date: paid in full, never stalled. */
  readonly buildFinished: boolean;
  readonly requires: readonly number[];
  readonly nameplate: number;
  readonly process: ProcessModel | null;
  readonly capexPerGWh: number;
  /** Slot of the capex of the whole line, or -1. */
  readonly capex: number;
  readonly conversionFactor: number;
  readonly holdBelow: number;
  /** Index of the event that ends a pilot line, or -1: SOP. */
  readonly until: number;
  readonly yieldInitial: number;
  readonly yieldMature: number;
  readonly yieldTimeConstant: number;
  readonly utilisationInitial: number;
  readonly utilisationMature: number;
  readonly utilisationRamp: number;
  readonly fixedOpex: number;
  readonly life: number;
}

export interface ContractModel {
  readonly material: number;
  readonly start: number;
  readonly volume: number;
  readonly ramp: number;
  readonly price: number;
  readonly takeOrPay: number;
}

export interface MaterialModel {
  readonly id: string;
  readonly intensity: number;
  readonly stockInitial: number;
  readonly stockMax: number;
  /** Contracts `[from, to)` of the flat list. */
  readonly from: number;
  readonly to: number;
}

export interface TrancheModel {
  readonly kind: 'equity' | 'debt' | 'grant';
  readonly on: number;
  readonly event: number;
  readonly amount: number;
  readonly probability: number;
  readonly interest: number;
  readonly term: number;
}

export interface FundingModel {
  readonly hard: boolean;
  /** Months below zero that end the programme; 0: none. */
  readonly grace: number;
  readonly initialCash: number;
  readonly overhead: number;
  readonly rnd: number;
  readonly wacc: number;
  readonly taxRate: number;
  /** Slot, or -1. */
  readonly terminalMultiple: number;
  readonly tranches: readonly TrancheModel[];
}

export interface CostModel {
  readonly otherMaterials: number;
  readonly conversion: number;
  readonly learningRate: number;
  readonly referenceVolume: number;
  readonly spillover: number;
}

export interface PricingModel {
  readonly mode: 'cost-plus' | 'parity' | 'value' | 'trajectory';
  readonly technology: number;
  readonly segment: number;
  /** Quantity slot of markup or share; -1 in the other modes. */
  readonly quantity: number;
  /** Trajectory slot of premium or price; -1 in the other modes. */
  readonly trajectory: number;
  /** Trajectory slots, or -1. */
  readonly floor: number;
  readonly cap: number;
}

export interface SegmentModel {
  readonly id: string;
  readonly demand: number;
  readonly heterogeneity: number;
  readonly eligible: boolean;
  readonly p: number;
  readonly q: number;
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
  readonly willingness: number;
  readonly own: number;
  readonly others: Int32Array;
}

export interface TechnologyModel {
  readonly id: string;
  readonly price: number;
  readonly availability: number;
  readonly same: boolean;
}

export interface MarketModel {
  readonly segments: readonly SegmentModel[];
  readonly technologies: readonly TechnologyModel[];
}

export interface TargetModel {
  readonly id: string;
  readonly metric: TargetMetric;
  readonly atMost: boolean;
  /** A number, or a day. */
  readonly value: number;
  readonly isDate: boolean;
  readonly task: number;
  /** Months `[from, to)`: one, or the months of a year; empty for other metrics. */
  readonly from: number;
  readonly to: number;
  /** -1: all segments. */
  readonly segment: number;
  /** -1 where the metric names none. */
  readonly technology: number;
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
  readonly targets: readonly TargetModel[];
  /** Calendar years that the horizon touches, and their months `[from, to)`. */
  readonly years: readonly { readonly year: number; readonly from: number; readonly to: number }[];
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
