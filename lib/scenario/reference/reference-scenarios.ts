import type { Baseline, ScenarioDocument } from '../document';
import { calendarsOf } from './calendars';
import { descriptions, names } from './descriptions';
import { sourcesOf } from './evidence';
import { costOf, fundingOf, pricingOf } from './funding';
import { linesOf } from './lines';
import { linksOf } from './links';
import { marketOf } from './market';
import { correlationsOf, risksOf } from './risks';
import { materialsOf } from './supply';
import type { ScenarioKey } from './support';
import { checksOf, presentationOf, targets } from './targets';
import { tasksOf } from './timeline';

const RECORD_ID = /\b[SECMRVFAX]\d-[A-Z]?\d+[a-z]?\b/g;

/** Record ids that a document cites, as evidence of an input or by name in a note, a reason or a check. */
export function citedRecords(node: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof node === 'string') for (const [id] of node.matchAll(RECORD_ID)) found.add(id);
  if (Array.isArray(node)) for (const entry of node) citedRecords(entry, found);
  else if (node !== null && typeof node === 'object')
    for (const value of Object.values(node)) citedRecords(value, found);
  return found;
}

/** A value without what people keep beside it. */
function withoutMeta<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutMeta) as T;
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (key === 'meta' ? [] : [[key, withoutMeta(value)]])),
  ) as T;
}

/** The plan as announced, shown as a ghost behind the others: numbers and logic only, its reasons are in Announced. */
const announcedPlan: Baseline = {
  by: 'As announced in November 2025',
  at: '2025-11-22T00:00:00Z',
  ...withoutMeta({ calendars: calendarsOf('announced'), tasks: tasksOf('announced'), links: linksOf('announced') }),
};

function documentOf(key: ScenarioKey): ScenarioDocument {
  const body = {
    schemaVersion: 2,
    name: names[key],
    description: descriptions[key],
    currency: 'CNY',
    priceBase: 2026,
    horizon: { start: '2026-01', end: '2037-12' },
    projectStart: '2024-09-02',
    statusDate: '2025-12-31',
    focus: 'sop',
    calendars: calendarsOf(key),
    tasks: tasksOf(key),
    links: linksOf(key),
    risks: risksOf(key),
    lines: linesOf(key),
    materials: materialsOf(key),
    funding: fundingOf(key),
    cost: costOf(key),
    pricing: pricingOf(key),
    market: marketOf(key),
    correlations: correlationsOf(),
    targets,
    checks: checksOf(key),
    run: { trials: 8192, seed: 1, sampling: 'latin-hypercube' },
    meta: { ...presentationOf(key), ...(key === 'announced' ? {} : { baseline: announcedPlan }) },
  } as const satisfies ScenarioDocument;
  return { ...body, sources: sourcesOf(citedRecords(body)) };
}

/** The scenarios every new workspace starts with. Same ids in all three, so that they pair in a comparison. */
export const referenceScenarios: readonly { readonly key: ScenarioKey; readonly document: ScenarioDocument }[] = (
  ['reference', 'announced', 'constrained'] as const
).map((key) => ({ key, document: documentOf(key) }));

/** A scenario as the text of a file: JSON, indented by two, with a newline at the end. */
export function writeReferenceScenario(key: ScenarioKey): string {
  const entry = referenceScenarios.find((scenario) => scenario.key === key) as (typeof referenceScenarios)[number];
  return `${JSON.stringify(entry.document, null, 2)}\n`;
}
