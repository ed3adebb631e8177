import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryNetwork, inputsOf } from '../testing/arbitrary-network';
import { obviousSchedule } from '../testing/obvious-schedule';
import { backwardPass } from './backward-pass';
import { focusPass } from './focus-pass';
import { freeFloatPass } from './free-float';
import { compileNetwork } from './network';
import { schedule } from './schedule';
import { createTimeline, type Timeline } from './timeline';

const FIELDS = ['ES', 'EF', 'LS', 'LF', 'totalFloat', 'drivingFloat', 'freeFloat'] as const;

function agree(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-7;
}

/** A float that nothing limits is none. */
function value(timeline: Timeline, field: (typeof FIELDS)[number], task: number): number {
  const found = timeline[field][task]!;
  return field === 'drivingFloat' && !Number.isFinite(found) ? Number.NaN : found;
}

test.each([
  ['plain', false],
  ['compiled', true],
])('every date and float agrees with the obvious twin, whatever rules meet in a network: %s', (_, isCompiled) => {
  fc.assert(
    fc.property(arbitraryNetwork(), (sample) => {
      const network = compileNetwork(sample.document);
      const timeline = createTimeline(network, isCompiled);
      const inputs = inputsOf(sample);
      schedule(network, inputs, timeline);
      backwardPass(network, inputs, timeline);
      focusPass(network, inputs, timeline);
      freeFloatPass(network, inputs, timeline);
      const expected = obviousSchedule(sample.document, inputs);
      const differences = expected.flatMap((task, index) =>
        FIELDS.filter((field) => !agree(task[field], value(timeline, field, index))).map(
          (field) => `t${index} ${field}: ${timeline[field][index]} instead of ${task[field]}`,
        ),
      );
      expect(differences).toEqual([]);
    }),
    { seed: 7, numRuns: 200 },
  );
});
