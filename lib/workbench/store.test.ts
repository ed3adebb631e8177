import { describe, expect, it, vi } from 'vitest';
import type { RunRequest, RunUpdate, ScenarioRunner } from '../runner/types';
import type { ScenarioDocument } from '../scenario/document';
import { done, refused } from '../server/access/action-result';
import type { OpenScenario, SaveDraftResult } from '../server/scenarios/contract';
import type { KeptDraft, LocalCopy } from './local-copy';
import { createWorkbench } from './store';

const base: ScenarioDocument = {
  schemaVersion: 2,
  name: 'One line',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2030-12' },
  tasks: [{ id: 'a', name: 'A', duration: 5 }],
};

const opened = (mayEdit = true): OpenScenario => ({
  id: 's',
  workspaceId: 'w',
  name: base.name,
  role: mayEdit ? 'analyst' : 'viewer',
  mayEdit,
  draft: { document: base, version: 3, savedAt: '2026-11-24T00:00:00Z', savedBy: 'Ana' },
  revisions: [],
  userName: 'Ana',
});

const settle = async () => {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
};

function bench({ kept = null, mayEdit = true }: { kept?: KeptDraft | null; mayEdit?: boolean } = {}) {
  const runs: { name: string; trials: number | undefined }[] = [];
  const runner: ScenarioRunner = {
    run: async (document, request?: RunRequest) => {
      runs.push({ name: document.name, trials: request?.trials });
      return { ok: true, value: { stage: 'full' } as RunUpdate };
    },
    replay: () => Promise.reject(new RangeError('not used')),
    dispose: () => undefined,
  };
  const local = { keep: vi.fn(), flush: vi.fn(), forget: vi.fn(), read: () => kept } satisfies LocalCopy;
  const saveDraft = vi.fn(async (): Promise<SaveDraftResult> => ({ kind: 'saved', version: 4, savedAt: '' }));
  const store = createWorkbench({
    opened: opened(mayEdit),
    runner,
    baseRunner: () => runner,
    local,
    saveDraft,
    nameRevision: async () => ({ kind: 'failed', message: 'not used' }),
    readRevision: async (id) =>
      id === 'gone' ? refused('It does not exist.') : done({ document: { ...base, name: id === 'bad' ? '' : id } }),
    validate: (value) => {
      const document = value as ScenarioDocument;
      if (document.name !== '') return { ok: true, value: document };
      return {
        ok: false,
        errors: [{ path: 'name', value: '', rule: 'required', message: 'The name must not be empty.' }],
      };
    },
    now: () => 0,
  });
  const rename = (name: string, more: { gesture?: string; inHand?: boolean } = {}) =>
    store.getState().actions.edit({
      label: 'Name',
      field: 'name',
      text: name,
      change: (document) => ({ ...document, name }),
      ...more,
    });
  return { store, runs, local, saveDraft, rename };
}

describe('workbench', () => {
  it('an edit that is refused changes nothing and stays beside its field with the reason', () => {
    const { store, rename } = bench();
    expect(rename('')).toEqual({ ok: false, message: 'The name must not be empty.' });
    expect(store.getState().history.present).toBe(base);
    expect(store.getState().rejected).toEqual({ name: { text: '', message: 'The name must not be empty.' } });
    rename('Two lines');
    expect(store.getState().rejected).toEqual({});
  });

  it('runs previews while a slider is in the hand; the full run and the save come when it is let go', async () => {
    const { store, runs, rename, local } = bench();
    await settle();
    runs.length = 0;
    rename('b', { gesture: 'g', inHand: true });
    await settle();
    rename('c', { gesture: 'g', inHand: true });
    await settle();
    expect(runs).toEqual([
      { name: 'b', trials: 512 },
      { name: 'c', trials: 512 },
    ]);
    expect(local.keep).not.toHaveBeenCalled();
    store.getState().actions.endGesture();
    await settle();
    expect(runs[2]).toEqual({ name: 'c', trials: 8192 });
    expect(local.keep).toHaveBeenCalledTimes(1);
    store.getState().actions.undo();
    expect(store.getState().history.present).toBe(base);
  });

  it('draws what a hand on a slider moves with its figures, and what is typed at once', async () => {
    const { store, rename } = bench();
    await settle();
    const drawn = () => store.getState().drawn.name;
    rename('b', { gesture: 'g', inHand: true });
    expect([store.getState().history.present.name, drawn()]).toEqual(['b', 'One line']);
    await settle();
    expect(drawn()).toBe('b');
    rename('c', { gesture: 'g', inHand: true });
    expect(drawn()).toBe('b');
    store.getState().actions.endGesture();
    expect(drawn()).toBe('c');
    await settle();
    rename('d');
    expect(drawn()).toBe('d');
    store.getState().actions.undo();
    expect(store.getState().drawn).toBe(store.getState().history.present);
  });

  it('takes the state of a revision in one step that can be undone, and says why where it cannot', async () => {
    const { store, rename, local } = bench();
    await settle();
    rename('Mine');
    const { actions } = store.getState();
    const name = () => store.getState().history.present.name;
    expect(await actions.takeRevision({ id: 'gone', number: 2 })).toBe('It does not exist.');
    expect(await actions.takeRevision({ id: 'bad', number: 2 })).toBe('The name must not be empty.');
    expect(name()).toBe('Mine');
    local.keep.mockClear();
    expect(await actions.takeRevision({ id: 'Theirs', number: 2 })).toBeNull();
    expect([name(), store.getState().drawn.name]).toEqual(['Theirs', 'Theirs']);
    expect(local.keep).toHaveBeenCalledTimes(1);
    const { history } = store.getState();
    expect(await actions.takeRevision({ id: 'Theirs', number: 2 })).toBeNull();
    expect(store.getState().history).toBe(history);
    actions.undo();
    expect(name()).toBe('Mine');
    expect(store.getState().announcement).toBe('Undone: Take revision 2');
  });

  it('asks for what a glance has not told when something else is looked at, once nothing is on its way', async () => {
    const { store, runs, rename } = bench();
    await settle();
    rename('b', { gesture: 'g', inHand: true });
    await settle();
    const fans = (names: readonly string[]) => [
      { month: '2026-01', fans: Object.fromEntries(names.map((name) => [name, {}])), bottleneck: {} },
    ];
    const show = (names: readonly string[]) =>
      store.setState(({ run, history }) => ({
        run: {
          ...run,
          status: 'cancelled',
          shown: {
            document: history.present,
            update: { stage: 'preview', trials: { months: fans(names) } } as unknown as RunUpdate,
          },
        },
      }));
    // What a full run has told stays at hand while previews come.
    expect(store.getState().run.whole?.document.name).toBe('One line');
    const { actions } = store.getState();
    show(['output', 'startsCapacity', 'ownShare', 'unitCost']);
    runs.length = 0;
    actions.setSection('risks');
    await settle();
    expect(runs).toEqual([]);
    actions.setSection('cost');
    await settle();
    expect(runs).toEqual([{ name: 'b', trials: 512 }]);
    expect(store.getState().section).toBe('cost');
    runs.length = 0;
    show(['cash', 'ownShare', 'unitCost']);
    actions.setSection('checks');
    await settle();
    expect(runs).toEqual([]);
  });

  it('brings back what the browser kept of a draft the server never got', async () => {
    const document = { ...base, name: 'Kept' };
    const { store, local } = bench({ kept: { document, version: 3, at: 0 } });
    await settle();
    expect(store.getState().history.present.name).toBe('Kept');
    expect(store.getState().sync.kind).toBe('unsaved');
    expect(local.keep).toHaveBeenCalledWith(document, 3);
  });

  it('asks when somebody saved since the kept draft began, and taking theirs can be undone', async () => {
    const mine = { ...base, name: 'Mine' };
    const { store } = bench({ kept: { document: mine, version: 2, at: 0 } });
    await settle();
    const { sync, actions } = store.getState();
    if (sync.kind !== 'stale') throw new RangeError(`stale expected, not ${sync.kind}`);
    expect(sync.theirs.document).toBe(base);
    actions.resolveStale(sync.theirs, 'theirs');
    expect(store.getState().history.present).toBe(base);
    actions.undo();
    expect(store.getState().history.present.name).toBe('Mine');
  });

  it('a viewer can try things that are neither sent nor kept', async () => {
    const { store, rename, saveDraft, local } = bench({ mayEdit: false });
    rename('What if');
    await store.getState().actions.flush();
    expect(store.getState().history.present.name).toBe('What if');
    expect(saveDraft).not.toHaveBeenCalled();
    expect(local.keep).not.toHaveBeenCalled();
    expect(store.getState().sync.kind).toBe('not-kept');
  });
});
