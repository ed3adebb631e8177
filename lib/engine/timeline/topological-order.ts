/**
 * Topological order without recursion, and a cycle's tasks where there is none.
 *
 * Nodes: task i is node i (a summary's node is its dates, known once its children are); summary s has a second node
 * `taskCount + s`, the bounds on the starts under it, which come before its children.
 */

/** Edges as rows: those out of node i are `targets[offsets[i]]` to `targets[offsets[i + 1] - 1]`. */
export interface Edges {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

export interface TaskGraph {
  readonly taskCount: number;
  readonly isSummary: Uint8Array;
  readonly edges: Edges;
}

export interface GraphSource {
  readonly taskCount: number;
  readonly parent: Int32Array;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  /** By link: 1 where it binds the finish of its successor (FF, SF). */
  readonly bindsFinish: (link: number) => boolean;
}

/** The edges of tasks, summaries and links. Links with an end of -1 are left out. */
export function taskGraph(source: GraphSource): TaskGraph {
  const { taskCount, parent, linkFrom, linkTo } = source;
  const isSummary = new Uint8Array(taskCount);
  for (const above of parent) if (above >= 0) isSummary[above] = 1;
  const entry = (task: number) => (isSummary[task] === 1 ? taskCount + task : task);
  const from: number[] = [];
  const to: number[] = [];
  for (let task = 0; task < taskCount; task++) {
    const above = parent[task] ?? -1;
    if (above < 0) continue;
    from.push(task, taskCount + above);
    to.push(above, entry(task));
  }
  for (let link = 0; link < linkFrom.length; link++) {
    const predecessor = linkFrom[link] ?? -1;
    const successor = linkTo[link] ?? -1;
    if (predecessor < 0 || successor < 0) continue;
    from.push(predecessor);
    to.push(source.bindsFinish(link) ? successor : entry(successor));
  }
  return { taskCount, isSummary, edges: rows(2 * taskCount, from, to) };
}

/** Sorts pairs into rows by their first member, keeping the order within a row. */
export function rows(rowCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Edges {
  const offsets = new Int32Array(rowCount + 1);
  for (let k = 0; k < from.length; k++) offsets[from[k]! + 1]! += 1;
  for (let row = 0; row < rowCount; row++) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice();
  const targets = new Int32Array(from.length);
  for (let k = 0; k < from.length; k++) targets[next[from[k]!]!++] = to[k]!;
  return { offsets, targets };
}

function isNode(graph: TaskGraph, node: number): boolean {
  return node < graph.taskCount || graph.isSummary[node - graph.taskCount] === 1;
}

/** Nodes in topological order (those on or behind a cycle are missing). Depends only on the graph. */
export function topologicalOrder(graph: TaskGraph): Int32Array {
  const { offsets, targets } = graph.edges;
  const nodeCount = 2 * graph.taskCount;
  const waiting = new Int32Array(nodeCount);
  for (const target of targets) waiting[target]! += 1;
  const order = new Int32Array(nodeCount);
  let length = 0;
  for (let node = 0; node < nodeCount; node++) if (waiting[node] === 0 && isNode(graph, node)) order[length++] = node;
  for (let done = 0; done < length; done++) {
    const node = order[done]!;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const target = targets[k]!;
      waiting[target]! -= 1;
      if (waiting[target] === 0) order[length++] = target;
    }
  }
  return order.subarray(0, length);
}

/** The tasks of one cycle in order, as indices; null where there is none. */
export function findCycle(graph: TaskGraph, order: Int32Array): number[] | null {
  const { offsets, targets } = graph.edges;
  const nodeCount = 2 * graph.taskCount;
  const isOrdered = new Uint8Array(nodeCount);
  for (const node of order) isOrdered[node] = 1;
  // Each node that is left over waits for another that is left over: walking back must come round.
  const waitsFor = new Int32Array(nodeCount).fill(-1);
  let start = -1;
  for (let node = 0; node < nodeCount; node++) {
    if (isOrdered[node] === 1 || !isNode(graph, node)) continue;
    if (start < 0) start = node;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) waitsFor[targets[k]!] = node;
  }
  if (start < 0) return null;
  const seenAt = new Int32Array(nodeCount).fill(-1);
  const walk: number[] = [];
  let node = start;
  while (seenAt[node] === -1) {
    seenAt[node] = walk.length;
    walk.push(node);
    node = waitsFor[node]!;
  }
  const tasks = walk
    .slice(seenAt[node]!)
    .reverse()
    .map((member) => member % graph.taskCount);
  return tasks
    .filter((task, index) => index === 0 || task !== tasks[index - 1])
    .filter((task, index, list) => index === 0 || index < list.length - 1 || task !== list[0]);
}

/** The nodes that can be reached from `seeds` (themselves included) along `order`, which must be topological. */
export function reachableFrom(graph: TaskGraph, order: Int32Array, seeds: Iterable<number>): Uint8Array {
  const { offsets, targets } = graph.edges;
  const isReached = new Uint8Array(2 * graph.taskCount);
  for (const seed of seeds) isReached[seed] = 1;
  for (const node of order) {
    if (isReached[node] !== 1) continue;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) isReached[targets[k]!] = 1;
  }
  return isReached;
}

/** The nodes from which `goal` can be reached (itself included). */
export function reachableTo(graph: TaskGraph, order: Int32Array, goal: number): Uint8Array {
  const { offsets, targets } = graph.edges;
  const reaches = new Uint8Array(2 * graph.taskCount);
  reaches[goal] = 1;
  for (let position = order.length - 1; position >= 0; position--) {
    const node = order[position]!;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) if (reaches[targets[k]!] === 1) reaches[node] = 1;
  }
  return reaches;
}
