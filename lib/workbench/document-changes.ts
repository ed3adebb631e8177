import type { ScenarioDocument, Trajectory } from '../scenario/document';
import { variableOf } from '../scenario/variables';
import { linkId } from './place';
import { summary } from './quantity-kinds';

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keyOf(value: unknown, index: number): string {
  if (!isEntry(value)) return String(index);
  if (typeof value.id === 'string') return value.id;
  if (typeof value.from === 'string' && typeof value.to === 'string' && !('working' in value)) {
    return linkId(value as never);
  }
  return String(index);
}

function words(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value.length > 60 ? `“${value.slice(0, 60)}…”` : `“${value}”`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isEntry(value) && ('kind' in value || 'knots' in value)) return summary(value as unknown as Trajectory);
  return 'another value';
}

const nameOf = (value: unknown) => (isEntry(value) ? String(value.name ?? value.title ?? value.supplier ?? '') : '');

/** Quantities, and whatever is neither a list nor an object, are compared as a whole. */
function isLeaf(path: string, value: unknown): boolean {
  if (!isEntry(value) && !Array.isArray(value)) return true;
  if (variableOf(path)) return true;
  return isEntry(value) && ('knots' in value || ('kind' in value && !('amount' in value)));
}

function compare(path: string, owner: string, before: unknown, after: unknown, out: string[]): void {
  if (before === after) return;
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const label = variableOf(path)?.label ?? path.split('/').pop() ?? path;
  const where = owner ? `${owner}: ${label}` : label;
  if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(path, owner, before, after, out);
  } else if (isEntry(before) && isEntry(after) && !isLeaf(path, before) && !isLeaf(path, after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compare(path ? `${path}/${key}` : key, owner, before[key], after[key], out);
    }
  } else if (words(before) === words(after)) {
    out.push(`${where}: changed beside its numbers`);
  } else {
    out.push(`${where}: ${words(before)} → ${words(after)}`);
  }
}

function compareLists(
  path: string,
  owner: string,
  before: readonly unknown[],
  after: readonly unknown[],
  out: string[],
): void {
  const old = new Map(before.map((entry, index) => [keyOf(entry, index), entry]));
  const now = new Map(after.map((entry, index) => [keyOf(entry, index), entry]));
  const kind = path.split('/').pop() ?? path;
  for (const [key, entry] of old) {
    if (!now.has(key)) out.push(`${kind}: ${nameOf(entry) || key} removed`);
  }
  for (const [key, entry] of now) {
    if (old.has(key)) compare(`${path}/${key}`, nameOf(entry) || owner, old.get(key), entry, out);
    else out.push(`${kind}: ${nameOf(entry) || key} added`);
  }
  const order = [...old.keys()].filter((key) => now.has(key)).join('\n');
  if (order !== [...now.keys()].filter((key) => old.has(key)).join('\n')) out.push(`${kind}: in another order`);
}

/** What differs between two documents, a sentence each: `Winter test: duration: 60 → 45 (30 – 60)`. */
export function documentChanges(before: ScenarioDocument, after: ScenarioDocument): readonly string[] {
  const out: string[] = [];
  compare('', '', before, after, out);
  return [...new Set(out)];
}
