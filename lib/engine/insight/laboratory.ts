import type { ScenarioDocument } from '../../scenario/document';
import type { Move } from '../compile/moves';
import type { CompiledScenario, Outcome, TrialsOptions, TrialsRun } from '../types';

/**
 * What an insight needs of the outside: documents validated and compiled, and runs brought to their end, in this
 * thread or on many. The threads never change a number. Where a run is cancelled, `run` rejects and the insight with it.
 */
export interface Laboratory {
  /** Validates a document, moves some of its inputs where asked for, and compiles it. */
  open(document: ScenarioDocument, moves?: readonly Move[]): Outcome<CompiledScenario>;
  /** Runs all blocks. */
  run(scenario: CompiledScenario, options: TrialsOptions): Promise<TrialsRun>;
}

/** How an insight draws its trials; what is left out is as the document's `run` says. */
export type DrawOptions = Pick<TrialsOptions, 'trials' | 'seed' | 'sampling'>;

/** Told after each of several runs. */
export type OnRuns = (done: number, of: number) => void;

/**
 * How a document is run, so that another one can be drawn in the same way: common random numbers need the same seed
 * and sampling.
 */
export function drawnAs(document: ScenarioDocument, options: DrawOptions): DrawOptions {
  const run = document.run ?? {};
  return {
    trials: options.trials ?? run.trials,
    seed: options.seed ?? run.seed,
    sampling: options.sampling ?? run.sampling,
  };
}
