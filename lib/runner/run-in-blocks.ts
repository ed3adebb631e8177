import type { TrialsResult } from '../engine/results/result-types';
import { BLOCK_TRIALS, type CompiledScenario, type TrialsOptions, type TrialsRun } from '../engine/types';
import { blockJob } from './block-job';
import { type Announcement, createHelperTeam, type HelperTeam, type SharedRun } from './helper-team';
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
 * Runs the plan and the trials block by block in this thread; the first block is shown as a preview. One helper has half
 * of that where the run was announced to it; helpers run blocks beside this thread when it is shown.
 */
export async function runInBlocks(
  scenario: CompiledScenario,
  options: TrialsOptions,
  watch: RunWatch,
  team: HelperTeam = createHelperTeam(),
  announced: Announcement | null = null,
): Promise<RunUpdate> {
  const plan = scenario.runPlan();
  const run = scenario.startTrials(options);
  const { onUpdate, onProgress, pause } = watch;
  const shared = team.begin(blockJob(scenario, options, run), run, announced);
  const show = (trials: TrialsResult) => onUpdate?.({ stage: 'preview', plan, trials });
  /** Fans that were not in sight may be looked at before all trials are done: they are not told yet. */
  let isOwed = options.inSight !== undefined && options.glance !== true && run.blocks > 2;
  try {
    await shareBlocks(run, shared, {
      pause,
      onProgress,
      onOwn(block) {
        if (block === 0 && run.blocks > 1) show(run.results());
        else if (isOwed && shared.done > 1) {
          const trials = run.results();
          // The second block may still be with a helper.
          isOwed = trials.trials <= BLOCK_TRIALS;
          if (!isOwed) show(trials);
        }
      },
    });
    return { stage: 'full', plan, trials: run.results() };
  } finally {
    // What a helper still brings is for nobody.
    shared.giveUpPart();
    run.release();
  }
}

interface BlockWatch extends Pick<RunWatch, 'pause' | 'onProgress'> {
  /** Called when a block has been run in this thread, before helpers are given any. */
  readonly onOwn?: (block: number) => void;
}

/** Runs blocks in this thread, and hands others out in between, until all are there. */
export async function shareBlocks(
  run: TrialsRun,
  shared: SharedRun,
  { pause, onProgress, onOwn }: BlockWatch,
): Promise<void> {
  let told = 0;
  let heard = performance.now();
  const tell = () => {
    if (shared.done === told) return;
    told = shared.done;
    heard = performance.now();
    onProgress?.({ done: Math.min(run.trials, told * BLOCK_TRIALS), of: run.trials });
  };
  while (shared.done < run.blocks) {
    const block = shared.take();
    if (block === 0 && shared.part !== 'none') {
      await runFirstWithHelper(run, shared, pause);
      shared.finished(0);
    } else if (block === null) {
      await shortWait();
      if (performance.now() - heard > PATIENCE_MS) shared.reclaim();
    } else {
      run.runBlock(block);
      shared.finished(block);
    }
    tell();
    if (block !== null) onOwn?.(block);
    if (shared.done === run.blocks) break;
    await pause();
    shared.feed();
  }
  tell();
}

/**
 * The first half of the first block here, the second by a helper. One that takes longer than twice this half is not
 * waited for.
 */
async function runFirstWithHelper(run: TrialsRun, shared: SharedRun, pause: () => Promise<void>): Promise<void> {
  const start = performance.now();
  run.runPart(0, 0);
  const until = performance.now() + 2 * (performance.now() - start);
  while (shared.part === 'awaited' && performance.now() < until) await pause();
  if (shared.part === 'there') return;
  shared.giveUpPart();
  run.runPart(0, 1);
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
