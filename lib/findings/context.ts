import type { FutureResult, TrialsResult } from '../engine/results/result-types';
import type { ScenarioDocument } from '../scenario/document';

/** What every sentence about results is made from. */
export interface FindingContext {
  readonly document: ScenarioDocument;
  readonly plan: FutureResult;
  readonly trials: TrialsResult;
}

/** The year up to which the main bottleneck is counted, and which headlines speak of. */
export const HEADLINE_YEAR = 2030;

/** "2037" of a horizon that ends in `2037-12`: dates after it are "not before 2038". */
export function firstYearBeyond(document: ScenarioDocument): number {
  const year = Number(document.horizon.end.slice(0, 4));
  return document.horizon.end.endsWith('-12') ? year + 1 : year;
}

/** A name in the middle of a sentence; very long ones are cut where a word ends. */
export function shortName(name: string, letters = 60): string {
  const clean = name.replace(/\s+/g, ' ').trim();
  if ([...clean].length <= letters) return clean;
  const cut = [...clean].slice(0, letters).join('');
  return `${cut.replace(/\s+\S*$/, '')}…`;
}
