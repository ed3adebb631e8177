import type { Model, TargetModel } from '../compile/model';
import { type f64, i32 } from '../kernel/number-types';
import { copyRow } from '../maths/rows';
import { targetValue } from '../results/target-value';
import { FIELD } from '../scale-up/month-fields';
import type { TrialState } from '../scale-up/trial-state';
import { SCALAR } from './kept-scalars';

/** Takes down what finished trials yield: where each number goes, and room for a group of trials. */
export interface TrialKeeper {
  /** Numbers of a trial: `stage` is [trial of the group][column]. */
  readonly columns: i32;
  readonly stage: Float64Array;
  /** First columns, as the layout of a block has them. */
  readonly firstMeasure: i32;
  readonly firstLine: i32;
  readonly firstTask: i32;
  readonly firstYear: i32;
  readonly yearWidth: i32;
  readonly firstMonth: i32;
  /** The monthly series that are kept, as fields of the months' record. */
  readonly fields: Int32Array;
  readonly measures: readonly TargetModel[];
  /** Trials by [month][bottleneck], summed over a block. */
  readonly bottlenecks: Float64Array;
  readonly bottleneckKinds: i32;
}

/** Keeps what a finished trial yields in a place of the group. Hot. */
export function keepTrial(model: Model, state: TrialState, keeper: TrialKeeper, place: i32): void {
  const { outcome, lines } = state;
  const { stage } = keeper;
  const first = place * keeper.columns;
  stage[first + SCALAR.sop] = outcome.sop;
  stage[first + SCALAR.focus] = outcome.focus;
  stage[first + SCALAR.projectFinish] = outcome.projectFinish;
  stage[first + SCALAR.npv] = outcome.npv;
  stage[first + SCALAR.irr] = outcome.irr;
  stage[first + SCALAR.peakFunding] = outcome.peakFunding;
  stage[first + SCALAR.shortfall] = outcome.shortfall ? 1 : 0;
  stage[first + SCALAR.abandoned] = outcome.abandoned ? 1 : 0;
  stage[first + SCALAR.minCash] = outcome.minCash;
  const measures = first + keeper.firstMeasure;
  for (let i = 0; i < keeper.measures.length; i++) {
    stage[measures + i] = targetValue(model, state, keeper.measures[i]!);
  }
  for (let l = 0; l < lines.ready.length; l++) {
    const at = first + keeper.firstLine + 3 * l;
    stage[at] = lines.ready[l]!;
    stage[at + 1] = lines.stall[l]!;
    stage[at + 2] = lines.capexPaid[l]!;
  }
  const { ES, EF } = state.timeline;
  const { work } = state.timelineInputs;
  for (let t = 0; t < ES.length; t++) {
    const at = first + keeper.firstTask + 3 * t;
    stage[at] = ES[t]!;
    stage[at + 1] = EF[t]!;
    stage[at + 2] = work[t]!;
  }
  keepYears(model, state, keeper, first);
  keepMonths(state, keeper, first);
}

function keepYears(model: Model, state: TrialState, keeper: TrialKeeper, first: i32): void {
  const { months: rows, layout } = state;
  const { stage, yearWidth } = keeper;
  const months = model.months.count;
  const total = FIELD.totalDemand * months;
  for (let y = 0; y < model.years.length; y++) {
    const { from, to } = model.years[y]!;
    const at = first + keeper.firstYear + y * yearWidth;
    stage[at] = sumOfMonths(rows, FIELD.output * months, from, to);
    stage[at + 1] = meanShare(rows, FIELD.ownShare * months, total, from, to);
    stage[at + 2] = meanShare(rows, FIELD.technologyShare * months, total, from, to);
    stage[at + 3] = sumOfMonths(rows, FIELD.fcf * months, from, to);
    for (let s = 0; s < layout.segments; s++) {
      const own = (layout.segmentOwn + s) * months;
      stage[at + 4 + s] = meanShare(rows, own, (layout.segmentDemand + s) * months, from, to);
    }
  }
}

function sumOfMonths(rows: Float64Array, row: i32, from: i32, to: i32): f64 {
  let sum: f64 = 0;
  for (let m = from; m < to; m++) sum += rows[row + m]!;
  return sum;
}

/** Share over some months, weighted with the demand; 0 without demand. */
function meanShare(rows: Float64Array, share: i32, demand: i32, from: i32, to: i32): f64 {
  let sold: f64 = 0;
  let asked: f64 = 0;
  for (let m = from; m < to; m++) {
    const wanted = rows[demand + m]!;
    asked += wanted;
    sold += wanted * rows[share + m]!;
  }
  return asked > 0 ? sold / asked : 0;
}

function keepMonths(state: TrialState, keeper: TrialKeeper, first: i32): void {
  const { months: rows, flows } = state;
  const { stage, fields, bottlenecks, bottleneckKinds } = keeper;
  const months = flows.length;
  let at = first + keeper.firstMonth;
  for (let i = 0; i < fields.length; i++) {
    const row = fields[i]! * months;
    copyRow(stage, at, rows, row, months);
    at += months;
  }
  const bottleneck = FIELD.bottleneck * months;
  for (let m = 0; m < months; m++) bottlenecks[m * bottleneckKinds + i32(rows[bottleneck + m]!)]! += 1;
}
