import { impactId, linkId } from '../engine/inputs/list-inputs';
import type { Link, Quantity, RiskImpact, ScenarioDocument, Trajectory } from './document';
import { effectVariable, variableOf } from './variables';

type Json = Readonly<Record<string, unknown>>;

// No value of the document lies deeper.
const DEEPEST = 12;

function segmentsOf(path: string): string[] | null {
  const segments = path.split('/');
  return segments.length <= DEEPEST && !segments.includes('__proto__') ? segments : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemName(item: unknown, position: number, list: string): string {
  if (!isObject(item)) return String(position);
  if (list === 'links') return linkId(item as unknown as Link);
  if (list === 'impacts') return impactId(item as unknown as RiskImpact, position);
  return typeof item.id === 'string' ? item.id : String(position);
}

function positionIn(list: readonly unknown[], name: string, listName: string): number {
  return list.findIndex((item, position) => itemName(item, position, listName) === name);
}

/**
 * The value at a path of the document (`tasks/winter/duration`), items of lists by their ids; undefined where there is
 * none. Works for any field, not only for inputs, and for any text.
 */
export function readInput(document: ScenarioDocument, path: string): Quantity | Trajectory | undefined {
  return readValue(document, path) as Quantity | Trajectory | undefined;
}

/** As `readInput`, for fields of any type. */
export function readValue(document: ScenarioDocument, path: string): unknown {
  const segments = segmentsOf(path);
  if (segments === null) return undefined;
  let value: unknown = document;
  let listName = '';
  for (const segment of segments) {
    if (Array.isArray(value)) value = value[positionIn(value, segment, listName)];
    else if (isObject(value) && Object.hasOwn(value, segment)) value = value[segment];
    else return undefined;
    listName = segment;
  }
  return value;
}

/**
 * The document with another value at a path; everything that lies beside it keeps its identity. Objects that are
 * missing on the way are made (a first `yield/initial`), `undefined` takes the field away.
 *
 * @throws RangeError when the path names an item that its list does not have.
 * @example writeInput(document, 'tasks/test/duration', 60)
 */
export function writeInput(document: ScenarioDocument, path: string, value: unknown): ScenarioDocument {
  const segments = segmentsOf(path);
  if (segments === null || path === '') throw new RangeError(`"${path}" is no path of a document`);
  return withValue(document, { segments, at: 0, listName: '' }, value) as ScenarioDocument;
}

interface Step {
  readonly segments: readonly string[];
  readonly at: number;
  readonly listName: string;
}

function withValue(holder: unknown, step: Step, value: unknown): unknown {
  const { segments, at, listName } = step;
  if (at === segments.length) return value;
  const segment = segments[at] ?? '';
  const next: Step = { segments, at: at + 1, listName: segment };
  if (Array.isArray(holder)) {
    const position = positionIn(holder, segment, listName);
    if (position < 0) throw new RangeError(`"${segments.join('/')}" names "${segment}", which is not in ${listName}`);
    const items = holder.slice();
    const item = withValue(holder[position], next, value);
    if (item === undefined) items.splice(position, 1);
    else items[position] = item;
    return items;
  }
  if (holder !== undefined && !isObject(holder)) {
    throw new RangeError(`"${segments.join('/')}" leads into ${String(holder)}, which has no fields`);
  }
  const fields: Record<string, unknown> = { ...holder };
  const field = withValue(fields[segment], next, value);
  if (field === undefined) delete fields[segment];
  else fields[segment] = field;
  return fields;
}

function nameOf(list: readonly { readonly id: string; readonly name?: string }[] | undefined, id: string): string {
  const found = list?.find((item) => item.id === id)?.name;
  return found === undefined || found === '' ? id : found;
}

/**
 * A path in words: `Winter test: duration`, `Sulfide electrolyte, supplier A: volume`, `WACC`. A text that is no path
 * of an input comes back as it is.
 *
 * @example describePath(document, 'market/segments/premium/willingnessToPay/range') // 'Premium: willingness to pay (range)'
 */
export function describePath(document: ScenarioDocument, path: string): string {
  const variable = variableOf(path);
  if (variable === undefined) return path;
  const [group = '', second = '', third = '', fourth = ''] = path.split('/');
  const label = variable.pattern.endsWith('/*')
    ? `${variable.label} (${path.slice(path.lastIndexOf('/') + 1)})`
    : variable.label;
  const owner = ownerOf(document, [group, second, third, fourth]);
  if (owner === undefined) return label.charAt(0).toUpperCase() + label.slice(1);
  if (group === 'risks' && third === 'impacts') return `${owner}: ${impactLabel(document, second, fourth)}`;
  return `${owner}: ${label}`;
}

function ownerOf(document: ScenarioDocument, segments: readonly [string, string, string, string]): string | undefined {
  const [group, second, third, fourth] = segments;
  switch (group) {
    case 'tasks':
    case 'risks':
    case 'lines':
    case 'calendars':
    case 'targets':
      return nameOf(document[group], second);
    case 'links': {
      const link = document.links?.find((entry) => linkId(entry) === second);
      return link && `${nameOf(document.tasks, link.from)} → ${nameOf(document.tasks, link.to)}`;
    }
    case 'materials': {
      const material = document.materials?.find((entry) => entry.id === second);
      const contract = third === 'contracts' ? material?.contracts.find((entry) => entry.id === fourth) : undefined;
      return `${nameOf(document.materials, second)}${contract ? `, ${contract.supplier}` : ''}`;
    }
    case 'funding':
      return second === 'tranches' ? nameOf(document.funding?.tranches as never, third) : undefined;
    case 'market':
      if (second === 'segments' || second === 'technologies') return nameOf(document.market?.[second], third);
      return 'Own';
    default:
      return undefined;
  }
}

function impactLabel(document: ScenarioDocument, riskId: string, impact: string): string {
  const impacts = document.risks?.find((risk) => risk.id === riskId)?.impacts ?? [];
  const found = impacts.find((entry, position) => impactId(entry, position) === impact);
  if (found === undefined) return impact;
  const label = effectVariable(found.effect)?.label ?? found.effect;
  if (found.target === undefined) return label;
  const holders = [
    document.tasks,
    document.lines,
    document.materials,
    document.market?.segments,
    document.funding?.tranches,
  ] as readonly (readonly { id: string; name?: string }[] | undefined)[];
  const target = holders.flatMap((list) => list ?? []).find((item) => item.id === found.target)?.name;
  return `${label} of ${target ?? found.target}`;
}
