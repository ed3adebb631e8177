import type { KnownForm, KnownParts } from '../known-parts';
import { AT_LEAST_ZERO } from '../range';
import { effectVariable, variableOfPattern } from '../variables';
import { checkMeta } from './meta';
import { checkQuantity } from './quantity';
import { clip } from './report';
import { type FieldShape, type ItemIds, MOST_ITEMS, type ObjectShape, PRICING_SHAPES } from './shapes';
import { checkId, checkText, isId, parseDate, parseMonth } from './text';
import { checkTrajectory } from './trajectory';
import {
  checkInside,
  checkKeys,
  expectList,
  expectNumber,
  expectRecord,
  fieldOf,
  type InputKind,
  isRecord,
  itemOf,
  type Place,
  refuse,
  refuseMissing,
  refuseType,
  type Walk,
} from './walk';

type Fields = Record<string, unknown>;

interface PreparedShape {
  readonly keys: ReadonlySet<string>;
  readonly required: readonly (readonly [string, FieldShape])[];
  readonly optional: readonly (readonly [string, FieldShape])[];
}

// Shapes are few and met by every item of every list.
const preparedShapes = new Map<ObjectShape, PreparedShape>();

function prepared(shape: ObjectShape): PreparedShape {
  let found = preparedShapes.get(shape);
  if (found === undefined) {
    const keys = new Set([...Object.keys(shape.required), ...Object.keys(shape.optional), 'meta']);
    found = { keys, required: Object.entries(shape.required), optional: Object.entries(shape.optional) };
    preparedShapes.set(shape, found);
  }
  return found;
}

/** Checks the form of an object and of all that it holds: fields, types, ranges, order inside one value. */
export function checkObject(walk: Walk, place: Place, value: unknown, shape: ObjectShape): void {
  const fields = expectRecord(walk, place, value);
  if (fields === undefined) return;
  const { keys, required, optional } = prepared(shape);
  checkKeys(walk, place, fields, keys);
  for (const [key, field] of required) {
    const here = fieldOf(place, key);
    if (fields[key] === undefined) refuseMissing(walk, here, expectation(field));
    else checkField(walk, here, fields[key], field, fields);
  }
  for (const [key, field] of optional) {
    if (fields[key] !== undefined) checkField(walk, fieldOf(place, key), fields[key], field, fields);
  }
  if (fields.meta !== undefined) checkMeta(walk, fieldOf(place, 'meta'), fields.meta, shape.meta);
  const event = EVENT_DRAWS.get(place.pattern);
  if (event !== undefined) walk.inputs?.set(`${place.path}/${event}`, 'event');
}

/** The draws of events, by what they belong to. */
const EVENT_DRAWS: ReadonlyMap<string, string> = new Map([
  ['tasks/*/gate', 'outcome'],
  ['risks/*', 'occurrence'],
  ['funding/tranches/*', 'occurrence'],
]);

function expectation(field: FieldShape): string {
  return field.kind === 'choice' ? `; it must be one of ${field.options.join(', ')}` : '';
}

function checkField(walk: Walk, place: Place, value: unknown, field: FieldShape, siblings: Fields): void {
  switch (field.kind) {
    case 'text':
      checkText(walk, place, value);
      break;
    case 'id':
      checkId(walk, place, value);
      break;
    case 'flag':
      if (typeof value !== 'boolean') refuseType(walk, place, value, 'true or false');
      break;
    case 'date':
      parseDate(walk, place, value);
      break;
    case 'month':
      parseMonth(walk, place, value);
      break;
    case 'event':
      checkEvent(walk, place, value);
      break;
    case 'number':
      checkPlainNumber(walk, place, value);
      break;
    case 'quantity':
      walk.inputs?.set(place.path, 'quantity');
      checkQuantity(walk, place, value, rangeAt(place, siblings));
      break;
    case 'trajectory':
      walk.inputs?.set(place.path, 'trajectory');
      checkTrajectory(walk, place, value, rangeAt(place, siblings));
      break;
    case 'choice':
      checkChoice(walk, place, value, field.options);
      break;
    case 'pattern':
      if (typeof value !== 'string' || !field.pattern.test(value)) refuseType(walk, place, value, field.expected);
      break;
    case 'object':
      checkObject(walk, place, value, field.shape);
      break;
    case 'list':
      checkList(walk, place, value, field);
      break;
    case 'ids':
      checkIds(walk, place, value);
      break;
    case 'attributes':
      checkAttributes(walk, place, value, field.of);
      break;
    case 'pricing':
      checkPricing(walk, place, value);
      break;
    case 'elsewhere':
      break;
    default:
      field satisfies never;
  }
}

function rangeAt(place: Place, siblings: Fields) {
  if (place.pattern === 'risks/*/impacts/*/amount' && typeof siblings.effect === 'string') {
    return effectVariable(siblings.effect)?.range ?? AT_LEAST_ZERO;
  }
  const variable = variableOfPattern(place.pattern);
  if (variable === undefined) throw new RangeError(`no variable is known for ${place.pattern}`);
  return variable.range;
}

function checkPlainNumber(walk: Walk, place: Place, value: unknown): void {
  const number = expectNumber(walk, place, value);
  const range = variableOfPattern(place.pattern)?.range;
  if (number !== undefined && range !== undefined) checkInside(walk, place, value, number, number, range);
}

/** Says so where a value is none of the texts that are allowed. */
export function checkChoice(walk: Walk, place: Place, value: unknown, options: readonly string[]): void {
  if (typeof value === 'string' && options.includes(value)) return;
  if (value === undefined) {
    refuseMissing(walk, place, `; it must be one of ${options.join(', ')}`);
    return;
  }
  const given = typeof value === 'string' ? `is "${clip(value, 80)}"` : 'is no text';
  refuse(
    walk,
    place,
    value,
    typeof value === 'string' ? 'range' : 'type',
    `${given}; it must be one of ${options.join(', ')}`,
  );
}

const EVENT_KEYS = new Set(['task', 'event', 'lag', 'meta']);

function checkEvent(walk: Walk, place: Place, value: unknown): void {
  if (!isRecord(value)) {
    if (typeof value === 'string') parseDate(walk, place, value);
    else refuseType(walk, place, value, 'a date like 2026-06-13 or {"task": ...}');
    return;
  }
  checkKeys(walk, place, value, EVENT_KEYS);
  checkId(walk, fieldOf(place, 'task'), value.task);
  if (value.event !== undefined) checkChoice(walk, fieldOf(place, 'event'), value.event, ['start', 'finish']);
  if (value.lag !== undefined) checkField(walk, fieldOf(place, 'lag'), value.lag, { kind: 'quantity' }, value);
  checkMeta(walk, fieldOf(place, 'meta'), value.meta, 'anything');
}

/** The name of an item in paths. */
export function itemSegment(item: unknown, position: number, naming: ItemIds): string {
  if (!isRecord(item) || naming === 'position') return String(position);
  if (isId(item.id)) return item.id;
  if (naming === 'link' && isId(item.from) && isId(item.to)) {
    return `${item.from}-${typeof item.type === 'string' && item.type.length <= 2 ? item.type : 'FS'}-${item.to}`;
  }
  return String(position);
}

function ownerName(item: unknown, segment: string): string {
  return isRecord(item) && typeof item.name === 'string' && item.name !== '' ? item.name : segment;
}

function checkList(walk: Walk, place: Place, value: unknown, field: FieldShape & { kind: 'list' }): void {
  const items = expectList(walk, place, value, field.limit);
  if (items === undefined) return;
  const taken = new Set<string>();
  items.forEach((item, position) => {
    const segment = itemSegment(item, position, field.ids);
    const at = itemOf(place, segment, ownerName(item, segment));
    checkItem(walk, at, item, field.item);
    if (field.ids === 'position' || !isRecord(item)) return;
    if (field.ids === 'id' && !isId(item.id)) return;
    if (taken.has(segment)) refuse(walk, at, segment, 'unique', 'stands twice in its list; ids must be unique');
    taken.add(segment);
  });
}

/** Checks an item, unless the same one was in order at the same place before. */
function checkItem(walk: Walk, place: Place, item: unknown, shape: ObjectShape): void {
  const { known, inputs, report } = walk;
  if (known === undefined || !isRecord(item)) {
    checkObject(walk, place, item, shape);
    return;
  }
  let inside = known.forms.get(item)?.get(place.path);
  if (inside?.shape !== shape) {
    const found: Map<string, InputKind> = new Map();
    const errors = report.count();
    checkObject({ ...walk, inputs: found }, place, item, shape);
    inside = { shape, inputs: found };
    if (report.count() === errors) remember(known, item, place.path, inside);
  }
  if (inputs !== undefined) for (const [path, kind] of inside.inputs) inputs.set(path, kind as InputKind);
}

function remember({ forms }: KnownParts, item: object, path: string, form: KnownForm): void {
  const byPath = forms.get(item);
  if (byPath === undefined) forms.set(item, new Map([[path, form]]));
  else byPath.set(path, form);
}

function checkIds(walk: Walk, place: Place, value: unknown): void {
  const items = expectList(walk, place, value, MOST_ITEMS);
  const taken = new Set<unknown>();
  items?.forEach((item, position) => {
    const at = fieldOf(place, String(position));
    if (!checkId(walk, at, item)) return;
    if (taken.has(item)) refuse(walk, at, item, 'unique', `names "${clip(String(item), 80)}" twice`);
    taken.add(item);
  });
}

function checkAttributes(walk: Walk, place: Place, value: unknown, of: 'quantity' | 'trajectory'): void {
  const fields = expectRecord(walk, place, value);
  if (fields === undefined) return;
  const names = Object.keys(fields);
  if (names.length > MOST_ITEMS) {
    refuse(walk, place, value, 'range', `has ${names.length} attributes; it may have at most ${MOST_ITEMS}`);
    return;
  }
  checkKeys(walk, place, fields, new Set(names));
  for (const name of names) {
    if (isMetaOfAttributes(name, fields[name])) {
      checkMeta(walk, fieldOf(place, 'meta'), fields[name], 'anything');
      continue;
    }
    const at: Place = { ...itemOf(place, name, name), owner: name };
    if (!isId(name)) refuseType(walk, at, name, 'named by a text that is not empty and has no "/"');
    else if (fields[name] === undefined) refuseMissing(walk, at);
    else checkField(walk, at, fields[name], { kind: of }, fields);
  }
}

/** Whether an entry of a map of attributes is the `meta` of the map rather than an attribute of that name. */
export function isMetaOfAttributes(name: string, value: unknown): boolean {
  return name === 'meta' && isRecord(value) && value.kind === undefined && value.knots === undefined;
}

function checkPricing(walk: Walk, place: Place, value: unknown): void {
  const fields = expectRecord(walk, place, value);
  if (fields === undefined) return;
  const shape = typeof fields.mode === 'string' ? PRICING_SHAPES.get(fields.mode) : undefined;
  if (shape === undefined) checkChoice(walk, fieldOf(place, 'mode'), fields.mode, [...PRICING_SHAPES.keys()]);
  else checkObject(walk, place, fields, shape);
}
