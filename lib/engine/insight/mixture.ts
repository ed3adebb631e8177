import type { Correlation, ScenarioDocument } from '../../scenario/document';
import { dropDangling, type Mixture } from './drop-dangling';

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
