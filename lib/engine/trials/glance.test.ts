import { describe, expect, it } from 'vitest';
import { fanByMonth, tellsFan } from '../results/packed-fans';
import { openScenario } from '../run-scenario';
import { PLANT } from '../testing/two-scenarios';
import type { TrialsOptions, TrialsRun } from '../types';

it('a run that is a glance tells what the preview of a longer run tells', () => {
  const scenario = openScenario(PLANT, { documentHash: 'x' });
  const results = (trials: number, glance: boolean) => {
    const run = scenario.startTrials({ trials, seed: 4, glance, sensitivity: ['sop'] });
    run.runBlock(0);
    return run.results();
  };
  expect(results(512, true)).toEqual(results(1024, false));
  const whole = results(512, false);
  expect(Object.keys(whole.sensitivity)).toEqual(['sop']);
  expect(whole.sop).toEqual(results(512, true).sop);
});

describe('fans in sight', () => {
  const scenario = openScenario(PLANT, { documentHash: 'x' });
  const inSight = ['price', 'output', 'nothing'];
  const start = (options: TrialsOptions) => {
    const run = scenario.startTrials({ seed: 4, ...options });
    for (let block = 0; block < run.blocks; block++) run.runBlock(block);
    return run;
  };
  const first = (options: TrialsOptions) => {
    const run = scenario.startTrials({ seed: 4, ...options });
    run.runBlock(0);
    return run.results();
  };

  it('are all that the first block tells, with the figures that they have among all', () => {
    const some = first({ trials: 1024, inSight });
    const all = first({ trials: 1024 });
    expect(Object.keys(some.months[0]!.fans)).toEqual(['output', 'price']);
    for (const name of ['output', 'price']) expect(fanByMonth(some, name)).toEqual(fanByMonth(all, name));
    expect({ ...some, months: [] }).toEqual({ ...all, months: [] });
    expect(some.months.map(({ bottleneck }) => bottleneck)).toEqual(all.months.map(({ bottleneck }) => bottleneck));
  });

  it('are all that a glance keeps; everything else is what it would be', () => {
    const some = start({ trials: 512, glance: true, inSight });
    const all = start({ trials: 512, glance: true });
    const results = some.results();
    expect(Object.keys(results.months[0]!.fans)).toEqual(['output', 'price']);
    for (const name of ['output', 'price']) expect(fanByMonth(results, name)).toEqual(fanByMonth(all.results(), name));
    expect({ ...results, months: [] }).toEqual({ ...all.results(), months: [] });
    const month = results.months[20]!.month;
    expect(some.column(`price@${month}`)).toEqual(all.column(`price@${month}`));
    expect(some.column(`cash@${month}`)).toBeNull();
    const bytes = (run: TrialsRun) => run.takeBlock(0).buffers[0]!.byteLength;
    expect(bytes(some)).toBeLessThan(bytes(all));
  });

  it('are no matter to what more trials tell', () => {
    expect(start({ trials: 1024, inSight }).results()).toEqual(start({ trials: 1024 }).results());
    const some = scenario.startTrials({ seed: 4, trials: 1500, inSight });
    for (const block of [0, 1]) some.runBlock(block);
    expect(tellsFan(some.results(), 'cash')).toBe(true);
    expect(tellsFan(first({ trials: 1500, inSight }), 'cash')).toBe(false);
    expect(tellsFan(first({ trials: 1500, inSight }), 'price')).toBe(true);
  });

  it('may be none', () => {
    const none = first({ trials: 512, glance: true, inSight: [] });
    expect(Object.keys(none.months[0]!.fans)).toEqual([]);
    expect(none.sop).toEqual(first({ trials: 512, glance: true }).sop);
  });
});
