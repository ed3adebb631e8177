import type { TargetModel } from '../compile/model';
import type { TrialState } from '../scale-up/trial-state';
import { BLOCK_TRIALS } from '../types';
import type { BlockLayout } from './block-layout';
import type { TrialKeeper } from './keep-trial';

/** So many trials are kept side by side before they go to their columns: a few cache lines of each at a time. */
export const GROUP = 64;

/** What `keepTrial` needs for blocks of a layout. */
export function createTrialKeeper(
  layout: BlockLayout,
  measures: readonly TargetModel[],
  state: TrialState,
): TrialKeeper {
  return {
    columns: layout.columns,
    stage: new Float64Array(GROUP * layout.columns),
    firstMeasure: layout.measures,
    firstLine: layout.lines,
    firstTask: layout.tasks,
    firstYear: layout.years,
    yearWidth: layout.yearSeries.length,
    firstMonth: layout.months,
    fields: Int32Array.from(layout.series, ({ field }) => field),
    measures,
    bottlenecks: new Float64Array(state.flows.length * layout.labels.length),
    bottleneckKinds: layout.labels.length,
  };
}

/**
 * Brings a group's trials from `stage` to the columns of a block, from `trial` on. Hot. Columns lie far apart: eight at a
 * time, one cache line of each trial's row is read once and written to eight columns. A block begins as zeros, and what
 * stays zero is not written: before the first sales that is much of it, and the system gives such memory only when
 * it is touched.
 */
export function writeGroup(
  layout: BlockLayout,
  stage: Float64Array,
  block: Float64Array,
  trial: number,
  count: number,
): void {
  const { columns } = layout;
  let column = 0;
  for (; column + 7 < columns; column += 8) {
    if (isZero(stage, column, columns, count)) continue;
    const to = column * BLOCK_TRIALS + trial;
    for (let i = 0; i < count; i++) {
      const from = i * columns + column;
      const at = to + i;
      block[at] = stage[from]!;
      block[at + BLOCK_TRIALS] = stage[from + 1]!;
      block[at + 2 * BLOCK_TRIALS] = stage[from + 2]!;
      block[at + 3 * BLOCK_TRIALS] = stage[from + 3]!;
      block[at + 4 * BLOCK_TRIALS] = stage[from + 4]!;
      block[at + 5 * BLOCK_TRIALS] = stage[from + 5]!;
      block[at + 6 * BLOCK_TRIALS] = stage[from + 6]!;
      block[at + 7 * BLOCK_TRIALS] = stage[from + 7]!;
    }
  }
  for (; column < columns; column++) {
    for (let i = 0; i < count; i++) block[column * BLOCK_TRIALS + trial + i] = stage[i * columns + column]!;
  }
}

/** Whether eight columns are 0 in all trials of a group. */
function isZero(stage: Float64Array, column: number, columns: number, count: number): boolean {
  for (let i = 0; i < count; i++) {
    const at = i * columns + column;
    for (let c = at; c < at + 8; c++) if (stage[c] !== 0) return false;
  }
  return true;
}
