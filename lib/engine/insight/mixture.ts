import type { Correlation, EventDate, Line, Material, Risk, ScenarioDocument } from '../../scenario/document';
import { impactId, listInputs } from '../inputs/list-inputs';

/** What a change from one document to another is attributed to. */
export const GROUPS = ['timeline', 'risks', 'lines', 'supply', 'funding', 'cost', 'market'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_FIELDS = {
  timeline: ['horizon', 'calendars', 'tasks', 'links', 'projectStart', 'statusDate', 'floatTo', 'focus'],
  risks: ['risks'],
  lines: ['lines'],
  supply: ['materials'],
  funding: ['funding'],
  cost: ['cost', 'pricing'],
  market: ['market'],
} as const satisfies Record<Group, readonly (keyof ScenarioDocument)[]>;

const GROUP_OF_ROOT: Readonly<Record<string, Group>> = {
  tasks: 'timeline',
  links: 'timeline',
  risks: 'risks',
  lines: 'lines',
  materials: 'supply',
  funding: 'funding',
  cost: 'cost',
  pricing: 'cost',
  market: 'market',
};

/** Correlations follow the group of their first path. */
function groupOfCorrelation({ a }: Correlation): Group {
  return GROUP_OF_ROOT[a.slice(0, a.indexOf('/'))] ?? 'timeline';
}

/** A document without what people keep in it: no note changes a number, and sources may belong to the other one. */
export function withoutMeta<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutMeta) as T;
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) if (key !== 'meta') out[key] = withoutMeta(field);
  return out as T;
}

/** Whether two values say the same; fields that are undefined are not there, their order says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => isSame(left[key], right[key]));
}

function partsOf(document: ScenarioDocument, group: Group): unknown[] {
  const correlations = (document.correlations ?? []).filter((entry) => groupOfCorrelation(entry) === group);
  return [...GROUP_FIELDS[group].map((field) => document[field]), correlations];
}

/** Groups in which two documents differ, notes apart, in the order of `GROUPS`. */
export function differingGroups(from: ScenarioDocument, to: ScenarioDocument): Group[] {
  const a = withoutMeta(from);
  const b = withoutMeta(to);
  return GROUPS.filter((group) => !isSame(partsOf(a, group), partsOf(b, group)));
}

export interface Mixture {
  readonly document: ScenarioDocument;
  /** References that the mixture cannot follow, as `path: what it names`. */
  readonly dropped: readonly string[];
}

/**
 * The document that takes some groups from `to` and the others from `from`, whose targets and run it keeps. Without
 * notes, sources and checks. References to what the mixture does not hold are dropped and listed: an impact or a
 * correlation alone; a line, a contract, a tranche or a risk where its own event is missing, for it could never come. A
 * price that hangs on a technology or a segment which is missing is the price of the document that the market is from.
 */
export function mixDocuments(from: ScenarioDocument, to: ScenarioDocument, taken: ReadonlySet<Group>): Mixture {
  const a = withoutMeta(from);
  const b = withoutMeta(to);
  const mixed: Record<string, unknown> = { ...a, sources: undefined, checks: undefined };
  for (const group of taken) for (const field of GROUP_FIELDS[group]) mixed[field] = b[field];
  mixed.correlations = [
    ...(a.correlations ?? []).filter((entry) => !taken.has(groupOfCorrelation(entry))),
    ...(b.correlations ?? []).filter((entry) => taken.has(groupOfCorrelation(entry))),
  ];
  for (const [key, value] of Object.entries(mixed)) if (value === undefined) delete mixed[key];
  return dropDangling(mixed as unknown as ScenarioDocument, taken.has('market') ? b : a);
}

type Ids = ReadonlySet<string>;

function idsOf(list: readonly { readonly id: string }[] | undefined): Ids {
  return new Set((list ?? []).map(({ id }) => id));
}

/** Drops what hangs on things that a document does not hold, from the timeline outwards. */
function dropDangling(document: ScenarioDocument, marketFrom: ScenarioDocument): Mixture {
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
