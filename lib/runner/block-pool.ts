import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { BlockSamples, CompiledScenario, TrialsOptions, TrialsRun } from '../engine/types';
import { serveHelper } from './block-helper';
import { type BlockJob, blockJob, openJob, runJobBlock } from './block-job';
import { createHelperTeam, type HelperTeam } from './helper-team';
import { nextTurn, shareBlocks } from './run-in-blocks';

/** What a block thread is told when it starts: its job, or the port on which it is told its jobs. */
export type BlockThreadData = { readonly blockThread: true } & (BlockJob | { readonly port: MessagePort });

export type BlockThreadAnswer = BlockSamples | { readonly ready: true };

export interface PoolOptions {
  /** Threads, at least 1; 1 is the calling thread alone. */
  readonly workers: number;
  /** The script that each thread runs; it calls `serveBlocks` first. */
  readonly script: URL;
}

/**
 * Runs all blocks of a run, on as many threads as are asked for, the calling one among them. A block's trials depend on
 * its number alone, and what the blocks yielded is put together in their order: the number of threads never changes a
 * byte.
 */
export async function runBlocks(
  scenario: CompiledScenario,
  options: TrialsOptions,
  { workers, script }: PoolOptions,
): Promise<TrialsRun> {
  const run = scenario.startTrials(options);
  const team = createHelperTeam();
  const others = Math.min(workers, run.blocks) - 1;
  const threads = Array.from({ length: Math.max(0, others) }, (_, index) => openHelper(script, team, index));
  try {
    const shared = team.begin(blockJob(scenario, options, run), run);
    // Threads find their first blocks when they have started.
    shared.feed();
    await shareBlocks(run, shared, { pause: threads.length > 0 ? nextTurn : () => Promise.resolve() });
  } finally {
    for (const thread of threads) void thread.terminate();
  }
  return run;
}

/** A thread that runs blocks beside this one. One that fails is done without. */
function openHelper(script: URL, team: HelperTeam, index: number): Worker {
  const { thread, port } = startHelper(script);
  thread.on('error', () => team.lose(index));
  team.add(port);
  return thread;
}

/** A thread that runs blocks, and the port to it. */
export function startHelper(script: URL): { readonly thread: Worker; readonly port: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  const data: BlockThreadData = { blockThread: true, port: port2 };
  // Types of Node and of browsers call the same port by two names.
  const thread = new Worker(script, { workerData: data, transferList: [port2 as never] });
  thread.on('exit', () => port1.close());
  return { thread, port: port1 };
}

/** In a block thread: serves blocks until it is ended, and returns true. Anywhere else: false at once. */
export function serveBlocks(): boolean {
  const data = workerData as BlockThreadData | null;
  if (isMainThread || parentPort === null || data?.blockThread !== true) return false;
  if ('port' in data) {
    serveHelper(data.port);
    return true;
  }
  const port = parentPort;
  const run = openJob(data);
  port.on('message', (block: number) => {
    const samples = runJobBlock(run, block);
    port.postMessage(samples, [...samples.buffers]);
  });
  port.postMessage({ ready: true });
  return true;
}
