import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../scenario/document';
import { endGesture, recordEdit, redo, redoLabel, startHistory, undo, undoLabel } from './history';

const named = (name: string): ScenarioDocument => ({
  schemaVersion: 2,
  name,
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2026-12' },
});

describe('history', () => {
  it('a drag of many moves is one step', () => {
    let history = startHistory(named('0'));
    for (let move = 1; move <= 50; move += 1) {
      history = recordEdit(history, named(`${move}`), { label: 'Volume', gesture: 'drag-1', at: move * 16 });
    }
    expect(history.past).toHaveLength(1);
    expect(undo(history).present.name).toBe('0');
  });

  it('the same field after a pause or after the gesture ended is a step of its own', () => {
    const first = recordEdit(startHistory(named('0')), named('1'), { label: 'a', gesture: 'f', at: 0 });
    expect(recordEdit(first, named('2'), { label: 'a', gesture: 'f', at: 5000 }).past).toHaveLength(2);
    expect(recordEdit(endGesture(first), named('2'), { label: 'a', gesture: 'f', at: 10 }).past).toHaveLength(2);
  });

  it('an edit that returns the same document adds nothing and keeps what can be redone', () => {
    const history = undo(recordEdit(startHistory(named('0')), named('1'), { label: 'a', at: 0 }));
    expect(recordEdit(history, history.present, { label: 'b', at: 1 })).toBe(history);
    expect(redoLabel(history)).toBe('a');
  });

  it('an undo right after a drag does not merge the next drag into the past', () => {
    const dragged = recordEdit(startHistory(named('0')), named('1'), { label: 'a', gesture: 'f', at: 0 });
    const again = recordEdit(undo(dragged), named('2'), { label: 'a', gesture: 'f', at: 1 });
    expect(undo(again).present.name).toBe('0');
  });

  it('as many undos as edits lead back to the beginning, as many redos to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 40 }), (names) => {
        const begin = named('begin');
        let history = startHistory(begin);
        names.forEach((name, index) => {
          history = recordEdit(history, named(name), { label: name, at: index });
        });
        const end = history.present;
        for (let step = 0; step < names.length; step += 1) history = undo(history);
        expect(history.present).toBe(begin);
        expect(undoLabel(history)).toBeNull();
        for (let step = 0; step < names.length; step += 1) history = redo(history);
        expect(history.present).toBe(end);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
