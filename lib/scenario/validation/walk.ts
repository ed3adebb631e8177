import type { DocumentRule } from '../document';
import type { KnownParts } from '../known-parts';
import { describeRange, isInside, type Range } from '../range';
import { unitText, variableOfPattern } from '../variables';
import { clip, ownValue, quote, type Report } from './report';

/** Where a check stands in the document. */
export interface Place {
  /** Ids instead of positions: `tasks/winter/duration`. */
  readonly path: string;
  /** The same with `*` for ids: `tasks/*\/duration`. */
  readonly pattern: string;
  /** What the thing is called that the value belongs to; empty for the document itself. */
  readonly owner: string;
}

export type InputKind = 'quantity' | 'trajectory' | 'event';

export interface Walk {
  readonly report: Report;
  readonly currency: string;
  /** The paths of the inputs that were met, where they are wanted. */
  readonly inputs?: Map<string, InputKind>;
  /** What is known of documents before this one. */
  readonly known?: KnownParts;
}

export const ROOT: Place = { path: '', pattern: '', owner: '' };
const LONGEST_NAME = 80;
const LONGEST_PATH = 500;

/** The place of a field of the thing at `place`. */
export function fieldOf(place: Place, key: string): Place {
  return { path: join(place.path, key), pattern: patternBelow(place.pattern, key), owner: place.owner };
}

// One text for each pattern, so that the table is asked with texts whose hash is known; bounded, as keys may be anything.
const patterns = new Map<string, Map<string, string>>();
const MOST_PATTERNS = 5000;
let knownPatterns = 0;

function patternBelow(pattern: string, key: string): string {
  let below = patterns.get(pattern);
  const known = below?.get(key);
  if (known !== undefined) return known;
  const joined = join(pattern, key);
  if (knownPatterns >= MOST_PATTERNS) return joined;
  if (below === undefined) {
    below = new Map();
    patterns.set(pattern, below);
  }
  below.set(key, joined);
  knownPatterns++;
  return joined;
}

/** The place of an item of the list at `place`, under its id. */
export function itemOf(place: Place, segment: string, owner: string): Place {
  return {
    path: join(place.path, segment),
    pattern: patternBelow(place.pattern, '*'),
    owner: clip(owner, LONGEST_NAME),
  };
}

function join(path: string, segment: string): string {
  return path === '' ? segment : `${path}/${segment}`;
}

/** The name of a field in words: that of the table of variables, else the key itself, spelt out. */
export function labelAt(place: Place): string {
  return variableOfPattern(place.pattern)?.label ?? spelt(place.path.slice(place.path.lastIndexOf('/') + 1));
}

function spelt(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}

/** `Duration of Winter test (tasks/winter/duration)`: how a sentence begins. */
export function subjectAt(place: Place): string {
  if (place.path === '') return 'The document';
  return `${capital(namedAt(place))} (${clip(place.path, LONGEST_PATH)})`;
}

function namedAt(place: Place): string {
  const cut = place.path.lastIndexOf('/');
  const key = place.path.slice(cut + 1);
  if (/^\d{1,6}$/.test(key) && cut > 0) {
    const list = spelt(place.path.slice(place.path.lastIndexOf('/', cut - 1) + 1, cut));
    return `entry ${Number(key) + 1} of ${clip(list, LONGEST_NAME)}`;
  }
  const isItem = place.pattern.endsWith('/*');
  const isTabled = variableOfPattern(place.pattern) !== undefined;
  if (isItem && !isTabled) return place.owner === '' ? clip(key, LONGEST_NAME) : place.owner;
  const label = clip(labelAt(place), LONGEST_NAME);
  if (place.owner === '') return label;
  return isItem ? `${label} ${place.owner}` : `${label} of ${place.owner}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Reports that the value here is wrong: `<subject> <words>.` */
export function refuse(walk: Walk, place: Place, value: unknown, rule: DocumentRule, words: string): void {
  walk.report.add(place.path, value, rule, `${subjectAt(place)} ${words}.`);
}

/** Reports a value of the wrong form. */
export function refuseType(walk: Walk, place: Place, value: unknown, expected: string): void {
  refuse(walk, place, value, 'type', `is ${quote(value)}; it must be ${expected}`);
}

/** Reports a missing value. */
export function refuseMissing(walk: Walk, place: Place, why = ''): void {
  refuse(walk, place, null, 'required', `is missing${why}`);
}

/** A plain object: no class, no prototype of its own, no accessors. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The plain object here, or undefined after saying that there is none. */
export function expectRecord(walk: Walk, place: Place, value: unknown): Record<string, unknown> | undefined {
  if (isRecord(value)) return value;
  if (value === undefined) refuseMissing(walk, place);
  else refuseType(walk, place, value, 'an object');
  return undefined;
}

/** The list here if it is one of at most `limit` items, or undefined after saying so. */
export function expectList(walk: Walk, place: Place, value: unknown, limit: number): readonly unknown[] | undefined {
  if (!Array.isArray(value)) {
    if (value === undefined) refuseMissing(walk, place);
    else refuseType(walk, place, value, 'a list');
    return undefined;
  }
  if (value.length > limit) {
    refuse(walk, place, value, 'range', `has ${value.length} items; it may have at most ${limit}`);
    return undefined;
  }
  // A copy without holes: a hole would be passed over by whoever walks the list.
  return Array.from(value);
}

/** A finite number, or undefined after saying so. */
export function expectNumber(walk: Walk, place: Place, value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === undefined) refuseMissing(walk, place);
  else refuseType(walk, place, value, 'a finite number');
  return undefined;
}

/** Says so where [low, high] leaves the range; `low === high` for a plain number. */
export function checkInside(walk: Walk, place: Place, value: unknown, low: number, high: number, range: Range): void {
  if (isInside(range, low, high)) return;
  const unit = unitText(variableOfPattern(place.pattern)?.unit ?? '', walk.currency);
  const allowed = `it must be ${describeRange(range)}${unit === '' ? '' : ` ${unit}`}`;
  const given = low === high ? `is ${low}` : `reaches from ${low} to ${high}`;
  refuse(walk, place, value, 'range', `${given}; ${allowed}`);
}

/** Reports each field that is not among the known ones, and each that is computed when read. */
export function checkKeys(walk: Walk, place: Place, value: Record<string, unknown>, known: ReadonlySet<string>): void {
  for (const key of Object.keys(value)) {
    if (!known.has(key)) refuseUnknown(walk, place, key, ownValue(value, key), known);
    else if (ownValue(value, key) === undefined && hasAccessor(value, key)) {
      refuseType(walk, fieldOf(place, key), 'accessor', 'plain data');
    }
  }
}

function hasAccessor(value: object, key: string): boolean {
  return Object.getOwnPropertyDescriptor(value, key)?.get !== undefined;
}

function refuseUnknown(walk: Walk, place: Place, key: string, value: unknown, known: ReadonlySet<string>): void {
  const path = join(place.path, key);
  const near = nearestKey(key, known);
  const hint = near === undefined ? `known are ${[...known].join(', ')}` : `did you mean ${near}?`;
  const where = place.path === '' ? 'The document' : place.path;
  const end = hint.endsWith('?') ? hint : `${hint}.`;
  walk.report.add(path, value, 'unknown-field', `${where} has an unknown field "${clip(key, LONGEST_NAME)}"; ${end}`);
}

/** The known key that differs by at most two letters, if any. */
function nearestKey(key: string, known: ReadonlySet<string>): string | undefined {
  if (key.length > 40) return undefined;
  let best: string | undefined;
  let fewest = 3;
  for (const candidate of known) {
    const distance = editDistance(key.toLowerCase(), candidate.toLowerCase());
    if (distance < fewest && distance < candidate.length) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein's distance; both texts are short. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
