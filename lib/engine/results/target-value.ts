import type { Model, TargetModel } from '../compile/model';
import { FIELD } from '../scale-up/month-fields';
import type { TrialState } from '../scale-up/trial-state';

/** Dates this close are the same instant (calendar arithmetic rounds far below it). */
export const DATE_TOLERANCE_DAYS = 1e-9;

/** The value of a target's metric in the future that the state holds: Infinity is never, NaN is none. */
export function targetValue(model: Model, state: TrialState, target: TargetModel): number {
  const { outcome, timeline, months: rows } = state;
  const at = (field: number) => rows[field * model.months.count + target.to - 1] ?? Number.NaN;
  switch (target.metric) {
    case 'sop':
      return outcome.sop;
    case 'focus':
      return outcome.focus;
    case 'projectFinish':
      return outcome.projectFinish;
    case 'taskStart':
      return timeline.ES[target.task] ?? Number.NaN;
    case 'taskFinish':
      return timeline.EF[target.task] ?? Number.NaN;
    case 'npv':
      return outcome.npv;
    case 'irr':
      return outcome.irr;
    case 'peakFunding':
      return outcome.peakFunding;
    case 'minCash':
      return outcome.minCash;
    case 'cash':
      return at(FIELD.cash);
    case 'unitCost':
      return at(FIELD.unitCost);
    case 'price':
      return at(FIELD.price);
    case 'output':
      return sumOf(state, target, FIELD.output);
    case 'startsCapacity':
      return sumOf(state, target, FIELD.startsCapacity);
    case 'ownShare':
    case 'technologyShare':
    case 'lead':
      return shareOf(model, state, target);
  }
}

function sumOf(state: TrialState, { from, to }: TargetModel, field: number): number {
  let sum = 0;
  for (let m = from; m < to; m++) sum += state.months[field * state.flows.length + m]!;
  return sum;
}

/** Share over the target's months, of its segment or of all: sales over demand. Without demand 0. */
function shareOf(model: Model, state: TrialState, target: TargetModel): number {
  const { layout, months: rows } = state;
  const { segment } = target;
  const months = model.months.count;
  let sold = 0;
  let demand = 0;
  for (let m = target.from; m < target.to; m++) {
    const wanted = rows[(segment < 0 ? FIELD.totalDemand : layout.segmentDemand + segment) * months + m]!;
    demand += wanted;
    if (target.metric === 'technologyShare') {
      sold += wanted * rows[(segment < 0 ? FIELD.technologyShare : layout.segmentTechnology + segment) * months + m]!;
      continue;
    }
    const own = rows[(segment < 0 ? FIELD.ownShare : layout.segmentOwn + segment) * months + m]!;
    sold += wanted * own;
    if (target.metric === 'lead') sold -= wanted * rivalShare(model, state, target, m, own);
  }
  return demand > 0 ? sold / demand : 0;
}

function rivalShare(model: Model, state: TrialState, target: TargetModel, m: number, own: number): number {
  const { layout, months: rows, market } = state;
  if (target.segment < 0) return rows[(layout.technologyShare + target.technology) * model.months.count + m]!;
  const technologies = model.market.technologies.length;
  const at = (target.segment * technologies + target.technology) * model.months.count + m;
  const sum = market.otherSum[target.segment * model.months.count + m]!;
  return sum > 0 ? ((1 - own) * market.otherWeights[at]!) / sum : 0;
}

/** Whether a metric's value meets the target. A missing rate of return and a date that is never miss, whatever the op. */
export function meetsTarget(target: TargetModel, value: number): boolean {
  if (Number.isNaN(value) || value === Number.POSITIVE_INFINITY) return false;
  const slack = target.isDate ? DATE_TOLERANCE_DAYS : 0;
  return target.atMost ? value <= target.value + slack : value >= target.value - slack;
}
