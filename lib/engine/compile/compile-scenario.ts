import type { EventDate, Line, RiskImpact, ScenarioDocument, Segment, Target, Task } from '../../scenario/document';
import { dayNumber } from '../calendar/day-number';
import { compileHorizon, type MonthTable } from '../calendar/horizon';
import { impactId, linkId } from '../inputs/list-inputs';
import { type CorrelationPlan, compileCorrelation } from '../random/correlation';
import { compileNetwork } from '../timeline/network';
import { type InputSlots, openSlotBook, type SlotBook } from './input-slots';
import {
  type ContractModel,
  type EventModel,
  type FundingModel,
  type GateModel,
  IMPACT,
  type ImpactModel,
  type LineModel,
  type MarketModel,
  type MaterialModel,
  METRIC,
  type Model,
  ON_FAIL,
  PRICING,
  type PricingModel,
  type ProcessModel,
  type RiskModel,
  type SegmentModel,
  type TargetModel,
  type TaskWorkModel,
  TRANCHE,
  type WorthModel,
  type WorthOfOne,
} from './model';
import type { Move } from './moves';

/** What the parts of a document need to find each other while it is compiled. */
interface Compiler {
  readonly document: ScenarioDocument;
  readonly book: SlotBook;
  readonly months: MonthTable;
  readonly taskIndex: ReadonlyMap<string, number>;
  readonly events: EventModel[];
}

const DEFAULT_ADOPTION_P = 0.03;
const DEFAULT_ADOPTION_Q = 0.38;
const DEFAULT_LIFE_YEARS = 10;

/**
 * Turns a valid document into indices and typed arrays: the model that every plan and trial of it runs on.
 *
 * @throws RangeError where the document names something that it does not hold (validation refuses such documents).
 */
export function compileScenario(document: ScenarioDocument, documentHash: string, moves: readonly Move[] = []): Model {
  const months = compileHorizon(document.horizon);
  const correlation = correlationPlan(document);
  const alwaysDrawn = new Set(correlation?.paths ?? []);
  const book = openSlotBook(document, months.middle, alwaysDrawn, moves);
  const compiler: Compiler = { document, book, months, taskIndex: indexById(document.tasks), events: [] };
  const lines = (document.lines ?? []).map((line) => compileLine(compiler, line));
  const { materials, contracts, contractIndex } = compileMaterials(compiler);
  const funding = compileFunding(compiler);
  const market = compileMarket(compiler);
  const risks = compileRisks(compiler, contractIndex);
  const taskWork = compileTaskWork(compiler);
  const gates = compileGates(compiler);
  const pricing = compilePricing(compiler);
  const cost = {
    otherMaterials: book.trajectory('cost/otherMaterials', 0),
    conversion: book.trajectory('cost/conversion', 0),
    learningRate: book.quantity('cost/learningRate', 0),
    referenceVolume: book.quantity('cost/referenceVolume', 1),
    spillover: book.quantity('cost/spillover', 0),
  };
  const slots = book.close();
  const rowByPath = new Map(slots.drawn.map((input, row) => [input.path, row]));
  return {
    document,
    documentHash,
    months,
    slots,
    correlation,
    correlatedRows: Int32Array.from(correlation?.paths ?? [], (path) => rowByPath.get(path) ?? -1),
    network: compileNetwork(document),
    taskWork,
    gates,
    risks,
    events: compiler.events,
    lines,
    contracts,
    materials,
    funding,
    cost,
    pricing,
    market: withPieces(market, slots),
    targets: (document.targets ?? []).map((target) => compileTarget(compiler, target)),
    years: calendarYears(months),
  };
}

function indexById(list: readonly { readonly id: string }[] | undefined): Map<string, number> {
  return new Map((list ?? []).map((item, index) => [item.id, index]));
}

function required(index: number | undefined, kind: string, id: string | undefined): number {
  if (index === undefined) throw new RangeError(`There is no ${kind} "${id}".`);
  return index;
}

function taskOf(compiler: Compiler, id: string): number {
  return required(compiler.taskIndex.get(id), 'task', id);
}

/** The copula, or null without correlations. */
function correlationPlan(document: ScenarioDocument): CorrelationPlan | null {
  if ((document.correlations ?? []).length === 0) return null;
  const compiled = compileCorrelation(document.correlations ?? []);
  if (!compiled.possible) throw new RangeError('The correlations of the document cannot exist together.');
  return compiled.plan;
}

function compileEvent(compiler: Compiler, date: EventDate, lagPath: string): number {
  const event: EventModel =
    typeof date === 'string'
      ? { task: -1, atStart: true, day: dayNumber(date, 'start'), lagSlot: -1 }
      : {
          task: taskOf(compiler, date.task),
          atStart: date.event === 'start',
          day: Number.NaN,
          lagSlot: compiler.book.quantity(lagPath, 0),
        };
  return compiler.events.push(event) - 1;
}

function summaries(document: ScenarioDocument): ReadonlySet<string> {
  return new Set((document.tasks ?? []).flatMap((task) => (task.parent === undefined ? [] : [task.parent])));
}

function compileTaskWork({ document, book }: Compiler): TaskWorkModel {
  const tasks = document.tasks ?? [];
  const links = document.links ?? [];
  const parents = summaries(document);
  const started = (task: Task) => task.actualStart !== undefined && task.actualFinish === undefined;
  const durationSlot = Int32Array.from(tasks, (task) =>
    parents.has(task.id) ? -1 : book.quantity(`tasks/${task.id}/duration`, 0),
  );
  const remaining = (task: Task) => started(task) && book.has(`tasks/${task.id}/remainingDuration`);
  return {
    durationSlot,
    slot: Int32Array.from(tasks, (task, index) =>
      remaining(task) ? book.quantity(`tasks/${task.id}/remainingDuration`, 0) : durationSlot[index]!,
    ),
    factorApplies: Uint8Array.from(tasks, (task) => (remaining(task) ? 0 : 1)),
    share: Float64Array.from(tasks, (task) =>
      started(task) && !remaining(task) ? 1 - (task.percentComplete ?? 0) / 100 : 1,
    ),
    lagSlot: Int32Array.from(links, (link) => book.quantity(`links/${linkId(link)}/lag`, 0)),
  };
}

function compileGates({ document, book }: Compiler): GateModel[] {
  return (document.tasks ?? []).flatMap((task, index) => {
    if (task.gate === undefined) return [];
    const at = `tasks/${task.id}/gate`;
    return [
      {
        task: index,
        event: book.event(`${at}/outcome`),
        passProbability: book.quantity(`${at}/passProbability`, 1),
        rework: book.quantity(`${at}/rework`, 0),
        costPerRework: book.quantity(`${at}/costPerRework`, 0),
        maxAttempts: task.gate.maxAttempts ?? 1,
        onFail: ON_FAIL_OF[task.gate.onFail ?? 'stop'],
      },
    ];
  });
}

function compileRisks(compiler: Compiler, contractIndex: ReadonlyMap<string, number>): RiskModel[] {
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

const ON_FAIL_OF = { stop: ON_FAIL.stop, continue: ON_FAIL.carryOn, abandon: ON_FAIL.abandon };

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
function tasksUnder(
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

function compileLine(compiler: Compiler, line: Line): LineModel {
  const { book, document } = compiler;
  const at = `lines/${line.id}`;
  const q = (name: string, fallback: number) => book.quantity(`${at}/${name}`, fallback);
  const build = taskOf(compiler, line.buildTask);
  return {
    id: line.id,
    commercial: line.commercial !== false,
    buildTask: build,
    buildFinished: document.tasks?.[build]?.actualFinish !== undefined,
    requires: Int32Array.from(line.requires ?? [], (id) => taskOf(compiler, id)),
    nameplate: q('nameplate', 0),
    process: line.process === undefined ? null : compileProcess(compiler, `${at}/process`),
    capexPerGWh: q('capexPerGWh', 0),
    capex: line.capex === undefined ? -1 : q('capex', 0),
    conversionFactor: q('conversionFactor', 1),
    holdBelow: q('holdBelow', 0),
    until: line.until === undefined ? -1 : compileEvent(compiler, line.until, `${at}/until/lag`),
    yieldInitial: q('yield/initial', 1),
    yieldMature: q('yield/mature', 1),
    yieldTimeConstant: q('yield/timeConstant', 0),
    utilisationInitial: q('utilisation/initial', 1),
    utilisationMature: q('utilisation/mature', 1),
    utilisationRamp: q('utilisation/ramp', 0),
    fixedOpex: q('fixedOpex', 0),
    life: q('life', DEFAULT_LIFE_YEARS),
  };
}

function compileProcess({ book }: Compiler, at: string): ProcessModel {
  const q = (name: string, fallback: number) => book.quantity(`${at}/${name}`, fallback);
  return {
    arealCapacity: q('arealCapacity', 0),
    voltage: q('voltage', 0),
    coatedWidth: q('coatedWidth', 0),
    speed: q('speed', 0),
    hoursPerYear: q('hoursPerYear', 0),
    sides: q('sides', 1),
    lanes: q('lanes', 1),
    cellCapacity: book.has(`${at}/cellCapacity`) ? q('cellCapacity', 1) : -1,
  };
}

function compileMaterials(compiler: Compiler): {
  materials: MaterialModel[];
  contracts: ContractModel[];
  contractIndex: Map<string, number>;
} {
  const { document, book } = compiler;
  const contracts: ContractModel[] = [];
  const contractIndex = new Map<string, number>();
  const materials = (document.materials ?? []).map((material, index) => {
    const at = `materials/${material.id}`;
    const from = contracts.length;
    for (const contract of material.contracts) {
      const place = `${at}/contracts/${contract.id}`;
      contractIndex.set(contract.id, contracts.length);
      contracts.push({
        material: index,
        start: compileEvent(compiler, contract.start, `${place}/start/lag`),
        volume: book.quantity(`${place}/volume`, 0),
        ramp: book.quantity(`${place}/ramp`, 0),
        price: book.trajectory(`${place}/price`, 0),
        takeOrPay: book.quantity(`${place}/takeOrPay`, 0),
      });
    }
    return {
      id: material.id,
      intensity: book.trajectory(`${at}/intensity`, 0),
      stockInitial: book.quantity(`${at}/stock/initial`, 0),
      stockMax: book.quantity(`${at}/stock/max`, 0),
      from,
      to: contracts.length,
    };
  });
  return { materials, contracts, contractIndex };
}

function compileFunding(compiler: Compiler): FundingModel {
  const { document, book } = compiler;
  const funding = document.funding ?? {};
  const q = (name: string) => book.quantity(`funding/${name}`, 0);
  return {
    hard: funding.policy === 'hard',
    grace: funding.policy === 'hard' ? (funding.grace ?? 0) : 0,
    initialCash: q('initialCash'),
    overhead: book.trajectory('funding/overhead', 0),
    rnd: book.trajectory('funding/rnd', 0),
    wacc: q('wacc'),
    taxRate: q('taxRate'),
    terminalMultiple: funding.terminalMultiple === undefined ? -1 : q('terminalMultiple'),
    tranches: (funding.tranches ?? []).map((tranche) => {
      const at = `funding/tranches/${tranche.id}`;
      return {
        kind: TRANCHE[tranche.kind ?? 'equity'],
        on: compileEvent(compiler, tranche.on, `${at}/on/lag`),
        event: book.event(`${at}/occurrence`),
        amount: book.quantity(`${at}/amount`, 0),
        probability: book.quantity(`${at}/probability`, 1),
        interest: book.quantity(`${at}/interest`, 0),
        term: book.quantity(`${at}/term`, 0),
      };
    }),
  };
}

function compilePricing({ document, book }: Compiler): PricingModel {
  const pricing = document.pricing;
  const base = {
    technology: -1,
    segment: -1,
    quantity: -1,
    trajectory: -1,
    floor: pricing?.floor === undefined ? -1 : book.trajectory('pricing/floor', 0),
    cap: pricing?.cap === undefined ? -1 : book.trajectory('pricing/cap', 0),
  };
  if (pricing === undefined)
    return { ...base, mode: PRICING.trajectory, trajectory: book.trajectory('pricing/price', 0) };
  const technologies = indexById(document.market?.technologies);
  switch (pricing.mode) {
    case 'cost-plus':
      return { ...base, mode: PRICING.costPlus, quantity: book.quantity('pricing/markup', 0) };
    case 'parity':
      return {
        ...base,
        mode: PRICING.parity,
        technology: required(technologies.get(pricing.technology), 'technology', pricing.technology),
        trajectory: book.trajectory('pricing/premium', 0),
      };
    case 'value':
      return {
        ...base,
        mode: PRICING.value,
        technology: required(technologies.get(pricing.technology), 'technology', pricing.technology),
        segment: required(indexById(document.market?.segments).get(pricing.segment), 'segment', pricing.segment),
        quantity: book.quantity('pricing/share', 0),
      };
    case 'trajectory':
      return { ...base, mode: PRICING.trajectory, trajectory: book.trajectory('pricing/price', 0) };
  }
}

/** The market before it is known where its paths go straight. */
type SegmentDraft = Omit<SegmentModel, 'pieces' | 'worthOfOthers'>;
type MarketDraft = Omit<MarketModel, 'segments'> & { readonly segments: readonly SegmentDraft[] };

function compileMarket(compiler: Compiler): MarketDraft {
  const { document, book } = compiler;
  const market = document.market;
  const technologies = market?.technologies ?? [];
  const ownP = book.quantity('market/own/adoption/p', DEFAULT_ADOPTION_P);
  const ownQ = book.quantity('market/own/adoption/q', DEFAULT_ADOPTION_Q);
  const attribute = (path: string) => (book.has(path) ? book.trajectory(path, 0) : -1);
  const compileSegment = (segment: Segment): Omit<SegmentModel, 'pieces' | 'worthOfOthers'> => {
    const at = `market/segments/${segment.id}`;
    return {
      id: segment.id,
      demand: book.trajectory(`${at}/demand`, 0),
      heterogeneity: book.quantity(`${at}/heterogeneity`, 1),
      eligible: segment.eligible !== false,
      p: book.has(`${at}/adoption/p`) ? book.quantity(`${at}/adoption/p`, 0) : ownP,
      q: book.has(`${at}/adoption/q`) ? book.quantity(`${at}/adoption/q`, 0) : ownQ,
      worth: Object.keys(segment.willingnessToPay ?? {}).map((name) => ({
        willingness: book.quantity(`${at}/willingnessToPay/${name}`, 0),
        own: attribute(`market/own/attributes/${name}`),
        others: Int32Array.from(technologies, ({ id }) => attribute(`market/technologies/${id}/attributes/${name}`)),
      })),
    };
  };
  return {
    segments: (market?.segments ?? []).map(compileSegment),
    technologies: technologies.map((technology) => {
      const at = `market/technologies/${technology.id}`;
      const slip = book.quantity(`${at}/slip`, 0);
      return {
        id: technology.id,
        price: book.trajectory(`${at}/price`, 0),
        availability: book.shiftedTrajectory(`${at}/availability`, 1, slip, `${at}/slip`),
        same: technology.sameAs === 'own',
      };
    }),
  };
}

/** A value that goes straight for fewer steps than these is weighed month by month, like a bent one. */
const SHORT_PIECE = 6;

/** Adds to each segment the spans of months over which each technology's value goes straight in time. */
function withPieces(market: MarketDraft, slots: InputSlots): MarketModel {
  const { months, straight } = slots;
  const piecesOf = (paths: readonly number[]): Int32Array => {
    const pieces: number[] = [];
    let first = 0;
    for (let m = 0; m < months; m++) {
      if (m + 1 < months && paths.every((slot) => straight[slot * months + m] === 1)) continue;
      const straightPiece = m - first >= SHORT_PIECE;
      // Short pieces one after the other are one bent piece.
      if (!straightPiece && pieces.at(-1) === 0) pieces[pieces.length - 2] = m;
      else pieces.push(first, m, straightPiece ? 1 : 0);
      first = m + 1;
    }
    return Int32Array.from(pieces);
  };
  const segments = market.segments.map((segment) => ({
    ...segment,
    worthOfOthers: market.technologies.map((_, j) => worthOfOne(segment, j, slots)),
    pieces: market.technologies.map(({ price }, j) =>
      piecesOf([price, ...segment.worth.map(({ others }) => others[j]!).filter((slot) => slot >= 0)]),
    ),
  }));
  return { ...market, segments };
}

function worthOfOne({ worth }: SegmentDraft, technology: number, { months, constant }: InputSlots): WorthOfOne {
  const had = worth.filter(({ others }) => others[technology]! >= 0);
  const steady = had.filter(({ others }) => constant[others[technology]!] === 1);
  const moving = had.filter(({ others }) => constant[others[technology]!] === 0);
  const willingness = (list: readonly WorthModel[]) => Int32Array.from(list, (entry) => entry.willingness);
  const row = (list: readonly WorthModel[]) => Int32Array.from(list, ({ others }) => others[technology]! * months);
  return {
    steadyWillingness: willingness(steady),
    steadyRow: row(steady),
    movingWillingness: willingness(moving),
    movingRow: row(moving),
  };
}

function compileTarget(compiler: Compiler, target: Target): TargetModel {
  const { document, months } = compiler;
  const isDate = ['sop', 'focus', 'projectFinish', 'taskStart', 'taskFinish'].includes(target.metric);
  const technologies = indexById(document.market?.technologies);
  const segments = indexById(document.market?.segments);
  const month = target.month === undefined ? -1 : months.months.indexOf(target.month);
  const year = calendarYears(months).find((entry) => entry.year === target.year);
  return {
    id: target.id,
    metric: METRIC[target.metric],
    atMost: target.op === '<=',
    value:
      typeof target.value === 'number'
        ? target.value
        : dayNumber(target.value, target.metric === 'taskStart' ? 'start' : 'finish'),
    isDate,
    task: target.task === undefined ? -1 : taskOf(compiler, target.task),
    from: month >= 0 ? month : (year?.from ?? 0),
    to: month >= 0 ? month + 1 : (year?.to ?? 0),
    segment: target.segment === undefined ? -1 : required(segments.get(target.segment), 'segment', target.segment),
    technology:
      target.technology === undefined
        ? -1
        : required(technologies.get(target.technology), 'technology', target.technology),
  };
}

function calendarYears(months: MonthTable): { year: number; from: number; to: number }[] {
  const years: { year: number; from: number; to: number }[] = [];
  months.months.forEach((month, index) => {
    const year = Number(month.slice(0, 4));
    const last = years.at(-1);
    if (last?.year === year) last.to = index + 1;
    else years.push({ year, from: index, to: index + 1 });
  });
  return years;
}
