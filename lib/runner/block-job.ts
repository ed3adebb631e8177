import type { Move } from '../engine/compile/moves';
import { openScenario } from '../engine/run-scenario';
import type { BlockSamples, CompiledScenario, TrialsOptions, TrialsRun } from '../engine/types';
import type { ScenarioDocument } from '../scenario/document';

/** What another thread must know to run blocks of a run. */
export interface BlockJob {
  readonly document: ScenarioDocument;
  readonly documentHash: string;
  readonly moves: readonly Move[];
  readonly options: TrialsOptions;
}

/** The job of a run that was started with these options. */
export function blockJob(scenario: CompiledScenario, options: TrialsOptions, run: TrialsRun): BlockJob {
  const { document, documentHash, moves } = scenario;
  return { document, documentHash, moves, options: { ...options, trials: run.trials } };
}

/** The same run in this thread. */
export function openJob({ document, documentHash, moves, options }: BlockJob): TrialsRun {
  return openScenario(document, { documentHash, moves }).startTrials(options);
}

/** Runs one block and gives it away. */
export function runJobBlock(run: TrialsRun, block: number): BlockSamples {
  run.runBlock(block);
  return run.takeBlock(block);
}
