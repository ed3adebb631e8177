import { METRIC, type Model, type TargetModel } from '../compile/model';
import type { f64, i32 } from '../kernel/number-types';
import { FIELD } from '../scale-up/month-fields';
import type { TrialState } from '../scale-up/trial-state';

/** The value of a target's metric in the future that the state holds: Infinity is never, NaN is none. */
export function targetValue(model: Model, state: TrialState, target: TargetModel): f64 {
  const { outcome, timeline } = state;
  const { metric, task } = target;
  if (metric === METRIC.sop) return outcome.sop;
  if (metric === METRIC.focus) return outcome.focus;
  if (metric === METRIC.projectFinish) return outcome.projectFinish;
  if (metric === METRIC.taskStart) return task < 0 ? Number.NaN : timeline.ES[task]!;
  if (metric === METRIC.taskFinish) return task < 0 ? Number.NaN : timeline.EF[task]!;
  if (metric === METRIC.npv) return outcome.npv;
  if (metric === METRIC.irr) return outcome.irr;
  if (metric === METRIC.peakFunding) return outcome.peakFunding;
  if (metric === METRIC.minCash) return outcome.minCash;
  if (metric === METRIC.cash) return atLastMonth(model, state, target, FIELD.cash);
  if (metric === METRIC.unitCost) return atLastMonth(model, state, target, FIELD.unitCost);
  if (metric === METRIC.price) return atLastMonth(model, state, target, FIELD.price);
  if (metric === METRIC.output) return sumOverTarget(state, target, FIELD.output);
  if (metric === METRIC.startsCapacity) return sumOverTarget(state, target, FIELD.startsCapacity);
  return shareOf(model, state, target);
}

/** A monthly number in the target's month, or the last of its year; NaN where it names none. */
function atLastMonth(model: Model, state: TrialState, target: TargetModel, field: i32): f64 {
  return target.to > 0 ? state.months[field * model.months.count + target.to - 1]! : Number.NaN;
}

function sumOverTarget(state: TrialState, target: TargetModel, field: i32): f64 {
  let sum: f64 = 0;
  for (let m = target.from; m < target.to; m++) sum += state.months[field * state.flows.length + m]!;
  return sum;
}

/** Share over the target's months, of its segment or of all: sales over demand. Without demand 0. */
function shareOf(model: Model, state: TrialState, target: TargetModel): f64 {
  const { layout, months: rows } = state;
  const { segment } = target;
  const months = model.months.count;
  let sold: f64 = 0;
  let demand: f64 = 0;
  for (let m = target.from; m < target.to; m++) {
    const wanted = rows[(segment < 0 ? FIELD.totalDemand : layout.segmentDemand + segment) * months + m]!;
    demand += wanted;
    if (target.metric === METRIC.technologyShare) {
      sold += wanted * rows[(segment < 0 ? FIELD.technologyShare : layout.segmentTechnology + segment) * months + m]!;
      continue;
    }
    const own = rows[(segment < 0 ? FIELD.ownShare : layout.segmentOwn + segment) * months + m]!;
    sold += wanted * own;
    if (target.metric === METRIC.lead) sold -= wanted * rivalShare(model, state, target, m, own);
  }
  return demand > 0 ? sold / demand : 0;
}

function rivalShare(model: Model, state: TrialState, target: TargetModel, m: i32, own: f64): f64 {
  const { layout, months: rows, market } = state;
  if (target.segment < 0) return rows[(layout.technologyShare + target.technology) * model.months.count + m]!;
  const technologies = model.market.technologies.length;
  const at = (target.segment * technologies + target.technology) * model.months.count + m;
  const sum = market.otherSum[target.segment * model.months.count + m]!;
  return sum > 0 ? ((1 - own) * market.otherWeights[at]!) / sum : 0;
}
