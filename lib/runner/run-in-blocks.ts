import { BLOCK_TRIALS, type CompiledScenario, type TrialsOptions } from '../engine/types';
import { blockJob } from './block-job';
import { createHelperTeam, type HelperTeam } from './helper-team';
import type { RunProgress, RunUpdate } from './types';

/** How a run shows itself and is asked to stop, between blocks. */
export interface RunWatch {
  readonly onUpdate?: (update: RunUpdate) => void;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Lets others have the thread; rejects when the run is to stop. */
  readonly pause: () => Promise<void>;
}

/** A helper that brings nothing for so long is taken for dead: a block takes far less. */
const PATIENCE_MS = 3000;

/** An error as an aborted `fetch` has it. */
export function abortError(): Error {
  return new DOMException('The run was cancelled.', 'AbortError');
}

/**
 * Runs the plan and the trials block by block in this thread; the first block is shown as a preview. Helpers run blocks
 * beside it after that: they would only take the machine away from the preview.
 */
export async function runInBlocks(
  scenario: CompiledScenario,
  options: TrialsOptions,
  watch: RunWatch,
  team: HelperTeam = createHelperTeam(),
): Promise<RunUpdate> {
  const plan = scenario.runPlan();
  const run = scenario.startTrials(options);
  const shared = team.begin(blockJob(scenario, options, run), run);
  let told = 0;
  let heard = performance.now();
  const tell = () => {
    if (shared.done > told) {
      heard = performance.now();
      watch.onProgress?.({ done: Math.min(run.trials, shared.done * BLOCK_TRIALS), of: run.trials });
    }
    told = shared.done;
  };
  while (shared.done < run.blocks) {
    const block = shared.take();
    if (block === null) {
      await shortWait();
      if (performance.now() - heard > PATIENCE_MS) shared.reclaim();
    } else {
      run.runBlock(block);
      shared.finished(block);
    }
    tell();
    if (block === 0 && run.blocks > 1 && watch.onUpdate !== undefined) {
      watch.onUpdate({ stage: 'preview', plan, trials: run.results() });
    }
    if (shared.done === run.blocks) break;
    await watch.pause();
    shared.feed();
  }
  tell();
  return { stage: 'full', plan, trials: run.results() };
}

/** Others are still computing. */
function shortWait(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
}

let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** Gives the event loop a turn: messages and timers come in. A timer would take 4 ms of a browser each time. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    if (channel === undefined) {
      channel = new MessageChannel();
      channel.port1.onmessage = () => waiting.shift()?.();
    }
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
