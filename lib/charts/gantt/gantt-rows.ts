import type { ScenarioDocument, Task } from '../../scenario/document';

/** One visible line of the task tree. */
export interface GanttRow {
  readonly task: Task;
  readonly index: number;
  /** 1 at the top. */
  readonly level: number;
  readonly kind: 'summary' | 'task' | 'milestone';
  readonly expanded?: boolean;
  /** Position among siblings, from 1, and their number: what a tree tells a reader of the screen. */
  readonly position: number;
  readonly siblings: number;
  /** Position of the top phase among the phases, for its colour. */
  readonly phase: number;
}

/** A duration that is nothing: the number 0 or a fixed 0. */
export function isMilestone(task: Task): boolean {
  const { duration } = task;
  return duration === 0 || (typeof duration === 'object' && duration.kind === 'fixed' && duration.value === 0);
}

/** Children by parent in the document's order; tasks with an unknown parent, or in a ring of parents, stand at the top. */
export function childrenByParent(document: ScenarioDocument): ReadonlyMap<string | null, readonly Task[]> {
  const tasks = document.tasks ?? [];
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const grounded = (task: Task): boolean => {
    const seen = new Set<string>([task.id]);
    for (let at = task.parent; at !== undefined; at = byId.get(at)?.parent) {
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return true;
  };
  const children = new Map<string | null, Task[]>();
  for (const task of tasks) {
    const parent = task.parent !== undefined && byId.has(task.parent) && grounded(task) ? task.parent : null;
    const list = children.get(parent);
    if (list) list.push(task);
    else children.set(parent, [task]);
  }
  return children;
}

/** The rows in view, depth first; tasks under a collapsed one are left out. */
export function ganttRows(document: ScenarioDocument, collapsed: ReadonlySet<string>): readonly GanttRow[] {
  const children = childrenByParent(document);
  const rows: GanttRow[] = [];
  const pending: { task: Task; level: number; position: number; siblings: number; phase: number }[] = [];
  const push = (list: readonly Task[], level: number, phase: number | null) => {
    for (let index = list.length - 1; index >= 0; index--) {
      const task = list[index] as Task;
      pending.push({ task, level, position: index + 1, siblings: list.length, phase: phase ?? index });
    }
  };
  push(children.get(null) ?? [], 1, null);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { task, ...place } = next;
    const below = children.get(task.id) ?? [];
    const expanded = below.length > 0 ? !collapsed.has(task.id) : undefined;
    const kind = below.length > 0 ? 'summary' : isMilestone(task) ? 'milestone' : 'task';
    rows.push({ task, index: rows.length, kind, expanded, ...place });
    if (expanded) push(below, place.level + 1, place.phase);
  }
  return rows;
}
