/** One place at which a document differs from another, and what stands there now. */
export interface DocumentChange {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

type Container = Record<string | number, unknown>;

/** A valid document is at most ten deep; what lies deeper is sent as it is. */
const DEEPEST = 12;

/**
 * Where a document differs from one before it. What both share is not looked into, so that an edit is found at the cost
 * of its depth. A list of another length, and an object whose keys have changed, is one difference.
 */
export function documentChanges(before: unknown, after: unknown): DocumentChange[] {
  const changes: DocumentChange[] = [];
  collect(before, after, [], changes);
  return changes;
}

function collect(before: unknown, after: unknown, path: (string | number)[], changes: DocumentChange[]): void {
  if (Object.is(before, after)) return;
  const keys = path.length < DEEPEST ? commonKeys(before, after) : null;
  if (keys === null) {
    changes.push({ path, value: after });
    return;
  }
  for (const key of keys) collect((before as Container)[key], (after as Container)[key], [...path, key], changes);
}

/** The keys of both where they have the same in the same order (which says in what order sums are made), else null. */
function commonKeys(before: unknown, after: unknown): (string | number)[] | null {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length ? [...before.keys()] : null;
  }
  if (!isRecord(before) || !isRecord(after)) return null;
  const keys = Object.keys(after);
  const others = Object.keys(before);
  return keys.length === others.length && keys.every((key, i) => key === others[i]) ? keys : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The document with the changes made; all that they leave as it was is shared with the one before. */
export function withChanges<Document>(before: Document, changes: readonly DocumentChange[]): Document {
  return changes.reduce<unknown>(
    (document, { path, value }) => withValue(document, path, 0, value),
    before,
  ) as Document;
}

function withValue(part: unknown, path: readonly (string | number)[], depth: number, value: unknown): unknown {
  if (depth === path.length) return value;
  const key = path[depth]!;
  const copy = (Array.isArray(part) ? [...part] : { ...(part as object) }) as Container;
  copy[key] = withValue(copy[key], path, depth + 1, value);
  return copy;
}
