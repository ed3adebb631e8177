import { expect, it } from 'vitest';
import { openScenario } from '../run-scenario';
import { PLANT } from '../testing/two-scenarios';

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
