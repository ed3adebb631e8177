import type { Model } from '../compile/model';
import { correlationOfRanks, createRankScratch, meanRanks } from '../maths/ranks';
import type { BlockLayout } from '../trials/block-layout';
import { SCALAR } from '../trials/kept-scalars';
import { readColumn, type SampleTable, sumOverBlocks } from '../trials/sample-table';
import type { TaskStatistics } from './result-types';
import { type Describing, type StatisticsScratch, statisticsOf } from './statistics';

/**
 * Dates of the tasks, and what each means for the focus over the trials in which it is reached: criticality index,
 * SSI = CI x sd(d) / sd(focus date), cruciality = |Spearman(d, focus date)|, merge bias = mean of the largest start
 * bound less the largest of the bounds' means.
 */
export function taskStatistics(
  model: Model,
  layout: BlockLayout,
  table: SampleTable,
  how: Describing,
  scratch: StatisticsScratch,
): Record<string, TaskStatistics> {
  const { count } = table;
  const values = new Float64Array(count);
  const focus = readColumn(table, SCALAR.focus, new Float64Array(count));
  const reached = sumOverBlocks(table, layout.focusReached);
  const towards = focusRanks(focus);
  const biases = mergeBiases(layout, table, reached);
  const results: Record<string, TaskStatistics> = Object.create(null);
  model.network.taskIds.forEach((id, task) => {
    const column = layout.tasks + 3 * task;
    const start = statisticsOf(readColumn(table, column, scratch.column), count, { ...how, dates: true }, scratch);
    const finish = statisticsOf(readColumn(table, column + 1, scratch.column), count, { ...how, dates: true }, scratch);
    const criticality = reached > 0 ? sumOverBlocks(table, layout.driving + task) / reached : 0;
    const isSummary = model.taskWork.slot[task]! < 0;
    readColumn(table, column + 2, values);
    const bias = biases.get(task);
    results[id] = {
      start,
      finish,
      criticality,
      ...(isSummary ? { ssi: 0, cruciality: 0 } : towardsFocus(values, towards, criticality)),
      ...(bias === undefined ? {} : { mergeBias: bias }),
    };
  });
  return results;
}

interface FocusRanks {
  readonly trials: Int32Array;
  readonly dates: Float64Array;
  readonly ranks: Float64Array;
  readonly sd: number;
  readonly scratch: ReturnType<typeof createRankScratch>;
  readonly work: Float64Array;
  readonly workRanks: Float64Array;
}

function focusRanks(focus: Float64Array): FocusRanks {
  const trials = Int32Array.from([...focus.keys()].filter((trial) => focus[trial] !== Number.POSITIVE_INFINITY));
  const dates = Float64Array.from(trials, (trial) => focus[trial]!);
  const scratch = createRankScratch(Math.max(1, trials.length));
  const ranks = new Float64Array(trials.length);
  meanRanks(dates, trials.length, ranks, scratch);
  return {
    trials,
    dates,
    ranks,
    sd: standardDeviation(dates),
    scratch,
    work: new Float64Array(trials.length),
    workRanks: new Float64Array(trials.length),
  };
}

function towardsFocus(
  values: Float64Array,
  { trials, ranks, sd, scratch, work, workRanks }: FocusRanks,
  criticality: number,
): { ssi: number; cruciality: number } {
  for (let i = 0; i < trials.length; i++) work[i] = values[trials[i]!]!;
  const spread = standardDeviation(work);
  if (!(spread > 0) || !(sd > 0)) return { ssi: 0, cruciality: 0 };
  meanRanks(work, trials.length, workRanks, scratch);
  return {
    ssi: (criticality * spread) / sd,
    cruciality: Math.abs(correlationOfRanks(workRanks, ranks, trials.length)),
  };
}

/** Hot: by index, since to walk over an array's values makes an object of each. */
function standardDeviation(values: Float64Array): number {
  const count = values.length;
  if (count < 2) return 0;
  let sum = 0;
  // About the first value: dates are large and spread little.
  const origin = values[0]!;
  for (let i = 0; i < count; i++) sum += values[i]! - origin;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const distance = values[i]! - origin - mean;
    squares += distance * distance;
  }
  return Math.sqrt(squares / (count - 1));
}

function mergeBiases(layout: BlockLayout, table: SampleTable, reached: number): Map<number, number> {
  const biases = new Map<number, number>();
  let at = layout.mergeSums;
  for (const { task, links } of layout.merges) {
    const first = at;
    at += 1 + links.length;
    if (reached === 0) continue;
    const largest = sumOverBlocks(table, first) / reached;
    const means = links.map((_, i) => sumOverBlocks(table, first + 1 + i) / reached);
    biases.set(task, largest - Math.max(...means));
  }
  return biases;
}
