import { endBy, runBackwards } from './late-dates';
import { latestFinish } from './latest-finish';
import type { Network, TimelineInputs } from './network-types';
import type { Timeline } from './timeline-types';

export { FLOAT_TOLERANCE_DAYS } from './float-tolerance';

/**
 * Late dates, total float and criticality (`LS`, `LF`, `totalFloat`, `critical`) from `timeline.first`. Allocates
 * nothing.
 *
 * LF is the form of a finish of the least limit on the finish, LS = subtract(LF - stall, work); total float
 * W(LF) - W(EF) in working days of the task's calendar. Finished tasks have LS = ES, LF = EF and no float; a started
 * task's LS is its start; a never-finished task has NaN everywhere.
 *
 * @throws RangeError when the network has a cycle.
 */
export function backwardPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  if (network.cycle !== null) throw new RangeError(`tasks ${network.cycle.join(' -> ')} form a cycle`);
  const { latePass } = timeline;
  latePass.inputs = inputs;
  endBy(latePass, latePass.hasOwnEnds ? Number.POSITIVE_INFINITY : latestFinish(timeline));
  runBackwards(latePass);
}
