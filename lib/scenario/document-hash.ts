import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ScenarioDocument } from './document';

/**
 * The one text of a JSON value: keys in order of their code units, no white space, numbers in their shortest form,
 * -0 as 0, fields that are undefined left out. Two documents that say the same have the same text.
 *
 * @example canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => (item === undefined ? 'null' : canonicalJson(item))).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const record = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(record).sort(byCodeUnits)) {
    if (record[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  }
  return `{${parts.join(',')}}`;
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Names a document by what it says: sha256 of its canonical JSON, 64 hexadecimal digits, the same in every browser and
 * in Node. Notes and sources count too: the hash stands for the whole document as it is stored and attached.
 */
export function documentHash(document: ScenarioDocument): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(document))));
}
