import { chanceError } from '../results/chance-errors';
import { finite } from '../results/packed-fans';
import { largerError, longerSide } from '../results/percentile-errors';
import type { Finite } from '../results/result-types';
import { PERCENTILES } from '../results/statistics';
import type { TrialsRun } from '../types';
import { errorOfReplicates, FEWEST_BLOCKS, PROBABILITIES, statisticsWhere, wholeBlocks } from './block-errors';
import type { Chance } from './joint-chance';

/** A finished run and the weight of its scenario (a probability once all are brought to sum 1). */
export interface WeightedRun {
  readonly run: TrialsRun;
  readonly weight: number;
}

/** What a mixture says of one number. Shares are of the whole mixture. */
export interface MixtureStatistics extends Readonly<Record<(typeof PERCENTILES)[number] | 'mean', Finite>> {
  /** Share in which it never happens, and in which there is none. */
  readonly never: number;
  readonly none: number;
  /** Sampling errors, where each run has at least 8 whole blocks. */
  readonly se?: Readonly<Record<string, number>>;
}

/** Values in ascending order with the weight of each. */
export interface WeightedSample {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Quantiles of weighted values in ascending order. Value k stands at (half of w_1 + w_2 + ... + half of w_k, less half
 * of w_1) over the same sum for the last value, straight in between: with equal weights this is type 7, and a value with
 * twice the weight takes twice the room. Interpolation towards never is never. NaN where there are none.
 *
 * @param probabilities ascending
 */
export function weightedQuantiles({ values, weights }: WeightedSample, probabilities: readonly number[]): number[] {
  const count = values.length;
  if (count === 0) return probabilities.map(() => Number.NaN);
  const places = new Float64Array(count);
  for (let k = 1; k < count; k++) places[k] = places[k - 1]! + (weights[k - 1]! + weights[k]!) / 2;
  const total = places[count - 1]!;
  let k = 0;
  return probabilities.map((probability) => {
    const at = probability * total;
    while (k + 1 < count && places[k + 1]! <= at) k++;
    const next = Math.min(k + 1, count - 1);
    const lower = values[k]!;
    const upper = values[next]!;
    const room = places[next]! - places[k]!;
    // Sums of weights round: what is a rounding error from a place is at it.
    const share = room > 0 ? (at - places[k]!) / room : 0;
    if (share <= 1e-9 || lower === upper) return lower;
    return upper === Number.POSITIVE_INFINITY ? upper : lower + share * (upper - lower);
  });
}

/** Merges columns, each sorted with one weight for all of its values; NaN is left out. */
function merged(columns: readonly Float64Array[], weights: readonly number[]): WeightedSample {
  // NaN sorts last.
  const sorted = columns.map((column) => column.slice().sort());
  const ends = sorted.map((column) => {
    let end = column.length;
    while (end > 0 && Number.isNaN(column[end - 1]!)) end--;
    return end;
  });
  const count = ends.reduce((sum, end) => sum + end, 0);
  const sample = { values: new Float64Array(count), weights: new Float64Array(count) };
  const at = sorted.map(() => 0);
  for (let k = 0; k < count; k++) {
    let from = -1;
    for (let i = 0; i < sorted.length; i++) {
      if (at[i]! < ends[i]! && (from < 0 || sorted[i]![at[i]!]! < sorted[from]![at[from]!]!)) from = i;
    }
    sample.values[k] = sorted[from]![at[from]!]!;
    sample.weights[k] = weights[from]!;
    at[from]! += 1;
  }
  return sample;
}

/**
 * The mixture of an output over scenarios: in a share of futures equal to its weight, each is what happens.
 *
 * @param columns the output by trial in each scenario; Infinity is never, NaN is none
 * @param weights at least 0, with a sum above 0; brought to sum 1
 * @param errors whether sampling errors are told too, which takes as long again
 * @throws RangeError for weights that are none
 */
export function mixtureStatistics(
  columns: readonly Float64Array[],
  weights: readonly number[],
  errors = true,
): MixtureStatistics {
  const shares = normalised(weights);
  const figures = mixtureOf(columns, shares);
  if (!errors) return figures;
  const used = columns.filter((_, i) => shares[i]! > 0).map(wholeBlocks);
  const count = Math.min(...used.map((blocks) => blocks.length));
  const positive = shares.filter((share) => share > 0);
  const replicates = Array.from({ length: count }, (_, b) => used.map((blocks) => blocks[b]!));
  const ofBlocks = replicates.map((block) => mixtureOf(block, positive));
  const ofRanks = count < FEWEST_BLOCKS ? [] : errorsOfMixedRanks(columns, shares, figures, replicates);
  const se: Record<string, number> = {};
  [...PERCENTILES, 'mean' as const].forEach((name, k) => {
    const list = ofBlocks.map((figure) => (figure[name] === 'never' ? Number.NaN : figure[name]));
    const error = largerError(errorOfReplicates(list) ?? Number.NaN, ofRanks[k] ?? Number.NaN);
    if (Number.isFinite(error)) se[name] = error;
  });
  return Object.keys(se).length > 0 ? { ...figures, se } : figures;
}

/** Errors of the percentiles by their ranks, as `rankErrors` has them for one scenario. */
function errorsOfMixedRanks(
  columns: readonly Float64Array[],
  shares: readonly number[],
  figures: MixtureStatistics,
  replicates: readonly (readonly Float64Array[])[],
): number[] {
  const positive = shares.filter((share) => share > 0);
  const used = columns.filter((_, i) => shares[i]! > 0);
  const sample = merged(
    used,
    used.map((column, i) => positive[i]! / Math.max(1, column.length)),
  );
  return PERCENTILES.map((name, k) => {
    const figure = figures[name] === 'never' ? Number.POSITIVE_INFINITY : figures[name];
    const spread = errorOfReplicates(replicates.map((block) => shareUpTo(block, positive, figure)));
    const reach = 2 * Math.max(spread ?? 0, 1 / Math.max(1, sample.values.length));
    const sides = [Math.max(0, PROBABILITIES[k]! - reach), Math.min(1, PROBABILITIES[k]! + reach)];
    const [low, high] = weightedQuantiles(sample, sides);
    return longerSide(low!, figure, high!) / 2;
  });
}

/** The share of a mixture's numbers at or below a figure. */
function shareUpTo(columns: readonly Float64Array[], shares: readonly number[], figure: number): number {
  let below = 0;
  let present = 0;
  columns.forEach((column, i) => {
    const weight = shares[i]! / column.length;
    for (const value of column) {
      if (value <= figure) below += weight;
      if (!Number.isNaN(value)) present += weight;
    }
  });
  return present > 0 ? below / present : 0;
}

function normalised(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!weights.every((weight) => weight >= 0) || !(total > 0) || !Number.isFinite(total)) {
    throw new RangeError(`${weights.join(', ')} are no weights: at least 0, one of them above.`);
  }
  return weights.map((weight) => weight / total);
}

function mixtureOf(columns: readonly Float64Array[], shares: readonly number[]): MixtureStatistics {
  const used = columns.filter((column, i) => column.length > 0 && shares[i]! > 0);
  const weights = columns.flatMap((column, i) =>
    column.length > 0 && shares[i]! > 0 ? shares[i]! / column.length : [],
  );
  let none = 0;
  let never = 0;
  let sum = 0;
  let certain = 0;
  used.forEach((column, i) => {
    const weight = weights[i]!;
    for (const value of column) {
      if (Number.isNaN(value)) none += weight;
      else if (value === Number.POSITIVE_INFINITY) never += weight;
      else {
        sum += weight * value;
        certain += weight;
      }
    }
  });
  const quantiles = weightedQuantiles(merged(used, weights), PROBABILITIES).map(finite);
  const [P5, P10, P25, P50, P75, P90, P95] = quantiles as [Finite, Finite, Finite, Finite, Finite, Finite, Finite];
  return { P5, P10, P25, P50, P75, P90, P95, mean: finite(sum / certain), never, none };
}

export interface Portfolio {
  /** By output name; only those that every scenario has. */
  readonly outputs: Readonly<Record<string, MixtureStatistics>>;
  /** Chances of the targets that every scenario has, by id. */
  readonly targets: Readonly<Record<string, Chance>>;
}

/**
 * Mixtures of outputs and chances of targets over weighted scenarios. A month's series are outputs too: the fan of cash
 * is `cash@2030-01`, `cash@2030-02`, ... (as fans need no errors, leave them out).
 */
export function portfolio(
  members: readonly WeightedRun[],
  outputs: readonly string[],
  targets: readonly string[] = [],
  { errors = true }: { readonly errors?: boolean } = {},
): Portfolio {
  const weights = members.map(({ weight }) => weight);
  const shares = normalised(weights);
  const mixtures: Record<string, MixtureStatistics> = Object.create(null);
  for (const name of outputs) {
    const columns = members.flatMap(({ run }) => run.column(name) ?? []);
    if (columns.length === members.length) mixtures[name] = mixtureStatistics(columns, weights, errors);
  }
  const chances: Record<string, Chance> = Object.create(null);
  for (const id of targets) {
    const met = members.flatMap(({ run }) => run.met(id) ?? []);
    if (met.length === members.length) chances[id] = mixedChance(met, shares);
  }
  return { outputs: mixtures, targets: chances };
}

/** A chance over scenarios that are drawn alike: errors are those of the mixture, trial by trial. */
function mixedChance(met: readonly Uint8Array[], shares: readonly number[]): Chance {
  const count = Math.min(...met.map((list) => list.length));
  const mixed = Float64Array.from({ length: count }, (_, trial) =>
    met.reduce((sum, list, i) => sum + shares[i]! * list[trial]!, 0),
  );
  const { mean, se } = statisticsWhere(mixed);
  return { probability: mean === 'never' ? 0 : mean, se: Math.max(se?.mean ?? 0, chanceError(new Uint8Array(count))) };
}
