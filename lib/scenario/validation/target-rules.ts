import { monthIndex } from '../../engine/calendar/horizon';
import type { TargetMetric } from '../document';
import { isInstantMetric, type OutputName, parseOutputName } from '../output-name';
import { ANY_SIGN } from '../range';
import { type DocumentIndex, type Fields, type Item, itemsOf, recordOf } from './document-index';
import { checkReference } from './references';
import { clip, quote } from './report';
import { METRIC_NAMES } from './shapes';
import { checkChoice } from './structure';
import { parseDate } from './text';
import {
  checkInside,
  checkKeys,
  expectNumber,
  fieldOf,
  isRecord,
  type Place,
  refuse,
  refuseMissing,
  type Walk,
} from './walk';

/** Months since year 0, both included; undefined where the horizon is wrong itself. */
export type HorizonMonths = { readonly first: number; readonly last: number } | undefined;

const BY_MONTH: readonly TargetMetric[] = ['cash'];
const BY_MONTH_OR_YEAR: readonly TargetMetric[] = [
  'output',
  'startsCapacity',
  'ownShare',
  'technologyShare',
  'lead',
  'unitCost',
  'price',
];
/** Of these a year means its December. */
const AT_DECEMBER: readonly string[] = ['unitCost', 'price'];

/** The fields that each metric needs, and values of its kind. */
export function checkTargets(walk: Walk, index: DocumentIndex, horizon: HorizonMonths): void {
  for (const target of index.targets) {
    const metric = METRIC_NAMES.find((name) => name === target.fields.metric);
    if (metric === undefined) continue;
    checkComparedValue(walk, fieldOf(target.place, 'value'), target.fields.value, isInstantMetric(metric));
    if ((metric === 'taskStart' || metric === 'taskFinish') && target.fields.task === undefined) {
      refuseMissing(walk, fieldOf(target.place, 'task'), `; the metric ${metric} needs a task`);
    }
    if (metric === 'lead' && target.fields.technology === undefined) {
      refuseMissing(walk, fieldOf(target.place, 'technology'), '; the metric lead needs a technology');
    }
    checkTime(walk, target, metric, horizon);
  }
}

function checkComparedValue(walk: Walk, place: Place, value: unknown, isInstant: boolean): void {
  // A missing value has been said with the form of the target.
  if (value === undefined) return;
  if (isInstant) parseDate(walk, place, value);
  else if (expectNumber(walk, place, value) !== undefined) {
    checkInside(walk, place, value, value as number, value as number, ANY_SIGN);
  }
}

function checkTime(walk: Walk, { fields, place }: Item, metric: TargetMetric, horizon: HorizonMonths): void {
  const { month, year } = fields;
  const monthPlace = fieldOf(place, 'month');
  const monthOnly = BY_MONTH.includes(metric);
  if (!monthOnly && !BY_MONTH_OR_YEAR.includes(metric)) return;
  if (month === undefined && (monthOnly || year === undefined)) {
    refuseMissing(walk, monthPlace, `; the metric ${metric} needs a month${monthOnly ? '' : ' or a year'}`);
    return;
  }
  if (month !== undefined && year !== undefined && !monthOnly) {
    refuse(walk, fieldOf(place, 'year'), year, 'unique', 'stands beside month; a target has one or the other');
    return;
  }
  const time = month === undefined ? year : month;
  if (typeof time !== 'string' && typeof time !== 'number') return;
  if (isWithin(String(time), metric, horizon)) return;
  const at = month === undefined ? fieldOf(place, 'year') : monthPlace;
  refuse(walk, at, time, 'range', `is ${quote(time)}; it must lie within the horizon`);
}

/** Whether a month, or a year in the meaning of the metric, lies within the horizon; malformed times pass here. */
function isWithin(time: string, metric: string, horizon: HorizonMonths): boolean {
  if (horizon === undefined) return true;
  const month = monthIndex(time);
  if (month !== null) return month >= horizon.first && month <= horizon.last;
  if (!/^\d{4}$/.test(time)) return true;
  const january = Number(time) * 12;
  if (AT_DECEMBER.includes(metric)) return january + 11 >= horizon.first && january + 11 <= horizon.last;
  return january + 11 >= horizon.first && january <= horizon.last;
}

/** Says so where a text is no output name or names what does not exist. Returns the output it names. */
export function checkOutputName(
  walk: Walk,
  place: Place,
  value: unknown,
  index: DocumentIndex,
  horizon: HorizonMonths,
): OutputName | null {
  if (typeof value !== 'string') return null;
  const output = parseOutputName(value);
  if (output === null) {
    const words = `is "${clip(value, 80)}"; it must be an output like sop, npv, targets/<id>, output@2030, ownShare/<segment>@2030`;
    refuse(walk, place, value, 'reference', words);
    return null;
  }
  if (output.kind === 'target') checkReference(walk, place, output.target, index, 'targets');
  if (output.kind === 'task') checkReference(walk, place, output.task, index, 'tasks');
  if (output.kind === 'series') {
    checkReference(walk, place, output.segment, index, 'segments');
    checkReference(walk, place, output.technology, index, 'technologies');
    if (!isWithin(output.time, output.metric, horizon)) {
      refuse(walk, place, value, 'range', `is about ${output.time}; it must lie within the horizon`);
    }
  }
  return output;
}

const DIRECTIONS = ['up', 'down', 'not-up', 'not-down'];
const EXPECT_KEYS = new Set(['op', 'value', 'meta']);

export interface CheckContext {
  readonly index: DocumentIndex;
  readonly horizon: HorizonMonths;
  /** Whether a text is the path of a quantity or a trajectory of the document. */
  readonly isMovable: (path: string) => boolean;
}

/** What the analyst's checks change and expect. */
export function checkChecks(walk: Walk, context: CheckContext): void {
  for (const { fields, place } of context.index.checks) {
    for (const change of itemsOf(fieldOf(place, 'change'), fields.change, 'position')) {
      checkChange(walk, change, context);
    }
    const output = checkOutputName(walk, fieldOf(place, 'output'), fields.output, context.index, context.horizon);
    checkExpectation(walk, fieldOf(place, 'expect'), fields.expect, isInstantOutput(output, context.index));
  }
}

function checkChange(walk: Walk, { fields, place }: Item, context: CheckContext): void {
  const ways = ['factor', 'offset', 'value'].filter((name) => fields[name] !== undefined);
  if (ways.length === 0) refuseMissing(walk, fieldOf(place, 'factor'), '; a change needs factor, offset or value');
  if (ways.length > 1) {
    refuse(walk, place, fields, 'unique', `has ${ways.join(' and ')}; a change has one of factor, offset, value`);
  }
  checkPath(walk, fieldOf(place, 'path'), fields.path, context.isMovable);
}

/** Says so where a text is no path of an input that can be changed. */
export function checkPath(walk: Walk, place: Place, value: unknown, isKnown: (path: string) => boolean): void {
  if (typeof value !== 'string' || isKnown(value)) return;
  refuse(walk, place, value, 'reference', `names "${clip(value, 200)}", which is no input of this scenario`);
}

function isInstantOutput(output: OutputName | null, index: DocumentIndex): boolean | undefined {
  if (output === null) return undefined;
  if (output.kind !== 'target') return isInstantMetric(output.metric);
  const target = index.targets.find(({ id }) => id === output.target);
  const metric = METRIC_NAMES.find((name) => name === target?.fields.metric);
  return metric === undefined ? undefined : isInstantMetric(metric);
}

function checkExpectation(walk: Walk, place: Place, value: unknown, isInstant: boolean | undefined): void {
  if (value === undefined) return;
  if (!isRecord(value)) {
    checkChoice(walk, place, value, DIRECTIONS);
    return;
  }
  checkKeys(walk, place, value as Fields, EXPECT_KEYS);
  checkChoice(walk, fieldOf(place, 'op'), value.op, ['<=', '>=']);
  if (value.value === undefined) refuseMissing(walk, fieldOf(place, 'value'));
  else if (isInstant !== undefined) checkComparedValue(walk, fieldOf(place, 'value'), value.value, isInstant);
}

/** What the headline and the story refer to. */
export function checkPresentation(walk: Walk, context: CheckContext): void {
  const meta = recordOf(context.index.root.meta);
  const place: Place = { path: 'meta', pattern: 'meta', owner: '' };
  const headline = Array.isArray(meta.headline) ? meta.headline.slice(0, 10) : [];
  headline.forEach((name, position) => {
    const at = fieldOf(fieldOf(place, 'headline'), String(position));
    checkOutputName(walk, at, name, context.index, context.horizon);
  });
  for (const slide of itemsOf(fieldOf(place, 'story'), meta.story, 'position')) {
    const unlocked = Array.isArray(slide.fields.unlocked) ? slide.fields.unlocked.slice(0, 1000) : [];
    unlocked.forEach((path, position) => {
      checkPath(walk, fieldOf(fieldOf(slide.place, 'unlocked'), String(position)), path, context.isMovable);
    });
  }
}
