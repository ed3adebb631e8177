import type { Link, Quantity, ScenarioDocument, Task } from '../../scenario/document';
import { compileCalendars } from './network-calendars';
import { LinkBit, type LinkTable, type Network, TaskState } from './network-types';
import { backwardRows, forwardRows } from './pass-rows';
import { taskDates } from './task-dates';
import {
  findCycle,
  reachableFrom,
  reachableTo,
  rows,
  type TaskGraph,
  taskGraph,
  topologicalOrder,
} from './topological-order';

export type { Network, TimelineInputs } from './network-types';
export { createTimelineInputs } from './network-types';

const NEVER = Number.POSITIVE_INFINITY;

/**
 * Compiles the tasks, links, calendars, status and focus of a document.
 *
 * Dangling links, parents and calendars are left out: they are errors of the document, told by its validation.
 *
 * @throws RangeError for malformed dates and for calendars without working time.
 * @example compileNetwork(document).cycle // null, or ['a', 'b', 'c']
 */
export function compileNetwork(document: ScenarioDocument): Network {
  const tasks = document.tasks ?? [];
  const links = document.links ?? [];
  const { taskIndex, indexOf, parent, linkFrom, linkTo, linkTypes, graph } = readGraph(tasks, links);
  const steps = topologicalOrder(graph);
  const cycle = findCycle(graph, steps)?.map((task) => tasks[task]!.id) ?? null;
  const { calendars, calendarOf, tables } = compileCalendars(document);
  const linkKind = linkTypes.map((kind, link) => {
    const [from, to] = [linkFrom[link]!, linkTo[link]!];
    const areTasks = from >= 0 && to >= 0 && graph.isSummary[from] === 0 && graph.isSummary[to] === 0;
    return kind | (areTasks && calendarOf[from] === calendarOf[to] ? LinkBit.sameCalendar : 0);
  });
  const state = Uint8Array.from(tasks, (task, index) => stateOf(task, graph.isSummary[index] === 1));
  const focus = focusOf(document, indexOf);
  const linksIn = linkTable(tasks.length, linkTo, linkFrom, linkKind);
  const linksOut = linkTable(tasks.length, linkFrom, linkTo, linkKind);
  const subsets = stepSubsets(document, graph, steps, focus, indexOf);
  const children = rows(tasks.length, ...childPairs(parent));
  const childRows = { childOffsets: children.offsets, children: children.targets };
  const source = { taskCount: tasks.length, parent, calendarOf, state, ...childRows };
  const dates = taskDates(document, { state, calendarOf, calendars });
  const hasLimit = (task: number) => dates.limits[2 * task]! < NEVER || dates.limits[2 * task + 1]! < NEVER;
  return {
    taskCount: tasks.length,
    linkCount: links.length,
    taskIds: tasks.map((task) => task.id),
    taskIndex,
    cycle,
    steps,
    stepsBeforeFocus: subsets.beforeFocus,
    parent,
    ...childRows,
    state,
    calendars,
    tables,
    calendarOf,
    linksIn,
    linksOut,
    forward: forwardRows(source, steps, linksIn, dates.bounds),
    forwardAfterBuilds: forwardRows(source, subsets.afterBuilds, linksIn, dates.bounds),
    backward: backwardRows(source, steps, linksOut, { isLimited: hasLimit, hasPins: true }),
    backwardFromFocus: backwardRows(source, subsets.beforeFocus, linksOut, {
      isLimited: (task) => task === focus,
      hasPins: false,
    }),
    linkFrom,
    linkTo,
    linkKind,
    ...dates,
    isZeroDuration: Uint8Array.from(tasks, (task) => (isZero(task.duration) ? 1 : 0)),
    alapTasks: Int32Array.from(
      tasks.flatMap((task, i) => (task.constraint?.type === 'ALAP' && state[i] === TaskState.open ? [i] : [])),
    ),
    floatTo: document.floatTo ?? 'project',
    focus,
  };
}

/**
 * The tasks of one cycle of a document, in order, by id; null where there is none. Summaries count: a task that leads
 * to its own summary's start, or a parent that is its own ancestor, is a cycle too.
 *
 * @example findTaskCycle({ tasks: [a, b], links: [{ from: 'a', to: 'b' }, { from: 'b', to: 'a' }] }) // ['a', 'b']
 */
export function findTaskCycle(document: Pick<ScenarioDocument, 'tasks' | 'links'>): readonly string[] | null {
  const tasks = document.tasks ?? [];
  const { graph } = readGraph(tasks, document.links ?? []);
  return findCycle(graph, topologicalOrder(graph))?.map((task) => tasks[task]!.id) ?? null;
}

function readGraph(tasks: readonly Task[], links: readonly Link[]) {
  const taskIndex = new Map(tasks.map((task, index) => [task.id, index]));
  const indexOf = (id: string | undefined) => (id === undefined ? -1 : (taskIndex.get(id) ?? -1));
  const parent = Int32Array.from(tasks, (task) => indexOf(task.parent));
  const linkFrom = Int32Array.from(links, (link) => indexOf(link.from));
  const linkTo = Int32Array.from(links, (link) => indexOf(link.to));
  const linkTypes = Uint8Array.from(links, linkBits);
  const bindsFinish = (link: number) => (linkTypes[link]! & LinkBit.toFinish) !== 0;
  const graph = taskGraph({ taskCount: tasks.length, parent, linkFrom, linkTo, bindsFinish });
  return { taskIndex, indexOf, parent, linkFrom, linkTo, linkTypes, graph };
}

function linkBits(link: Link): number {
  const type = link.type ?? 'FS';
  return (
    (type[0] === 'S' ? LinkBit.fromStart : 0) |
    (type[1] === 'F' ? LinkBit.toFinish : 0) |
    (link.lagUnit === 'elapsed' ? LinkBit.elapsed : 0) |
    (isZero(link.lag) ? LinkBit.neverLags : 0)
  );
}

/** Whether a quantity is the number 0 whatever happens. */
export function isZero(quantity: Quantity | undefined): boolean {
  if (quantity === undefined || typeof quantity === 'number') return (quantity ?? 0) === 0;
  return (
    quantity.kind === 'fixed' && Math.min(Math.max(quantity.value, quantity.min ?? 0), quantity.max ?? NEVER) === 0
  );
}

function stateOf(task: Task, isSummary: boolean): number {
  if (isSummary) return TaskState.summary;
  if (task.actualFinish !== undefined && task.actualStart !== undefined) return TaskState.finished;
  if (task.actualStart !== undefined) return TaskState.started;
  if (task.constraint?.type === 'MSO') return TaskState.pinnedStart;
  return task.constraint?.type === 'MFO' ? TaskState.pinnedFinish : TaskState.open;
}

function childPairs(parent: Int32Array): [number[], number[]] {
  const above: number[] = [];
  const below: number[] = [];
  parent.forEach((summary, task) => {
    if (summary < 0) return;
    above.push(summary);
    below.push(task);
  });
  return [above, below];
}

function linkTable(taskCount: number, own: Int32Array, other: Int32Array, linkKind: Uint8Array): LinkTable {
  const whole = Array.from(own.keys()).filter((link) => own[link]! >= 0 && other[link]! >= 0);
  const { offsets, targets: link } = rows(
    taskCount,
    whole.map((entry) => own[entry]!),
    whole,
  );
  return {
    offsets,
    other: link.map((entry) => other[entry]!),
    kind: Uint8Array.from(link, (entry) => linkKind[entry]!),
    link,
  };
}

/** The default focus: the last `requires` of the first commercial line, else its build, else the project's finish. */
function focusOf(document: ScenarioDocument, indexOf: (id: string | undefined) => number): number {
  if (document.focus !== undefined) return indexOf(document.focus);
  const line = document.lines?.find((entry) => entry.commercial !== false);
  return indexOf(line?.requires?.at(-1) ?? line?.buildTask);
}

function stepSubsets(
  document: ScenarioDocument,
  graph: TaskGraph,
  steps: Int32Array,
  focus: number,
  indexOf: (id: string | undefined) => number,
): { afterBuilds: Int32Array; beforeFocus: Int32Array } {
  const builds = (document.lines ?? []).map((line) => indexOf(line.buildTask)).filter((task) => task >= 0);
  const isAfterBuild = reachableFrom(graph, steps, builds);
  const isBeforeFocus = focus < 0 ? null : reachableTo(graph, steps, focus);
  return {
    afterBuilds: steps.filter((node) => isAfterBuild[node] === 1),
    // A summary's dates come along with the bounds on its start: a backward pass opens it with the one, closes it with the other.
    beforeFocus:
      isBeforeFocus === null
        ? steps
        : steps.filter((node) => isBeforeFocus[node] === 1 || isBeforeFocus[node + graph.taskCount] === 1),
  };
}
