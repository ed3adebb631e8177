import { add, subtract } from '../calendar/work-time';
import type { Model } from '../compile/model';
import type { TrialState } from '../scale-up/trial-state';

import { LinkBit, TaskState } from '../timeline/network-types';

/** A task in which two or more links meet, on the way to the focus. */
export interface MergeModel {
  readonly task: number;
  /** Links of the task, and those of the summaries above it that bind its start. */
  readonly links: readonly number[];
}

/** The merges of a model whose bias is measured: open tasks from which the focus follows. */
export function compileMerges(model: Model): MergeModel[] {
  const { network } = model;
  const before = new Set(network.stepsBeforeFocus);
  const linksInto = new Map<number, number[]>();
  network.linkTo.forEach((to, link) => {
    const list = linksInto.get(to) ?? [];
    list.push(link);
    linksInto.set(to, list);
  });
  const merges: MergeModel[] = [];
  for (let task = 0; task < network.taskCount; task++) {
    const own = linksInto.get(task) ?? [];
    const isOpen = network.state[task]! < TaskState.started;
    if (!isOpen || own.length < 2 || !before.has(task)) continue;
    const links = [...own];
    for (let up = network.parent[task]!; up >= 0; up = network.parent[up]!) {
      const above = linksInto.get(up) ?? [];
      links.push(...above.filter((link) => (network.linkKind[link]! & LinkBit.toFinish) === 0));
    }
    merges.push({ task, links });
  }
  return merges;
}

/** The bound that a link puts on the start of a task, a finish bound as subtract(f, d); day number. */
function startBound(model: Model, state: TrialState, link: number, task: number): number {
  const { network } = model;
  const { timeline, timelineInputs } = state;
  const kind = network.linkKind[link]!;
  const from = network.linkFrom[link]!;
  const to = network.linkTo[link]!;
  const lag = timelineInputs.lag[link]!;
  const calendar = network.calendars[network.calendarOf[to]!]!;
  let bound = (kind & LinkBit.fromStart) !== 0 ? timeline.ES[from]! : timeline.EF[from]!;
  if (lag !== 0) {
    if ((kind & LinkBit.elapsed) !== 0) bound += lag;
    else bound = lag > 0 ? add(calendar, bound, lag) : subtract(calendar, bound, -lag);
  }
  const work = timelineInputs.work[task]!;
  return (kind & LinkBit.toFinish) !== 0 && work > 0 ? subtract(calendar, bound, work) : bound;
}

/** Adds to the sums of a block: for each merge the largest bound, then every bound. Only where the focus is reached. */
export function addMergeBounds(
  model: Model,
  state: TrialState,
  merges: readonly MergeModel[],
  sums: Float64Array,
  offset: number,
): void {
  let at = offset;
  for (const { task, links } of merges) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < links.length; i++) {
      const bound = startBound(model, state, links[i]!, task);
      if (bound > largest) largest = bound;
      sums[at + 1 + i]! += bound;
    }
    sums[at]! += largest;
    at += 1 + links.length;
  }
}
