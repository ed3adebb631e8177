import { createQuantileScratch, selectQuantiles } from '../maths/quantiles';
import { largerError, rankErrors, rankSpreads } from '../results/percentile-errors';
import type { Statistics } from '../results/result-types';
import { createStatisticsScratch, meanOfFinite, PERCENTILES, statisticsOf } from '../results/statistics';
import { BLOCK_TRIALS } from '../types';

export const PROBABILITIES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/** From so many blocks on their spread is taken for the sampling error. */
export const FEWEST_BLOCKS = 8;

/**
 * s / sqrt(n), s the standard deviation of the blocks' own statistics: blocks are independent replicates. Undefined
 * below 8 of them, and where one is not finite.
 */
export function errorOfReplicates(replicates: readonly number[]): number | undefined {
  const count = replicates.length;
  if (count < FEWEST_BLOCKS) return undefined;
  const mean = replicates.reduce((sum, value) => sum + value, 0) / count;
  const squares = replicates.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const error = Math.sqrt(squares / (count - 1) / count);
  return Number.isFinite(error) ? error : undefined;
}

/** The whole blocks of a column by trial. */
export function wholeBlocks(values: Float64Array): Float64Array[] {
  const blocks: Float64Array[] = [];
  for (let from = 0; from + BLOCK_TRIALS <= values.length; from += BLOCK_TRIALS) {
    blocks.push(values.subarray(from, from + BLOCK_TRIALS));
  }
  return blocks;
}

/**
 * Percentiles, mean and sampling errors of numbers that not every trial has.
 *
 * @param values by trial; NaN: the trial has none; Infinity: never
 */
export function statisticsWhere(values: Float64Array): Statistics {
  const present = values.filter((value) => !Number.isNaN(value));
  const blocks = wholeBlocks(values);
  const scratch = createStatisticsScratch(Math.max(1, present.length));
  const figures = statisticsOf(present, present.length, { errors: true }, scratch);
  if (present.length === values.length || blocks.length < FEWEST_BLOCKS) return figures;
  return { ...figures, se: errorsOfRaggedBlocks(present, blocks) };
}

/** As `statisticsOf` has them, of blocks that do not all have the same number of values. */
function errorsOfRaggedBlocks(present: Float64Array, blocks: readonly Float64Array[]): Record<string, number> {
  const scratch = createQuantileScratch(Math.max(BLOCK_TRIALS, present.length));
  const out = new Float64Array(PROBABILITIES.length);
  const replicates: number[][] = [...PROBABILITIES, 'mean'].map(() => []);
  const ends: number[] = [];
  for (const block of blocks) {
    const here = block.filter((value) => !Number.isNaN(value));
    if (here.length === 0) continue;
    ends.push((ends.at(-1) ?? 0) + here.length);
    selectQuantiles(here, here.length, PROBABILITIES, out, scratch);
    out.forEach((quantile, k) => {
      replicates[k]!.push(quantile);
    });
    replicates[PROBABILITIES.length]!.push(meanOfFinite(here, 0, here.length).mean);
  }
  if (ends.length < FEWEST_BLOCKS) return {};
  const figures = new Float64Array(PROBABILITIES.length);
  selectQuantiles(present, present.length, PROBABILITIES, figures, scratch);
  const spreads = rankSpreads(scratch, present.length, { ends }, figures);
  const ofRanks = rankErrors(scratch, present.length, { probabilities: PROBABILITIES, figures, spreads });
  const errors: Record<string, number> = {};
  replicates.forEach((list, k) => {
    const error = largerError(errorOfReplicates(list) ?? Number.NaN, ofRanks[k] ?? Number.NaN);
    if (Number.isFinite(error)) errors[PERCENTILES[k] ?? 'mean'] = error;
  });
  return errors;
}
