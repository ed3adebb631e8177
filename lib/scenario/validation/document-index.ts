import type { ItemIds } from './shapes';
import { MOST_ITEMS, MOST_LINKS, MOST_TASKS } from './shapes';
import { itemSegment } from './structure';
import { isId } from './text';
import { fieldOf, isRecord, itemOf, type Place, ROOT } from './walk';

export type Fields = Record<string, unknown>;

/** A thing in a list of the document, whatever else is wrong with it. */
export interface Item {
  readonly id: string;
  readonly fields: Fields;
  readonly place: Place;
}

/** The things of a document by their lists, so that what names another can be checked in a document with errors. */
export interface DocumentIndex {
  readonly root: Fields;
  readonly tasks: readonly Item[];
  readonly links: readonly Item[];
  readonly calendars: readonly Item[];
  readonly risks: readonly Item[];
  readonly lines: readonly Item[];
  readonly materials: readonly Item[];
  readonly contracts: readonly Item[];
  readonly tranches: readonly Item[];
  readonly segments: readonly Item[];
  readonly technologies: readonly Item[];
  readonly targets: readonly Item[];
  readonly sources: readonly Item[];
  readonly checks: readonly Item[];
  readonly correlations: readonly Item[];
  readonly ids: Readonly<Record<ListName, ReadonlySet<string>>>;
  /** Ids of tasks that have children. */
  readonly summaries: ReadonlySet<string>;
}
export type ListName =
  | 'tasks'
  | 'calendars'
  | 'lines'
  | 'materials'
  | 'contracts'
  | 'tranches'
  | 'segments'
  | 'technologies'
  | 'targets'
  | 'sources';

/** The plain object of a field, or an empty one. */
export function recordOf(value: unknown): Fields {
  return isRecord(value) ? value : {};
}

/**
 * The items of a list that are plain objects. None where it is no list or too long: then the items have not been checked
 * one by one, and nothing may be concluded from them.
 */
export function itemsOf(place: Place, value: unknown, naming: ItemIds = 'id', limit = MOST_ITEMS): Item[] {
  if (!Array.isArray(value) || value.length > limit) return [];
  const items: Item[] = [];
  for (let position = 0; position < value.length; position++) {
    const fields: unknown = value[position];
    if (!isRecord(fields)) continue;
    const id = itemSegment(fields, position, naming);
    const owner = typeof fields.name === 'string' && fields.name !== '' ? fields.name : id;
    items.push({ id, fields, place: itemOf(place, id, owner) });
  }
  return items;
}

function idsOf(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.filter((item) => isId(item.fields.id)).map((item) => item.id));
}

/** Indexes a document of any quality; `root` for tasks, links and calendars of a baseline too. */
export function indexDocument(root: Fields, at: Place = ROOT): DocumentIndex {
  const listAt = (name: string, naming: ItemIds = 'id', limit = MOST_ITEMS) =>
    itemsOf(fieldOf(at, name), root[name], naming, limit);
  const inside = (name: string, list: string) => itemsOf(fieldOf(fieldOf(at, name), list), recordOf(root[name])[list]);
  const tasks = listAt('tasks', 'id', MOST_TASKS);
  const materials = listAt('materials');
  const contracts = materials.flatMap((material) =>
    itemsOf(fieldOf(material.place, 'contracts'), material.fields.contracts),
  );
  const lists = {
    tasks,
    calendars: listAt('calendars'),
    lines: listAt('lines'),
    materials,
    contracts,
    tranches: inside('funding', 'tranches'),
    segments: inside('market', 'segments'),
    technologies: inside('market', 'technologies'),
    targets: listAt('targets'),
    sources: listAt('sources'),
  };
  const names = Object.keys(lists) as ListName[];
  const ids = Object.fromEntries(names.map((name) => [name, idsOf(lists[name])])) as DocumentIndex['ids'];
  const parents = tasks.map((task) => task.fields.parent).filter(isId);
  return {
    root,
    ...lists,
    links: listAt('links', 'link', MOST_LINKS),
    risks: listAt('risks'),
    checks: listAt('checks'),
    correlations: listAt('correlations', 'position'),
    ids,
    summaries: new Set(parents.filter((id) => ids.tasks.has(id))),
  };
}
