import type { Timeline } from './timeline-types';

/** The latest finite finish of any task (first forward pass): where the backward pass begins. -Infinity without one. */
export function latestFinish(timeline: Timeline): number {
  let latest = Number.NEGATIVE_INFINITY;
  const { EF } = timeline.first;
  const count = EF.length;
  for (let i = 0; i < count; i++) {
    const finish = EF[i]!;
    if (finish > latest && finish !== Number.POSITIVE_INFINITY) latest = finish;
  }
  return latest;
}

/** The project's finish: the latest of all; Infinity where some task is never finished, or where there is no task. */
export function projectFinish(timeline: Timeline): number {
  const { EF } = timeline;
  const count = EF.length;
  if (count === 0) return Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) if (EF[i]! > latest) latest = EF[i]!;
  return latest;
}
