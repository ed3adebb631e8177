import type { ScenarioDocument } from '../scenario/document';
import { writePlace } from './place';
import { objectKinds, type Selection } from './sections';

const mentions = (path: string, stems: readonly string[]) =>
  stems.some((stem) => path === stem || path.startsWith(`${stem}/`));

/** Where a thing's inputs lie, as path beginnings. */
function stemsOf(document: ScenarioDocument, { kind, id }: Selection): readonly string[] {
  if (kind === 'contract') {
    const owner = document.materials?.find(({ contracts }) => contracts.some((contract) => contract.id === id));
    return owner ? [`materials/${owner.id}/contracts/${id}`] : [];
  }
  const { list } = objectKinds[kind];
  if (!list) return [];
  return [`${list}/${id}`];
}

function removedIds(document: ScenarioDocument, { kind, id }: Selection): ReadonlySet<string> {
  if (kind !== 'material') return new Set([id]);
  const material = document.materials?.find((one) => one.id === id);
  return new Set([id, ...(material?.contracts ?? []).map((contract) => contract.id)]);
}

const targetKinds = new Set(['task', 'line', 'contract', 'material', 'segment', 'tranche']);

/** A task and all that is under it. */
function withChildren(document: ScenarioDocument, id: string): ReadonlySet<string> {
  const gone = new Set([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const task of document.tasks ?? []) {
      if (task.parent && gone.has(task.parent) && !gone.has(task.id)) {
        gone.add(task.id);
        grown = true;
      }
    }
  }
  return gone;
}

function removeTasks(document: ScenarioDocument, gone: ReadonlySet<string>): ScenarioDocument {
  return {
    ...document,
    tasks: document.tasks?.filter(({ id }) => !gone.has(id)),
    links: document.links?.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
    lines: document.lines?.map((line) =>
      line.requires?.some((id) => gone.has(id))
        ? { ...line, requires: line.requires.filter((id) => !gone.has(id)) }
        : line,
    ),
    focus: document.focus !== undefined && gone.has(document.focus) ? undefined : document.focus,
    targets: document.targets?.filter(({ task }) => task === undefined || !gone.has(task)),
  };
}

function withoutKeys<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

/**
 * The document without a thing and without what only spoke of it: links, effects of risks, correlations, changes of
 * checks, targets. What needs the thing to make sense (a line its build, a tranche its milestone) is left, so that
 * validation names it and the removal is refused.
 */
export function removeEntry(document: ScenarioDocument, selection: Selection): ScenarioDocument {
  const { kind, id } = selection;
  const stems = [...stemsOf(document, selection)];
  const ids = kind === 'task' ? withChildren(document, id) : removedIds(document, selection);
  let next = document;
  if (kind === 'task') {
    next = withoutKeys(removeTasks(document, ids));
    stems.push(...[...ids].map((task) => `tasks/${task}`));
    const links = (document.links ?? []).filter(({ from, to }) => ids.has(from) || ids.has(to));
    stems.push(...links.map((link) => `links/${link.id ?? `${link.from}-${link.type ?? 'FS'}-${link.to}`}`));
  } else {
    const place = stems[0] ?? `${objectKinds[kind].list ?? ''}/${id}`;
    next = writePlace(document, place, undefined);
  }
  if (targetKinds.has(kind) && next.risks) {
    const risks = next.risks.map((risk) =>
      risk.impacts.some(({ target }) => target !== undefined && ids.has(target))
        ? { ...risk, impacts: risk.impacts.filter(({ target }) => target === undefined || !ids.has(target)) }
        : risk,
    );
    next = { ...next, risks };
  }
  if (kind === 'segment' || kind === 'technology') {
    next = withoutKeys({
      ...next,
      targets: next.targets?.filter((target) => (kind === 'segment' ? target.segment : target.technology) !== id),
    });
  }
  const correlations = next.correlations?.filter(({ a, b }) => !mentions(a, stems) && !mentions(b, stems));
  const checks = next.checks?.map((check) =>
    check.change.some(({ path }) => mentions(path, stems))
      ? { ...check, change: check.change.filter(({ path }) => !mentions(path, stems)) }
      : check,
  );
  return withoutKeys({ ...next, correlations, checks });
}
