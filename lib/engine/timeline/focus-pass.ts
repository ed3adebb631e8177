import { endBy, runBackwards } from './late-dates';
import { latestFinish, projectFinish } from './latest-finish';
import type { Network, TimelineInputs } from './network-types';
import type { Timeline } from './timeline-types';

const NEVER = Number.POSITIVE_INFINITY;

/** When the focus is reached: the finish of its task, or of the whole project where it names none. Infinity: never. */
export function focusFinish(network: Network, timeline: Timeline): number {
  return network.focus < 0 ? projectFinish(timeline) : timeline.EF[network.focus]!;
}

/**
 * Float of each task towards the focus (`drivingFloat`, working days of the task's calendar): a backward pass from the
 * focus's finish over the tasks from which it follows, with links and progress only, no late bounds, no pins. A task
 * drives when it is at most `FLOAT_TOLERANCE_DAYS`. NaN or Infinity: finished, never finished, not before the focus; all
 * of them where the focus is never reached. A summary has the least of the tasks under it. Allocates nothing.
 */
export function focusPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  const pass = timeline.focusPass;
  if (focusFinish(network, timeline) === NEVER) {
    timeline.drivingFloat.fill(Number.NaN);
    return;
  }
  pass.inputs = inputs;
  const { focus } = network;
  if (focus < 0) endBy(pass, latestFinish(timeline));
  else {
    pass.limits[2 * focus] = timeline.first.EF[focus]!;
    pass.limitsWorked[2 * focus] = timeline.first.worked[2 * focus + 1]!;
  }
  runBackwards(pass);
}
