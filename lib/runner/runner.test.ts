import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tellsFan } from '../engine/results/packed-fans';
import type { TrialsOptions } from '../engine/types';
import type { ScenarioDocument } from '../scenario/document';
import { createInPlaceRunner } from './in-place-runner';
import { nextTurn } from './run-in-blocks';
import { createDocumentSender } from './sent-document';
import { serveRuns } from './serve-runs';
import type { RunUpdate, ScenarioRunner } from './types';
import type { WorkerAnswer } from './worker-protocol';
import { createWorkerRunner } from './worker-runner';

const FILE = new URL('../engine/fixtures/conformance/28-statistics.json', import.meta.url);
const document = JSON.parse(readFileSync(FILE, 'utf8')) as ScenarioDocument;

/** A worker's two ends in one thread: messages are copied and take a turn, as they do between threads. */
function createLocalWorkerRunner(): ScenarioRunner {
  return createWorkerRunner((listener) => {
    const take = serveRuns((answer, transfer = []) => {
      const copy = structuredClone(answer, { transfer: transfer as ArrayBuffer[] });
      setTimeout(() => listener.onAnswer(copy), 0);
    });
    return { post: (request) => void setTimeout(() => take(structuredClone(request)), 0), terminate: () => {} };
  });
}

for (const [name, create] of [
  ['in place', createInPlaceRunner],
  ['through the worker protocol', createLocalWorkerRunner],
] as const) {
  describe(`a runner ${name}`, () => {
    it('shows the first 512 trials, tells how far it is, and brings all of them', async () => {
      const runner = create();
      const updates: RunUpdate[] = [];
      const progress: number[] = [];
      const outcome = await runner.run(document, {
        trials: 1200,
        onUpdate: (update) => updates.push(update),
        onProgress: ({ done }) => progress.push(done),
      });
      expect(updates.map(({ stage, trials }) => [stage, trials.trials])).toEqual([['preview', 512]]);
      expect(progress).toEqual([512, 1024, 1200]);
      expect(outcome).toMatchObject({ ok: true, value: { stage: 'full', trials: { trials: 1200 } } });
      runner.dispose();
    });

    it('shows what is in sight first, then the first trials with everything', async () => {
      const runner = create();
      const updates: RunUpdate[] = [];
      const request = { trials: 1200, inSight: ['output'], onUpdate: (update: RunUpdate) => updates.push(update) };
      const outcome = await runner.run(document, request);
      expect(updates.map(({ stage, trials }) => [stage, trials.trials, tellsFan(trials, 'cash')])).toEqual([
        ['preview', 512, false],
        ['preview', 1024, true],
      ]);
      expect(updates.every(({ trials }) => tellsFan(trials, 'output'))).toBe(true);
      if (!outcome.ok) throw new RangeError('The document is accepted.');
      expect(outcome.value.trials.trials).toBe(1200);
      expect(tellsFan(outcome.value.trials, 'cash')).toBe(true);
      updates.length = 0;
      const glance = await runner.run(document, { ...request, trials: 512, glance: true });
      expect(updates).toEqual([]);
      if (!glance.ok) throw new RangeError('The document is accepted.');
      expect(tellsFan(glance.value.trials, 'cash')).toBe(false);
      runner.dispose();
    });

    it('rejects with an AbortError when it is cancelled, and runs again', async () => {
      const runner = create();
      const abort = new AbortController();
      const dropped = runner.run(document, { trials: 100_000, signal: abort.signal });
      const rejection = expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
      setTimeout(() => abort.abort(), 5);
      await rejection;
      expect(await runner.run(document, { trials: 10 })).toMatchObject({ ok: true });
      runner.dispose();
    });

    it('a newer run drops the one under way', async () => {
      const runner = create();
      const first = runner.run(document, { trials: 100_000 });
      const rejection = expect(first).rejects.toMatchObject({ name: 'AbortError' });
      const second = runner.run(document, { trials: 20 });
      await rejection;
      expect(await second).toMatchObject({ ok: true, value: { trials: { trials: 20 } } });
      runner.dispose();
    });

    it('hands back the errors of a document that cannot be computed', async () => {
      const runner = create();
      const broken = { ...document, focus: 'nothing' };
      expect(await runner.run(broken)).toMatchObject({ ok: false, errors: [{ rule: 'reference' }] });
      expect(await runner.replay(broken, 0)).toMatchObject({ ok: false });
      runner.dispose();
    });

    it('replays one trial in full', async () => {
      const runner = create();
      expect(await runner.replay(document, 77)).toMatchObject({ ok: true, value: { mode: 'trial' } });
      runner.dispose();
    });
  });
}

describe('after the first full run that somebody looks at', () => {
  it('rehearses an edit without a word, and gives way to what comes', async () => {
    const answers: WorkerAnswer[] = [];
    const take = serveRuns((answer) => answers.push(answer));
    const send = createDocumentSender();
    const ask = (id: number, options: TrialsOptions) => take({ kind: 'run', id, sent: send(document), options });
    const done = async (id: number) => {
      const isDone = () => answers.some((answer) => answer.kind === 'done' && answer.id === id);
      while (!isDone()) await nextTurn();
    };
    ask(1, { trials: 600, inSight: ['output'] });
    await done(1);
    const told = answers.length;
    for (let turn = 0; turn < 3; turn++) await nextTurn();
    expect(answers.length).toBe(told);
    ask(2, { trials: 600, inSight: ['output'] });
    await done(2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const words = answers.slice(told).map((answer) => `${answer.kind} ${'id' in answer ? answer.id : ''}`);
    expect(words).toEqual(['progress 2', 'update 2', 'progress 2', 'done 2']);
  });
});
