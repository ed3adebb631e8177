import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../scenario/document';
import { findables, matches } from './findables';

const document: ScenarioDocument = {
  schemaVersion: 2,
  name: 'One line',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2030-12' },
  tasks: [
    { id: 'w', name: 'Winter test', duration: 60 },
    { id: 'b', name: 'Build', duration: 3 },
  ],
  links: [{ from: 'w', to: 'b', lag: 5 }],
};
const all = findables(document);

describe('finding', () => {
  it('a thing comes before its inputs, and an input knows its field', () => {
    const found = matches(all, 'winter', 10);
    expect(found[0]).toMatchObject({ kind: 'Task', selection: { kind: 'task', id: 'w' } });
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'Input', field: 'tasks/w/duration', selection: { kind: 'task', id: 'w' } }),
    );
  });

  it('all words must occur, in any order', () => {
    expect(matches(all, 'duration build', 10).map(({ field }) => field)).toEqual(['tasks/b/duration']);
    expect(matches(all, 'winter hologram', 10)).toEqual([]);
  });

  it('nothing typed offers the sections', () => {
    expect(matches(all, '  ', 9).map(({ kind }) => kind)).toEqual(Array(9).fill('Section'));
  });
});
