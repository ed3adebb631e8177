import { parentPort } from 'node:worker_threads';
import { serveRuns } from './serve-runs';
import type { WorkerRequest } from './worker-protocol';

/** The engine in a thread of Node: answers what `node-runner.ts` asks. */
const take = serveRuns((answer, transfer = []) => parentPort?.postMessage(answer, transfer as ArrayBuffer[]));
parentPort?.on('message', (request: WorkerRequest) => take(request));
