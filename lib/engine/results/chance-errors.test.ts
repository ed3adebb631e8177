import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { openScenario } from '../run-scenario';
import { PLANT } from '../testing/two-scenarios';
import { chanceError, errorOfCounts } from './chance-errors';

describe('the sampling error of a chance', () => {
  it('of few trials is that of independent ones: sqrt(0.2 x 0.8 / 100)', () => {
    expect(chanceError(Array.from({ length: 100 }, (_, i) => (i < 20 ? 1 : 0)))).toBeCloseTo(0.04, 14);
  });

  it('of 8 blocks is the spread of their shares over sqrt(8)', () => {
    // Shares 0, 1/8, ... 7/8: s = sqrt(6)/8.
    const happened = Array.from({ length: 8 * 512 }, (_, i) => (i % 8 < Math.floor(i / 512) ? 1 : 0));
    expect(chanceError(happened)).toBeCloseTo(Math.sqrt(6) / 8 / Math.sqrt(8), 14);
  });

  it('of what was never seen keeps the rule of three: two errors are 3/N (Hanley and Lippman-Hand 1983)', () => {
    expect(2 * chanceError(new Uint8Array(8 * 512))).toBeCloseTo(3 / 4096, 15);
    expect(2 * chanceError(new Uint8Array(100).fill(1))).toBeCloseTo(0.03, 15);
    expect(chanceError([])).toBe(0);
  });

  it('from counts is the same, and leaves a block that is cut off to the share of all', () => {
    const happened = Array.from({ length: 8 * 512 + 100 }, (_, i) => (i % 8 < Math.floor(i / 512) ? 1 : 0));
    const counts = Array.from(
      { length: 9 },
      (_, b) => happened.slice(b * 512, b * 512 + 512).filter((one) => one === 1).length,
    );
    const sizes = [...Array.from({ length: 8 }, () => 512), 100];
    expect(errorOfCounts(counts, sizes)).toBe(chanceError(happened));
    expect(errorOfCounts(counts, sizes)).toBeCloseTo(Math.sqrt(6) / 8 / Math.sqrt(8), 14);
    // Shares of few trials: those of 30 that reached something.
    expect(errorOfCounts([10, 5], [20, 10])).toBeCloseTo(Math.sqrt((0.5 * 0.5) / 30), 14);
  });

  it('is there for every chance of a finished run, each in its place', () => {
    const run = openScenario(PLANT, { documentHash: '' }).startTrials({ trials: 8 * 512, samples: true });
    for (let block = 0; block < run.blocks; block++) run.runBlock(block);
    const { chanceErrors, cdf, months, tasks, jcl, samples } = run.results();
    const others = chanceErrors!.others!;
    expect(others.bottleneck).toHaveLength(months.length);
    expect(Object.keys(others.bottleneck[30]!)).toEqual(Object.keys(months[30]!.bottleneck));
    expect(Object.keys(others.criticality)).toEqual(Object.keys(tasks));
    expect(others.jcl).toHaveLength(jcl.length);
    // Against the plain count of trials, one place each.
    const month = cdf.sop.findIndex((share) => share > 0.4);
    const end = Date.UTC(2026, month + 1, 1) / 86_400_000;
    const come = Uint8Array.from(samples!.sop!, (day) => (day <= end ? 1 : 0));
    expect(come.reduce((a, b) => a + b, 0) / come.length).toBe(cdf.sop[month]);
    expect(others.cdf.sop[month]).toBeCloseTo(chanceError(come), 14);
    const both = run.met('early')!.map((one, i) => one & run.met('cheap')![i]!);
    expect(jcl[0]!.targets).toEqual(['early', 'cheap']);
    expect(others.jcl[0]).toBeCloseTo(chanceError(both), 14);
    // The build decides every future: what was never seen otherwise.
    expect(tasks.build!.criticality).toBe(1);
    expect(others.criticality.build).toBeCloseTo(1.5 / 4096, 14);
  });

  it('covers the truth: a target that one uniform duration decides is met in 0.3 of all futures', () => {
    const document: ScenarioDocument = {
      schemaVersion: 2,
      name: 'One task',
      currency: 'CNY',
      horizon: { start: '2026-01', end: '2026-03' },
      calendars: [{ id: 'all', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] }],
      tasks: [
        { id: 'a', name: 'A', duration: { kind: 'uniform', low: 20, high: 50 } },
        { id: 'b', name: 'B', duration: { kind: 'uniform', low: 10, high: 20 } },
      ],
      links: [{ from: 'a', to: 'b' }],
      // 30 + 30 u + 10 v <= 44 with chance (14 - 5)/30 = 0.3.
      targets: [{ id: 't', name: 'T', metric: 'projectFinish', op: '<=', value: '2026-02-13' }],
    };
    const scenario = openScenario(document, { documentHash: '' });
    const RUNS = 60;
    let covered = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const run = scenario.startTrials({ trials: 8 * 512, seed });
      for (let block = 0; block < run.blocks; block++) run.runBlock(block);
      const { targets, chanceErrors } = run.results();
      // Student's t, 97.5 % at 7 degrees of freedom.
      if (Math.abs(targets.t! - 0.3) <= 2.3646 * chanceErrors!.targets.t!) covered += 1;
    }
    // 57 of 60 expected, with a standard deviation of 1.7.
    expect(covered).toBeGreaterThanOrEqual(52);
  });
});
