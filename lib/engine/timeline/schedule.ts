import { workedAt } from '../calendar/work-time';
import { backwardPass } from './backward-pass';
import { alapForwardPass, forwardAfterBuilds, forwardPass } from './forward-pass';
import type { Network, TimelineInputs } from './network-types';
import type { Timeline } from './timeline-types';

/**
 * The dates in force: ES, EF, wouldFinish. One forward pass; where ALAP tasks exist, a backward pass and a second
 * forward pass which starts each of them no earlier than its late start.
 */
export function schedule(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  forwardPass(network, inputs, timeline);
  if (network.alapTasks.length > 0) placeAlap(network, inputs, timeline);
}

/** The dates in force after the stall of a build has changed and nothing else, from those of `schedule`. */
export function reschedule(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  forwardAfterBuilds(network, inputs, timeline);
  if (network.alapTasks.length > 0) placeAlap(network, inputs, timeline);
}

function placeAlap(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  const { alapPass, LS } = timeline;
  backwardPass(network, inputs, timeline);
  for (const task of network.alapTasks) {
    const lateStart = LS[task]!;
    // A never-finished task has no late start (NaN).
    const bound = Number.isNaN(lateStart) ? Number.NEGATIVE_INFINITY : lateStart;
    const calendar = network.calendars[network.calendarOf[task]!]!;
    alapPass.bounds[2 * task] = Math.max(bound, network.bounds[2 * task]!);
    alapPass.boundsWorked[2 * task] = Math.max(workedAt(calendar, bound), network.boundsWorked[2 * task]!);
  }
  alapForwardPass(network, inputs, timeline);
}
