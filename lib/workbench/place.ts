import type { Link, ScenarioDocument } from '../scenario/document';

/**
 * Any place of the document as text: keys, and ids instead of list positions, as the paths of inputs are written
 * (`tasks/winter/duration`), but for every field (`tasks/winter/name`). Entries without an id go by their position.
 */
export type Place = string;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A link's id; by default what it connects. */
export function linkId(link: Link): string {
  return link.id ?? `${link.from}-${link.type ?? 'FS'}-${link.to}`;
}

function entryId(entry: unknown, position: number): string {
  if (!isObject(entry)) return String(position);
  if (typeof entry.id === 'string') return entry.id;
  if (typeof entry.from === 'string' && typeof entry.to === 'string' && !('working' in entry)) {
    return linkId(entry as unknown as Link);
  }
  return String(position);
}

function positionOf(list: readonly unknown[], key: string): number {
  return list.findIndex((entry, position) => entryId(entry, position) === key);
}

function childOf(node: unknown, key: string): unknown {
  if (Array.isArray(node)) return node[positionOf(node, key)];
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** The value at a place, or undefined where the document holds nothing there. */
export function readPlace(document: ScenarioDocument, place: Place): unknown {
  return place.split('/').reduce<unknown>(childOf, document);
}

// Groups that mean nothing when empty; they go with their last field.
const vanishing = new Set(['yield', 'utilisation', 'stock', 'adoption', 'meta', 'run', 'vehicle']);

function write(node: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    const position = positionOf(node, key);
    if (position < 0) return node;
    const next = write(node[position], rest, value);
    if (next === undefined) return node.filter((_, at) => at !== position);
    return next === node[position] ? node : node.map((entry, at) => (at === position ? next : entry));
  }
  const object = isObject(node) ? node : {};
  const before = Object.hasOwn(object, key) ? object[key] : undefined;
  const after = write(before, rest, value);
  const gone = after === undefined || (vanishing.has(key) && isObject(after) && Object.keys(after).length === 0);
  if (gone) {
    if (!Object.hasOwn(object, key)) return node;
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  }
  return after === before ? node : { ...object, [key]: after };
}

/** A link without an id is named by its ends; before an end changes, the old name becomes its id, so that references hold. */
function pinLinkId(document: ScenarioDocument, keys: readonly string[]): ScenarioDocument {
  const [list, id, field] = keys;
  if (list !== 'links' || !id || !field || !['from', 'to', 'type'].includes(field)) return document;
  const links = document.links?.map((link) => (link.id === undefined && linkId(link) === id ? { ...link, id } : link));
  return { ...document, links };
}

/**
 * The document with another value at a place; `undefined` takes the field or the list's entry away. Groups on the way
 * are made where missing. A place in a list entry that does not exist changes nothing.
 */
export function writePlace(document: ScenarioDocument, place: Place, value: unknown): ScenarioDocument {
  const keys = place.split('/');
  return write(pinLinkId(document, keys), keys, value) as ScenarioDocument;
}

/** The document with one more entry at the end of a list. */
export function appendTo(document: ScenarioDocument, list: Place, entry: unknown): ScenarioDocument {
  const before = readPlace(document, list);
  return writePlace(document, list, [...(Array.isArray(before) ? before : []), entry]);
}

/** The document with an entry moved one place up (-1) or down (+1) in its list. */
export function moveEntry(document: ScenarioDocument, list: Place, key: string, by: -1 | 1): ScenarioDocument {
  const before = readPlace(document, list);
  if (!Array.isArray(before)) return document;
  const position = positionOf(before, key);
  const other = position + by;
  if (position < 0 || other < 0 || other >= before.length) return document;
  const after = [...before];
  [after[position], after[other]] = [after[other], after[position]];
  return writePlace(document, list, after);
}

/** An id that nothing in the list has yet, made from a name: "Winter test" → `winter-test`, `winter-test-2`. */
export function freshId(taken: readonly { readonly id?: string }[], name: string): string {
  const stem =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'item';
  const ids = new Set(taken.map(({ id }) => id));
  if (!ids.has(stem)) return stem;
  for (let number = 2; ; number += 1) {
    const id = `${stem}-${number}`;
    if (!ids.has(id)) return id;
  }
}
