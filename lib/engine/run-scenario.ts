import type { ScenarioDocument } from '../scenario/document';
import { compileScenario } from './compile/compile-scenario';
import type { KnownSamplers } from './compile/kept-samplers';
import type { Move } from './compile/moves';
import { futureResult } from './results/future-result';
import { stateOutput } from './results/state-output';
import { createTrialState } from './scale-up/create-trial-state';
import { createBlockInputs, drawBlock, loadGivenDraws, loadPlan, loadTrial, openStreams } from './scale-up/load-inputs';
import { simulate } from './scale-up/simulate';
import { runOptions, startTrials } from './trials/start-trials';
import { BLOCK_TRIALS, type CompiledScenario } from './types';

/**
 * The door of the engine: compiles a valid document. The plan, given draws, trials and replays of trials all run the
 * same code on it, so that a replayed trial has the numbers of the run to the bit.
 *
 * @param document a document that validation has accepted
 * @param identity hash of the document, written into results; `moves`: inputs moved away from what it says;
 * `known`: samplers of documents before this one, of which no part is ever changed in place
 * @throws RangeError where the document could not have been accepted
 */
export function openScenario(
  document: ScenarioDocument,
  identity: { readonly documentHash: string; readonly moves?: readonly Move[]; readonly known?: KnownSamplers },
): CompiledScenario {
  const model = compileScenario(document, identity.documentHash, identity.moves, identity.known);
  const state = createTrialState(model);
  /** A future that is reported needs its months in full; trials leave the state without. */
  const simulateInFull = () => {
    state.detail = true;
    simulate(model, state);
  };
  return {
    document,
    documentHash: identity.documentHash,
    moves: identity.moves ?? [],
    runPlan: () => {
      loadPlan(model, state);
      simulateInFull();
      return futureResult(model, state, 'deterministic');
    },
    planOutputs: (names) => {
      loadPlan(model, state);
      simulateInFull();
      return names.map((name) => stateOutput(model, state, name));
    },
    runDraws: (draws) =>
      draws.map((given) => {
        loadGivenDraws(model, state, given);
        simulateInFull();
        return futureResult(model, state, 'trial');
      }),
    replayTrial: (trial, options = {}) => {
      if (!Number.isInteger(trial) || trial < 0) throw new RangeError(`${trial} is no trial: whole numbers from 0.`);
      const { seed, sampling } = runOptions(model, options);
      const inputs = createBlockInputs(model);
      loadPlan(model, state);
      drawBlock(model, openStreams(model, seed, sampling), Math.floor(trial / BLOCK_TRIALS), inputs);
      loadTrial(model, state, inputs, trial % BLOCK_TRIALS);
      simulateInFull();
      return futureResult(model, state, 'trial');
    },
    startTrials: (options = {}) => startTrials(model, state, options),
  };
}
