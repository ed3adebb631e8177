import type { Model } from '../compile/model';
import type { TrialState } from '../scale-up/trial-state';
import { FLOAT_TOLERANCE_DAYS } from '../timeline/float-tolerance';
import { focusPass } from '../timeline/focus-pass';
import type { BlockLayout } from './block-layout';
import { addMergeBounds } from './merge-bounds';

/** Adds a trial that has reached its focus to the sums of a block: the tasks that drive it, the bounds at its merges. */
export function addDriving(model: Model, state: TrialState, layout: BlockLayout, sums: Float64Array): void {
  if (state.outcome.focus === Number.POSITIVE_INFINITY) return;
  const { timeline, timelineInputs } = state;
  const { firstSum } = layout;
  sums[layout.focusReached - firstSum]! += 1;
  focusPass(model.network, timelineInputs, timeline);
  addMergeBounds(model, state, layout.merges, sums, layout.mergeSums - firstSum);
  const { drivingFloat } = timeline;
  const driving = layout.driving - firstSum;
  for (let t = 0; t < drivingFloat.length; t++) {
    if (drivingFloat[t]! <= FLOAT_TOLERANCE_DAYS) sums[driving + t]! += 1;
  }
}
