import type { Outcome, TrialsOptions } from '../engine/types';
import { openDocument } from './open';
import { abortError, nextTurn, runInBlocks } from './run-in-blocks';
import type { RunRequest, RunUpdate, ScenarioRunner } from './types';

/** Runs in the calling thread, giving it a turn after each block. For tests, tools and where no worker can be had. */
export function createInPlaceRunner(): ScenarioRunner {
  let latest = 0;
  return {
    async run(document, request = {}) {
      latest += 1;
      const mine = latest;
      return runHere(document, request, () => mine === latest);
    },
    async replay(document, trial, options) {
      const opened = openDocument(document);
      return opened.ok ? { ok: true, value: opened.value.replayTrial(trial, options) } : opened;
    },
    dispose() {
      latest += 1;
    },
  };
}

async function runHere(document: unknown, request: RunRequest, isLatest: () => boolean): Promise<Outcome<RunUpdate>> {
  const { signal, onUpdate, onProgress } = request;
  const stopIfDropped = () => {
    if (signal?.aborted || !isLatest()) throw abortError();
  };
  stopIfDropped();
  const opened = openDocument(document);
  if (!opened.ok) return opened;
  const value = await runInBlocks(opened.value, trialsOptions(request), {
    onUpdate,
    onProgress,
    pause: async () => {
      await nextTurn();
      stopIfDropped();
    },
  });
  return { ok: true, value };
}

/** The part of a request that can be sent to another thread. */
export function trialsOptions(request: RunRequest): TrialsOptions {
  const { trials, seed, sampling, samples, fanErrors, sensitivity, glance, inSight } = request;
  return { trials, seed, sampling, samples, fanErrors, sensitivity, glance, inSight };
}
