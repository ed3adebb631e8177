import { type CompiledScenario, type Outcome, PREVIEW_TRIALS, type TrialsOptions } from '../engine/types';
import type { ScenarioDocument } from '../scenario/document';
import { createHelperTeam } from './helper-team';
import { createKnownDocuments, openDocument } from './open';
import { abortError, nextTurn, runInBlocks } from './run-in-blocks';
import { createDocumentReceiver, type NumberedDocument } from './sent-document';
import { sendUpdate } from './sent-update';
import type { RunProgress, RunUpdate } from './types';
import type { WorkerAnswer, WorkerRequest } from './worker-protocol';

type ReplayRequest = Extract<WorkerRequest, { kind: 'replay' }>;

/** The third edit is as fast as the hundredth. */
const REHEARSALS = 2;

/**
 * Answers a runner's requests inside a worker. One run at a time: a newer run or its cancelling drops the one under
 * way at its next block.
 *
 * @param post sends an answer to the runner, with memory that it hands over
 * @returns takes one request
 */
export function serveRuns(
  post: (answer: WorkerAnswer, transfer?: ArrayBufferLike[]) => void,
): (request: WorkerRequest) => void {
  let current = -1;
  let queue: Promise<void> = Promise.resolve();
  let opened: { readonly revision: number; readonly outcome: Outcome<CompiledScenario> } | null = null;
  let isRehearsed = false;
  const team = createHelperTeam();
  const receive = createDocumentReceiver();
  const known = createKnownDocuments();

  function open({ document, revision }: NumberedDocument): Outcome<CompiledScenario> {
    if (opened?.revision !== revision) opened = { revision, outcome: openDocument(document, [], known) };
    return opened.outcome;
  }

  async function run(id: number, options: TrialsOptions, numbered: NumberedDocument): Promise<void> {
    if (current !== id) return;
    const { document } = numbered;
    // A helper begins while the document is validated and compiled here.
    const announced = team.announce({ document, documentHash: '', moves: [], options, isUnchecked: true });
    const scenario = open(numbered);
    if (!scenario.ok) {
      post({ kind: 'done', id, outcome: scenario });
      return;
    }
    const watch = {
      onUpdate: (update: RunUpdate) => {
        const { sent, transfer } = sendUpdate(update);
        post({ kind: 'update', id, update: sent }, transfer);
      },
      onProgress: (progress: RunProgress) => post({ kind: 'progress', id, progress }),
      pause: async () => {
        await nextTurn();
        if (current !== id) throw abortError();
      },
    };
    const value = await runInBlocks(scenario.value, options, watch, team, announced);
    const { sent, transfer } = sendUpdate(value);
    post({ kind: 'done', id, outcome: { ok: true, value: sent } }, transfer);
    if (isRehearsed || options.inSight === undefined || options.glance === true) return;
    isRehearsed = true;
    await rehearse(document, options, watch.pause);
  }

  /**
   * What an edit under a hand asks for, with nobody waiting: the first of them would meet code that is not compiled for
   * speed and memory that was never touched, and take half as long again. Gives way to whatever comes.
   */
  async function rehearse(document: ScenarioDocument, options: TrialsOptions, pause: () => Promise<void>) {
    const glance = { ...options, trials: PREVIEW_TRIALS, glance: true };
    for (let edit = 0; edit < REHEARSALS; edit++) {
      await pause();
      const announced = team.announce({ document, documentHash: '', moves: [], options: glance, isUnchecked: true });
      const scenario = openDocument(document, [], known);
      if (scenario.ok) await runInBlocks(scenario.value, glance, { pause }, team, announced);
    }
  }

  function replay({ id, trial, options }: ReplayRequest, numbered: NumberedDocument): void {
    const scenario = open(numbered);
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
    if (request.kind === 'helper') {
      team.add(request.port);
      return;
    }
    if (request.kind === 'helper-lost') {
      team.lose(request.index);
      return;
    }
    // Changes build on each other: also those of a run that will be dropped are made.
    const numbered = receive(request.sent);
    if (request.kind === 'replay') {
      enqueue(request.id, () => replay(request, numbered));
      return;
    }
    const { id, options } = request;
    current = id;
    enqueue(id, () => run(id, options, numbered));
  };
}
