import type { ScenarioDocument } from '../scenario/document';
import { freshId, linkId, type Place } from './place';
import type { ObjectKind } from './sections';

export type NewEntry =
  | { readonly list: Place; readonly entry: unknown; readonly id: string; readonly name: string }
  /** What has to be there first, as a sentence. */
  | { readonly needs: string };

const entry = (list: Place, id: string, name: string, rest: Readonly<Record<string, unknown>>): NewEntry => ({
  list,
  id,
  name,
  entry: { id, ...rest },
});

function newTask(document: ScenarioDocument, within: string | undefined): NewEntry {
  const id = freshId(document.tasks ?? [], 'New task');
  const parent = within === undefined ? {} : { parent: within };
  return entry('tasks', id, 'a task', { name: 'New task', ...parent, duration: 20 });
}

function newLine(document: ScenarioDocument): NewEntry {
  const task = document.tasks?.[document.tasks.length - 1];
  if (!task) return { needs: 'A line is built by a task: add a task in the timeline first.' };
  const id = freshId(document.lines ?? [], 'New line');
  // A commercial line needs a price; a pilot line does not, so that the first line can be made in any order.
  const commercial = document.pricing ? {} : { commercial: false };
  return entry('lines', id, 'a line', { name: 'New line', ...commercial, buildTask: task.id, nameplate: 1 });
}

function newContract(document: ScenarioDocument, within: string | undefined): NewEntry {
  const material = document.materials?.find(({ id }) => id === within) ?? document.materials?.[0];
  if (!material) return { needs: 'A contract supplies a material: add a material first.' };
  const taken = (document.materials ?? []).flatMap(({ contracts }) => contracts);
  const id = freshId(taken, `${material.id} contract`);
  const start = `${document.horizon.start}-01`;
  return entry(`materials/${material.id}/contracts`, id, 'a contract', {
    supplier: 'New supplier',
    start,
    volume: 100,
    price: 100,
  });
}

function newLink(document: ScenarioDocument): NewEntry {
  const [from, to] = document.tasks ?? [];
  if (!from || !to) return { needs: 'A link joins two tasks: add two tasks first.' };
  const link = { from: from.id, to: to.id };
  return { list: 'links', entry: link, id: linkId(link), name: 'a link' };
}

function newCorrelation(document: ScenarioDocument): NewEntry {
  const tasks = (document.tasks ?? []).filter(({ duration }) => duration !== undefined);
  const [a, b] = tasks;
  if (!a || !b) return { needs: 'A correlation joins two inputs: add two tasks with durations first.' };
  const id = String(document.correlations?.length ?? 0);
  const pair = { a: `tasks/${a.id}/duration`, b: `tasks/${b.id}/duration`, rho: 0.3 };
  return { list: 'correlations', entry: pair, id, name: 'a correlation' };
}

/** A new thing of a kind as the workbench adds it: valid by itself, and plain enough to be changed at once. */
export function newEntry(document: ScenarioDocument, kind: ObjectKind, within?: string): NewEntry {
  const { market } = document;
  switch (kind) {
    case 'task':
      return newTask(document, within);
    case 'link':
      return newLink(document);
    case 'calendar':
      return entry('calendars', freshId(document.calendars ?? [], 'calendar'), 'a calendar', {
        name: 'New calendar',
        workWeek: [1, 2, 3, 4, 5],
        exceptions: [],
      });
    case 'line':
      return newLine(document);
    case 'material':
      return entry('materials', freshId(document.materials ?? [], 'New material'), 'a material', {
        name: 'New material',
        intensity: 100,
        contracts: [],
      });
    case 'contract':
      return newContract(document, within);
    case 'tranche':
      return entry('funding/tranches', freshId(document.funding?.tranches ?? [], 'tranche'), 'a tranche', {
        name: 'New tranche',
        amount: 100_000_000,
        on: `${document.horizon.start}-01`,
      });
    case 'segment':
      return entry('market/segments', freshId(market?.segments ?? [], 'New segment'), 'a segment', {
        name: 'New segment',
        demand: 10,
        heterogeneity: 60,
        willingnessToPay: {},
      });
    case 'technology':
      return entry('market/technologies', freshId(market?.technologies ?? [], 'New technology'), 'a technology', {
        name: 'New technology',
        price: 500,
        attributes: {},
      });
    case 'risk':
      return entry('risks', freshId(document.risks ?? [], 'New risk'), 'a risk', {
        name: 'New risk',
        probability: 0.2,
        impacts: [],
      });
    case 'correlation':
      return newCorrelation(document);
    case 'target':
      return entry('targets', freshId(document.targets ?? [], 'target'), 'a target', {
        name: 'SOP by the end of 2030',
        metric: 'sop',
        op: '<=',
        value: '2030-12-31',
      });
    case 'check':
      return entry('checks', freshId(document.checks ?? [], 'check'), 'a check', {
        name: 'New check',
        change: [],
        output: 'sop',
        expect: 'not-up',
      });
    case 'source':
      return entry('sources', freshId(document.sources ?? [], 'source'), 'a source', { title: 'New source' });
    default:
      return { needs: 'There is one of these, and it is there already.' };
  }
}
