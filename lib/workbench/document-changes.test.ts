import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../scenario/document';
import { documentChanges } from './document-changes';

const before: ScenarioDocument = {
  schemaVersion: 2,
  name: 'One line',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2030-12' },
  tasks: [
    { id: 'a', name: 'Winter test', duration: 60 },
    { id: 'b', name: 'Build', duration: 3 },
  ],
  links: [{ from: 'a', to: 'b' }],
};

describe('changes between documents', () => {
  it('equal documents differ in nothing, even as other objects', () => {
    expect(documentChanges(before, structuredClone(before))).toEqual([]);
  });

  it('are told by the names of things, what was and what is', () => {
    const after: ScenarioDocument = {
      ...before,
      tasks: [{ id: 'a', name: 'Winter test', duration: { kind: 'pert', low: 30, mode: 45, high: 60 } }],
      links: [{ from: 'a', to: 'b', type: 'SS' }],
      statusDate: '2026-02-01',
    };
    expect(documentChanges(before, after)).toEqual([
      'tasks: Build removed',
      'Winter test: duration: 60 → 45 (30 – 60)',
      'links: a-FS-b removed',
      'links: a-SS-b added',
      'statusDate: nothing → “2026-02-01”',
    ]);
  });

  it('another order of a list is said', () => {
    const after = { ...before, tasks: [...(before.tasks ?? [])].reverse() };
    expect(documentChanges(before, after)).toEqual(['tasks: in another order']);
  });
});
