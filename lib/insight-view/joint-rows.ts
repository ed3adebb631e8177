import type { TrialsResult } from '../engine/results/result-types';
import type { ScenarioDocument } from '../scenario/document';

export interface JointRow {
  readonly key: string;
  /** Of the targets, in order of the document. */
  readonly names: readonly string[];
  readonly probability: number;
  readonly error: number;
  /** Their chances multiplied. */
  readonly product: number;
}

/** Rows that a table still shows; a scenario with many targets has thousands of triples. */
const MOST_ROWS = 24;

/** The pairs and triples of a run's targets, pairs first, with the number of those left out. */
export function jointRows(
  document: ScenarioDocument,
  { jcl, targets, chanceErrors }: TrialsResult,
): { readonly rows: readonly JointRow[]; readonly left: number } {
  const names = new Map((document.targets ?? []).map(({ id, name }) => [id, name || id]));
  const rows = jcl.slice(0, MOST_ROWS).map((entry, i) => ({
    key: entry.targets.join('/'),
    names: entry.targets.map((id) => names.get(id) ?? id),
    probability: entry.probability,
    error: chanceErrors?.others?.jcl[i] ?? 0,
    product: entry.targets.reduce((so, id) => so * (targets[id] ?? 0), 1),
  }));
  return { rows, left: jcl.length - rows.length };
}
