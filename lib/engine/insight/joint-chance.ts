import { chanceError } from '../results/chance-errors';
import type { TrialsRun } from '../types';

/** A chance and its sampling error. */
export interface Chance {
  readonly probability: number;
  readonly se: number;
}

/** Chances of targets, each alone and all together. */
export interface JointChance {
  readonly each: readonly (Chance & { readonly target: string })[];
  readonly together: Chance;
  /** What all together would have if they did not know of each other. */
  readonly product: number;
}

/**
 * Joint confidence (JCL): how often targets are met in the same future. It is not the product of their chances: late
 * futures tend to be dear ones. Null where the run knows one of the targets not.
 */
export function jointChance(run: Pick<TrialsRun, 'met'>, targets: readonly string[]): JointChance | null {
  const met = targets.flatMap((target) => run.met(target) ?? []);
  const [first, ...others] = met;
  if (first === undefined || met.length !== targets.length) return null;
  const all = first.map((one, trial) => others.reduce((so, other) => so & other[trial]!, one));
  const each = targets.map((target, t) => ({ target, ...chanceOf(met[t]!) }));
  return { each, together: chanceOf(all), product: each.reduce((so, { probability }) => so * probability, 1) };
}

/** The share of trials in which something happens. */
export function chanceOf(happened: Uint8Array): Chance {
  const probability = happened.reduce((sum, one) => sum + one, 0) / Math.max(1, happened.length);
  return { probability, se: chanceError(happened) };
}
