import { type MixtureStatistics, mixtureStatistics } from '../engine/insight/portfolio';
import type { TrialsResult } from '../engine/results/result-types';
import type { ScenarioDocument } from '../scenario/document';

/** Runs of scenarios that were drawn alike, with the probability of each. */
export interface MixtureMember {
  readonly trials: TrialsResult;
  readonly weight: number;
}

export interface MixtureRow {
  readonly output: string;
  readonly statistics: MixtureStatistics;
}

/** The mixture of every output of which all runs kept the trials. */
export function mixtureRows(members: readonly MixtureMember[], outputs: readonly string[]): readonly MixtureRow[] {
  const weights = members.map(({ weight }) => weight);
  if (!(weights.reduce((sum, weight) => sum + weight, 0) > 0)) return [];
  return outputs.flatMap((output) => {
    const columns = members.flatMap(({ trials }) => trials.samples?.[output] ?? []);
    return columns.length === members.length
      ? [{ output, statistics: mixtureStatistics(columns, weights, false) }]
      : [];
  });
}

/** Chances of the targets that all scenarios have by the same id, weighted. */
export function mixtureChances(
  document: ScenarioDocument,
  members: readonly MixtureMember[],
): readonly { readonly id: string; readonly name: string; readonly probability: number }[] {
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  return (document.targets ?? []).flatMap(({ id, name }) => {
    const chances = members.flatMap(({ trials }) => trials.targets[id] ?? []);
    if (chances.length < members.length || !(total > 0)) return [];
    const probability = chances.reduce((sum, chance, i) => sum + (chance * members[i]!.weight) / total, 0);
    return [{ id, name: name || id, probability }];
  });
}
