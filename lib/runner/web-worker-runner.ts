import type { ScenarioRunner } from './types';
import { createWorkerRunner } from './worker-runner';

/** The engine in a web worker of this page: the page stays free while it computes. */
export function createWebWorkerRunner(): ScenarioRunner {
  return createWorkerRunner((listener) => {
    const worker = new Worker(new URL('./scenario.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event) => listener.onAnswer(event.data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
      listener.onFailure(event.message || 'The computation stopped.');
    });
    return {
      post: (request) => worker.postMessage(request),
      terminate: () => worker.terminate(),
    };
  });
}
