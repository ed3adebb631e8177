import { ABOVE_ZERO, POSITIVE_FRACTION } from '../range';
import { checkText } from './text';
import { checkInside, checkKeys, expectList, expectNumber, expectRecord, fieldOf, type Place, type Walk } from './walk';

/** What a `meta` stands on decides which fields it may have. */
export type MetaPlace = 'anything' | 'quantity' | 'segment' | 'source' | 'document';

const COMMON = ['note', 'owner', 'colour', 'changed'];
const KEYS: Readonly<Record<MetaPlace, ReadonlySet<string>>> = {
  anything: new Set(COMMON),
  quantity: new Set([...COMMON, 'sources', 'evidence', 'assumption', 'unit']),
  segment: new Set([...COMMON, 'vehicle']),
  source: new Set([...COMMON, 'records']),
  document: new Set([...COMMON, 'baseline', 'story', 'headline']),
};
const CHANGED_KEYS = new Set(['by', 'at']);
const VEHICLE_KEYS = new Set(['packMass', 'packRatio', 'consumption']);
const SLIDE_KEYS = new Set(['title', 'view', 'notes', 'unlocked', 'meta']);
const RECORD_KEYS = new Set(['id', 'quantity', 'unit', 'low', 'mode', 'high', 'value', 'year', 'region', 'note']);
const LONGEST_LIST = 1000;
const HEADLINE_FIGURES = 6;

type Fields = Record<string, unknown>;

/** Checks the form of a `meta`. What it refers to is checked with all references; the baseline by `validate`. */
export function checkMeta(walk: Walk, place: Place, value: unknown, on: MetaPlace): void {
  if (value === undefined) return;
  const meta = expectRecord(walk, place, value);
  if (meta === undefined) return;
  checkKeys(walk, place, meta, KEYS[on]);
  for (const name of ['note', 'owner', 'colour', 'assumption', 'unit']) optionalText(walk, place, meta, name);
  optionalRecord(walk, place, meta, 'changed', (at, changed) => {
    checkKeys(walk, at, changed, CHANGED_KEYS);
    for (const name of ['by', 'at']) optionalText(walk, at, changed, name);
  });
  if (on === 'quantity')
    for (const name of ['sources', 'evidence']) optionalTexts(walk, place, meta, name, LONGEST_LIST);
  if (on === 'segment') optionalRecord(walk, place, meta, 'vehicle', (at, vehicle) => checkVehicle(walk, at, vehicle));
  if (on === 'source') checkRecords(walk, fieldOf(place, 'records'), meta.records);
  if (on === 'document') {
    optionalTexts(walk, place, meta, 'headline', HEADLINE_FIGURES);
    checkStory(walk, fieldOf(place, 'story'), meta.story);
  }
}

function optionalText(walk: Walk, place: Place, fields: Fields, name: string): void {
  if (fields[name] !== undefined) checkText(walk, fieldOf(place, name), fields[name]);
}

function optionalTexts(walk: Walk, place: Place, fields: Fields, name: string, limit: number): void {
  if (fields[name] === undefined) return;
  const here = fieldOf(place, name);
  const texts = expectList(walk, here, fields[name], limit);
  texts?.forEach((text, position) => {
    checkText(walk, fieldOf(here, String(position)), text);
  });
}

function optionalRecord(
  walk: Walk,
  place: Place,
  fields: Fields,
  name: string,
  check: (at: Place, value: Fields) => void,
): void {
  if (fields[name] === undefined) return;
  const here = fieldOf(place, name);
  const record = expectRecord(walk, here, fields[name]);
  if (record !== undefined) check(here, record);
}

function checkVehicle(walk: Walk, place: Place, vehicle: Fields): void {
  checkKeys(walk, place, vehicle, VEHICLE_KEYS);
  for (const name of VEHICLE_KEYS) {
    const here = fieldOf(place, name);
    const number = expectNumber(walk, here, vehicle[name]);
    const range = name === 'packRatio' ? POSITIVE_FRACTION : ABOVE_ZERO;
    if (number !== undefined) checkInside(walk, here, number, number, number, range);
  }
}

function checkStory(walk: Walk, place: Place, value: unknown): void {
  if (value === undefined) return;
  expectList(walk, place, value, LONGEST_LIST)?.forEach((item, position) => {
    const at = fieldOf(place, String(position));
    const slide = expectRecord(walk, at, item);
    if (slide === undefined) return;
    checkKeys(walk, at, slide, SLIDE_KEYS);
    for (const name of ['title', 'view']) checkText(walk, fieldOf(at, name), slide[name]);
    optionalText(walk, at, slide, 'notes');
    optionalTexts(walk, at, slide, 'unlocked', LONGEST_LIST);
    checkMeta(walk, fieldOf(at, 'meta'), slide.meta, 'anything');
  });
}

function checkRecords(walk: Walk, place: Place, value: unknown): void {
  if (value === undefined) return;
  expectList(walk, place, value, LONGEST_LIST)?.forEach((item, position) => {
    const at = fieldOf(place, String(position));
    const record = expectRecord(walk, at, item);
    if (record === undefined) return;
    checkKeys(walk, at, record, RECORD_KEYS);
    for (const name of ['id', 'quantity', 'unit']) checkText(walk, fieldOf(at, name), record[name]);
    for (const name of ['region', 'note']) optionalText(walk, at, record, name);
    for (const name of ['low', 'mode', 'high', 'year']) {
      if (record[name] !== undefined) expectNumber(walk, fieldOf(at, name), record[name]);
    }
    if (typeof record.value === 'string') checkText(walk, fieldOf(at, 'value'), record.value);
    else if (record.value !== undefined) expectNumber(walk, fieldOf(at, 'value'), record.value);
  });
}
