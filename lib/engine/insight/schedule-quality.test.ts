import { describe, expect, it } from 'vitest';
import type { ScenarioDocument, Task } from '../../scenario/document';
import { openScenario } from '../run-scenario';
import { type QualityCheckId, scheduleQuality } from './schedule-quality';

/** Twenty tasks of 10 days in a row: a clean plan, broken by each test in one way. */
const CHAIN: ScenarioDocument = {
  schemaVersion: 2,
  name: 'Chain',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2027-12' },
  projectStart: '2026-01-05',
  tasks: Array.from({ length: 20 }, (_, i) => ({ id: `t${i}`, name: `T${i}`, duration: 10 })),
  links: Array.from({ length: 19 }, (_, i) => ({ from: `t${i}`, to: `t${i + 1}` })),
};

function withTask(id: string, change: Partial<Task>): ScenarioDocument {
  return { ...CHAIN, tasks: CHAIN.tasks!.map((task) => (task.id === id ? { ...task, ...change } : task)) };
}

function check(document: ScenarioDocument, id: QualityCheckId) {
  return scheduleQuality(openScenario(document, { documentHash: '' })).find((entry) => entry.id === id)!;
}

describe('schedule quality, thresholds of DCMA-EA PAM 200.1', () => {
  it('passes a clean chain, but for its two ends', () => {
    const failing = scheduleQuality(openScenario(CHAIN, { documentHash: '' })).filter(({ pass }) => pass === false);
    expect(failing.map(({ id, tasks }) => [id, tasks])).toEqual([['logic', ['t0', 't19']]]);
  });

  it('has the published thresholds', () => {
    const thresholds = scheduleQuality(openScenario(CHAIN, { documentHash: '' })).map(({ id, op, threshold }) => {
      return [id, op, threshold];
    });
    expect(thresholds).toEqual([
      ['logic', '<=', 0.05],
      ['leads', '<=', 0],
      ['lags', '<=', 0.05],
      ['finish-start', '>=', 0.9],
      ['hard-constraints', '<=', 0.05],
      ['high-float', '<=', 0.05],
      ['negative-float', '<=', 0],
      ['high-duration', '<=', 0.05],
      ['invalid-dates', '<=', 0],
      ['missed-tasks', '<=', 0.05],
      ['bei', '>=', 0.95],
      ['critical-path', '>=', 0.95],
      ['cpli', '>=', 0.95],
    ]);
  });

  it('missing logic: a link of a summary counts for the tasks under it', () => {
    const grouped = {
      ...CHAIN,
      tasks: [
        ...CHAIN.tasks!,
        { id: 'phase', name: 'Phase' },
        { id: 'x', name: 'X', parent: 'phase', duration: 5 },
        { id: 'loose', name: 'Loose', duration: 5 },
      ],
      links: [...CHAIN.links!, { from: 't0', to: 'phase' }, { from: 'phase', to: 't9' }],
    };
    expect(check(grouped, 'logic')).toMatchObject({ value: 3 / 22, pass: false, tasks: ['t0', 't19', 'loose'] });
  });

  it('leads and lags, by link', () => {
    const links = CHAIN.links!.map((link, i) =>
      i === 3 ? { ...link, lag: -2 } : i === 5 ? { ...link, lag: 4 } : link,
    );
    expect(check({ ...CHAIN, links }, 'leads')).toMatchObject({ value: 1 / 19, pass: false, links: ['t3-FS-t4'] });
    expect(check({ ...CHAIN, links }, 'lags')).toMatchObject({ value: 1 / 19, pass: false, tasks: ['t6'] });
    const certain = CHAIN.links!.map((link) => ({ ...link, lag: { kind: 'uniform', low: -1, high: 1 } as const }));
    expect(check({ ...CHAIN, links: certain }, 'lags')).toMatchObject({ value: 0, pass: true });
  });

  it('finish-to-start: 17 of 19 are less than 90 %', () => {
    const links = CHAIN.links!.map((link, i) => (i < 2 ? { ...link, type: 'SS' as const } : link));
    expect(check({ ...CHAIN, links }, 'finish-start')).toMatchObject({
      value: 17 / 19,
      pass: false,
      tasks: ['t1', 't2'],
    });
  });

  it('hard constraints: pins and late bounds, not the soft ones', () => {
    const pinned = withTask('t3', { constraint: { type: 'MSO', date: '2026-06-01' } });
    const soft = withTask('t3', { constraint: { type: 'SNET', date: '2026-06-01' } });
    expect(check(pinned, 'hard-constraints')).toMatchObject({ value: 1 / 20, pass: true, tasks: ['t3'] });
    expect(check(soft, 'hard-constraints')).toMatchObject({ value: 0, tasks: [] });
  });

  it('float: a side task may wait 180 days, a deadline too early leaves less than none', () => {
    const side = {
      ...CHAIN,
      tasks: [...CHAIN.tasks!, { id: 'side', name: 'Side', duration: 10 }],
      links: [...CHAIN.links!, { from: 'side', to: 't19' }],
    };
    expect(check(side, 'high-float')).toMatchObject({ tasks: ['side'], value: 1 / 21, pass: true });
    const early = withTask('t2', { deadline: '2026-01-30' });
    expect(check(early, 'negative-float')).toMatchObject({ tasks: ['t0', 't1', 't2'], pass: false });
  });

  it('duration: 44 working days pass, 45 do not', () => {
    expect(check(withTask('t4', { duration: 44 }), 'high-duration').tasks).toEqual([]);
    expect(check(withTask('t4', { duration: 45 }), 'high-duration').tasks).toEqual(['t4']);
  });

  it('dates: what is done after the status date is invalid; without one there is nothing to measure', () => {
    const late = {
      ...withTask('t0', { actualStart: '2026-01-05', actualFinish: '2026-03-05' }),
      statusDate: '2026-02-01',
    };
    expect(check(late, 'invalid-dates')).toMatchObject({ value: 1, pass: false, tasks: ['t0'] });
    expect(check(CHAIN, 'invalid-dates')).toMatchObject({ value: null, pass: null });
  });

  it('missed tasks and BEI against the baseline: three tasks were due, two are done, one of them late', () => {
    const tasks = CHAIN.tasks!.map((task, i) => {
      if (i === 0) return { ...task, actualStart: '2026-01-05', actualFinish: '2026-01-16' };
      if (i === 1) return { ...task, actualStart: '2026-01-19', actualFinish: '2026-02-06' };
      return task;
    });
    const document: ScenarioDocument = {
      ...CHAIN,
      tasks,
      statusDate: '2026-02-15',
      meta: { baseline: { tasks: CHAIN.tasks!, links: CHAIN.links } },
    };
    expect(check(document, 'missed-tasks')).toMatchObject({ value: 2 / 3, pass: false, tasks: ['t1', 't2'] });
    expect(check(document, 'bei')).toMatchObject({ value: 2 / 3, pass: false, tasks: ['t2'] });
    expect(check(CHAIN, 'bei').pass).toBeNull();
  });

  it('critical path test: a delay of 600 days moves the end; a pin on the way stops it', () => {
    expect(check(CHAIN, 'critical-path')).toMatchObject({ pass: true });
    expect(check(CHAIN, 'critical-path').value).toBeCloseTo(1, 2);
    const pinned = withTask('t5', { constraint: { type: 'MSO', date: '2026-03-16' } });
    expect(check(pinned, 'critical-path')).toMatchObject({ pass: false, tasks: ['t0'] });
  });

  it('CPLI: 200 days of work and a deadline 20 days too early leave 0.9', () => {
    // 200 working days from 2026-01-05 end on 2026-10-09; 20 earlier is 2026-09-11.
    const tight = withTask('t19', { deadline: '2026-09-11' });
    expect(check(tight, 'cpli').value).toBeCloseTo(0.9, 9);
    expect(check(tight, 'cpli')).toMatchObject({ pass: false, tasks: ['t19'] });
    expect(check(CHAIN, 'cpli').value).toBeCloseTo(1, 9);
  });
});
