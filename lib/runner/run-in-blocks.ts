import { BLOCK_TRIALS, type CompiledScenario, type TrialsOptions } from '../engine/types';
import type { RunProgress, RunUpdate } from './types';

/** How a run shows itself and is asked to stop, between blocks. */
export interface RunWatch {
  readonly onUpdate?: (update: RunUpdate) => void;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Lets others have the thread; rejects when the run is to stop. */
  readonly pause: () => Promise<void>;
}

/** An error as an aborted `fetch` has it. */
export function abortError(): Error {
  return new DOMException('The run was cancelled.', 'AbortError');
}

/** Runs the plan and the trials block by block in this thread; the first block is shown as a preview. */
export async function runInBlocks(
  scenario: CompiledScenario,
  options: TrialsOptions,
  watch: RunWatch,
): Promise<RunUpdate> {
  const plan = scenario.runPlan();
  const run = scenario.startTrials(options);
  for (let block = 0; block < run.blocks; block++) {
    run.runBlock(block);
    watch.onProgress?.({ done: Math.min(run.trials, (block + 1) * BLOCK_TRIALS), of: run.trials });
    if (block === 0 && run.blocks > 1 && watch.onUpdate !== undefined) {
      watch.onUpdate({ stage: 'preview', plan, trials: run.results() });
    }
    if (block + 1 < run.blocks) await watch.pause();
  }
  return { stage: 'full', plan, trials: run.results() };
}

/** Gives the event loop a turn: messages and timers come in. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
