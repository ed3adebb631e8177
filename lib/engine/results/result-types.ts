/**
 * Results, in the shape in which they are also written as JSON.
 * Day numbers are days since 1970-01-01 UTC; money in the document's currency, energy in GWh, mass in t, shares 0..1.
 */

/** An instant, written both ways, or `never`. */
export type Instant = { readonly iso: string; readonly day: number } | 'never';

export type ConflictKind = 'MSO' | 'MFO' | 'SNLT' | 'FNLT' | 'deadline';

export interface TaskResult {
  readonly ES: Instant;
  readonly EF: Instant;
  readonly LS: Instant | null;
  readonly LF: Instant | null;
  /** The last working day before the finish, `YYYY-MM-DD`; null when never. */
  readonly shownFinish: string | null;
  /** Working days of the task's calendar. */
  readonly totalFloat: number | null;
  readonly freeFloat: number | null;
  readonly critical: boolean;
  /** On the driving path towards the focus. */
  readonly driving: boolean;
  /** Working days; null on a summary. */
  readonly work: number | null;
  readonly conflict: readonly ConflictKind[];
  /** Failed attempts, where the task has a gate. */
  readonly failures?: number;
}

export interface LineResult {
  /** GWh a year. */
  readonly nameplate: number;
  readonly ready: Instant;
  /** Own stall in elapsed days. */
  readonly stall: number;
  readonly capexPaid: number;
  readonly cellsPerYear: number | null;
}

export interface MonthResult {
  readonly month: string;
  readonly output: number;
  readonly pilotOutput: number;
  readonly starts: number;
  readonly startsCapacity: number;
  readonly startsCapacityNoStall: number;
  readonly yield: number;
  readonly demand: number;
  readonly totalDemand: number;
  readonly unitCost: number;
  readonly fullUnitCost: number | null;
  readonly price: number;
  /** own, each technology, technology, unserved: shares of all segments' demand. */
  readonly shares: Readonly<Record<string, number>>;
  readonly segments: Readonly<
    Record<string, { readonly demand: number; readonly own: number; readonly technology: number }>
  >;
  readonly materials: Readonly<
    Record<
      string,
      {
        readonly stock: number;
        readonly use: number;
        readonly supply: number;
        readonly refused: number;
        readonly paid: number;
        readonly price: number;
      }
    >
  >;
  readonly received: number;
  readonly grants: number;
  readonly interest: number;
  readonly principal: number;
  readonly overhead: number;
  readonly rnd: number;
  readonly capex: number;
  readonly revenue: number;
  readonly variable: number;
  readonly fixed: number;
  readonly depreciation: number;
  readonly tax: number;
  readonly unleveredTax: number;
  readonly oneOff: number;
  readonly fcf: number;
  readonly cash: number;
  /** schedule, funding, capacity, a material's id, demand or abandoned. */
  readonly bottleneck: string;
}

/** One future in full: the plan, a replayed trial, or one of given draws. */
export interface FutureResult {
  readonly mode: 'deterministic' | 'trial';
  readonly projectFinish: Instant;
  readonly focus: Instant;
  readonly sop: Instant;
  readonly tasks: Readonly<Record<string, TaskResult>>;
  readonly lines: Readonly<Record<string, LineResult>>;
  readonly risks: Readonly<Record<string, boolean>>;
  readonly months: readonly MonthResult[];
  readonly npv: number;
  /** Null where no rate of return exists. */
  readonly irr: number | null;
  readonly peakFunding: number;
  readonly shortfall: boolean;
  readonly abandoned: boolean;
  readonly targets: Readonly<Record<string, boolean>>;
}

/** A number, or `never` where the percentile or every trial lies beyond. */
export type Finite = number | 'never';

/** What the trials say of one number. */
export interface Statistics {
  readonly P5: Finite;
  readonly P10: Finite;
  readonly P25: Finite;
  readonly P50: Finite;
  readonly P75: Finite;
  readonly P90: Finite;
  readonly P95: Finite;
  /** Mean of the finite ones. */
  readonly mean: Finite;
  /** Share of trials in which it never happens. */
  readonly never?: number;
  /** Share of trials in which there is none (IRR). */
  readonly none?: number;
  /** Sampling errors. */
  readonly se?: Readonly<Record<string, number>>;
}

export interface TaskStatistics {
  readonly start: Statistics;
  readonly finish: Statistics;
  readonly criticality: number;
  readonly ssi: number;
  readonly cruciality: number;
  /** Mean delay in days by merging, at tasks with two or more links in. */
  readonly mergeBias?: number;
}

/**
 * Fans of one month. Keys: output, startsCapacity, unitCost, price, ownShare, technologyShare, cash, fcf,
 * `share/<technology>`, `segment/<id>`, `stock/<material>`, `use/<material>`.
 */
export interface MonthFans {
  readonly month: string;
  readonly fans: Readonly<Record<string, Statistics>>;
  readonly bottleneck: Readonly<Record<string, number>>;
}
/** Fans of yearly sums. Keys: output, ownShare, technologyShare, fcf, `segment/<id>`. */
export interface YearFans {
  readonly year: number;
  readonly fans: Readonly<Record<string, Statistics>>;
}

export interface SensitivityRow {
  readonly path: string;
  readonly spearman: number | null;
  /** Mean output in the lowest and in the highest tenth (events: at 0 and above 0). */
  readonly low: Finite | null;
  readonly high: Finite | null;
}

/** Sampling errors of the probabilities of a run, by target id. */
export interface ChanceErrors {
  readonly shortfall: number;
  readonly abandoned: number;
  readonly targets: Readonly<Record<string, number>>;
  /** Those of all others; a preview has no time for them. */
  readonly others?: RunChanceErrors;
}

/** In the places of what they are errors of: by month, by label and month, by task, by entry of `jcl`. */
export interface RunChanceErrors {
  readonly cdf: { readonly [date in 'sop' | 'focus' | 'projectFinish']: readonly number[] };
  readonly bottleneck: readonly Readonly<Record<string, number>>[];
  readonly criticality: Readonly<Record<string, number>>;
  readonly jcl: readonly number[];
}

/**
 * Results of many trials, in memory. The JSON of the interchange format flattens `fans` into the month and the year
 * (see `toInterchange`).
 */
export interface TrialsResult {
  readonly mode: 'trials';
  readonly trials: number;
  readonly seed: number;
  readonly sampling: 'latin-hypercube' | 'monte-carlo';
  readonly engineVersion: string;
  readonly documentHash: string;
  readonly sop: Statistics;
  readonly focus: Statistics;
  readonly projectFinish: Statistics;
  readonly npv: Statistics;
  readonly irr: Statistics;
  readonly peakFunding: Statistics;
  /** Probabilities. */
  readonly shortfall: number;
  readonly abandoned: number;
  /** Sampling errors of probabilities; in memory only, as the interchange format has no place for them. */
  readonly chanceErrors?: ChanceErrors;
  /** Probability that the date has come by the end of each month. */
  readonly cdf: {
    readonly sop: readonly number[];
    readonly focus: readonly number[];
    readonly projectFinish: readonly number[];
  };
  readonly tasks: Readonly<Record<string, TaskStatistics>>;
  readonly lines: Readonly<
    Record<string, { readonly ready: Statistics; readonly stall: Statistics; readonly capexPaid: Statistics }>
  >;
  readonly months: readonly MonthFans[];
  readonly years: readonly YearFans[];
  readonly targets: Readonly<Record<string, number>>;
  readonly jcl: readonly { readonly targets: readonly string[]; readonly probability: number }[];
  readonly sensitivity: Readonly<Record<string, readonly SensitivityRow[]>>;
  /**
   * Scalar outputs of every trial, by output name (`sop`, `focus`, `projectFinish`, `npv`, `irr`, `peakFunding`,
   * `targets/<id>` = value of the target's metric, `output@<year>`, `ownShare@<year>`): Infinity is never, NaN is none.
   * Only where asked for.
   */
  readonly samples?: Readonly<Record<string, Float64Array>>;
}
