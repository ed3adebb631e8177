import type { Timeline } from './timeline';

/** The latest finite finish of any task (first forward pass): where the backward pass begins. -Infinity without one. */
export function latestFinish(timeline: Timeline): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const finish of timeline.first.EF) {
    if (finish > latest && finish !== Number.POSITIVE_INFINITY) latest = finish;
  }
  return latest;
}

/** The project's finish: the latest of all; Infinity where some task is never finished, or where there is no task. */
export function projectFinish(timeline: Timeline): number {
  if (timeline.EF.length === 0) return Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (const finish of timeline.EF) if (finish > latest) latest = finish;
  return latest;
}
