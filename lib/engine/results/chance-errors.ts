import type { Model } from '../compile/model';
import { BLOCK_TRIALS } from '../types';
import type { ChanceErrors } from './result-types';

/** From so many blocks on their spread is a fair measure of the error. */
const FEWEST_BLOCKS = 8;
/** Twice the least error is the rule of three. */
const LEAST_ERROR_TRIALS = 1.5;

/**
 * The sampling error of a chance: s / sqrt(blocks), s the standard deviation of the whole blocks' own shares, where there
 * are at least 8 of them; else sqrt(p (1 - p) / N), which overstates the error of stratified draws. At least 1.5/N: what
 * N trials have never shown may still have a chance of 3/N (at 95 %, the rule of three; J. A. Hanley, A. Lippman-Hand,
 * If nothing goes wrong, is everything all right?, JAMA 249, 1983). 0 where there are no trials.
 *
 * @param happened 1 by trial where it happens, else 0
 */
export function chanceError(happened: ArrayLike<number>): number {
  const count = happened.length;
  if (count === 0) return 0;
  return Math.max(spreadOfShares(happened), LEAST_ERROR_TRIALS / count);
}

function spreadOfShares(happened: ArrayLike<number>): number {
  const count = happened.length;
  const blocks = Math.floor(count / BLOCK_TRIALS);
  if (blocks < FEWEST_BLOCKS) {
    const share = sumOf(happened, 0, count) / count;
    return Math.sqrt((share * (1 - share)) / count);
  }
  const shares = Array.from({ length: blocks }, (_, block) => {
    const from = block * BLOCK_TRIALS;
    return sumOf(happened, from, from + BLOCK_TRIALS) / BLOCK_TRIALS;
  });
  const mean = sumOf(shares, 0, blocks) / blocks;
  const squares = shares.reduce((sum, share) => sum + (share - mean) * (share - mean), 0);
  return Math.sqrt(squares / (blocks - 1) / blocks);
}

function sumOf(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum;
}

/** Errors of the chances of a run; `met`: 1 where a target is met, by target and trial. */
export function chanceErrors(
  model: Model,
  met: readonly Uint8Array[],
  shortfall: Float64Array,
  abandoned: Float64Array,
): ChanceErrors {
  const targets: Record<string, number> = Object.create(null);
  model.targets.forEach(({ id }, t) => {
    targets[id] = chanceError(met[t]!);
  });
  return { shortfall: chanceError(shortfall), abandoned: chanceError(abandoned), targets };
}
