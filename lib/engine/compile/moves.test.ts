import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { openScenario } from '../run-scenario';
import type { Move } from './moves';

const DOCUMENT: ScenarioDocument = {
  schemaVersion: 2,
  name: 'Moves',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2026-12' },
  calendars: [{ id: 'all', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] }],
  tasks: [{ id: 'a', name: 'A', duration: { kind: 'uniform', low: 10, high: 30 } }],
  funding: {
    initialCash: 1000,
    overhead: {
      interpolate: 'linear',
      knots: [
        { date: '2026-01-01', low: 100, mode: 120, high: 200 },
        { date: '2026-12-31', value: 240 },
      ],
    },
  },
};

function columns(moves: readonly Move[], names: readonly string[]) {
  const run = openScenario(DOCUMENT, { documentHash: '', moves }).startTrials({ trials: 64 });
  run.runBlock(0);
  return names.map((name) => run.column(name)!);
}

describe('a moved input keeps its draws', () => {
  it('a duration by factor and offset, trial by trial', () => {
    const [before] = columns([], ['projectFinish']);
    const [after] = columns([{ path: 'tasks/a/duration', factor: 2, offset: 5 }], ['projectFinish']);
    const start = 20454; // 2026-01-01
    before!.forEach((finish, trial) => {
      expect(after![trial]! - start).toBeCloseTo(2 * (finish - start) + 5, 9);
    });
  });

  it('every month of a trajectory', () => {
    const names = ['fcf@2026-03', 'fcf@2026-11'];
    const before = columns([], names);
    const after = columns([{ path: 'funding/overhead', factor: 3 }], names);
    before.forEach((column, i) => {
      column.forEach((fcf, trial) => {
        expect(after[i]![trial]).toBeCloseTo(3 * fcf, 9);
      });
    });
  });

  it('a value takes the place of the distribution, in the plan too', () => {
    const moves = [{ path: 'tasks/a/duration', value: 7 }];
    const [finish] = columns(moves, ['projectFinish']);
    expect(new Set(finish)).toEqual(new Set([20461]));
    const [plan] = openScenario(DOCUMENT, { documentHash: '', moves }).planOutputs(['projectFinish']);
    expect(plan).toBe(20461);
  });

  it('reads kept numbers by name, and nothing where the name is none', () => {
    const scenario = openScenario(DOCUMENT, { documentHash: '' });
    const run = scenario.startTrials({ trials: 600 });
    run.runBlock(0);
    expect(run.column('npv')).toHaveLength(512);
    expect(run.column('fcf@2026')).toHaveLength(512);
    expect(run.column('fcf@2031')).toBeNull();
    expect(run.column('share/none@2026-01')).toBeNull();
    expect(run.met('none')).toBeNull();
    expect(scenario.planOutputs(['npv', 'nothing'])[1]).toBeNaN();
  });
});
