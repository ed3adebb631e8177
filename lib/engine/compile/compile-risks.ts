import type { RiskImpact, ScenarioDocument } from '../../scenario/document';
import { impactId } from '../inputs/list-inputs';
import { summaries } from './compile-tasks';
import { type Compiler, compileEvent, indexById, required, taskOf } from './compiler';
import { IMPACT, type ImpactModel, type RiskModel } from './model';

export function compileRisks(compiler: Compiler, contractIndex: ReadonlyMap<string, number>): RiskModel[] {
  const { document, book, months } = compiler;
  const under = tasksUnder(document, compiler.taskIndex);
  const tables = {
    line: indexById(document.lines),
    contract: contractIndex,
    material: indexById(document.materials),
    segment: indexById(document.market?.segments),
    tranche: indexById(document.funding?.tranches),
  };
  const targetsOf = (impact: RiskImpact): readonly number[] => {
    const id = impact.target ?? '';
    const one = (kind: keyof typeof tables) => [required(tables[kind].get(id), kind, id)];
    switch (impact.effect) {
      case 'delay':
      case 'duration-factor':
        return under.get(id) ?? [taskOf(compiler, id)];
      case 'capacity-factor':
      case 'yield-factor':
      case 'capex-factor':
        return one('line');
      case 'supply-factor':
        return one('contract');
      case 'price-factor':
        return one('material');
      case 'demand-factor':
        return one('segment');
      case 'funding-delay':
        return one('tranche');
      case 'cost':
      case 'recall':
        return [];
    }
  };
  return (document.risks ?? []).map((risk) => {
    const at = `risks/${risk.id}`;
    const response = risk.response?.active ? risk.response : undefined;
    const impacts: ImpactModel[] = risk.impacts.map((impact, position) => ({
      kind: IMPACT_OF[impact.effect],
      targets: Int32Array.from(targetsOf(impact)),
      onSummary: isTaskEffect(impact) && under.has(impact.target ?? ''),
      amount: book.quantity(`${at}/impacts/${impactId(impact, position)}/amount`, 0),
    }));
    return {
      id: risk.id,
      event: book.event(`${at}/occurrence`),
      probability:
        response?.probability === undefined
          ? book.quantity(`${at}/probability`, 0)
          : book.quantity(`${at}/response/probability`, 0),
      scale: response === undefined ? -1 : book.quantity(`${at}/response/scale`, 1),
      responseCost: book.quantity(`${at}/response/cost`, 0),
      responseMonth: response?.month === undefined ? -1 : months.months.indexOf(response.month),
      windowFrom: risk.window === undefined ? -1 : compileEvent(compiler, risk.window.from, `${at}/window/from/lag`),
      windowMonths: book.quantity(`${at}/window/months`, 0),
      impacts,
    };
  });
}

const IMPACT_OF: Record<RiskImpact['effect'], IMPACT> = {
  delay: IMPACT.delay,
  'duration-factor': IMPACT.durationFactor,
  'capacity-factor': IMPACT.capacityFactor,
  'yield-factor': IMPACT.yieldFactor,
  'capex-factor': IMPACT.capexFactor,
  'supply-factor': IMPACT.supplyFactor,
  'price-factor': IMPACT.priceFactor,
  'demand-factor': IMPACT.demandFactor,
  'funding-delay': IMPACT.fundingDelay,
  cost: IMPACT.cost,
  recall: IMPACT.recall,
};

function isTaskEffect(impact: RiskImpact): boolean {
  return impact.effect === 'delay' || impact.effect === 'duration-factor';
}

/** Every task below each summary, at any depth. */
export function tasksUnder(
  document: ScenarioDocument,
  taskIndex: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly number[]> {
  const parents = summaries(document);
  const below = new Map<string, number[]>();
  const parentOf = new Map((document.tasks ?? []).map((task) => [task.id, task.parent]));
  for (const task of document.tasks ?? []) {
    if (parents.has(task.id)) continue;
    for (let up = task.parent; up !== undefined; up = parentOf.get(up)) {
      const list = below.get(up) ?? [];
      list.push(required(taskIndex.get(task.id), 'task', task.id));
      below.set(up, list);
    }
  }
  return below;
}
