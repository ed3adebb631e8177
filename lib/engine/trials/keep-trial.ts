import type { Model, TargetModel } from '../compile/model';
import { targetValue } from '../results/target-value';
import { FIELD } from '../scale-up/month-fields';
import type { TrialState } from '../scale-up/trial-state';
import { FLOAT_TOLERANCE_DAYS } from '../timeline/backward-pass';
import { focusPass } from '../timeline/focus-pass';
import { BLOCK_TRIALS } from '../types';
import { type BlockLayout, SCALAR } from './block-layout';
import { addMergeBounds } from './merge-bounds';

const S = BLOCK_TRIALS;

/** Keeps what a finished trial yields in its block. Hot: copies numbers from the state into columns. */
export function keepTrial(
  model: Model,
  state: TrialState,
  layout: BlockLayout,
  measures: readonly TargetModel[],
  block: Float64Array,
  trial: number,
): void {
  const { outcome, lines, timeline, timelineInputs } = state;
  block[SCALAR.sop * S + trial] = outcome.sop;
  block[SCALAR.focus * S + trial] = outcome.focus;
  block[SCALAR.projectFinish * S + trial] = outcome.projectFinish;
  block[SCALAR.npv * S + trial] = outcome.npv;
  block[SCALAR.irr * S + trial] = outcome.irr;
  block[SCALAR.peakFunding * S + trial] = outcome.peakFunding;
  block[SCALAR.shortfall * S + trial] = outcome.shortfall ? 1 : 0;
  block[SCALAR.abandoned * S + trial] = outcome.abandoned ? 1 : 0;
  block[SCALAR.minCash * S + trial] = outcome.minCash;
  for (let i = 0; i < measures.length; i++) {
    block[(layout.measures + i) * S + trial] = targetValue(model, state, measures[i]!);
  }
  for (let l = 0; l < lines.ready.length; l++) {
    const at = (layout.lines + 3 * l) * S + trial;
    block[at] = lines.ready[l]!;
    block[at + S] = lines.stall[l]!;
    block[at + 2 * S] = lines.capexPaid[l]!;
  }
  const { ES, EF, drivingFloat } = timeline;
  const reached = outcome.focus !== Number.POSITIVE_INFINITY;
  if (reached) {
    block[layout.focusReached]! += 1;
    focusPass(model.network, timelineInputs, timeline);
    addMergeBounds(model, state, layout.merges, block, layout.mergeSums);
  }
  for (let t = 0; t < ES.length; t++) {
    const at = (layout.tasks + 3 * t) * S + trial;
    block[at] = ES[t]!;
    block[at + S] = EF[t]!;
    block[at + 2 * S] = timelineInputs.work[t]!;
    if (reached && drivingFloat[t]! <= FLOAT_TOLERANCE_DAYS) block[layout.driving + t]! += 1;
  }
  keepYears(model, state, layout, block, trial);
  keepMonths(state, layout, block, trial);
}

function keepYears(model: Model, state: TrialState, layout: BlockLayout, block: Float64Array, trial: number): void {
  const { months: rows, layout: fields } = state;
  const width = layout.yearSeries.length;
  for (let y = 0; y < model.years.length; y++) {
    const { from, to } = model.years[y]!;
    const at = (layout.years + y * width) * S + trial;
    let output = 0;
    let fcf = 0;
    let demand = 0;
    let own = 0;
    let technology = 0;
    for (let m = from; m < to; m++) {
      const row = m * fields.width;
      const wanted = rows[row + FIELD.totalDemand]!;
      output += rows[row + FIELD.output]!;
      fcf += rows[row + FIELD.fcf]!;
      demand += wanted;
      own += wanted * rows[row + FIELD.ownShare]!;
      technology += wanted * rows[row + FIELD.technologyShare]!;
    }
    block[at] = output;
    block[at + S] = demand > 0 ? own / demand : 0;
    block[at + 2 * S] = demand > 0 ? technology / demand : 0;
    block[at + 3 * S] = fcf;
    for (let s = 0; s < fields.segments; s++) {
      let sold = 0;
      let asked = 0;
      for (let m = from; m < to; m++) {
        const row = m * fields.width;
        const wanted = rows[row + fields.segmentDemand + s]!;
        asked += wanted;
        sold += wanted * rows[row + fields.segmentOwn + s]!;
      }
      block[at + (4 + s) * S] = asked > 0 ? sold / asked : 0;
    }
  }
}

function keepMonths(state: TrialState, layout: BlockLayout, block: Float64Array, trial: number): void {
  const { months: rows, layout: fields, flows } = state;
  const { series } = layout;
  const labels = layout.labels.length;
  let at = layout.months * S + trial;
  for (let m = 0; m < flows.length; m++) {
    const row = m * fields.width;
    for (let i = 0; i < series.length; i++) {
      block[at] = rows[row + series[i]!.field]!;
      at += S;
    }
    block[layout.bottleneckCounts + m * labels + rows[row + FIELD.bottleneck]!]! += 1;
  }
}
