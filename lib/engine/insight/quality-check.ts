import type { Link, ScenarioDocument, Task } from '../../scenario/document';
import type { FutureResult, Instant } from '../results/result-types';

export type QualityCheckId =
  | 'logic'
  | 'leads'
  | 'lags'
  | 'finish-start'
  | 'hard-constraints'
  | 'high-float'
  | 'negative-float'
  | 'high-duration'
  | 'invalid-dates'
  | 'missed-tasks'
  | 'critical-path'
  | 'cpli'
  | 'bei';

/** One check of the quality of a schedule. */
export interface QualityCheck {
  readonly id: QualityCheckId;
  /** What is counted, in a sentence. */
  readonly sentence: string;
  /** A share, or a ratio or a count, as `unit` says; null where there is nothing to measure. */
  readonly value: number | null;
  readonly unit: 'share' | 'count' | 'ratio';
  readonly op: '<=' | '>=';
  readonly threshold: number;
  /** Null where there is nothing to measure. */
  readonly pass: boolean | null;
  /** Tasks that count against it, and links where links are counted. */
  readonly tasks: readonly string[];
  readonly links?: readonly string[];
}

/** Instants this close are the same. */
export const SLACK_DAYS = 1e-9;

/** What the checks look at. */
export interface Scope {
  readonly document: ScenarioDocument;
  readonly plan: FutureResult;
  readonly tasks: readonly Task[];
  readonly links: readonly Link[];
  /** Tasks that are neither summaries nor finished. */
  readonly open: readonly Task[];
  /** `now`: the status date, or -Infinity. */
  readonly now: number;
}

/** Holds the value of a check against its threshold. */
export function judged(check: Omit<QualityCheck, 'pass'>): QualityCheck {
  const { value, op, threshold } = check;
  if (value === null) return { ...check, pass: null };
  return { ...check, pass: op === '<=' ? value <= threshold : value >= threshold };
}

/** Day number of an instant; Infinity for never and for none. */
export function dayOf(instant: Instant | undefined): number {
  return instant === undefined || instant === 'never' ? Number.POSITIVE_INFINITY : instant.day;
}
