import type { Correlation, EventDate, Line, Material, Risk, ScenarioDocument } from '../../scenario/document';
import { impactId, listInputs } from '../inputs/list-inputs';

export interface Mixture {
  readonly document: ScenarioDocument;
  /** References that the mixture cannot follow, as `path: what it names`. */
  readonly dropped: readonly string[];
}

type Ids = ReadonlySet<string>;

function idsOf(list: readonly { readonly id: string }[] | undefined): Ids {
  return new Set((list ?? []).map(({ id }) => id));
}

/** Drops what hangs on things that a document does not hold, from the timeline outwards. */
export function dropDangling(document: ScenarioDocument, marketFrom: ScenarioDocument): Mixture {
  const dropped: string[] = [];
  const tasks = idsOf(document.tasks);
  const hangs = (event: EventDate | undefined, path: string): boolean => {
    if (typeof event !== 'object' || tasks.has(event.task)) return false;
    dropped.push(`${path}: task "${event.task}"`);
    return true;
  };
  const lines = document.lines?.flatMap((line) => keptLine(line, tasks, hangs, dropped));
  const materials = document.materials?.map((material) => keptMaterial(material, hangs));
  const tranches = document.funding?.tranches?.filter(({ id, on }) => !hangs(on, `funding/tranches/${id}`));
  const kept: ScenarioDocument = {
    ...document,
    ...(lines && { lines }),
    ...(materials && { materials }),
    ...(document.funding && tranches && { funding: { ...document.funding, tranches } }),
    ...keptPricing(document, marketFrom, dropped),
  };
  const withRisks = { ...kept, ...(kept.risks && { risks: keptRisks(kept, hangs, dropped) }) };
  const withTargets = { ...withRisks, ...(kept.targets && { targets: keptTargets(withRisks, dropped) }) };
  return { document: { ...withTargets, correlations: keptCorrelations(withTargets, dropped) }, dropped };
}

type Hangs = (event: EventDate | undefined, path: string) => boolean;

function keptLine(line: Line, tasks: Ids, hangs: Hangs, dropped: string[]): Line[] {
  const at = `lines/${line.id}`;
  if (!tasks.has(line.buildTask)) {
    dropped.push(`${at}: task "${line.buildTask}"`);
    return [];
  }
  const requires = line.requires?.filter((id) => {
    if (!tasks.has(id)) dropped.push(`${at}/requires: task "${id}"`);
    return tasks.has(id);
  });
  const { until, ...rest } = line;
  const ends = until !== undefined && !hangs(until, `${at}/until`);
  return [{ ...rest, ...(requires && { requires }), ...(ends && { until }) }];
}

function keptMaterial(material: Material, hangs: Hangs): Material {
  const at = `materials/${material.id}/contracts`;
  return { ...material, contracts: material.contracts.filter(({ id, start }) => !hangs(start, `${at}/${id}`)) };
}

function keptPricing(
  { pricing, market, lines }: ScenarioDocument,
  marketFrom: ScenarioDocument,
  dropped: string[],
): Pick<ScenarioDocument, 'pricing'> | undefined {
  const sells = lines?.some((line) => line.commercial !== false) ?? false;
  if (pricing === undefined) {
    if (!sells || marketFrom.pricing === undefined) return undefined;
    dropped.push('pricing: none, that of the market in its place');
    return { pricing: marketFrom.pricing };
  }
  const missesTechnology = 'technology' in pricing && !idsOf(market?.technologies).has(pricing.technology);
  const missesSegment = 'segment' in pricing && !idsOf(market?.segments).has(pricing.segment);
  if (!missesTechnology && !missesSegment) return undefined;
  const what = missesTechnology ? 'technology' : 'segment';
  const id = (pricing as { technology?: string; segment?: string })[what];
  dropped.push(`pricing: ${what} "${id}", that of the market in its place`);
  return { pricing: marketFrom.pricing };
}

function keptRisks(document: ScenarioDocument, hangs: Hangs, dropped: string[]): Risk[] {
  const contracts = (document.materials ?? []).flatMap((material) => material.contracts);
  const lists = {
    task: idsOf(document.tasks),
    line: idsOf(document.lines),
    contract: idsOf(contracts),
    material: idsOf(document.materials),
    segment: idsOf(document.market?.segments),
    tranche: idsOf(document.funding?.tranches),
  };
  const kinds: Readonly<Record<string, keyof typeof lists>> = {
    delay: 'task',
    'duration-factor': 'task',
    'capacity-factor': 'line',
    'yield-factor': 'line',
    'capex-factor': 'line',
    'supply-factor': 'contract',
    'price-factor': 'material',
    'demand-factor': 'segment',
    'funding-delay': 'tranche',
  };
  return (document.risks ?? []).flatMap((risk) => {
    if (hangs(risk.window?.from, `risks/${risk.id}`)) return [];
    const impacts = risk.impacts.flatMap((impact, position) => {
      const id = impactId(impact, position);
      const kind = kinds[impact.effect];
      // Its id is kept: without it, a position that moves up would draw as another impact.
      if (kind === undefined || lists[kind].has(impact.target ?? '')) return [{ ...impact, id }];
      dropped.push(`risks/${risk.id}/impacts/${id}: ${kind} "${impact.target}"`);
      return [];
    });
    return [{ ...risk, impacts }];
  });
}

function keptTargets(document: ScenarioDocument, dropped: string[]): NonNullable<ScenarioDocument['targets']> {
  const tasks = idsOf(document.tasks);
  const segments = idsOf(document.market?.segments);
  const technologies = idsOf(document.market?.technologies);
  const { start, end } = document.horizon;
  return (document.targets ?? []).filter(({ id, task, segment, technology, month, year }) => {
    const missing =
      (task !== undefined && !tasks.has(task) && `task "${task}"`) ||
      (segment !== undefined && !segments.has(segment) && `segment "${segment}"`) ||
      (technology !== undefined && !technologies.has(technology) && `technology "${technology}"`) ||
      (month !== undefined && (month < start || month > end) && `month ${month}`) ||
      (year !== undefined && (`${year}-12` < start || `${year}-01` > end) && `year ${year}`);
    if (missing) dropped.push(`targets/${id}: ${missing}`);
    return !missing;
  });
}

function keptCorrelations(document: ScenarioDocument, dropped: string[]): Correlation[] {
  const paths = new Set(listInputs(document).map(({ path }) => path));
  const pairs = new Set<string>();
  return (document.correlations ?? []).filter(({ a, b }) => {
    const missing = [a, b].find((path) => !paths.has(path));
    const pair = [a, b].sort().join('\n');
    if (missing !== undefined) dropped.push(`correlations: "${missing}"`);
    else if (pairs.has(pair)) dropped.push(`correlations: "${a}" with "${b}", given twice`);
    if (missing !== undefined || pairs.has(pair)) return false;
    pairs.add(pair);
    return true;
  });
}
