import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { referenceScenarios } from '../../scenario/reference';
import { validateDocument } from '../../scenario/validate';
import { compileScenario } from '../compile/compile-scenario';
import { openScenario } from '../run-scenario';
import { createTrialState } from '../scale-up/create-trial-state';
import { caseNames, readCase } from '../testing/conformance-cases';
import { smallScenario } from '../testing/small-scenarios';
import { blockLayout } from '../trials/block-layout';
import { planKeeper } from '../trials/create-trial-keeper';
import { openKernel } from './kernel';

/** Everything that trials keep, as bits. */
function bitsOf(document: ScenarioDocument, trials: number, plain: boolean): BigUint64Array {
  const run = openScenario(document, { documentHash: 'x' }).startTrials({ trials, seed: 5, plain });
  run.runBlock(0);
  return new BigUint64Array(run.takeBlock(0).buffers[0]!);
}

function firstDifference(document: ScenarioDocument, trials: number): number {
  const compiled = bitsOf(document, trials, false);
  const plain = bitsOf(document, trials, true);
  expect(compiled.length).toBe(plain.length);
  return compiled.findIndex((bits, i) => bits !== plain[i]);
}

describe('the kernel', () => {
  it('opens: it is not the plain code that is compared with itself', () => {
    const model = compileScenario(referenceScenarios[0]!.document, 'x');
    const state = createTrialState(model);
    const layout = blockLayout(model, state.layout, 0);
    const keeper = planKeeper(layout, [], state);
    expect(openKernel(model, state, keeper, { count: 1, atATime: 1, ...layout })).not.toBeNull();
  });

  it.each(referenceScenarios.map(({ key, document }) => [key, document] as const))(
    'has the bits of the plain code: %s',
    (_, document) => expect(firstDifference(document, 200)).toBe(-1),
  );

  const accepted = caseNames().filter((name) => validateDocument(readCase(name).document).ok);
  it.each(accepted)('has the bits of the plain code in a case with answers: %s', (name) => {
    expect(firstDifference(readCase(name).document, 70)).toBe(-1);
  });

  it('has the bits of the plain code whatever the scenario', () => {
    fc.assert(
      fc.property(smallScenario, (document) => firstDifference(document, 33) === -1),
      { seed: 8, numRuns: 150 },
    );
  });
});

describe('memory that serves one run after another', () => {
  it('leaves no number of an earlier run in a later one, whole blocks or not, taken out or not', () => {
    const [first, second] = referenceScenarios;
    const bits = (document: ScenarioDocument, trials: number, releases: boolean) => {
      const run = openScenario(document, { documentHash: 'x' }).startTrials({ trials, seed: 5 });
      const found: BigUint64Array[] = [];
      for (let block = 0; block < run.blocks; block++) run.runBlock(block);
      for (let block = 0; block < run.blocks; block++) found.push(new BigUint64Array(run.takeBlock(block).buffers[0]!));
      if (releases) run.release();
      return found;
    };
    const fresh = bits(second!.document, 600, false);
    for (let round = 0; round < 2; round++) {
      bits(first!.document, 1200, true);
      const again = bits(second!.document, 600, true);
      again.forEach((block, b) => {
        expect(block.findIndex((value, i) => value !== fresh[b]![i])).toBe(-1);
      });
    }
  });

  it('has room for a block that is run twice, or brought after it was run', () => {
    const run = openScenario(first(), { documentHash: 'x' }).startTrials({ trials: 512, seed: 5 });
    run.runBlock(0);
    run.runBlock(0);
    const once = run.takeBlock(0);
    run.runBlock(0);
    run.addBlock(once);
    run.runBlock(0);
    const [one, two] = [once, run.takeBlock(0)].map(({ buffers }) => new BigUint64Array(buffers[0]!));
    expect(one!.findIndex((value, i) => value !== two![i])).toBe(-1);
  });

  it('keeps blocks in order when a room is used again and again', () => {
    const run = openScenario(first(), { documentHash: 'x' }).startTrials({ trials: 1500, seed: 5 });
    const once = [0, 1, 2].map((block) => {
      run.runBlock(block);
      return new BigUint64Array(run.takeBlock(block).buffers[0]!);
    });
    const other = openScenario(first(), { documentHash: 'x' }).startTrials({ trials: 1500, seed: 5 });
    for (const block of [2, 0, 1]) other.runBlock(block);
    once.forEach((bits, block) => {
      const found = new BigUint64Array(other.takeBlock(block).buffers[0]!);
      expect(found.findIndex((value, i) => value !== bits[i])).toBe(-1);
    });
  });
});
describe('a block in two parts', () => {
  it('has the bits of the block in one, whoever ran which', () => {
    const start = () => openScenario(first(), { documentHash: 'x' }).startTrials({ trials: 700, seed: 5 });
    const whole = start();
    whole.runBlock(0);
    const bits = new BigUint64Array(whole.takeBlock(0).buffers[0]!);
    for (const own of [0, 1] as const) {
      const other = own === 0 ? 1 : 0;
      const [owner, helper] = [start(), start()];
      helper.runPart(0, other);
      const samples = helper.takePart(0, other);
      if (own === 0) owner.runPart(0, own);
      owner.addBlock(samples);
      if (own === 1) owner.runPart(0, own);
      const found = new BigUint64Array(owner.takeBlock(0).buffers[0]!);
      expect(found.findIndex((value, i) => value !== bits[i])).toBe(-1);
      // The helper's room serves further blocks.
      helper.runBlock(1);
      whole.runBlock(1);
      const [one, two] = [helper, whole].map((run) => new BigUint64Array(run.takeBlock(1).buffers[0]!));
      expect(one!.findIndex((value, i) => value !== two![i])).toBe(-1);
    }
  });

  it('is taken in memory that an earlier part has left, where it has the size, with the same bits', () => {
    const run = openScenario(first(), { documentHash: 'x' }).startTrials({ trials: 512, seed: 5 });
    const take = (spent?: ArrayBuffer) => {
      run.runPart(0, 1);
      return run.takePart(0, 1, spent).buffers[0]!;
    };
    const before = take();
    const bits = new BigUint64Array(before.slice(0));
    new Float64Array(before).fill(7);
    const again = take(before);
    expect(again).toBe(before);
    expect(new BigUint64Array(again).findIndex((value, i) => value !== bits[i])).toBe(-1);
    const small = new ArrayBuffer(8);
    expect(take(small)).not.toBe(small);
    // What has been handed over to another thread has no size any more.
    structuredClone(again, { transfer: [again] });
    expect(take(again).byteLength).toBe(bits.byteLength);
  });
});

function first(): ScenarioDocument {
  return referenceScenarios[0]!.document;
}
