import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../scenario/document';
import { removeEntry } from './remove-entry';

const document: ScenarioDocument = {
  schemaVersion: 2,
  name: 'One line',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2030-12' },
  tasks: [
    { id: 'phase', name: 'Phase' },
    { id: 'a', name: 'A', parent: 'phase', duration: 5 },
    { id: 'b', name: 'B', duration: 3 },
  ],
  links: [{ from: 'a', to: 'b', lag: 3 }],
  risks: [
    {
      id: 'r',
      name: 'R',
      probability: 0.1,
      impacts: [
        { target: 'a', effect: 'delay', amount: 1 },
        { target: 'b', effect: 'delay', amount: 1 },
      ],
    },
  ],
  lines: [{ id: 'l', name: 'L', buildTask: 'b', requires: ['a', 'b'], nameplate: 1 }],
  correlations: [
    { a: 'tasks/a/duration', b: 'tasks/b/duration', rho: 0.2 },
    { a: 'links/a-FS-b/lag', b: 'tasks/b/duration', rho: 0.2 },
  ],
  checks: [{ id: 'c', name: 'C', change: [{ path: 'tasks/a/duration', factor: 2 }], output: 'sop', expect: 'up' }],
};

describe('removing', () => {
  it('a summary takes its tasks, their links, and what only spoke of them', () => {
    const next = removeEntry(document, { kind: 'task', id: 'phase' });
    expect(next.tasks?.map(({ id }) => id)).toEqual(['b']);
    expect(next.links).toEqual([]);
    expect(next.risks?.[0]?.impacts.map(({ target }) => target)).toEqual(['b']);
    expect(next.lines?.[0]?.requires).toEqual(['b']);
    expect(next.correlations).toEqual([]);
    expect(next.checks?.[0]?.change).toEqual([]);
  });

  it('what needs the thing stays, so that validation can name it', () => {
    expect(removeEntry(document, { kind: 'task', id: 'b' }).lines?.[0]?.buildTask).toBe('b');
  });

  it('a list that the document does not have is not made', () => {
    const { risks: _risks, checks: _checks, ...bare } = document;
    const next = removeEntry(bare, { kind: 'line', id: 'l' });
    expect('risks' in next || 'checks' in next).toBe(false);
    expect(next.lines).toEqual([]);
  });
});
