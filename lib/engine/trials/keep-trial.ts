import type { Model, TargetModel } from '../compile/model';
import { targetValue } from '../results/target-value';
import { FIELD } from '../scale-up/month-fields';
import type { TrialState } from '../scale-up/trial-state';
import { FLOAT_TOLERANCE_DAYS } from '../timeline/backward-pass';
import { focusPass } from '../timeline/focus-pass';
import { BLOCK_TRIALS } from '../types';
import { type BlockLayout, SCALAR } from './block-layout';
import { addMergeBounds } from './merge-bounds';

/** So many trials are kept side by side before they go to their columns: a few cache lines of each at a time. */
const GROUP = 32;

/** Writes trials into a block. Columns lie far apart, so trials wait in groups: `stage` is [trial of the group][column]. */
export interface BlockWriter {
  readonly stage: Float64Array;
  readonly fields: Int32Array;
}

export function createBlockWriter(layout: BlockLayout): BlockWriter {
  return {
    stage: new Float64Array(GROUP * layout.columns),
    fields: Int32Array.from(layout.series, ({ field }) => field),
  };
}

/** Keeps what a finished trial yields. Hot: copies numbers from the state; `flushTrials` ends a block. */
export function keepTrial(
  model: Model,
  state: TrialState,
  layout: BlockLayout,
  measures: readonly TargetModel[],
  writer: BlockWriter,
  block: Float64Array,
  trial: number,
): void {
  const { outcome, lines, timeline, timelineInputs } = state;
  const { stage } = writer;
  const place = trial % GROUP;
  const first = place * layout.columns;
  stage[first + SCALAR.sop] = outcome.sop;
  stage[first + SCALAR.focus] = outcome.focus;
  stage[first + SCALAR.projectFinish] = outcome.projectFinish;
  stage[first + SCALAR.npv] = outcome.npv;
  stage[first + SCALAR.irr] = outcome.irr;
  stage[first + SCALAR.peakFunding] = outcome.peakFunding;
  stage[first + SCALAR.shortfall] = outcome.shortfall ? 1 : 0;
  stage[first + SCALAR.abandoned] = outcome.abandoned ? 1 : 0;
  stage[first + SCALAR.minCash] = outcome.minCash;
  for (let i = 0; i < measures.length; i++) {
    stage[first + layout.measures + i] = targetValue(model, state, measures[i]!);
  }
  for (let l = 0; l < lines.ready.length; l++) {
    const at = first + layout.lines + 3 * l;
    stage[at] = lines.ready[l]!;
    stage[at + 1] = lines.stall[l]!;
    stage[at + 2] = lines.capexPaid[l]!;
  }
  const { ES, EF, drivingFloat } = timeline;
  const reached = outcome.focus !== Number.POSITIVE_INFINITY;
  if (reached) {
    block[layout.focusReached]! += 1;
    focusPass(model.network, timelineInputs, timeline);
    addMergeBounds(model, state, layout.merges, block, layout.mergeSums);
  }
  for (let t = 0; t < ES.length; t++) {
    const at = first + layout.tasks + 3 * t;
    stage[at] = ES[t]!;
    stage[at + 1] = EF[t]!;
    stage[at + 2] = timelineInputs.work[t]!;
    if (reached && drivingFloat[t]! <= FLOAT_TOLERANCE_DAYS) block[layout.driving + t]! += 1;
  }
  keepYears(model, state, layout, stage, first);
  keepMonths(state, layout, writer, block, first);
  if (place === GROUP - 1) flushGroup(layout, stage, block, trial - place, GROUP);
}

/** Brings the last trials of a block to their columns. */
export function flushTrials(layout: BlockLayout, writer: BlockWriter, block: Float64Array, trials: number): void {
  const rest = trials % GROUP;
  if (rest > 0) flushGroup(layout, writer.stage, block, trials - rest, rest);
}

/** Hot. Eight columns at a time: one cache line of each trial's row is read once and written to eight columns. */
function flushGroup(layout: BlockLayout, stage: Float64Array, block: Float64Array, trial: number, count: number): void {
  const { columns } = layout;
  let column = 0;
  for (; column + 7 < columns; column += 8) {
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

function keepYears(model: Model, state: TrialState, layout: BlockLayout, stage: Float64Array, first: number): void {
  const { months: rows, layout: fields } = state;
  const months = model.months.count;
  const width = layout.yearSeries.length;
  for (let y = 0; y < model.years.length; y++) {
    const { from, to } = model.years[y]!;
    const at = first + layout.years + y * width;
    stage[at] = sumOf(rows, FIELD.output * months, from, to);
    stage[at + 1] = meanShare(rows, FIELD.ownShare * months, FIELD.totalDemand * months, from, to);
    stage[at + 2] = meanShare(rows, FIELD.technologyShare * months, FIELD.totalDemand * months, from, to);
    stage[at + 3] = sumOf(rows, FIELD.fcf * months, from, to);
    for (let s = 0; s < fields.segments; s++) {
      const own = (fields.segmentOwn + s) * months;
      stage[at + 4 + s] = meanShare(rows, own, (fields.segmentDemand + s) * months, from, to);
    }
  }
}

function sumOf(rows: Float64Array, row: number, from: number, to: number): number {
  let sum = 0;
  for (let m = from; m < to; m++) sum += rows[row + m]!;
  return sum;
}

/** Share over some months, weighted with the demand; 0 without demand. */
function meanShare(rows: Float64Array, share: number, demand: number, from: number, to: number): number {
  let sold = 0;
  let asked = 0;
  for (let m = from; m < to; m++) {
    const wanted = rows[demand + m]!;
    asked += wanted;
    sold += wanted * rows[share + m]!;
  }
  return asked > 0 ? sold / asked : 0;
}

function keepMonths(
  state: TrialState,
  layout: BlockLayout,
  { stage, fields }: BlockWriter,
  block: Float64Array,
  first: number,
): void {
  const { months: rows, flows } = state;
  const labels = layout.labels.length;
  const months = flows.length;
  let at = first + layout.months;
  for (let i = 0; i < fields.length; i++) {
    const row = fields[i]! * months;
    for (let m = 0; m < months; m++) stage[at + m] = rows[row + m]!;
    at += months;
  }
  const bottleneck = FIELD.bottleneck * months;
  for (let m = 0; m < months; m++) block[layout.bottleneckCounts + m * labels + rows[bottleneck + m]!]! += 1;
}
