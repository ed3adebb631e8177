import type { Model } from '../compile/model';
import { FIELD, type MonthLayout } from '../scale-up/month-fields';
import { bottleneckLabels } from '../scale-up/month-layout';
import { BLOCK_TRIALS } from '../types';
import type { SCALAR } from './kept-scalars';
import { compileMerges, type MergeModel } from './merge-bounds';

/** One series of which fans are kept: its name, and its field in the row of a month. */
export interface Series {
  readonly name: string;
  readonly field: number;
}

/** Scalars of a trial that are always kept, in order of their columns. */
export const SCALARS = [
  'sop',
  'focus',
  'projectFinish',
  'npv',
  'irr',
  'peakFunding',
  'shortfall',
  'abandoned',
  'minCash',
] as const satisfies readonly (keyof typeof SCALAR)[];

/**
 * Where a block keeps what its trials yield: columns of 512 numbers (column c at c * 512), then sums over the block.
 * Columns: scalars, measures (targets and further outputs), lines, tasks, years, months.
 */
export interface BlockLayout {
  readonly measures: number;
  /** Three columns a line: ready, stall, capexPaid. */
  readonly lines: number;
  /** Three columns a task: ES, EF, work. */
  readonly tasks: number;
  /** [year][yearly series]. */
  readonly years: number;
  readonly yearSeries: readonly string[];
  /** [series][month]. */
  readonly months: number;
  readonly series: readonly Series[];
  readonly columns: number;
  readonly labels: readonly string[];
  /** Where the sums begin. */
  readonly firstSum: number;
  /** Offsets of the sums: bottlenecks [month][label], trials that reach the focus, driving by task, merges. */
  readonly bottleneckCounts: number;
  readonly focusReached: number;
  readonly driving: number;
  readonly mergeSums: number;
  readonly merges: readonly MergeModel[];
  /** Numbers in a block. */
  readonly size: number;
}

/**
 * Lays out the blocks of a model; `measures`: how many targets and further outputs are kept; `only`: names of the series
 * of the months that are kept, where not all of them are.
 */
export function blockLayout(
  model: Model,
  months: MonthLayout,
  measures: number,
  only?: readonly string[],
): BlockLayout {
  const series = monthSeries(model, months).filter(({ name }) => only === undefined || only.includes(name));
  const yearSeries = [
    'output',
    'ownShare',
    'technologyShare',
    'fcf',
    ...model.market.segments.map((segment) => `segment/${segment.id}`),
  ];
  const labels = bottleneckLabels(model.materials.map((material) => material.id));
  const merges = compileMerges(model);
  const lines = SCALARS.length + measures;
  const tasks = lines + 3 * model.lines.length;
  const years = tasks + 3 * model.network.taskCount;
  const firstMonth = years + model.years.length * yearSeries.length;
  const columns = firstMonth + model.months.count * series.length;
  const bottleneckCounts = columns * BLOCK_TRIALS;
  const focusReached = bottleneckCounts + model.months.count * labels.length;
  const driving = focusReached + 1;
  const mergeSums = driving + model.network.taskCount;
  const sums = merges.reduce((sum, merge) => sum + 1 + merge.links.length, 0);
  return {
    measures: SCALARS.length,
    lines,
    tasks,
    years,
    yearSeries,
    months: firstMonth,
    series,
    columns,
    labels,
    firstSum: bottleneckCounts,
    bottleneckCounts,
    focusReached,
    driving,
    mergeSums,
    merges,
    size: mergeSums + sums,
  };
}

function monthSeries(model: Model, months: MonthLayout): Series[] {
  const plain = [
    'output',
    'startsCapacity',
    'unitCost',
    'price',
    'ownShare',
    'technologyShare',
    'cash',
    'fcf',
  ] as const;
  return [
    ...plain.map((name) => ({ name, field: FIELD[name] })),
    ...model.market.technologies.map(({ id }, j) => ({ name: `share/${id}`, field: months.technologyShare + j })),
    ...model.market.segments.map(({ id }, s) => ({ name: `segment/${id}`, field: months.segmentOwn + s })),
    ...model.materials.map(({ id }, k) => ({ name: `stock/${id}`, field: months.stock + k })),
    ...model.materials.map(({ id }, k) => ({ name: `use/${id}`, field: months.use + k })),
  ];
}
