import { effectVariable } from '../variables';
import { type DocumentIndex, type Fields, type Item, itemsOf, type ListName, recordOf } from './document-index';
import { clip } from './report';
import { isId } from './text';
import { fieldOf, isRecord, type Place, refuse, refuseMissing, type Walk } from './walk';

const SINGULAR: Readonly<Record<ListName, string>> = {
  tasks: 'task',
  calendars: 'calendar',
  lines: 'line',
  materials: 'material',
  contracts: 'contract',
  tranches: 'tranche',
  segments: 'segment',
  technologies: 'technology',
  targets: 'target',
  sources: 'source',
};

/** Says so where a value is an id that its list does not have. Anything but an id is reported with its form. */
export function checkReference(walk: Walk, place: Place, value: unknown, index: DocumentIndex, list: ListName): void {
  if (!isId(value) || index.ids[list].has(value)) return;
  const noun = SINGULAR[list];
  refuse(
    walk,
    place,
    value,
    'reference',
    `names "${clip(value, 80)}", which is no ${noun}; it must be the id of a ${noun}`,
  );
}

/** Checks that everything named in the document exists: tasks, lines, materials, contracts, segments, ... */
export function checkReferences(walk: Walk, index: DocumentIndex): void {
  const refer = (place: Place, value: unknown, list: ListName) => checkReference(walk, place, value, index, list);
  const referEvent = (place: Place, value: unknown) => {
    if (isRecord(value)) refer(fieldOf(place, 'task'), value.task, 'tasks');
  };
  refer({ path: 'focus', pattern: 'focus', owner: '' }, index.root.focus, 'tasks');
  checkTaskReferences(walk, index);
  for (const risk of index.risks) checkRiskReferences(walk, index, risk, referEvent);
  for (const { fields, place } of index.lines) {
    refer(fieldOf(place, 'buildTask'), fields.buildTask, 'tasks');
    const requires = Array.isArray(fields.requires) ? fields.requires.slice(0, 1000) : [];
    requires.forEach((task, position) => {
      refer(fieldOf(fieldOf(place, 'requires'), String(position)), task, 'tasks');
    });
    referEvent(fieldOf(place, 'until'), fields.until);
  }
  for (const { fields, place } of index.contracts) referEvent(fieldOf(place, 'start'), fields.start);
  for (const { fields, place } of index.tranches) referEvent(fieldOf(place, 'on'), fields.on);
  const pricing = recordOf(index.root.pricing);
  const pricingPlace: Place = { path: 'pricing', pattern: 'pricing', owner: '' };
  if (pricing.mode === 'parity' || pricing.mode === 'value') {
    refer(fieldOf(pricingPlace, 'technology'), pricing.technology, 'technologies');
  }
  if (pricing.mode === 'value') refer(fieldOf(pricingPlace, 'segment'), pricing.segment, 'segments');
  for (const { fields, place } of index.targets) {
    refer(fieldOf(place, 'task'), fields.task, 'tasks');
    refer(fieldOf(place, 'segment'), fields.segment, 'segments');
    refer(fieldOf(place, 'technology'), fields.technology, 'technologies');
  }
}

/** Parents, calendars and ends of links; of a baseline too. */
export function checkTaskReferences(walk: Walk, index: DocumentIndex): void {
  for (const { fields, place } of index.tasks) {
    checkReference(walk, fieldOf(place, 'parent'), fields.parent, index, 'tasks');
    checkReference(walk, fieldOf(place, 'calendar'), fields.calendar, index, 'calendars');
  }
  for (const { fields, place } of index.links) {
    checkReference(walk, fieldOf(place, 'from'), fields.from, index, 'tasks');
    checkReference(walk, fieldOf(place, 'to'), fields.to, index, 'tasks');
  }
}

function checkRiskReferences(
  walk: Walk,
  index: DocumentIndex,
  risk: Item,
  referEvent: (place: Place, value: unknown) => void,
): void {
  for (const impact of itemsOf(fieldOf(risk.place, 'impacts'), risk.fields.impacts, 'impact')) {
    const { effect, target } = impact.fields;
    const variable = typeof effect === 'string' ? effectVariable(effect) : undefined;
    if (variable === undefined) continue;
    const place = { ...fieldOf(impact.place, 'target'), owner: risk.place.owner };
    if (variable.target === null) {
      const words = `is not a field of the effect ${effect}, which acts on the whole programme`;
      if (target !== undefined) refuse(walk, place, target, 'unknown-field', words);
    } else if (target === undefined) {
      refuseMissing(walk, place, `; the effect ${effect} needs the id of a ${SINGULAR[variable.target]}`);
    } else checkReference(walk, place, target, index, variable.target);
  }
  referEvent(fieldOf(fieldOf(risk.place, 'window'), 'from'), recordOf(risk.fields.window).from);
}

/** Sources and evidence records that are named anywhere must exist; records only where the sources carry any. */
export function checkEvidence(walk: Walk, index: DocumentIndex): void {
  const records = new Set<unknown>();
  for (const { fields } of index.sources) {
    const list = recordOf(fields.meta).records;
    for (const record of Array.isArray(list) ? list.slice(0, 1000) : []) records.add(recordOf(record).id);
  }
  const errors = walk.report.count();
  const sources = index.root.sources;
  const known = walk.known !== undefined && Array.isArray(sources) ? walk.known.evidence : undefined;
  const isKnown = (part: object) => known?.get(part) === sources;
  const walked = walkMetas(index.root, isKnown, (path, meta) => {
    namesOf(meta.sources).forEach((source, position) => {
      if (index.ids.sources.has(source)) return;
      const message = `${path} names the source "${clip(source, 80)}", which is no source; it must be the id of a source.`;
      walk.report.add(`${path}/meta/sources/${position}`, source, 'reference', message);
    });
    if (records.size === 0) return;
    namesOf(meta.evidence).forEach((record, position) => {
      if (records.has(record)) return;
      const message = `${path} names the record "${clip(record, 80)}", which no source holds; it must be the id of a record of a source.`;
      walk.report.add(`${path}/meta/evidence/${position}`, record, 'reference', message);
    });
  });
  if (walk.report.count() === errors) for (const part of walked) known?.set(part, sources as object);
}

function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.slice(0, 1000).filter((name) => typeof name === 'string') : [];
}

// A valid document is at most ten deep; what lies deeper has been refused with its form.
const DEEPEST = 12;
/** The baseline keeps the past as it was, its sources too. */
const SKIPPED = new Set(['meta', 'sources']);

/** Parts down to this depth may be known: sections and the items of their lists. */
const DEEPEST_KNOWN = 2;

/** Visits every `meta` outside of the parts that are known; returns the others that might have been. */
function walkMetas(
  root: Fields,
  isKnown: (part: object) => boolean,
  visit: (path: string, meta: Fields) => void,
): object[] {
  const walked: object[] = [];
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: root, path: '', depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, path, depth } = next;
    if (depth > DEEPEST || typeof value !== 'object' || value === null) continue;
    if (depth > 0 && depth <= DEEPEST_KNOWN) {
      if (isKnown(value)) continue;
      walked.push(value);
    }
    if (Array.isArray(value)) {
      if (value.length > 50_000) continue;
      value.forEach((item: unknown, position) => {
        if (typeof item !== 'object') return;
        const id = recordOf(item).id;
        stack.push({ value: item, path: `${path}/${isId(id) ? clip(id, 200) : position}`, depth: depth + 1 });
      });
      continue;
    }
    if (!isRecord(value)) continue;
    if (isRecord(value.meta)) visit(path, value.meta);
    for (const key of Object.keys(value)) {
      const child = value[key];
      if (typeof child !== 'object' || SKIPPED.has(key)) continue;
      stack.push({ value: child, path: path === '' ? clip(key, 200) : `${path}/${clip(key, 200)}`, depth: depth + 1 });
    }
  }
  return walked;
}
