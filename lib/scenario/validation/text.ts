import { monthIndex } from '../../engine/calendar/horizon';
import { parseKnownDate } from './known';
import { quote } from './report';
import { type Place, refuse, refuseMissing, refuseType, type Walk } from './walk';

export const LONGEST_TEXT = 100_000;
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

/** Checks a text of at most 100,000 characters; says so otherwise. */
export function checkText(walk: Walk, place: Place, value: unknown): value is string {
  if (typeof value !== 'string') {
    if (value === undefined) refuseMissing(walk, place);
    else refuseType(walk, place, value, 'a text');
    return false;
  }
  if (value.length <= LONGEST_TEXT) return true;
  const words = `has ${value.length} characters; it may have at most ${LONGEST_TEXT}`;
  refuse(walk, place, value, 'range', words);
  return false;
}

/** What an id must be, or undefined where `value` is one. `__proto__` cannot be a key of plain data. */
export function idFault(value: string): string | undefined {
  if (value === '') return 'a text that is not empty';
  if (value.length > LONGEST_TEXT) return `a text of at most ${LONGEST_TEXT} characters`;
  if (value.includes('/')) return 'a text without "/"';
  if (value === '__proto__') return 'another text than "__proto__"';
  return undefined;
}

/** Checks that the value can be an id. */
export function checkId(walk: Walk, place: Place, value: unknown): value is string {
  const expected = typeof value === 'string' ? idFault(value) : 'a text without "/"';
  if (expected === undefined) return true;
  if (value === undefined) refuseMissing(walk, place);
  else refuseType(walk, place, value, expected);
  return false;
}

/** Whether a value can be an id, without saying anything. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && idFault(value) === undefined;
}

/** The day number (00:00 without a time) of a date between 1970 and 2199, or undefined after saying what is wrong. */
export function parseDate(walk: Walk, place: Place, value: unknown): number | undefined {
  if (value === undefined) {
    refuseMissing(walk, place);
    return undefined;
  }
  const parsed = typeof value === 'string' && value.length <= 40 ? parseKnownDate(value) : null;
  if (parsed === null) {
    refuseType(walk, place, value, 'a date like 2026-06-13 or 2026-06-13T12:00:00Z');
    return undefined;
  }
  return checkYear(walk, place, value as string) ? parsed.day : undefined;
}

/** The months since year 0 of a month like 2026-06 between 1970 and 2199, or undefined after saying what is wrong. */
export function parseMonth(walk: Walk, place: Place, value: unknown): number | undefined {
  if (value === undefined) {
    refuseMissing(walk, place);
    return undefined;
  }
  const index = typeof value === 'string' && value.length === 7 ? monthIndex(value) : null;
  if (index === null) {
    refuseType(walk, place, value, 'a month like 2026-06');
    return undefined;
  }
  return checkYear(walk, place, value as string) ? index : undefined;
}

function checkYear(walk: Walk, place: Place, text: string): boolean {
  const year = Number(text.slice(0, 4));
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return true;
  refuse(walk, place, text, 'range', `is ${quote(text)}; it must lie in the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  return false;
}
