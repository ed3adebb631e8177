import type { FutureResult } from '../results/result-types';

/** One number that differs from the expected one by more than the tolerance, or one value that is not the same. */
export interface Difference {
  readonly at: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Fields that an answer's file adds for its reader. */
const IGNORED = new Set(['case', 'draws', 'mode']);
const MONEY = new Set([
  'received',
  'grants',
  'interest',
  'principal',
  'overhead',
  'rnd',
  'capex',
  'capexPaid',
  'revenue',
  'variable',
  'fixed',
  'depreciation',
  'tax',
  'unleveredTax',
  'oneOff',
  'fcf',
  'cash',
  'paid',
  'npv',
  'peakFunding',
]);
const TONNES = new Set(['stock', 'use', 'supply', 'refused']);
const DAYS = new Set(['day', 'stall', 'totalFloat', 'freeFloat', 'work']);
/** Just after a launch output and shares come from a small difference of two dates. */
const SMALL = 1e-12;

/** How far a number may lie from the expected one: relative, with a floor that its kind sets. */
export function tolerance(field: string, expected: number): number {
  const size = Math.abs(expected);
  if (MONEY.has(field)) return 1e-9 * Math.max(size, 1e6);
  if (TONNES.has(field)) return Math.max(1e-6, 1e-9 * size);
  if (DAYS.has(field)) return 1e-7;
  return Math.max(1e-9 * size, SMALL);
}

/** Every place where a computed future differs from the expected one. */
export function differences(expected: unknown, actual: unknown, at = '', field = ''): Difference[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return Math.abs(expected - actual) <= tolerance(field, expected) ? [] : [{ at, expected, actual }];
  }
  if (expected === null || typeof expected !== 'object' || actual === null || typeof actual !== 'object') {
    return expected === actual ? [] : [{ at, expected, actual }];
  }
  // The text of an instant is compared through its day number; times may round to the neighbouring millisecond.
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...names].flatMap((name) => {
    if (IGNORED.has(name) || name === 'iso') return [];
    const from = (expected as Record<string, unknown>)[name];
    const to = (actual as Record<string, unknown>)[name];
    return differences(from, to, `${at}/${name}`, name);
  });
}

/** The expected answer of a case with given draws, one future for each list. */
export interface ExpectedDraws {
  readonly results: readonly FutureResult[];
}
