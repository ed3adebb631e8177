import type { CompiledScenario, Outcome } from '../engine/types';
import type { ScenarioDocument } from '../scenario/document';
import { openDocument } from './open';
import { abortError, nextTurn, runInBlocks } from './run-in-blocks';
import type { WorkerAnswer, WorkerRequest } from './worker-protocol';

/**
 * Answers a runner's requests inside a worker. One run at a time: a newer run or its cancelling drops the one under
 * way at its next block.
 *
 * @param post sends an answer to the runner
 * @returns takes one request
 */
export function serveRuns(post: (answer: WorkerAnswer) => void): (request: WorkerRequest) => void {
  let current = -1;
  let queue: Promise<void> = Promise.resolve();
  let opened: { readonly document: ScenarioDocument; readonly outcome: Outcome<CompiledScenario> } | null = null;

  function open(document: ScenarioDocument): Outcome<CompiledScenario> {
    // The document arrives as a copy: the same one is known by its text.
    if (opened === null || JSON.stringify(opened.document) !== JSON.stringify(document)) {
      opened = { document, outcome: openDocument(document) };
    }
    return opened.outcome;
  }

  async function run({ id, document, options }: Extract<WorkerRequest, { kind: 'run' }>): Promise<void> {
    if (current !== id) return;
    const scenario = open(document);
    if (!scenario.ok) {
      post({ kind: 'done', id, outcome: scenario });
      return;
    }
    const value = await runInBlocks(scenario.value, options, {
      onUpdate: (update) => post({ kind: 'update', id, update }),
      onProgress: (progress) => post({ kind: 'progress', id, progress }),
      pause: async () => {
        await nextTurn();
        if (current !== id) throw abortError();
      },
    });
    post({ kind: 'done', id, outcome: { ok: true, value } });
  }

  function replay({ id, document, trial, options }: Extract<WorkerRequest, { kind: 'replay' }>): void {
    const scenario = open(document);
    const outcome = scenario.ok ? { ok: true as const, value: scenario.value.replayTrial(trial, options) } : scenario;
    post({ kind: 'replayed', id, outcome });
  }

  function enqueue(id: number, work: () => Promise<void> | void): void {
    queue = queue.then(work).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'AbortError') return;
      post({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    });
  }

  return (request) => {
    if (request.kind === 'cancel') {
      if (current === request.id) current = -1;
      return;
    }
    if (request.kind === 'replay') {
      enqueue(request.id, () => replay(request));
      return;
    }
    current = request.id;
    enqueue(request.id, () => run(request));
  };
}
