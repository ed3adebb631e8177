import { Worker } from 'node:worker_threads';
import type { BlockSamples, CompiledScenario, TrialsOptions, TrialsRun } from '../engine/types';
import type { BlockThreadAnswer, BlockThreadData, PoolOptions } from './block-pool';

/** Threads that stay open and run blocks when asked. */
export interface BlockThreads {
  /** Runs blocks [from, to) of a run that was started with the options of the threads. */
  runBlocks(run: TrialsRun, from: number, to: number): Promise<void>;
  close(): void;
}

/**
 * Opens threads for a run whose end is not known beforehand. Which thread runs a block never changes a number: its
 * trials depend on its number alone.
 *
 * @param options with which the run is started: the threads must keep the same columns
 */
export function openBlockThreads(
  scenario: CompiledScenario,
  options: TrialsOptions,
  { workers, script }: PoolOptions,
): BlockThreads {
  const { document, documentHash, moves } = scenario;
  const workerData: BlockThreadData = { blockThread: true, document, documentHash, moves, options };
  const threads = Array.from({ length: workers }, () => openThread(new Worker(script, { workerData })));
  return {
    async runBlocks(run, from, to) {
      let next = from;
      await Promise.all(
        threads.map(async (thread) => {
          while (next < to) {
            const block = next;
            next += 1;
            run.addBlock(await thread.runBlock(block));
          }
        }),
      );
    },
    close() {
      for (const thread of threads) thread.close();
    },
  };
}

/** One thread as a function: a block's number in, its samples out; one at a time. */
function openThread(worker: Worker) {
  let answered: (samples: BlockSamples) => void = () => {};
  let failed: (error: Error) => void = () => {};
  let fault: Error | null = null;
  worker.on('error', (error: Error) => {
    fault = error;
    failed(error);
  });
  worker.on('message', (answer: BlockThreadAnswer) => {
    if (!('ready' in answer)) answered(answer);
  });
  return {
    runBlock: (block: number) =>
      new Promise<BlockSamples>((resolve, reject) => {
        if (fault !== null) reject(fault);
        answered = resolve;
        failed = reject;
        worker.postMessage(block);
      }),
    close: () => void worker.terminate(),
  };
}
