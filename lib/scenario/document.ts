/**
 * The scenario document: what is stored, imported, exported, attached to briefs, read by the command line.
 * Types only. Meanings, units and defaults: `variables.ts`; rules: `validate.ts`; semantics: `lib/engine/README.md`.
 *
 * Money is in the document's currency in real terms of `priceBase`, energy in GWh, mass in t, prices per kWh or kg.
 */

/** What people keep beside a number or an object. Never changes a result. */
export interface Meta {
  readonly note?: string;
  readonly owner?: string;
  readonly colour?: string;
  readonly changed?: { readonly by: string; readonly at: string };
}

/** Where a number comes from: records of a source, or an assumption with its reason. */
export interface QuantityMeta extends Meta {
  readonly sources?: readonly string[];
  readonly evidence?: readonly string[];
  readonly assumption?: string;
  readonly unit?: string;
}

/** Pack data from which the range of a vehicle is shown. */
export interface SegmentMeta extends Meta {
  readonly vehicle?: { readonly packMass: number; readonly packRatio: number; readonly consumption: number };
}

export interface StorySlide {
  readonly title: string;
  readonly view: string;
  readonly notes?: string;
  readonly unlocked?: readonly string[];
}

/** A baseline keeps the plan as it was, with all of its logic. */
export interface Baseline {
  readonly by?: string;
  readonly at?: string;
  readonly calendars?: readonly Calendar[];
  readonly tasks: readonly Task[];
  readonly links?: readonly Link[];
}

export interface DocumentMeta extends Meta {
  readonly baseline?: Baseline;
  readonly story?: readonly StorySlide[];
  readonly headline?: readonly string[];
}

interface Clip {
  readonly min?: number;
  readonly max?: number;
  readonly meta?: QuantityMeta;
}
export type Bounds = 'min-max' | 'p10-p90';
export interface Fixed extends Clip {
  readonly kind: 'fixed';
  readonly value: number;
}
export interface Uniform extends Clip {
  readonly kind: 'uniform';
  readonly low: number;
  readonly high: number;
}
export interface Triangular extends Clip {
  readonly kind: 'triangular';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
  readonly bounds?: Bounds;
}
export interface Pert extends Clip {
  readonly kind: 'pert';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
  readonly lambda?: number;
  readonly bounds?: Bounds;
}
export interface Normal extends Clip {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
  readonly low?: number;
  readonly high?: number;
}
export interface Lognormal extends Clip {
  readonly kind: 'lognormal';
  readonly p10: number;
  readonly p90: number;
}
export interface Discrete extends Clip {
  readonly kind: 'discrete';
  readonly outcomes: readonly { readonly value: number; readonly p: number }[];
}
export type Distribution = Fixed | Uniform | Triangular | Pert | Normal | Lognormal | Discrete;

/** A number or a distribution. */
export type Quantity = number | Distribution;

export type Knot =
  | { readonly date: DateText; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly date: DateText; readonly value: number };

/** A path through time: knots with one draw for all of them. */
export interface Knots {
  readonly interpolate: 'linear' | 'geometric';
  readonly knots: readonly Knot[];
  readonly min?: number;
  readonly max?: number;
  readonly meta?: QuantityMeta;
}
export type Trajectory = Quantity | Knots;

/** `2026-06-13` or `2026-06-13T12:00:00Z`. */
export type DateText = string;
/** `2026-06`. */
export type MonthText = string;
export interface TaskEvent {
  readonly task: string;
  readonly event?: 'start' | 'finish';
  readonly lag?: Quantity;
}
export type EventDate = DateText | TaskEvent;

/** `["08:00", "12:00"]`. */
export type HourInterval = readonly [string, string];
export interface CalendarException {
  readonly from: DateText;
  readonly to?: DateText;
  readonly working: boolean;
  readonly name?: string;
  readonly hours?: readonly HourInterval[];
  readonly meta?: Meta;
}
export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly workWeek: readonly number[];
  readonly hours?: readonly HourInterval[] | Readonly<Record<string, readonly HourInterval[]>>;
  readonly hoursPerDay?: number;
  readonly exceptions?: readonly CalendarException[];
  readonly meta?: Meta;
}

export type ConstraintType = 'ASAP' | 'ALAP' | 'SNET' | 'FNET' | 'MSO' | 'MFO' | 'SNLT' | 'FNLT';
export interface Gate {
  readonly passProbability: Quantity;
  readonly rework?: Quantity;
  readonly maxAttempts?: number;
  readonly costPerRework?: Quantity;
  readonly onFail?: 'stop' | 'continue' | 'abandon';
  readonly meta?: Meta;
}
export interface Task {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly calendar?: string;
  readonly duration?: Quantity;
  readonly constraint?: { readonly type: ConstraintType; readonly date?: DateText; readonly meta?: Meta };
  readonly deadline?: DateText;
  readonly actualStart?: DateText;
  readonly actualFinish?: DateText;
  readonly percentComplete?: number;
  readonly remainingDuration?: Quantity;
  readonly gate?: Gate;
  readonly meta?: Meta;
}
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';
export interface Link {
  readonly id?: string;
  readonly from: string;
  readonly to: string;
  readonly type?: LinkType;
  readonly lag?: Quantity;
  readonly lagUnit?: 'working' | 'elapsed';
  readonly meta?: Meta;
}

export type RiskEffect =
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
export interface RiskImpact {
  readonly id?: string;
  readonly target?: string;
  readonly effect: RiskEffect;
  readonly amount: Quantity;
  readonly meta?: Meta;
}
export interface RiskWindow {
  readonly from: EventDate;
  readonly months: Quantity;
  readonly meta?: Meta;
}
export interface RiskResponse {
  readonly active: boolean;
  readonly probability?: Quantity;
  readonly scale?: Quantity;
  readonly cost?: Quantity;
  readonly month?: MonthText;
  readonly meta?: Meta;
}
export interface Risk {
  readonly id: string;
  readonly name: string;
  readonly probability: Quantity;
  readonly impacts: readonly RiskImpact[];
  readonly window?: RiskWindow;
  readonly response?: RiskResponse;
  readonly meta?: Meta;
}

export interface LineProcess {
  readonly arealCapacity: Quantity;
  readonly voltage: Quantity;
  readonly coatedWidth: Quantity;
  readonly speed: Quantity;
  readonly hoursPerYear: Quantity;
  readonly sides?: Quantity;
  readonly lanes?: Quantity;
  readonly cellCapacity?: Quantity;
  readonly meta?: Meta;
}
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly commercial?: boolean;
  readonly buildTask: string;
  readonly requires?: readonly string[];
  readonly nameplate?: Quantity;
  readonly process?: LineProcess;
  readonly capexPerGWh?: Quantity;
  readonly capex?: Quantity;
  readonly conversionFactor?: Quantity;
  readonly holdBelow?: Quantity;
  readonly until?: EventDate;
  readonly yield?: {
    readonly initial?: Quantity;
    readonly mature?: Quantity;
    readonly timeConstant?: Quantity;
    readonly meta?: Meta;
  };
  readonly utilisation?: {
    readonly initial?: Quantity;
    readonly mature?: Quantity;
    readonly ramp?: Quantity;
    readonly meta?: Meta;
  };
  readonly fixedOpex?: Quantity;
  readonly life?: Quantity;
  readonly meta?: Meta;
}

export interface Contract {
  readonly id: string;
  readonly supplier: string;
  readonly start: EventDate;
  readonly volume: Quantity;
  readonly ramp?: Quantity;
  readonly price: Trajectory;
  readonly takeOrPay?: Quantity;
  readonly meta?: Meta;
}
export interface Material {
  readonly id: string;
  readonly name: string;
  readonly intensity: Trajectory;
  readonly stock?: { readonly initial?: Quantity; readonly max?: Quantity; readonly meta?: Meta };
  readonly contracts: readonly Contract[];
  readonly meta?: Meta;
}

export interface Tranche {
  readonly id: string;
  readonly name?: string;
  readonly amount: Quantity;
  readonly kind?: 'equity' | 'debt' | 'grant';
  readonly on: EventDate;
  readonly probability?: Quantity;
  readonly interest?: Quantity;
  readonly term?: Quantity;
  readonly meta?: Meta;
}
export interface Funding {
  readonly policy?: 'hard' | 'soft';
  readonly initialCash?: Quantity;
  readonly overhead?: Trajectory;
  readonly rnd?: Trajectory;
  readonly wacc?: Quantity;
  readonly taxRate?: Quantity;
  readonly terminalMultiple?: Quantity;
  readonly grace?: number;
  readonly tranches?: readonly Tranche[];
  readonly meta?: Meta;
}

export interface Cost {
  readonly otherMaterials?: Trajectory;
  readonly conversion?: Trajectory;
  readonly learningRate?: Quantity;
  readonly referenceVolume?: Quantity;
  readonly spillover?: Quantity;
  readonly meta?: Meta;
}
interface PriceLimits {
  readonly floor?: Trajectory;
  readonly cap?: Trajectory;
  readonly meta?: Meta;
}
export type Pricing =
  | ({ readonly mode: 'cost-plus'; readonly markup?: Quantity } & PriceLimits)
  | ({ readonly mode: 'parity'; readonly technology: string; readonly premium?: Trajectory } & PriceLimits)
  | ({
      readonly mode: 'value';
      readonly technology: string;
      readonly segment: string;
      readonly share: Quantity;
    } & PriceLimits)
  | ({ readonly mode: 'trajectory'; readonly price: Trajectory } & PriceLimits);

export interface Adoption {
  readonly p?: Quantity;
  readonly q?: Quantity;
  readonly meta?: Meta;
}
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly demand: Trajectory;
  readonly heterogeneity: Quantity;
  readonly willingnessToPay: Readonly<Record<string, Quantity>>;
  readonly eligible?: boolean;
  readonly adoption?: Adoption;
  readonly meta?: SegmentMeta;
}
export interface Technology {
  readonly id: string;
  readonly name: string;
  readonly price: Trajectory;
  readonly attributes: Readonly<Record<string, Trajectory>>;
  readonly availability?: Trajectory;
  readonly slip?: Quantity;
  readonly sameAs?: 'own';
  readonly meta?: Meta;
}
export interface Market {
  readonly own: {
    readonly attributes: Readonly<Record<string, Trajectory>>;
    readonly adoption?: Adoption;
    readonly meta?: Meta;
  };
  readonly segments: readonly Segment[];
  readonly technologies: readonly Technology[];
  readonly meta?: Meta;
}

export interface Correlation {
  readonly a: string;
  readonly b: string;
  readonly rho: number;
  readonly meta?: Meta;
}
export type TargetMetric =
  | 'sop'
  | 'focus'
  | 'projectFinish'
  | 'taskStart'
  | 'taskFinish'
  | 'npv'
  | 'irr'
  | 'peakFunding'
  | 'minCash'
  | 'cash'
  | 'output'
  | 'startsCapacity'
  | 'ownShare'
  | 'technologyShare'
  | 'lead'
  | 'unitCost'
  | 'price';
export interface Target {
  readonly id: string;
  readonly name: string;
  readonly metric: TargetMetric;
  readonly op: '<=' | '>=';
  readonly value: number | DateText;
  readonly task?: string;
  readonly month?: MonthText;
  readonly year?: number;
  readonly segment?: string;
  readonly technology?: string;
  readonly probability?: number;
  readonly meta?: Meta;
}
/** One figure as published; kept inside the document so that it can be checked years later. */
export interface EvidenceRecord {
  readonly id: string;
  readonly quantity: string;
  readonly unit: string;
  readonly low?: number;
  readonly mode?: number;
  readonly high?: number;
  readonly value?: number | string;
  readonly year?: number;
  readonly region?: string;
  readonly note?: string;
}
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  readonly accessed?: string;
  readonly note?: string;
  readonly meta?: Meta & { readonly records?: readonly EvidenceRecord[] };
}
export interface CheckChange {
  readonly path: string;
  readonly factor?: number;
  readonly offset?: number;
  readonly value?: number;
}
export interface Check {
  readonly id: string;
  readonly name: string;
  readonly change: readonly CheckChange[];
  readonly output: string;
  readonly expect:
    | 'up'
    | 'down'
    | 'not-up'
    | 'not-down'
    | { readonly op: '<=' | '>='; readonly value: number | DateText };
  readonly mode?: 'deterministic' | 'trials';
  readonly meta?: Meta;
}
export type Sampling = 'latin-hypercube' | 'monte-carlo';
export interface RunSettings {
  readonly trials?: number;
  readonly seed?: number;
  readonly sampling?: Sampling;
  readonly meta?: Meta;
}

export interface ScenarioDocument {
  readonly schemaVersion: 2;
  readonly name: string;
  readonly description?: string;
  readonly currency: string;
  readonly priceBase?: number;
  readonly horizon: { readonly start: MonthText; readonly end: MonthText; readonly meta?: Meta };
  readonly projectStart?: DateText;
  readonly statusDate?: DateText;
  readonly floatTo?: 'project' | 'each-end';
  readonly focus?: string;
  readonly calendars?: readonly Calendar[];
  readonly tasks?: readonly Task[];
  readonly links?: readonly Link[];
  readonly risks?: readonly Risk[];
  readonly lines?: readonly Line[];
  readonly materials?: readonly Material[];
  readonly funding?: Funding;
  readonly cost?: Cost;
  readonly pricing?: Pricing;
  readonly market?: Market;
  readonly correlations?: readonly Correlation[];
  readonly targets?: readonly Target[];
  readonly sources?: readonly Source[];
  readonly checks?: readonly Check[];
  readonly run?: RunSettings;
  readonly meta?: DocumentMeta;
}

export type DocumentRule =
  | 'required'
  | 'type'
  | 'range'
  | 'order'
  | 'unique'
  | 'reference'
  | 'cycle'
  | 'calendar'
  | 'correlation'
  | 'unknown-field'
  | 'version';

/** One thing wrong with a document; `message` is a sentence for people that names field, value and allowed range. */
export interface DocumentError {
  readonly path: string;
  readonly value: unknown;
  readonly rule: DocumentRule;
  readonly message: string;
  /** For `correlation`: the nearest possible matrix, as entries. */
  readonly nearest?: readonly Correlation[];
}
