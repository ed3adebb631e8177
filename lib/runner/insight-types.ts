import type { CheckResult } from '../engine/checks/run-checks';
import type { Attribution } from '../engine/insight/attribution';
import type { GoalRequest, GoalResult } from '../engine/insight/goal-seek';
import type { DrawOptions } from '../engine/insight/laboratory';
import type { PairedComparison } from '../engine/insight/paired-comparison';
import type { ResponseWorth } from '../engine/insight/risk-responses';
import type { QualityCheck } from '../engine/insight/schedule-quality';
import type { KnownFigure, Precision } from '../engine/insight/stop-rule';
import type { FutureResult, MonthFans, TrialsResult } from '../engine/results/result-types';
import type { Outcome } from '../engine/types';
import type { ScenarioDocument } from '../scenario/document';

/** Futures that an insight rests on unless more are asked for: enough for its bands, quick enough to wait for. */
export const INSIGHT_TRIALS = 2048;

/** A plan and its trials, with samples and sensitivity where they were asked for. */
export interface Study {
  readonly plan: FutureResult;
  readonly trials: TrialsResult;
}

/** Two scenarios under the same draws. */
export interface ComparedStudies {
  readonly before: Study;
  readonly after: Study;
  readonly comparison: PairedComparison;
}

/** How many futures it took to know figures to a precision, and what they then are. */
export interface KnownFigures {
  readonly trials: number;
  /** False: the most futures were not enough. */
  readonly known: boolean;
  readonly figures: readonly KnownFigure[];
}

interface OfOne {
  readonly document: ScenarioDocument;
  readonly draws: DrawOptions;
}
interface OfTwo {
  readonly before: ScenarioDocument;
  readonly after: ScenarioDocument;
  readonly draws: DrawOptions;
}

/** What is asked, by kind. */
export interface InsightQuestions {
  readonly study: OfOne & { readonly sensitivity: readonly string[]; readonly samples: readonly string[] };
  readonly replay: OfOne & { readonly trial: number };
  readonly compare: OfTwo & { readonly outputs: readonly string[] };
  /** The chance of a target where an output is `targets/<id>`, else the usual statistic of the output. */
  readonly attribute: OfTwo & { readonly outputs: readonly string[] };
  readonly goal: { readonly document: ScenarioDocument; readonly goal: Omit<GoalRequest, 'onRuns'> };
  readonly responses: OfOne & { readonly outputs: readonly string[] };
  readonly checks: OfOne;
  /** Fans of the months over a mixture of scenarios, each with its weight; the draws are those of the first. */
  readonly mixture: {
    readonly members: readonly { readonly document: ScenarioDocument; readonly weight: number }[];
    readonly draws: DrawOptions;
    readonly series: readonly string[];
  };
  /** Runs whole blocks until all figures are known, at most so many futures. */
  readonly known: OfOne & { readonly figures: readonly Precision[]; readonly mostTrials: number };
  readonly quality: { readonly document: ScenarioDocument };
}

/** What is answered, by kind. */
export interface InsightAnswers {
  readonly study: Study;
  readonly replay: FutureResult;
  readonly compare: ComparedStudies;
  /** By output name; a figure that cannot be attributed has its own reason. */
  readonly attribute: Readonly<Record<string, Outcome<Attribution>>>;
  readonly goal: GoalResult;
  readonly responses: readonly ResponseWorth[];
  readonly checks: readonly CheckResult[];
  readonly known: KnownFigures;
  /** The months that all scenarios have. */
  readonly mixture: readonly Pick<MonthFans, 'month' | 'fans'>[];
  readonly quality: readonly QualityCheck[];
}

export type InsightKind = keyof InsightQuestions;

/** How far an insight is: trials of its runs, or whole runs of those that it may need at most. */
export interface InsightProgress {
  readonly done: number;
  readonly of: number;
}

export type OnInsightProgress = (progress: InsightProgress) => void;

export interface InsightRequest<K extends InsightKind = InsightKind> {
  readonly kind: K;
  readonly question: InsightQuestions[K];
}

export type InsightMessage =
  | { readonly kind: 'progress'; readonly progress: InsightProgress }
  | { readonly kind: 'done'; readonly outcome: Outcome<InsightAnswers[InsightKind]> }
  | { readonly kind: 'failed'; readonly message: string };
