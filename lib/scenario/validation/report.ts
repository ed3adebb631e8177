import type { Correlation, DocumentError, DocumentRule } from '../document';

/** More than so many errors help nobody; the last one then says how many more there are. */
export const REPORTED_ERRORS = 1000;
const LONGEST_PATH = 2000;
const SHOWN_TEXT = 120;
const SHOWN_KEYS = 50;

/** Where the errors of one validation are gathered. */
export interface Report {
  add(path: string, value: unknown, rule: DocumentRule, message: string, nearest?: readonly Correlation[]): void;
  /** Errors so far, also those beyond the reported ones. */
  count(): number;
  errors(): readonly DocumentError[];
  /** Whether an error lies at this path or below it. */
  hasBelow(path: string): boolean;
}

/** Begins a list of errors. */
export function createReport(): Report {
  const errors: DocumentError[] = [];
  const faulty = new Set<string>();
  let found = 0;
  return {
    add(path, value, rule, message, nearest) {
      found++;
      markFaulty(faulty, path);
      if (found > REPORTED_ERRORS) return;
      const error = { path: clip(path, LONGEST_PATH), value: plainValue(value, 2), rule, message };
      errors.push(nearest === undefined ? error : { ...error, nearest });
    },
    count: () => found,
    hasBelow: (path) => faulty.has(path),
    errors() {
      if (found <= REPORTED_ERRORS) return errors;
      const more = `There are ${found - REPORTED_ERRORS + 1} more errors that are not listed.`;
      return [...errors.slice(0, REPORTED_ERRORS - 1), { path: '', value: null, rule: 'range', message: more }];
    },
  };
}

/** Marks a path and all that it lies under. */
function markFaulty(faulty: Set<string>, path: string): void {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const prefix = path.slice(0, end);
    if (faulty.has(prefix)) return;
    faulty.add(prefix);
  }
}

/** What a value was, in plain data of bounded size: it may be anything at all. */
export function plainValue(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return value.length > SHOWN_TEXT ? `${value.slice(0, SHOWN_TEXT)}…` : value;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : plainObject(value, depth);
    default:
      return typeof value;
  }
}

function plainObject(value: object, depth: number): unknown {
  if (depth === 0) return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
  if (Array.isArray(value)) {
    if (value.length > SHOWN_KEYS) return `a list of ${value.length}`;
    return Array.from({ length: value.length }, (_, i) => plainValue(ownValue(value, String(i)), depth - 1));
  }
  const keys = Object.keys(value).slice(0, SHOWN_KEYS);
  return Object.fromEntries(keys.map((key) => [clip(key, SHOWN_TEXT), plainValue(ownValue(value, key), depth - 1)]));
}

/** The value of a data property; undefined for an accessor, which is never called. */
export function ownValue(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

/** A text of bounded length. */
export function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** A value as a sentence quotes it. */
export function quote(value: unknown): string {
  if (typeof value === 'string') return `"${clip(value, SHOWN_TEXT)}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return 'null';
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
