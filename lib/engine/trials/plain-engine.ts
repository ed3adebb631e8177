import type { Model } from '../compile/model';
import { createBlockInputs, loadTrial } from '../scale-up/load-inputs';
import { simulate } from '../scale-up/simulate';
import type { TrialState } from '../scale-up/trial-state';
import type { KeeperPlan } from './create-trial-keeper';
import { keepTrial } from './keep-trial';
import type { TrialEngine } from './trial-engine';
import { writeGroup } from './write-group';

/** Runs trials with the code as it stands: what the kernel must equal to the bit, and what runs where it cannot. */
export function plainEngine(model: Model, state: TrialState, plan: KeeperPlan, blockSize: number): TrialEngine {
  const keeper = {
    ...plan,
    stage: new Float64Array(plan.stageSize),
    bottlenecks: new Float64Array(plan.bottlenecksSize),
  };
  const inputs = createBlockInputs(model);
  return {
    inputs,
    keeper,
    loadCertain: (load) => load(state),
    followMarkets: () => {},
    runTrial(trial, place) {
      loadTrial(model, state, inputs, trial);
      simulate(model, state);
      keepTrial(model, state, keeper, place);
    },
    openBlock: () => new Float64Array(blockSize),
    keepGroup: (block, trial, count) => writeGroup(keeper.columns, keeper.stage, block, trial, count),
    settle: (block) => block,
    takeOut: (block) => block,
    discard: () => {},
    release: () => {},
  };
}
