import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ScenarioDocument } from './document';
import type { KnownParts } from './known-parts';
import { sha256OfNext } from './resumed-sha256';

/**
 * The one text of a JSON value: keys in order of their code units, no white space, numbers in their shortest form,
 * -0 as 0, fields that are undefined left out. Two documents that say the same have the same text.
 *
 * @example canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  // The platform writes three times as fast as any code of ours, in the order in which an object has its keys.
  const inOrder = { kept: true };
  const copy = withSortedKeys(value, inOrder);
  return (inOrder.kept ? JSON.stringify(copy) : textOf(value)) ?? 'null';
}

/** A copy whose objects have their keys in order; `inOrder.kept` turns false where an object cannot have them so. */
function withSortedKeys(value: unknown, inOrder: { kept: boolean }): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withSortedKeys(item, inOrder));
  const record = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  const keys = sortedKeys(record);
  for (const key of keys) {
    if (key === '__proto__') inOrder.kept = false;
    else copy[key] = withSortedKeys(record[key], inOrder);
  }
  // Keys that are numbers come first in any object, by size.
  if (keys.length > 0 && keys[0]! < ':' && Object.keys(copy).some((key, i) => key !== keys[i])) inOrder.kept = false;
  return copy;
}

/** The same text, written piece by piece. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => textOf(item) ?? 'null').join(',')}]`;
  return fieldsText(value as Record<string, unknown>, textOf);
}

/** By their code units. */
function sortedKeys(record: Record<string, unknown>): string[] {
  const keys = Object.keys(record);
  if (keys.length > LONGEST_INSERTION) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let j = i - 1;
    for (; j >= 0 && keys[j]! > key; j--) keys[j + 1] = keys[j]!;
    keys[j + 1] = key;
  }
  return keys;
}

/** Up to so many keys are sorted by insertion. */
const LONGEST_INSERTION = 16;

/** Texts of parts down to this depth are kept: sections and the items of their lists. */
const DEEPEST_KEPT = 2;

/** The same text, of parts whose texts are kept from document to document. */
function keptText(value: unknown, texts: WeakMap<object, string>, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const kept = texts.get(value);
  if (kept !== undefined) return kept;
  let text: string;
  if (depth === DEEPEST_KEPT) text = canonicalJson(value);
  else if (Array.isArray(value)) {
    text = `[${Array.from(value, (item) => keptText(item, texts, depth + 1) ?? 'null').join(',')}]`;
  } else text = fieldsText(value as Record<string, unknown>, (field) => keptText(field, texts, depth + 1));
  texts.set(value, text);
  return text;
}

function fieldsText(record: Record<string, unknown>, textOfField: (value: unknown) => string | undefined): string {
  const parts = sortedKeys(record).flatMap((key) => {
    const text = textOfField(record[key]);
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return `{${parts.join(',')}}`;
}

/**
 * Names a document by what it says: sha256 of its canonical JSON, 64 hexadecimal digits, the same in every browser and
 * in Node. Notes and sources count too: the hash stands for the whole document as it is stored and attached.
 *
 * @param known what is known of documents before this one, of which no part is ever changed in place
 */
export function documentHash(document: ScenarioDocument, known?: KnownParts): string {
  const text = known === undefined ? canonicalJson(document) : keptText(document, known.texts, 0);
  return bytesToHex(sha256OfNext(utf8ToBytes(text ?? 'null')));
}
