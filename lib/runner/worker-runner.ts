import type { FutureResult } from '../engine/results/result-types';
import type { Outcome } from '../engine/types';
import { trialsOptions } from './in-place-runner';
import { abortError } from './run-in-blocks';
import { createDocumentSender } from './sent-document';
import { receiveUpdate } from './sent-update';
import type { RunRequest, RunUpdate, ScenarioRunner } from './types';
import type { WorkerAnswer, WorkerRequest } from './worker-protocol';

/** A worker of the browser or of Node, behind one face. */
export interface WorkerConnection {
  post(request: WorkerRequest): void;
  terminate(): void;
}

export interface WorkerListener {
  onAnswer(answer: WorkerAnswer): void;
  /** The worker died: a sentence. */
  onFailure(message: string): void;
}

interface PendingRun {
  readonly request: RunRequest;
  readonly resolve: (outcome: Outcome<RunUpdate>) => void;
  readonly reject: (error: Error) => void;
}

interface PendingReplay {
  readonly resolve: (outcome: Outcome<FutureResult>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A runner whose work is done by a worker, connected at the first use and again after it died. A run that is cancelled
 * or dropped rejects at once; the worker stops at its next block.
 */
export function createWorkerRunner(connect: (listener: WorkerListener) => WorkerConnection): ScenarioRunner {
  let connection: WorkerConnection | null = null;
  let lastId = 0;
  /** A worker that is connected anew has no document yet. */
  let send = createDocumentSender();
  const runs = new Map<number, PendingRun>();
  const replays = new Map<number, PendingReplay>();

  const listener: WorkerListener = {
    onAnswer(answer) {
      if (answer.kind === 'replayed') {
        replays.get(answer.id)?.resolve(answer.outcome);
        replays.delete(answer.id);
        return;
      }
      if (answer.kind === 'failed') {
        const error = new Error(answer.message);
        runs.get(answer.id)?.reject(error);
        replays.get(answer.id)?.reject(error);
        runs.delete(answer.id);
        replays.delete(answer.id);
        return;
      }
      const run = runs.get(answer.id);
      if (run === undefined) return;
      if (answer.kind === 'update') run.request.onUpdate?.(receiveUpdate(answer.update));
      else if (answer.kind === 'progress') run.request.onProgress?.(answer.progress);
      else {
        runs.delete(answer.id);
        const { outcome } = answer;
        run.resolve(outcome.ok ? { ok: true, value: receiveUpdate(outcome.value) } : outcome);
      }
    },
    onFailure(message) {
      connection = null;
      rejectAll(new Error(message));
    },
  };

  function rejectAll(error: Error): void {
    for (const pending of [...runs.values(), ...replays.values()]) pending.reject(error);
    runs.clear();
    replays.clear();
  }

  function connected(): WorkerConnection {
    if (connection === null) {
      connection = connect(listener);
      send = createDocumentSender();
    }
    return connection;
  }

  function drop(id: number): void {
    const run = runs.get(id);
    if (run === undefined) return;
    runs.delete(id);
    connection?.post({ kind: 'cancel', id });
    run.reject(abortError());
  }

  return {
    run(document, request = {}) {
      for (const id of [...runs.keys()]) drop(id);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        if (request.signal?.aborted) {
          reject(abortError());
          return;
        }
        request.signal?.addEventListener('abort', () => drop(id), { once: true });
        runs.set(id, { request, resolve, reject });
        connected().post({ kind: 'run', id, options: trialsOptions(request), sent: send(document) });
      });
    },
    replay(document, trial, options = {}) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        replays.set(id, { resolve, reject });
        connected().post({ kind: 'replay', id, trial, options, sent: send(document) });
      });
    },
    dispose() {
      rejectAll(abortError());
      connection?.terminate();
      connection = null;
    },
  };
}
