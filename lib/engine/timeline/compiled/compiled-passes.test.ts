import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScenarioDocument } from '../../../scenario/document';
import { arbitraryNetwork, inputsOf } from '../../testing/arbitrary-network';
import { generateNetwork, testDraws } from '../../testing/generate-network';
import { backwardPass } from '../backward-pass';
import { focusPass } from '../focus-pass';
import { compileNetwork, createTimelineInputs, type TimelineInputs } from '../network';
import { reschedule, schedule } from '../schedule';
import { createTimeline, type Timeline } from '../timeline';
import { compiledRoom } from './compiled-room';

/** Everything that the passes find, as bits. */
function bitsOf({ ES, EF, wouldFinish, LS, LF, totalFloat, drivingFloat, critical }: Timeline): bigint[] {
  const numbers = [ES, EF, wouldFinish, LS, LF, totalFloat, drivingFloat];
  const bits = numbers.flatMap((values) => [...new BigUint64Array(values.slice().buffer)]);
  return [...bits, ...[...critical].map(BigInt)];
}

/** The first place at which the compiled passes differ from the plain ones; -1: nowhere. */
function firstDifference(document: ScenarioDocument, futures: readonly TimelineInputs[]): number {
  const network = compileNetwork(document);
  const [plain, compiled] = [false, true].map((isCompiled) => {
    const timeline = createTimeline(network, isCompiled);
    return futures.flatMap((inputs) => {
      schedule(network, inputs, timeline);
      backwardPass(network, inputs, timeline);
      focusPass(network, inputs, timeline);
      return bitsOf(timeline);
    });
  });
  return plain!.findIndex((bits, place) => bits !== compiled![place]);
}

test('there is a compiled form: it is not the plain one that is compared with itself', () => {
  expect(compiledRoom(65_536)).not.toBeNull();
  const network = compileNetwork(generateNetwork({ tasks: 3, links: 2 }));
  expect(createTimeline(network, true).ES.buffer.byteLength).toBeGreaterThanOrEqual(65_536);
  expect(createTimeline(network, false).ES.buffer.byteLength).toBe(24);
});

describe('the compiled passes have the bits of the plain ones', () => {
  test('over small networks in which all rules meet', () => {
    fc.assert(
      fc.property(arbitraryNetwork(), (sample) => firstDifference(sample.document, [inputsOf(sample)]) === -1),
      { seed: 11, numRuns: 150 },
    );
  });

  test.each(['days', 'hours', 'mixed'] as const)('over a network of 400 tasks, %s', (calendars) => {
    const document = generateNetwork({ tasks: 400, links: 1200, calendars, tasksPerSummary: 40 });
    const network = compileNetwork(document);
    const draw = testDraws(3);
    const futures = [1, 2, 3].map((factor) => {
      const inputs = createTimelineInputs(network);
      document.tasks?.forEach((task, i) => {
        inputs.work[i] = typeof task.duration === 'number' ? task.duration * factor * (0.7 + draw()) : 0;
      });
      document.links?.forEach((link, i) => {
        inputs.lag[i] = typeof link.lag === 'number' ? link.lag * draw() : 0;
      });
      return inputs;
    });
    expect(firstDifference(document, futures)).toBe(-1);
  });
});

test('a compiled timeline takes the stall of a build as a plain one does', () => {
  const document: ScenarioDocument = {
    ...generateNetwork({ tasks: 60, links: 150, calendars: 'mixed' }),
    lines: [{ id: 'l', name: 'l', buildTask: 't20' }],
  };
  const network = compileNetwork(document);
  const inputs = createTimelineInputs(network);
  inputs.work.fill(7.25);
  const [plain, compiled] = [false, true].map((isCompiled) => {
    const timeline = createTimeline(network, isCompiled);
    inputs.stall[20] = 0;
    schedule(network, inputs, timeline);
    const before = timeline.EF.slice();
    inputs.stall[20] = 33.5;
    reschedule(network, inputs, timeline);
    expect(timeline.EF.some((finish, task) => finish > before[task]!)).toBe(true);
    return timeline.EF;
  });
  expect(compiled).toEqual(plain);
});
