import type { Outcome } from '../engine/types';
import type { InsightAnswers, InsightKind, InsightMessage, InsightQuestions, OnInsightProgress } from './insight-types';
import { abortError } from './run-in-blocks';

/** The part of a web worker that is used, so that tests can stand in for one. */
export interface InsightWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<InsightMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnInsightProgress;
  readonly connect?: () => InsightWorker;
}

function connectWorker(): InsightWorker {
  return new Worker(new URL('./insight.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Asks one question in a web worker of its own, which ends with the answer. Aborting ends it at once, whatever it is
 * computing, and rejects with an AbortError.
 */
export function askInsight<K extends InsightKind>(
  kind: K,
  question: InsightQuestions[K],
  { signal, onProgress, connect = connectWorker }: AskOptions = {},
): Promise<Outcome<InsightAnswers[K]>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortError());
      return;
    }
    const worker = connect();
    const stop = () => {
      signal?.removeEventListener('abort', abort);
      worker.terminate();
    };
    const abort = () => {
      stop();
      reject(abortError());
    };
    signal?.addEventListener('abort', abort);
    worker.onmessage = ({ data }) => {
      if (data.kind === 'progress') {
        onProgress?.(data.progress);
        return;
      }
      stop();
      // The worker answers the kind that it was asked.
      if (data.kind === 'done') resolve(data.outcome as Outcome<InsightAnswers[K]>);
      else reject(new Error(data.message));
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      stop();
      reject(new Error(event.message || 'The computation stopped.'));
    };
    worker.postMessage({ kind, question });
  });
}
