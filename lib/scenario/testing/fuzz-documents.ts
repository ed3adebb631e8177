import type { DocumentRule, ScenarioDocument } from '../document';
import { validateDocument } from '../validate';

/** What became of many broken documents. */
export interface FuzzReport {
  readonly documents: number;
  /** Still valid after the change. */
  readonly accepted: number;
  readonly refused: number;
  /** Errors by rule. */
  readonly rules: Readonly<Partial<Record<DocumentRule, number>>>;
  /** Crashes, errors without path, rule or sentence, and examinations that failed; at most 20. */
  readonly failures: readonly { readonly number: number; readonly reason: string }[];
  /** Milliseconds of the slowest document. */
  readonly slowest: number;
}

export interface FuzzOptions {
  /** Valid documents to break. */
  readonly sources: readonly unknown[];
  readonly seed: number;
  readonly count: number;
  /** What is done with the documents that stay valid, such as running them; it throws where the result is wrong. */
  readonly examine?: (document: ScenarioDocument) => void;
  /** Milliseconds; handed in so that nothing here reads a clock of its own. */
  readonly now?: () => number;
}

type Random = () => number;
type Holder = Record<string, unknown> | unknown[];
interface Slot {
  readonly holder: Holder;
  readonly key: string;
}

const MOST_FAILURES = 20;
const MOST_TASKS = 10_000;
/** Shares of documents that have a cycle, and that have thousands of tasks (which take their time). */
const CYCLES = 0.03;
const MANY_TASKS = 0.001;

/** Numbers in [0, 1) that follow from the seed alone (the mixing of mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

function deepList(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

const HOSTILE: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => '',
  () => 'nowhere',
  () => '__proto__',
  () => 'constructor',
  () => '2026-02-30',
  () => '9999-12-31',
  () => '1969-12-31T23:59:59Z',
  () => '2026-13',
  () => 'x'.repeat(100_001),
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -1,
  () => 0,
  () => 1e-300,
  () => 1e15,
  () => 1e308,
  () => [],
  () => ({}),
  () => [null],
  () => deepList(500),
  () => new Array(1001).fill(0),
  () => JSON.parse('{"__proto__": {"kind": "fixed"}, "constructor": 1}'),
  () => ({ kind: 'uniform', low: 0, high: 0 }),
  () => ({ kind: 'uniform', low: 5, high: 1 }),
  () => ({ kind: 'pert', low: 0, mode: 0.5, high: 1, lambda: 0 }),
  () => ({ kind: 'pert', low: 0.2, mode: 0.2, high: 0.2, bounds: 'p10-p90' }),
  () => ({ kind: 'triangular', low: 0.1, mode: 0.2, high: 0.9, bounds: 'p10-p90', min: 0, max: 1 }),
  () => ({ kind: 'normal', mean: 0.5, sd: 1e9, low: 0, high: 1 }),
  () => ({ kind: 'lognormal', p10: 1e-300, p90: 1e300 }),
  () => ({ kind: 'discrete', outcomes: [{ value: 1, p: 0 }] }),
  () => ({ kind: 'fixed', value: 0.5, meta: { note: 'x', luck: 1 } }),
  () => ({ interpolate: 'geometric', knots: [{ date: '2026-01-01', value: 0 }] }),
  () => ({ interpolate: 'linear', knots: [{ date: '2027-01-01', low: 1, mode: 1, high: 1 }] }),
  () => ({ task: 'nowhere' }),
];

/** Every place of a plain value that can be changed, without recursion. */
function slotsOf(root: Holder): Slot[] {
  const slots: Slot[] = [];
  const stack: Holder[] = [root];
  for (let holder = stack.pop(); holder !== undefined; holder = stack.pop()) {
    for (const key of Object.keys(holder)) {
      slots.push({ holder, key });
      const child = (holder as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null) stack.push(child as Holder);
    }
  }
  return slots;
}

function put({ holder, key }: Slot, value: unknown): void {
  // defineProperty: an assignment to __proto__ would change the prototype instead of a field.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function valueAt({ holder, key }: Slot): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

const CHANGES: readonly ((random: Random, slot: Slot, slots: readonly Slot[]) => void)[] = [
  (random, slot) => put(slot, pick(random, HOSTILE)()),
  (_, { holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  (random, slot, slots) => put(slot, structuredClone(valueAt(pick(random, slots)))),
  (_, { holder, key }) => {
    if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
    else put({ holder, key: `${key}x` }, structuredClone(holder[key]));
  },
  (random, { holder }) => {
    if (!Array.isArray(holder))
      put({ holder, key: pick(random, ['__proto__', 'constructor', 'meta', 'luck', 'id']) }, pick(random, HOSTILE)());
  },
  (random, slot) => {
    const value = valueAt(slot);
    if (typeof value === 'number') put(slot, value * pick(random, [-1, 0, 0.5, 2, 1e3, 1e12, 1e300]));
  },
  (_, { holder }) => {
    if (Array.isArray(holder)) holder.reverse();
  },
];

/** The list of the document by that name; an empty one where there is none. */
function listAt(document: Holder, name: string): unknown[] {
  const list = Object.getOwnPropertyDescriptor(document, name)?.value;
  return Array.isArray(list) ? list : [];
}

/** A link back: a cycle, unless the link was broken before. */
function closeCycle(random: Random, document: Holder): void {
  const links = listAt(document, 'links');
  const link = links.length > 0 ? pick(random, links) : null;
  if (typeof link !== 'object' || link === null) return;
  const { from, to } = link as { from?: unknown; to?: unknown };
  links.push({ from: to, to: from });
}

/** As many tasks as are allowed, or one more. */
function fillTasks(random: Random, document: Holder): void {
  const tasks = listAt(document, 'tasks');
  const wanted = pick(random, [MOST_TASKS, MOST_TASKS + 1]);
  for (let i = tasks.length; i < wanted; i++) tasks.push({ id: `filled ${i}`, name: `${i}`, duration: i % 7 });
}

/** One of the sources with one to four changes, all of which follow from the random numbers. */
export function brokenDocument(sources: readonly unknown[], random: Random): unknown {
  const document = structuredClone(pick(random, sources)) as Holder;
  if (random() < CYCLES) closeCycle(random, document);
  if (random() < MANY_TASKS) fillTasks(random, document);
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change++) {
    const slots = slotsOf(document);
    if (slots.length === 0) break;
    pick(random, CHANGES)(random, pick(random, slots), slots);
  }
  return document;
}

/**
 * Breaks valid documents in many ways and validates each: none may crash, and each error must have a path, a rule and
 * a sentence. The same seed breaks the same documents in the same ways.
 */
export function fuzzDocuments(options: FuzzOptions): FuzzReport {
  const { sources, seed, count, examine, now = () => 0 } = options;
  const random = randomFrom(seed);
  const rules: Partial<Record<DocumentRule, number>> = {};
  const failures: { number: number; reason: string }[] = [];
  let accepted = 0;
  let slowest = 0;
  for (let number = 0; number < count; number++) {
    const document = brokenDocument(sources, random);
    const start = now();
    try {
      const outcome = validateDocument(document);
      if (outcome.ok) {
        accepted++;
        examine?.(outcome.value);
      } else {
        for (const error of outcome.errors) {
          rules[error.rule] = (rules[error.rule] ?? 0) + 1;
          if (typeof error.path !== 'string' || !/[.?]$/.test(error.message)) {
            throw new Error(`a malformed error: ${JSON.stringify(error)}`);
          }
        }
        JSON.stringify(outcome.errors);
      }
    } catch (error) {
      const reason = String(error);
      if (failures.length < MOST_FAILURES) failures.push({ number, reason });
    }
    slowest = Math.max(slowest, now() - start);
  }
  return { documents: count, accepted, refused: count - accepted, rules, failures, slowest };
}
