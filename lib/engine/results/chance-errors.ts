import type { Model } from '../compile/model';
import { BLOCK_TRIALS } from '../types';
import { standardError } from './percentile-errors';
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
  const counts: number[] = [];
  const sizes: number[] = [];
  for (let from = 0; from < happened.length; from += BLOCK_TRIALS) {
    const to = Math.min(happened.length, from + BLOCK_TRIALS);
    counts.push(sumOf(happened, from, to));
    sizes.push(to - from);
  }
  return errorOfCounts(counts, sizes);
}

/**
 * The same from counts: in how many trials of each block it happens, of how many. Blocks that count nothing are left
 * out; so is a last one that is cut off, but for the share of all.
 */
export function errorOfCounts(counts: readonly number[], sizes: readonly number[]): number {
  const trials = sumOf(sizes, 0, sizes.length);
  if (trials === 0) return 0;
  const largest = Math.max(...sizes);
  const isCut = (block: number) => block === sizes.length - 1 && largest === BLOCK_TRIALS && sizes[block]! < largest;
  const shares: number[] = [];
  counts.forEach((count, block) => {
    if (sizes[block]! > 0 && !isCut(block)) shares.push(count / sizes[block]!);
  });
  const share = sumOf(counts, 0, counts.length) / trials;
  const spread = shares.length < FEWEST_BLOCKS ? Math.sqrt((share * (1 - share)) / trials) : standardErrorOf(shares);
  return Math.max(spread, LEAST_ERROR_TRIALS / trials);
}

function standardErrorOf(shares: readonly number[]): number {
  return standardError(Float64Array.from(shares), 0, shares.length);
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
