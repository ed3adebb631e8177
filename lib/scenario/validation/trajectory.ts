import type { Range } from '../range';
import { checkMeta } from './meta';
import { checkQuantity, type Fields, inOrder, LONGEST_LIST, readNumber } from './quantity';
import { parseDate } from './text';
import {
  checkInside,
  checkKeys,
  expectList,
  expectRecord,
  fieldOf,
  type Place,
  refuse,
  refuseMissing,
  type Walk,
} from './walk';

const KNOTS_KEYS = new Set(['interpolate', 'knots', 'min', 'max', 'meta']);
const KNOT_KEYS = new Set(['date', 'low', 'mode', 'high', 'value', 'meta']);

/** Checks a trajectory: a quantity, or knots with ascending dates; the same `range` at every knot. */
export function checkTrajectory(walk: Walk, place: Place, value: unknown, range: Range): void {
  const isKnots =
    typeof value === 'object' &&
    value !== null &&
    (Object.hasOwn(value, 'knots') || Object.hasOwn(value, 'interpolate'));
  if (!isKnots) {
    checkQuantity(walk, place, value, range);
    return;
  }
  const fields = expectRecord(walk, place, value);
  if (fields === undefined) return;
  checkKeys(walk, place, fields, KNOTS_KEYS);
  checkMeta(walk, fieldOf(place, 'meta'), fields.meta, 'quantity');
  const clip: Record<string, number> = {};
  readNumber(walk, place, fields, 'min', false, clip);
  readNumber(walk, place, fields, 'max', false, clip);
  const fault = inOrder(clip, ['min', 'max']);
  if (fault !== undefined) refuse(walk, place, fields, fault.rule, fault.words);
  const how = fieldOf(place, 'interpolate');
  if (fields.interpolate === undefined) refuseMissing(walk, how, '; it must be linear or geometric');
  else if (fields.interpolate !== 'linear' && fields.interpolate !== 'geometric') {
    const rule = typeof fields.interpolate === 'string' ? 'range' : 'type';
    refuse(walk, how, fields.interpolate, rule, 'must be linear or geometric');
  }
  checkKnots(walk, place, fields, { range, clip });
}

interface KnotLimits {
  readonly range: Range;
  readonly clip: Readonly<Record<string, number>>;
}

function checkKnots(walk: Walk, place: Place, fields: Fields, limits: KnotLimits): void {
  const here = fieldOf(place, 'knots');
  if (fields.knots === undefined) {
    refuseMissing(walk, here);
    return;
  }
  const knots = expectList(walk, here, fields.knots, LONGEST_LIST);
  if (knots === undefined) return;
  if (knots.length === 0) refuse(walk, here, fields.knots, 'range', 'is empty; it must have at least one knot');
  let last: { readonly day: number; readonly text: unknown } | undefined;
  knots.forEach((item, position) => {
    const at = fieldOf(here, String(position));
    const knot = expectRecord(walk, at, item);
    if (knot === undefined) return;
    checkKeys(walk, at, knot, KNOT_KEYS);
    checkMeta(walk, fieldOf(at, 'meta'), knot.meta, 'quantity');
    const day = parseDate(walk, fieldOf(at, 'date'), knot.date);
    if (day !== undefined && last !== undefined && day <= last.day) {
      refuse(walk, at, knot.date, 'order', `follows ${last.text} with ${knot.date}; dates must ascend`);
    }
    if (day !== undefined) last = { day, text: knot.date };
    checkKnotValues(walk, at, knot, fields.interpolate === 'geometric', limits);
  });
}

function checkKnotValues(walk: Walk, at: Place, knot: Fields, geometric: boolean, limits: KnotLimits): void {
  const numbers: Record<string, number> = {};
  const spread = ['low', 'mode', 'high'].some((name) => knot[name] !== undefined);
  if (spread && knot.value !== undefined) {
    refuse(
      walk,
      fieldOf(at, 'value'),
      knot.value,
      'unique',
      'stands beside low, mode, high; a knot has one or the other',
    );
    return;
  }
  const names = spread ? ['low', 'mode', 'high'] : ['value'];
  for (const name of names) readNumber(walk, at, knot, name, true, numbers);
  if (names.some((name) => numbers[name] === undefined)) return;
  const fault = inOrder(numbers, names);
  if (fault !== undefined) {
    refuse(walk, at, knot, fault.rule, fault.words);
    return;
  }
  const lowest = numbers[names[0] ?? ''] ?? 0;
  const highest = numbers[names.at(-1) ?? ''] ?? 0;
  if (geometric && lowest <= 0) {
    refuse(walk, at, knot, 'range', `has ${lowest}; a geometric trajectory must be above 0`);
    return;
  }
  const low = clamp(lowest, limits.clip);
  const high = clamp(highest, limits.clip);
  checkInside(walk, at, knot, low, high, limits.range);
}

function clamp(value: number, clip: Readonly<Record<string, number>>): number {
  return Math.min(Math.max(value, clip.min ?? value), clip.max ?? Number.POSITIVE_INFINITY);
}
