import type { TrialsResult } from '../engine/results/result-types';
import type { ScenarioDocument } from '../scenario/document';

/** A task with the indices that the trials gave it. Days are day numbers, Infinity is never, NaN is none. */
export interface TaskIndices {
  readonly id: string;
  readonly name: string;
  readonly finishP10: number;
  readonly finishP50: number;
  readonly finishP90: number;
  readonly criticality: number;
  /** Its sampling error. */
  readonly criticalityError: number;
  readonly ssi: number;
  readonly cruciality: number;
  readonly mergeBias: number;
}

export type IndexColumn = Exclude<keyof TaskIndices, 'id' | 'criticalityError'>;

const asNumber = (value: number | 'never') => (value === 'never' ? Number.POSITIVE_INFINITY : value);

/** The tasks that do work or are milestones, summaries left out, in the document's order. */
export function taskIndices(document: ScenarioDocument, trials: TrialsResult): readonly TaskIndices[] {
  const parents = new Set((document.tasks ?? []).map(({ parent }) => parent));
  return (document.tasks ?? []).flatMap(({ id, name }) => {
    const found = trials.tasks[id];
    if (found === undefined || parents.has(id)) return [];
    const { finish, criticality, ssi, cruciality, mergeBias = Number.NaN } = found;
    const [finishP10, finishP50, finishP90] = [asNumber(finish.P10), asNumber(finish.P50), asNumber(finish.P90)];
    const criticalityError = trials.chanceErrors?.others?.criticality[id] ?? 0;
    const dates = { finishP10, finishP50, finishP90 };
    return [{ id, name: name || id, ...dates, criticality, criticalityError, ssi, cruciality, mergeBias }];
  });
}

/** Rows in the order of a column; what has no number comes last either way, equals stay as they were. */
export function sortedIndices(
  rows: readonly TaskIndices[],
  column: IndexColumn,
  descending: boolean,
): readonly TaskIndices[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [a[column], b[column]];
    if (typeof left === 'string' || typeof right === 'string') return sign * String(left).localeCompare(String(right));
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return left === right ? 0 : sign * (left < right ? -1 : 1);
  });
}
