import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { BlockSamples, CompiledScenario, TrialsOptions, TrialsRun } from '../engine/types';
import { type BlockJob, blockJob, openJob, runJobBlock } from './block-job';

/** What a block thread is told when it starts. */
export interface BlockThreadData extends BlockJob {
  readonly blockThread: true;
}

export type BlockThreadAnswer = BlockSamples | { readonly ready: true };

export interface PoolOptions {
  /** Threads, at least 1; 1 runs in the calling thread. */
  readonly workers: number;
  /** The script that each thread runs; it calls `serveBlocks` first. */
  readonly script: URL;
}

/**
 * Runs all blocks of a run, on as many threads as are asked for. A block's trials depend on its number alone, and what
 * the blocks yielded is put together in their order: the number of threads never changes a byte.
 */
export async function runBlocks(
  scenario: CompiledScenario,
  options: TrialsOptions,
  { workers, script }: PoolOptions,
): Promise<TrialsRun> {
  const run = scenario.startTrials(options);
  const threads = Math.min(workers, run.blocks);
  if (threads <= 1) {
    for (let block = 0; block < run.blocks; block++) run.runBlock(block);
    return run;
  }
  const data: BlockThreadData = { blockThread: true, ...blockJob(scenario, options, run) };
  let next = 0;
  await Promise.all(Array.from({ length: threads }, () => runThread(script, data, run, () => next++)));
  return run;
}

function runThread(script: URL, data: BlockThreadData, run: TrialsRun, nextBlock: () => number): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: data });
    worker.on('error', reject);
    worker.on('message', (answer: BlockThreadAnswer) => {
      if (!('ready' in answer)) run.addBlock(answer);
      const block = nextBlock();
      if (block < run.blocks) worker.postMessage(block);
      else {
        void worker.terminate();
        resolve();
      }
    });
  });
}

/** In a block thread: serves blocks until it is ended, and returns true. Anywhere else: false at once. */
export function serveBlocks(): boolean {
  const data = workerData as Partial<BlockThreadData> | null;
  if (isMainThread || parentPort === null || data?.blockThread !== true) return false;
  const port = parentPort;
  const run = openJob(data as BlockThreadData);
  port.on('message', (block: number) => {
    const samples = runJobBlock(run, block);
    port.postMessage(samples, [...samples.buffers]);
  });
  port.postMessage({ ready: true });
  return true;
}
