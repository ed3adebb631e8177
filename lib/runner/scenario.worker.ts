import { serveRuns } from './serve-runs';
import type { WorkerRequest } from './worker-protocol';

/** The engine in a web worker: answers what `web-worker-runner.ts` asks. */
const take = serveRuns((answer, transfer = []) => self.postMessage(answer, { transfer: transfer as ArrayBuffer[] }));
self.addEventListener('message', (event: MessageEvent<WorkerRequest>) => take(event.data));
