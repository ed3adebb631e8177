import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import solidSoft from './fixtures/solid-soft.json';
import drawnPaths from './fixtures/solid-soft.paths.json';
import { type InputEntry, listInputs } from './list-inputs';

const document = solidSoft as unknown as ScenarioDocument;

function mayVary(entry: InputEntry): boolean {
  if (entry.kind === 'event') return true;
  if (entry.kind === 'quantity') return typeof entry.quantity === 'object';
  if (typeof entry.trajectory === 'number') return false;
  return !('knots' in entry.trajectory) || entry.trajectory.knots.some((knot) => 'low' in knot);
}

describe('listInputs', () => {
  // The fixture and its list of drawn paths come from an independent implementation of the model.
  it('names every path that an independent implementation draws', () => {
    const varying = listInputs(document).filter(mayVary);
    expect(varying.map((entry) => entry.path).sort()).toEqual([...drawnPaths].sort());
  });

  it('names every path once', () => {
    const paths = listInputs(document).map((entry) => entry.path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('gives links and impacts their default ids and lags of dates their place', () => {
    const paths = listInputs({
      schemaVersion: 2,
      name: 'Paths',
      currency: 'CNY',
      horizon: { start: '2026-01', end: '2026-12' },
      tasks: [
        { id: 'a', name: 'A', duration: 1, gate: { passProbability: 0.5 } },
        { id: 'b', name: 'B', duration: 1 },
      ],
      links: [{ from: 'a', to: 'b', lag: 3 }],
      risks: [
        {
          id: 'r',
          name: 'R',
          probability: 0.1,
          impacts: [
            { target: 'a', effect: 'delay', amount: 5 },
            { id: 'bill', effect: 'cost', amount: 5 },
          ],
          window: { from: { task: 'a', lag: 2 }, months: 3 },
        },
      ],
      funding: { tranches: [{ id: 't', amount: 1, on: { task: 'b', lag: 30 } }] },
    }).map((entry) => entry.path);
    expect(paths).toEqual([
      'tasks/a/duration',
      'tasks/a/gate/passProbability',
      'tasks/a/gate/outcome',
      'tasks/b/duration',
      'links/a-FS-b/lag',
      'risks/r/probability',
      'risks/r/impacts/0/amount',
      'risks/r/impacts/bill/amount',
      'risks/r/window/months',
      'risks/r/window/from/lag',
      'risks/r/occurrence',
      'funding/tranches/t/amount',
      'funding/tranches/t/on/lag',
      'funding/tranches/t/occurrence',
    ]);
  });

  it('lists what the document holds and no defaults', () => {
    const base = { schemaVersion: 2, name: 'Empty', currency: 'CNY', horizon: { start: '2026-01', end: '2026-12' } };
    expect(listInputs(base as ScenarioDocument)).toEqual([]);
  });
});
