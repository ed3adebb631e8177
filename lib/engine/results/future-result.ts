import { instantOf } from '../calendar/instant';
import type { Model } from '../compile/model';
import { FIELD } from '../scale-up/month-fields';
import { bottleneckLabels } from '../scale-up/month-layout';
import type { TrialState } from '../scale-up/trial-state';
import { taskResults } from '../timeline/task-results';
import { meetsTarget } from './meets-target';
import type { FutureResult, LineResult, MonthResult, TaskResult } from './result-types';
import { targetValue } from './target-value';

/** Everything about the future that the state holds, as it is reported. */
export function futureResult(model: Model, state: TrialState, mode: FutureResult['mode']): FutureResult {
  const { outcome } = state;
  const targets = record(model.targets, (target) => meetsTarget(target, targetValue(model, state, target)));
  return {
    mode,
    projectFinish: instantOf(outcome.projectFinish),
    focus: instantOf(outcome.focus),
    sop: instantOf(outcome.sop),
    tasks: tasksWithFailures(model, state),
    lines: record(model.lines, (_, index) => lineResult(model, state, index)),
    risks: record(model.risks, (_, index) => state.occurred[index] === 1),
    months: model.months.months.map((month, index) => monthResult(model, state, month, index)),
    npv: outcome.npv,
    irr: Number.isNaN(outcome.irr) ? null : outcome.irr,
    peakFunding: outcome.peakFunding,
    shortfall: outcome.shortfall,
    abandoned: outcome.abandoned,
    targets,
  };
}

/** A record by id. Without a prototype: an id may be `__proto__`. */
export function record<I extends { readonly id: string }, T>(
  items: readonly I[],
  value: (item: I, index: number) => T,
): Record<string, T> {
  const out: Record<string, T> = Object.create(null);
  items.forEach((item, index) => {
    out[item.id] = value(item, index);
  });
  return out;
}

function tasksWithFailures(model: Model, state: TrialState): Readonly<Record<string, TaskResult>> {
  const results: Record<string, TaskResult> = Object.create(null);
  Object.assign(results, taskResults(model.network, state.timelineInputs, state.timeline));
  model.gates.forEach((gate, index) => {
    const id = model.network.taskIds[gate.task]!;
    results[id] = { ...results[id]!, failures: state.failures[index]! };
  });
  return results;
}

function lineResult(model: Model, state: TrialState, index: number): LineResult {
  const { lines, values } = state;
  const process = model.lines[index]!.process;
  const nameplate = lines.nameplate[index]!;
  const wattHoursPerCell =
    process === null || process.cellCapacity < 0 ? 0 : values[process.cellCapacity]! * values[process.voltage]!;
  return {
    nameplate,
    ready: instantOf(lines.ready[index]!),
    stall: lines.stall[index]!,
    capexPaid: lines.capexPaid[index]!,
    cellsPerYear: wattHoursPerCell > 0 ? (nameplate * 1e6) / (wattHoursPerCell / 1000) : null,
  };
}

function monthResult(model: Model, state: TrialState, month: string, index: number): MonthResult {
  const { layout, months: rows } = state;
  const at = (field: number) => rows[field * model.months.count + index]!;
  const fullUnitCost = at(FIELD.fullUnitCost);
  const shares: Record<string, number> = Object.create(null);
  shares.own = at(FIELD.ownShare);
  model.market.technologies.forEach((technology, j) => {
    shares[technology.id] = at(layout.technologyShare + j);
  });
  shares.technology = at(FIELD.technologyShare);
  shares.unserved = at(FIELD.unserved);
  return {
    month,
    output: at(FIELD.output),
    pilotOutput: at(FIELD.pilotOutput),
    starts: at(FIELD.starts),
    startsCapacity: at(FIELD.startsCapacity),
    startsCapacityNoStall: at(FIELD.startsCapacityNoStall),
    yield: at(FIELD.goodShare),
    demand: at(FIELD.demand),
    totalDemand: at(FIELD.totalDemand),
    unitCost: at(FIELD.unitCost),
    fullUnitCost: Number.isNaN(fullUnitCost) ? null : fullUnitCost,
    price: at(FIELD.price),
    shares,
    segments: record(model.market.segments, (_, s) => ({
      demand: at(layout.segmentDemand + s),
      own: at(layout.segmentOwn + s),
      technology: at(layout.segmentTechnology + s),
    })),
    materials: record(model.materials, (_, k) => ({
      stock: at(layout.stock + k),
      use: at(layout.use + k),
      supply: at(layout.supply + k),
      refused: at(layout.refused + k),
      paid: at(layout.paid + k),
      price: at(layout.materialPrice + k),
    })),
    received: at(FIELD.received),
    grants: at(FIELD.grants),
    interest: at(FIELD.interest),
    principal: at(FIELD.principal),
    overhead: at(FIELD.overhead),
    rnd: at(FIELD.rnd),
    capex: at(FIELD.capex),
    revenue: at(FIELD.revenue),
    variable: at(FIELD.variable),
    fixed: at(FIELD.fixed),
    depreciation: at(FIELD.depreciation),
    tax: at(FIELD.tax),
    unleveredTax: at(FIELD.unleveredTax),
    oneOff: at(FIELD.oneOff),
    fcf: at(FIELD.fcf),
    cash: at(FIELD.cash),
    bottleneck: bottleneckLabels(model.materials.map((material) => material.id))[at(FIELD.bottleneck)]!,
  };
}
