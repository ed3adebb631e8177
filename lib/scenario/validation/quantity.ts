import { quantitySupport } from '../../engine/distributions/quantity-support';
import type { Quantity } from '../document';
import type { Range } from '../range';
import { checkMeta } from './meta';
import {
  checkInside,
  checkKeys,
  expectList,
  expectNumber,
  expectRecord,
  fieldOf,
  isRecord,
  type Place,
  refuse,
  refuseMissing,
  refuseType,
  type Walk,
} from './walk';

export const LONGEST_LIST = 1000;
const COMMON = ['kind', 'min', 'max', 'meta'];
const BOUNDS = ['min-max', 'p10-p90'];
/** Beyond it a PERT is a spike at its mode and its quantiles are lost in rounding. */
const LARGEST_LAMBDA = 10_000;

export type Fields = Record<string, unknown>;
interface Kind {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** What is wrong with the numbers, when all of them are there; undefined when nothing. */
  readonly fault: (q: Readonly<Record<string, number>>) => Fault | undefined;
}
interface Fault {
  readonly rule: 'range' | 'order';
  readonly words: string;
}

/** What is wrong where the named numbers, as far as they are there, do not ascend. */
export function inOrder(q: Readonly<Record<string, number>>, names: readonly string[]): Fault | undefined {
  const given = names.filter((name) => q[name] !== undefined);
  const values = given.map((name) => q[name] ?? 0);
  if (values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0))) return undefined;
  const list = given.map((name, i) => `${name} ${values[i]}`).join(', ');
  return { rule: 'order', words: `has ${list}; it must be ${given.join(' <= ')}` };
}

function above(q: Readonly<Record<string, number>>, name: string, limit: number): Fault | undefined {
  const value = q[name];
  if (value === undefined || value > limit) return undefined;
  return { rule: 'range', words: `has ${name} ${value}; it must be above ${limit}` };
}

function notBelow(q: Readonly<Record<string, number>>, name: string, limit: number): Fault | undefined {
  const value = q[name];
  if (value === undefined || value >= limit) return undefined;
  return { rule: 'range', words: `has ${name} ${value}; it must be at least ${limit}` };
}

function lambdaFault(q: Readonly<Record<string, number>>): Fault | undefined {
  const lambda = q.lambda ?? 4;
  if (lambda > 0 && lambda <= LARGEST_LAMBDA) return undefined;
  return { rule: 'range', words: `has lambda ${lambda}; it must be above 0 and at most ${LARGEST_LAMBDA}` };
}

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['fixed', { required: ['value'], optional: [], fault: () => undefined }],
  ['uniform', { required: ['low', 'high'], optional: [], fault: (q) => inOrder(q, ['low', 'high']) }],
  [
    'triangular',
    { required: ['low', 'mode', 'high'], optional: ['bounds'], fault: (q) => inOrder(q, ['low', 'mode', 'high']) },
  ],
  [
    'pert',
    {
      required: ['low', 'mode', 'high'],
      optional: ['lambda', 'bounds'],
      fault: (q) => inOrder(q, ['low', 'mode', 'high']) ?? lambdaFault(q),
    },
  ],
  [
    'normal',
    {
      required: ['mean', 'sd'],
      optional: ['low', 'high'],
      fault: (q) => notBelow(q, 'sd', 0) ?? inOrder(q, ['low', 'mean', 'high']),
    },
  ],
  [
    'lognormal',
    { required: ['p10', 'p90'], optional: [], fault: (q) => above(q, 'p10', 0) ?? inOrder(q, ['p10', 'p90']) },
  ],
  ['discrete', { required: [], optional: ['outcomes'], fault: () => undefined }],
]);
const KIND_NAMES = [...KINDS.keys()].join(', ');
const KNOWN_KEYS = new Map(
  [...KINDS].map(([name, kind]) => [name, new Set([...COMMON, ...kind.required, ...kind.optional])] as const),
);
const EVERY_KEY = new Set([...KNOWN_KEYS.values()].flatMap((keys) => [...keys]));
const OUTCOME_KEYS = new Set(['value', 'p', 'meta']);

/** Checks a quantity: its form, the order of its numbers, and that its whole support lies inside `range`. */
export function checkQuantity(walk: Walk, place: Place, value: unknown, range: Range): void {
  if (typeof value === 'number') {
    if (expectNumber(walk, place, value) !== undefined) checkInside(walk, place, value, value, value, range);
    return;
  }
  if (value === undefined) {
    refuseMissing(walk, place);
    return;
  }
  if (!isRecord(value)) {
    refuseType(walk, place, value, 'a number or a distribution');
    return;
  }
  const fields = value;
  const before = walk.report.count();
  const wellFormed = checkDistribution(walk, place, fields);
  checkMeta(walk, fieldOf(place, 'meta'), fields.meta, 'quantity');
  if (!wellFormed || walk.report.count() > before) return;
  const support = supportOf(fields as unknown as Quantity);
  if (support === undefined) refuse(walk, place, value, 'range', 'has percentiles that no such shape has');
  else checkInside(walk, place, value, lowestOf(place, fields, support.low), support.high, range);
}

// The work of a task is never below 0 in the model, so a tail below 0 that merely follows from percentiles does no harm.
const FLOORED_AT_ZERO: readonly string[] = ['tasks/*/duration', 'tasks/*/remainingDuration'];

function lowestOf(place: Place, fields: Fields, low: number): number {
  const isTail = low < 0 && fields.bounds === 'p10-p90' && (fields.low as number) >= 0;
  return isTail && FLOORED_AT_ZERO.includes(place.pattern) ? 0 : low;
}

function supportOf(quantity: Quantity): { readonly low: number; readonly high: number } | undefined {
  try {
    return quantitySupport(quantity);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function checkDistribution(walk: Walk, place: Place, fields: Fields): boolean {
  if (fields.kind === undefined) {
    checkKeys(walk, place, fields, EVERY_KEY);
    refuseMissing(walk, fieldOf(place, 'kind'), `; it must be one of ${KIND_NAMES}`);
    return false;
  }
  const kind = typeof fields.kind === 'string' ? KINDS.get(fields.kind) : undefined;
  if (kind === undefined) {
    const rule = typeof fields.kind === 'string' ? 'range' : 'type';
    refuse(
      walk,
      fieldOf(place, 'kind'),
      fields.kind,
      rule,
      `is no kind of distribution; it must be one of ${KIND_NAMES}`,
    );
    return false;
  }
  checkKeys(walk, place, fields, KNOWN_KEYS.get(fields.kind as string) ?? EVERY_KEY);
  const numbers: Record<string, number> = {};
  for (const name of [...kind.required, 'min', 'max', ...kind.optional]) {
    if (name === 'bounds' || name === 'outcomes') continue;
    readNumber(walk, place, fields, name, kind.required.includes(name), numbers);
  }
  if (fields.bounds !== undefined && !BOUNDS.includes(fields.bounds as string)) {
    const rule = typeof fields.bounds === 'string' ? 'range' : 'type';
    refuse(walk, fieldOf(place, 'bounds'), fields.bounds, rule, `must be one of ${BOUNDS.join(', ')}`);
  }
  if (fields.kind === 'discrete') checkOutcomes(walk, place, fields.outcomes);
  const complete = kind.required.every((name) => numbers[name] !== undefined);
  const fault = (complete ? kind.fault(numbers) : undefined) ?? inOrder(numbers, ['min', 'max']);
  if (fault !== undefined) refuse(walk, place, fields, fault.rule, fault.words);
  return complete && fault === undefined;
}

/** Reads a number among the fields of a quantity, or says what is wrong with it. */
export function readNumber(
  walk: Walk,
  place: Place,
  fields: Fields,
  name: string,
  required: boolean,
  into: Record<string, number>,
): void {
  const value = fields[name];
  const here = fieldOf(place, name);
  if (value === undefined) {
    if (required) refuseMissing(walk, here);
    return;
  }
  const number = expectNumber(walk, here, value);
  if (number !== undefined) into[name] = number;
}

function checkOutcomes(walk: Walk, place: Place, value: unknown): void {
  const here = fieldOf(place, 'outcomes');
  if (value === undefined) {
    refuseMissing(walk, here);
    return;
  }
  const outcomes = expectList(walk, here, value, LONGEST_LIST);
  if (outcomes === undefined) return;
  if (outcomes.length === 0) refuse(walk, here, value, 'range', 'is empty; it must have at least one outcome');
  let total = 0;
  outcomes.forEach((item, position) => {
    const at = fieldOf(here, String(position));
    const fields = expectRecord(walk, at, item);
    if (fields === undefined) return;
    checkKeys(walk, at, fields, OUTCOME_KEYS);
    checkMeta(walk, fieldOf(at, 'meta'), fields.meta, 'anything');
    const numbers: Record<string, number> = {};
    readNumber(walk, at, fields, 'value', true, numbers);
    readNumber(walk, at, fields, 'p', true, numbers);
    const p = numbers.p ?? 0;
    total += p;
    if (p < 0) refuse(walk, fieldOf(at, 'p'), p, 'range', `is ${p}; it must be at least 0`);
  });
  if (outcomes.length > 0 && !(total > 0 && Number.isFinite(total))) {
    refuse(walk, here, value, 'range', `have probabilities that add up to ${total}; the sum must be above 0`);
  }
}
