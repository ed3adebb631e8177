import { describe, expect, it } from 'vitest';
import type { RunRequest, RunUpdate, ScenarioRunner } from '../runner/types';
import type { ScenarioDocument } from '../scenario/document';
import { createRunControl } from './run-control';

const named = (name: string): ScenarioDocument => ({
  schemaVersion: 2,
  name,
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2026-12' },
});

interface Call {
  readonly name: string;
  readonly trials: number;
  preview(): void;
  finish(): void;
}

function bench() {
  const calls: Call[] = [];
  const shown: string[] = [];
  const idle: string[] = [];
  let clock = 0;
  const update = (stage: 'preview' | 'full') => ({ stage }) as RunUpdate;
  const runner: ScenarioRunner = {
    run: (document, request?: RunRequest) =>
      new Promise((resolve, reject) => {
        request?.signal?.addEventListener('abort', () => reject(new DOMException('dropped', 'AbortError')));
        calls.push({
          name: document.name,
          trials: request?.trials ?? 0,
          preview: () => request?.onUpdate?.(update('preview')),
          finish: () => resolve({ ok: true, value: update('full') }),
        });
      }),
    replay: () => Promise.reject(new RangeError('not used')),
    dispose: () => undefined,
  };
  const control = createRunControl({
    runner,
    previewTrials: 512,
    fullTrials: () => 8192,
    kept: () => [],
    inSight: () => ['output'],
    onUpdate: (document, { stage }) => shown.push(`${document.name} ${stage}`),
    onProgress: () => undefined,
    onErrors: () => undefined,
    onFailure: (message) => shown.push(message),
    onIdle: (how) => idle.push(how),
    now: () => clock,
  });
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  };
  return { control, calls, shown, idle, settle, pass: (ms: number) => (clock += ms) };
}

describe('run control', () => {
  it('shows the preview, then all trials', async () => {
    const { control, calls, shown, settle, idle } = bench();
    control.request(named('a'), false);
    calls[0]?.preview();
    calls[0]?.finish();
    await settle();
    expect(calls[0]?.trials).toBe(8192);
    expect(shown).toEqual(['a preview', 'a full']);
    expect(idle).toEqual(['finished']);
  });

  it('while a hand is on a slider runs the preview only, one after the other, skipping what was overtaken', async () => {
    const { control, calls, shown, settle } = bench();
    control.request(named('a'), true);
    control.request(named('b'), true);
    control.request(named('c'), true);
    calls[0]?.finish();
    await settle();
    calls[1]?.finish();
    await settle();
    expect(calls.map(({ name, trials }) => `${name} ${trials}`)).toEqual(['a 512', 'c 512']);
    expect(shown).toEqual(['a preview', 'c preview']);
  });

  it('an edit drops the full run that is behind its preview, and nothing stale is shown afterwards', async () => {
    const { control, calls, shown, settle } = bench();
    control.request(named('a'), false);
    calls[0]?.preview();
    control.request(named('b'), false);
    await settle();
    calls[0]?.preview();
    calls[0]?.finish();
    calls[1]?.finish();
    await settle();
    expect(shown).toEqual(['a preview', 'b full']);
  });

  it('does not wait for a preview that takes too long', async () => {
    const { control, calls, pass, settle } = bench();
    control.request(named('slow'), false);
    pass(5000);
    control.request(named('b'), false);
    await settle();
    expect(calls.map(({ name }) => name)).toEqual(['slow', 'b']);
  });

  it('cancel leaves what is shown and says so', async () => {
    const { control, calls, shown, idle, settle } = bench();
    control.request(named('a'), false);
    calls[0]?.preview();
    control.cancel();
    await settle();
    expect(shown).toEqual(['a preview']);
    expect(idle).toEqual(['cancelled']);
  });
});
