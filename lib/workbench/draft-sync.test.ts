import { describe, expect, it, vi } from 'vitest';
import type { ScenarioDocument } from '../scenario/document';
import type { SaveDraftResult } from '../server/scenarios/contract';
import { createDraftSync, type SyncState } from './draft-sync';
import type { LocalCopy } from './local-copy';

const named = (name: string): ScenarioDocument => ({
  schemaVersion: 2,
  name,
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2026-12' },
});

function bench(answers: ((version: number, document: ScenarioDocument) => Promise<SaveDraftResult>)[]) {
  const states: SyncState[] = [];
  const timers = new Map<number, () => void>();
  let next = 0;
  const sent: { version: number; name: string }[] = [];
  const local = { keep: vi.fn(), flush: vi.fn(), forget: vi.fn(), read: () => null } satisfies LocalCopy;
  const sync = createDraftSync({
    version: 1,
    savedAt: 0,
    mayEdit: true,
    local,
    onState: (state) => states.push(state),
    now: () => 42,
    setTimer: (action) => {
      next += 1;
      timers.set(next, action);
      return next;
    },
    clearTimer: (timer) => void timers.delete(timer as number),
    save: (version, document) => {
      sent.push({ version, name: document.name });
      const answer = answers.shift();
      if (!answer) throw new RangeError('one save too many');
      return answer(version, document);
    },
  });
  const fire = async () => {
    const due = [...timers.values()];
    timers.clear();
    for (const action of due) action();
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  };
  return { sync, states, timers, sent, local, fire };
}
const saved = (version: number) => async (): Promise<SaveDraftResult> => ({ kind: 'saved', version, savedAt: '' });
const theirs = { document: named('theirs'), version: 9, savedBy: 'Li', savedAt: '' };

describe('draft sync', () => {
  it('many changes become one save of the last, and the copy kept here goes only then', async () => {
    const { sync, sent, fire, local, states } = bench([saved(2)]);
    sync.changed(named('a'));
    sync.changed(named('b'));
    expect(local.keep).toHaveBeenCalledTimes(2);
    await fire();
    expect(sent).toEqual([{ version: 1, name: 'b' }]);
    expect(local.forget).toHaveBeenCalledTimes(1);
    expect(states.at(-1)).toEqual({ kind: 'saved', at: 42 });
  });

  it('a change made while saving is sent next, from the version just saved', async () => {
    const { sync, sent, fire, local } = bench([
      async () => {
        sync.changed(named('later'));
        return { kind: 'saved', version: 2, savedAt: '' };
      },
      saved(3),
    ]);
    sync.changed(named('first'));
    await fire();
    expect(local.forget).not.toHaveBeenCalled();
    await fire();
    expect(sent).toEqual([
      { version: 1, name: 'first' },
      { version: 2, name: 'later' },
    ]);
  });

  it('a lost network keeps the draft here and tries again until it is saved', async () => {
    const { sync, sent, fire, states, local } = bench([
      () => Promise.reject(new TypeError('fetch failed')),
      () => Promise.reject(new TypeError('fetch failed')),
      saved(2),
    ]);
    sync.changed(named('a'));
    await fire();
    expect(states.at(-1)?.kind).toBe('offline');
    expect(local.forget).not.toHaveBeenCalled();
    await fire();
    await fire();
    expect(sent).toHaveLength(3);
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('a stale save sends nothing more until somebody decides, and overwriting names their version', async () => {
    const { sync, sent, fire, timers, states } = bench([async () => ({ kind: 'stale', theirs }), saved(10)]);
    sync.changed(named('mine'));
    await fire();
    expect(states.at(-1)).toEqual({ kind: 'stale', theirs });
    sync.changed(named('mine, further'));
    expect(timers.size).toBe(0);
    sync.resolve(theirs, 'overwrite');
    await fire();
    expect(sent.at(-1)).toEqual({ version: 9, name: 'mine, further' });
  });

  it('taking theirs drops what was waiting', async () => {
    const { sync, sent, fire, states } = bench([async () => ({ kind: 'stale', theirs })]);
    sync.changed(named('mine'));
    await fire();
    sync.resolve(theirs, 'theirs');
    await fire();
    expect(sent).toHaveLength(1);
    expect(sync.version()).toBe(9);
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('flush sends at once and answers with the state reached', async () => {
    const { sync } = bench([saved(2)]);
    sync.changed(named('a'));
    expect((await sync.flush()).kind).toBe('saved');
  });
});
