import { findCycle, taskGraph, topologicalOrder } from '../../engine/timeline/topological-order';
import type { DocumentIndex } from './document-index';
import { clip } from './report';
import { isId } from './text';
import { fieldOf, type Place, type Walk } from './walk';

// Each cycle costs one pass over the network; whoever has more of them sees the next ones after mending these.
const REPORTED_CYCLES = 10;
const NAMED_TASKS = 20;

/** Parents that come round to themselves, and links that do, summaries included. Names the tasks in order. */
export function checkCycles(walk: Walk, index: DocumentIndex, at: Place): void {
  const ids = [...index.ids.tasks];
  const indexOf = new Map(ids.map((id, position) => [id, position]));
  const find = (id: unknown): number => (isId(id) ? (indexOf.get(id) ?? -1) : -1);
  const parent = new Int32Array(ids.length).fill(-1);
  for (const { id, fields } of index.tasks) {
    const task = find(id);
    if (task >= 0) parent[task] = find(fields.parent);
  }
  const tasksPlace = fieldOf(at, 'tasks');
  for (const loop of parentLoops(parent)) {
    for (const task of loop) parent[task] = -1;
    const named = loop.map((task) => ids[task] ?? '');
    const words = `Parents come round in a cycle: ${inOrder(named)}. A task cannot lie under itself.`;
    walk.report.add(tasksPlace.path, named, 'cycle', words);
  }
  const linkFrom = Int32Array.from(index.links, (link) => find(link.fields.from));
  const linkTo = Int32Array.from(index.links, (link) => find(link.fields.to));
  const bindsFinish = (link: number) => ['FF', 'SF'].includes(index.links[link]?.fields.type as string);
  for (let found = 0; found < REPORTED_CYCLES; found++) {
    const graph = taskGraph({ taskCount: ids.length, parent, linkFrom, linkTo, bindsFinish });
    const cycle = findCycle(graph, topologicalOrder(graph));
    if (cycle === null) return;
    const named = cycle.map((task) => ids[task] ?? '');
    const words = `Links come round in a cycle: ${inOrder(named)}. A task cannot wait for itself.`;
    walk.report.add(tasksPlace.path, named, 'cycle', words);
    // Without the links inside the cycle the next pass finds the next cycle.
    const members = new Set(cycle);
    let removed = 0;
    linkFrom.forEach((from, link) => {
      if (!members.has(from) || !members.has(linkTo[link] ?? -1)) return;
      linkTo[link] = -1;
      removed++;
    });
    if (removed === 0) return;
  }
}

function inOrder(ids: readonly string[]): string {
  const shown = ids.slice(0, NAMED_TASKS).map((id) => clip(id, 80));
  if (ids.length > NAMED_TASKS) shown.push(`… (${ids.length} tasks)`);
  return [...shown, shown[0] ?? ''].join(' -> ');
}

/** Each loop among the parents once, in order. */
function parentLoops(parent: Int32Array): number[][] {
  const seenBy = new Int32Array(parent.length).fill(-1);
  const loops: number[][] = [];
  for (let start = 0; start < parent.length; start++) {
    const walked: number[] = [];
    let task = start;
    while (task >= 0 && seenBy[task] === -1) {
      seenBy[task] = start;
      walked.push(task);
      task = parent[task] ?? -1;
    }
    if (task >= 0 && seenBy[task] === start) loops.push(walked.slice(walked.indexOf(task)));
  }
  return loops;
}
