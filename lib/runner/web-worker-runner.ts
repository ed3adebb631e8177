import type { ScenarioRunner } from './types';
import { joinHelpers } from './web-helpers';
import type { WorkerAnswer } from './worker-protocol';
import { createWorkerRunner } from './worker-runner';

/**
 * The engine in web workers of this page: the page stays free while it computes. One worker answers; when it has shown
 * its first preview, helpers begin to run blocks beside it.
 */
export function createWebWorkerRunner(): ScenarioRunner {
  return createWorkerRunner((listener) => {
    const worker = new Worker(new URL('./scenario.worker.ts', import.meta.url), { type: 'module' });
    let leave: (() => void) | null = null;
    const join = () =>
      joinHelpers(
        (port) => worker.postMessage({ kind: 'helper', port }, [port]),
        (index) => worker.postMessage({ kind: 'helper-lost', index }),
      );
    const end = () => {
      worker.terminate();
      leave?.();
    };
    worker.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => {
      if (event.data.kind === 'update') leave ??= join();
      listener.onAnswer(event.data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end();
      listener.onFailure(event.message || 'The computation stopped.');
    });
    return {
      post: (request) => worker.postMessage(request),
      terminate: end,
    };
  });
}
