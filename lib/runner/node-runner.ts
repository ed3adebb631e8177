import { Worker } from 'node:worker_threads';
import type { ScenarioRunner } from './types';
import { createWorkerRunner } from './worker-runner';

/** The engine in a thread of the server: requests are answered while it computes. The thread lets the process end. */
export function createNodeRunner(): ScenarioRunner {
  return createWorkerRunner((listener) => {
    const worker = new Worker(new URL('./node.worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (answer) => listener.onAnswer(answer));
    worker.on('error', (error) => listener.onFailure(error instanceof Error ? error.message : String(error)));
    return {
      post: (request) => worker.postMessage(request),
      terminate: () => void worker.terminate(),
    };
  });
}
