import type { EventDate, ScenarioDocument } from '../scenario/document';
import { done, type EditOutcome, findTask, named, refuse } from './edit-outcome';

/** The tasks and everything under them. */
export function withDescendants(document: ScenarioDocument, ids: Iterable<string>): ReadonlySet<string> {
  const all = new Set(ids);
  const tasks = document.tasks ?? [];
  for (let grown = true; grown; ) {
    grown = false;
    for (const task of tasks) {
      if (task.parent === undefined || all.has(task.id) || !all.has(task.parent)) continue;
      all.add(task.id);
      grown = true;
    }
  }
  return all;
}

const onTask = (event: EventDate | undefined, ids: ReadonlySet<string>) =>
  typeof event === 'object' && ids.has(event.task);

/** Everything outside of tasks and links that speaks of one of these tasks, in words. */
export function usersOfTasks(document: ScenarioDocument, ids: ReadonlySet<string>): readonly string[] {
  const users: string[] = [];
  for (const line of document.lines ?? []) {
    const uses = ids.has(line.buildTask) || line.requires?.some((id) => ids.has(id)) || onTask(line.until, ids);
    if (uses) users.push(`line ${named(undefined, line.name)}`);
  }
  for (const material of document.materials ?? []) {
    for (const contract of material.contracts) {
      if (onTask(contract.start, ids)) users.push(`contract ${named(undefined, contract.supplier)}`);
    }
  }
  for (const tranche of document.funding?.tranches ?? []) {
    if (onTask(tranche.on, ids)) users.push(`tranche ${named(undefined, tranche.name ?? tranche.id)}`);
  }
  for (const risk of document.risks ?? []) {
    const hit = risk.impacts.some(
      ({ effect, target }) =>
        (effect === 'delay' || effect === 'duration-factor') && target !== undefined && ids.has(target),
    );
    if (hit || onTask(risk.window?.from, ids)) users.push(`risk ${named(undefined, risk.name)}`);
  }
  for (const target of document.targets ?? []) {
    if (target.task !== undefined && ids.has(target.task)) users.push(`target ${named(undefined, target.name)}`);
  }
  if (document.focus !== undefined && ids.has(document.focus)) users.push('the focus of the scenario');
  return users;
}

/** Removes tasks with what lies under them and their links; refused while something else speaks of one of them. */
export function removeTasks(document: ScenarioDocument, taskIds: readonly string[]): EditOutcome {
  const roots = taskIds.filter((id) => findTask(document, id));
  if (roots.length === 0) return refuse('No task is selected.');
  const ids = withDescendants(document, roots);
  const users = usersOfTasks(document, ids);
  const first = findTask(document, roots[0] ?? '');
  const what = roots.length === 1 ? named(first) : `${roots.length} tasks`;
  if (users.length > 0) {
    const more = users.length > 3 ? ` and ${users.length - 3} more` : '';
    return refuse(`${what} cannot be removed: used by ${users.slice(0, 3).join(', ')}${more}.`);
  }
  const links = (document.links ?? []).filter(({ from, to }) => !ids.has(from) && !ids.has(to));
  const gone = (path: string) => {
    const [list, id] = path.split('/');
    if (list === 'tasks') return ids.has(id ?? '');
    return (
      list === 'links' && !links.some((link) => (link.id ?? `${link.from}-${link.type ?? 'FS'}-${link.to}`) === id)
    );
  };
  const correlations = document.correlations?.filter(({ a, b }) => !gone(a) && !gone(b));
  const next = {
    ...document,
    tasks: (document.tasks ?? []).filter(({ id }) => !ids.has(id)),
    links,
    ...(correlations ? { correlations } : {}),
  };
  const below = ids.size - roots.length;
  return done(next, `Removed ${what}${below > 0 ? ` and ${below} task${below > 1 ? 's' : ''} in it` : ''}.`);
}
