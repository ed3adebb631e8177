import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import type { Statistics } from '../results/result-types';
import { openScenario } from '../run-scenario';
import type { TrialsRun } from '../types';
import { errorOfReplicates, statisticsWhere } from './block-errors';
import { runUntilKnown } from './stop-rule';

/** Two tasks in a row that vary, in a short horizon: thousands of trials a moment. */
const TWO_TASKS: ScenarioDocument = {
  schemaVersion: 2,
  name: 'Two tasks',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2026-03' },
  calendars: [{ id: 'all', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] }],
  tasks: [
    { id: 'a', name: 'A', duration: { kind: 'pert', low: 10, mode: 20, high: 60 } },
    { id: 'b', name: 'B', duration: { kind: 'triangular', low: 10, mode: 15, high: 50 } },
    { id: 'c', name: 'C', duration: { kind: 'uniform', low: 30, high: 60 } },
  ],
  links: [{ from: 'a', to: 'b' }],
  targets: [{ id: 't', name: 'Done', metric: 'projectFinish', op: '<=', value: '2026-03-31' }],
};
const scenario = openScenario(TWO_TASKS, { documentHash: 'two' });

/** Blocks in reverse, as threads may bring them. */
async function runBackwards(run: TrialsRun, from: number, to: number): Promise<void> {
  for (let block = to - 1; block >= from; block--) run.runBlock(block);
}

describe('the stop rule', () => {
  const figures = [{ output: 'projectFinish', statistic: 'mean', error: 0.03 }] as const;

  it('runs whole blocks until the figure is known', async () => {
    const { run, known, figures: reached } = await runUntilKnown(scenario, { figures, mostTrials: 100_000, seed: 2 });
    expect(known).toBe(true);
    expect(run.trials % 512).toBe(0);
    expect(run.trials).toBeGreaterThan(8 * 512);
    expect(reached[0]!.reached).toBeLessThanOrEqual(0.03);
    expect(reached[0]!.reached).toBeCloseTo(run.results().projectFinish.se!.mean!, 12);
  });

  it('gives the same run in whatever order the blocks come, and as if its trials had been asked for', async () => {
    const one = await runUntilKnown(scenario, { figures, mostTrials: 100_000, seed: 2 });
    const other = await runUntilKnown(scenario, { figures, mostTrials: 60_000, seed: 2, runBlocks: runBackwards });
    const asked = scenario.startTrials({ seed: 2, trials: one.run.trials, samples: ['projectFinish'] });
    await runBackwards(asked, 0, asked.blocks);
    expect(other.run.results()).toEqual(one.run.results());
    expect(asked.results()).toEqual(one.run.results());
  });

  it('stops at the most trials and says that it does not know', async () => {
    const rule = { figures: [{ output: 'projectFinish', statistic: 'P50', error: 1e-6 }] as const, mostTrials: 5000 };
    const { run, known } = await runUntilKnown(scenario, rule);
    expect([run.trials, known]).toEqual([5120, false]);
  });

  it('does not take what was never seen for impossible', async () => {
    const early = { ...TWO_TASKS, targets: [{ ...TWO_TASKS.targets![0]!, value: '2026-01-02' }] };
    const rare = openScenario(early, { documentHash: 'early' });
    const figure = { output: 'targets/t', statistic: 'probability', error: 1e-4 } as const;
    const { figures: found } = await runUntilKnown(rare, { figures: [figure], mostTrials: 20_000 });
    expect(found[0]!.value).toBe(0);
    expect(found[0]!.reached).toBeGreaterThanOrEqual(9e-5);
  });

  it('names an output that does not exist', async () => {
    const rule = { figures: [{ output: 'nothing', statistic: 'mean', error: 1 }] as const, mostTrials: 1 };
    await expect(runUntilKnown(scenario, rule)).rejects.toThrow('no output "nothing"');
  });
});

describe('sampling errors from the blocks', () => {
  it('of 8 replicates are s / sqrt(8); fewer tell nothing', () => {
    expect(errorOfReplicates([1, 2, 3, 4, 5, 6, 7, 8])).toBeCloseTo(Math.sqrt(6) / Math.sqrt(8), 14);
    expect(errorOfReplicates([1, 2, 3, 4, 5, 6, 7])).toBeUndefined();
  });

  it.each([
    ['every day', [1, 2, 3, 4, 5, 6, 7]],
    ['Monday to Friday', [1, 2, 3, 4, 5]],
  ])(
    'cover the truth in 95 of 100 runs of 8 blocks, where work is done %s',
    (_, workWeek) => {
      const REPLICATIONS = 80;
      // Student's t, 97.5 % at 7 degrees of freedom (any table).
      const T = 2.3646;
      const calendars = [{ id: 'week', name: 'Week', workWeek }];
      const worked = openScenario({ ...TWO_TASKS, calendars }, { documentHash: 'week' });
      const estimates: Statistics[] = [];
      const dates = new Float64Array(REPLICATIONS * 8 * 512);
      for (let replication = 0; replication < REPLICATIONS; replication++) {
        const run = worked.startTrials({ trials: 8 * 512, seed: 1000 + replication });
        for (let block = 0; block < run.blocks; block++) run.runBlock(block);
        const { projectFinish } = run.results();
        estimates.push(projectFinish);
        dates.set(run.column('projectFinish')!, replication * 8 * 512);
      }
      // The truth: what all of them say together, known nine times better than by each.
      const all = statisticsWhere(dates);
      for (const name of ['P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95', 'mean'] as const) {
        const covered = estimates.filter(
          (figures) => Math.abs((figures[name] as number) - (all[name] as number)) <= T * figures.se![name]! + 1e-9,
        );
        // 76 expected, with a standard deviation of 1.9.
        expect(covered.length, name).toBeGreaterThanOrEqual(70);
      }
    },
    60_000,
  );
});
