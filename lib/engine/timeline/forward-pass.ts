import type { Network, TimelineInputs } from './network-types';
import { TaskState } from './network-types';
import { ROW_STRIDE } from './pass-rows';
import { collectStartBounds, finishSummary } from './place-summary';
import { placeMilestone, placeTask, progressTask } from './place-task';
import type { ForwardPass, Timeline } from './timeline-types';

/**
 * Fills `timeline.first` (and so ES, EF, wouldFinish, unless ALAP tasks ask for a second pass: see `schedule`).
 * Allocates nothing.
 *
 * @throws RangeError when the network has a cycle.
 */
export function forwardPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  timeline.forwardPass.lane.take(inputs);
  runForwards(network, inputs, timeline.forwardPass);
}

/** The second pass of a network with ALAP tasks: fills `timeline.last` with the bounds of `timeline.alapPass`. */
export function alapForwardPass(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  timeline.alapPass.lane.take(inputs);
  runForwards(network, inputs, timeline.alapPass);
}

/** Brings a forward pass up to date after the stall of a build has changed: only what follows from builds is redone. */
export function forwardAfterBuilds(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  timeline.forwardAfterBuilds.lane.takeStalls(inputs);
  runForwards(network, inputs, timeline.forwardAfterBuilds);
}

/** The loop over tasks with work (`passTasks`), and between its runs whatever is something else. */
function runForwards(network: Network, inputs: TimelineInputs, pass: ForwardPass): void {
  if (network.cycle !== null) throw new RangeError(`tasks ${network.cycle.join(' -> ')} form a cycle`);
  const { rows, lane } = pass;
  const length = rows.length;
  for (let row = lane.run(0); row < length; row = lane.run(row + ROW_STRIDE)) {
    placeOther(network, inputs, pass, rows[row]!);
  }
}

function placeOther(network: Network, inputs: TimelineInputs, { dates, bounds }: ForwardPass, step: number): void {
  const { taskCount, state } = network;
  if (step >= taskCount) collectStartBounds(network, inputs, dates, bounds, step - taskCount);
  else if (state[step] === TaskState.summary) finishSummary(network, inputs, dates, step);
  else if (state[step]! >= TaskState.started) progressTask(network, inputs, dates, step);
  else if (inputs.work[step]! > 0) placeTask(network, inputs, dates, bounds, step);
  else placeMilestone(network, inputs, dates, bounds, step);
}
