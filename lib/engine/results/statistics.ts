import {
  createQuantileScratch,
  type QuantileScratch,
  selectEachInside,
  selectInside,
  sumInQuarters,
} from '../maths/quantiles';
import { BLOCK_TRIALS } from '../types';
import { statisticsFrom } from './packed-fans';
import { largerError, rankErrors, rankSpreads, standardError } from './percentile-errors';
import type { Finite, Statistics } from './result-types';

export const PERCENTILES = ['P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95'] as const;
const PROBABILITIES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
const COUNT = PROBABILITIES.length;
/** From so many blocks on their spread is a fair measure; below, order statistics overstate the error a little. */
const FEWEST_BLOCKS = 8;

/** How a list of numbers is described. */
export interface Describing {
  /** Dates: the share of trials in which it never happens stands beside the figures. */
  readonly dates?: boolean;
  /** Sampling errors are asked for. */
  readonly errors: boolean;
}

/** Work space for describing columns of up to so many trials. */
export interface StatisticsScratch {
  readonly quantiles: QuantileScratch;
  /** P5 .. P95 and the mean. */
  readonly out: Float64Array;
  /** Statistics of the blocks, [statistic][block]; the last is the mean. */
  readonly byBlock: Float64Array;
  /** Room for the column: one that is read into it need not be copied. */
  readonly column: Float64Array;
}

export function createStatisticsScratch(trials: number): StatisticsScratch {
  const blocks = Math.ceil(trials / BLOCK_TRIALS);
  const quantiles = createQuantileScratch(trials);
  return {
    quantiles,
    out: new Float64Array(COUNT + 1),
    byBlock: new Float64Array((COUNT + 1) * Math.max(1, blocks)),
    column: quantiles.values,
  };
}

/**
 * P5 .. P95 (type 7, never sorts last), the mean of the finite values and sampling errors of a number over the trials.
 *
 * @param values by trial; Infinity is never; no NaN
 */
export function statisticsOf(
  values: Float64Array,
  count: number,
  how: Describing,
  scratch: StatisticsScratch,
): Statistics {
  if (values !== scratch.column) scratch.column.set(values.subarray(0, count));
  describeColumn(count, scratch);
  const { out } = scratch;
  const figures = statisticsFrom(out, 0);
  const never = how.dates ? { never: count > 0 ? (count - meanOfFinite(values, 0, count).count) / count : 0 } : {};
  if (!how.errors) return how.dates ? { ...figures, ...never } : figures;
  const constant = out[0] === out[COUNT - 1] && isConstant(values, count);
  const se = constant ? zeroErrors(figures) : samplingErrors(count, out.slice(0, COUNT), scratch);
  return { ...figures, ...never, se };
}

/** `scratch.out` = P5 .. P95 and the mean of `scratch.column`. */
export function describeColumn(count: number, { quantiles, column, out }: StatisticsScratch): void {
  const sum = selectInside(quantiles, 0, count, PROBABILITIES, out);
  out[COUNT] = meanFromSum(sum, column, 0, count);
}

/** At most so many stretches are described at once: what they hold stays in the processor's first cache. */
export const STRETCHES_AT_ONCE = 8;

/** The same of stretches of whole blocks that `scratch.column` holds, one after the other from out[at] on. Hot. */
export function describeBlocks(
  stretches: number,
  count: number,
  { quantiles, column }: StatisticsScratch,
  out: Float64Array,
  at: number,
): void {
  selectEachInside(quantiles, { stretches, step: BLOCK_TRIALS, count }, PROBABILITIES, out, at);
  for (let i = 0; i < stretches; i++) {
    const from = i * BLOCK_TRIALS;
    const place = at + i * (COUNT + 1) + COUNT;
    out[place] = meanFromSum(out[place]!, column, from, from + count);
  }
}

function isConstant(values: Float64Array, count: number): boolean {
  for (let i = 1; i < count; i++) if (values[i] !== values[0]) return false;
  return true;
}

function zeroErrors(figures: Record<string, Finite>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).flatMap(([name, value]) => (value === 'never' ? [] : [[name, 0]])));
}

/** The mean of the finite values from..to; NaN where there are none. */
export function meanOfFinite(
  values: Float64Array,
  from: number,
  to: number,
): { readonly mean: number; readonly count: number } {
  const sum = sumInQuarters(values, from, to);
  return sum - sum === 0 && to > from ? { mean: sum / (to - from), count: to - from } : meanOfSome(values, from, to);
}

/** The mean of the finite values from..to, whose plain sum is known. */
function meanFromSum(sum: number, values: Float64Array, from: number, to: number): number {
  return sum - sum === 0 && to > from ? sum / (to - from) : meanOfSome(values, from, to).mean;
}

/** The same where some are never. */
function meanOfSome(values: Float64Array, from: number, to: number): { readonly mean: number; readonly count: number } {
  let sum = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    if (value - value === 0) {
      sum += value;
      count++;
    }
  }
  return { mean: count > 0 ? sum / count : Number.NaN, count };
}

/**
 * Standard errors by figure; one that is not finite is left out. Of a percentile the larger of two: the spread of the
 * blocks' own percentiles, and how far it moves with its rank (`rankErrors`), which also tells of jumps.
 */
function samplingErrors(count: number, figures: Float64Array, scratch: StatisticsScratch): Record<string, number> {
  if (count < 2) return {};
  const blocks = Math.floor(count / BLOCK_TRIALS);
  const many = blocks >= FEWEST_BLOCKS;
  const ends = Array.from({ length: blocks }, (_, block) => (block + 1) * BLOCK_TRIALS);
  const spreads = many ? rankSpreads(scratch.quantiles, count, { ends }, figures) : independentSpreads(count);
  const ofRanks = rankErrors(scratch.quantiles, count, { probabilities: PROBABILITIES, figures, spreads });
  const ofBlocks = many ? errorsFromBlocks(blocks, scratch) : null;
  const errors: Record<string, number> = {};
  PERCENTILES.forEach((name, k) => {
    const error = largerError(ofRanks[k]!, ofBlocks === null ? Number.NaN : ofBlocks[k]!);
    if (Number.isFinite(error)) errors[name] = error;
  });
  const ofMean = ofBlocks === null ? errorOfMean(scratch.column, count) : ofBlocks[COUNT]!;
  if (Number.isFinite(ofMean)) errors.mean = ofMean;
  return errors;
}

/** Standard errors of the shares below the percentiles of independent values; stratified ones know them better. */
function independentSpreads(count: number): Float64Array {
  return Float64Array.from(PROBABILITIES, (probability) => Math.sqrt((probability * (1 - probability)) / count));
}

/** s / sqrt(blocks), s the standard deviation of the whole blocks' own statistics: blocks are independent replicates. */
function errorsFromBlocks(blocks: number, { byBlock, out, quantiles, column }: StatisticsScratch): Float64Array {
  for (let block = 0; block < blocks; block++) {
    const from = block * BLOCK_TRIALS;
    const sum = selectInside(quantiles, from, BLOCK_TRIALS, PROBABILITIES, out);
    for (let k = 0; k < COUNT; k++) byBlock[k * blocks + block] = out[k]!;
    byBlock[COUNT * blocks + block] = meanFromSum(sum, column, from, from + BLOCK_TRIALS);
  }
  return Float64Array.from({ length: COUNT + 1 }, (_, k) => standardError(byBlock, k * blocks, blocks));
}

/** sd / sqrt(N) of the finite ones. */
function errorOfMean(values: Float64Array, count: number): number {
  const { mean, count: some } = meanOfFinite(values, 0, count);
  if (some < 2) return Number.NaN;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const distance = values[i]! - mean;
    if (values[i]! - values[i]! === 0) squares += distance * distance;
  }
  return Math.sqrt(squares / (some - 1) / some);
}
