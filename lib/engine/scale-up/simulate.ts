import type { Model } from '../compile/model';
import { prepareMarket } from '../market/prepare-market';
import { focusFinish } from '../timeline/focus-pass';
import { projectFinish } from '../timeline/latest-finish';
import { schedule } from '../timeline/schedule';
import { prepareTrial } from './prepare-trial';
import { runMonths } from './run-months';
import type { TrialState } from './trial-state';

/** Runs the future whose inputs the state holds: the one path for plans, trials and replays. */
export function simulate(model: Model, state: TrialState): void {
  prepareTrial(model, state);
  schedule(model.network, state.timelineInputs, state.timeline);
  prepareMarket(model, state);
  runMonths(model, state);
  state.outcome.focus = focusFinish(model.network, state.timeline);
  state.outcome.projectFinish = projectFinish(state.timeline);
}
