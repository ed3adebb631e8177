import { expect, it } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { referenceScenarios } from '../../scenario/reference';
import { compileScenario } from '../compile/compile-scenario';
import { drawFirstBlock } from './first-block';
import { createBlockInputs, drawBlock, openStreams } from './load-inputs';

const reference = referenceScenarios[0]!.document;
const withTask = (change: object): ScenarioDocument => ({
  ...reference,
  tasks: reference.tasks!.map((task, i) => (i === 9 ? { ...task, ...change } : task)),
});
const pert = (mode: number) => ({ duration: { kind: 'pert' as const, low: 10, mode, high: 90 } });

it('the first block has the bits that it has when nothing is kept, edit after edit', () => {
  const { correlations: _none, ...uncorrelated } = reference;
  const edits: readonly (readonly [ScenarioDocument, number, 'latin-hypercube' | 'monte-carlo'])[] = [
    [reference, 1, 'latin-hypercube'],
    [withTask(pert(30)), 1, 'latin-hypercube'],
    [withTask(pert(31)), 1, 'latin-hypercube'],
    [withTask(pert(31)), 2, 'latin-hypercube'],
    [withTask(pert(31)), 2, 'monte-carlo'],
    [withTask({ duration: 12 }), 2, 'monte-carlo'],
    [uncorrelated, 2, 'monte-carlo'],
    [reference, 1, 'latin-hypercube'],
  ];
  for (const [document, seed, sampling] of edits) {
    const model = compileScenario(document, 'x');
    const [found, expected] = [createBlockInputs(model), createBlockInputs(model)];
    drawFirstBlock(model, seed, sampling, found);
    drawBlock(model, openStreams(model, seed, sampling), 0, expected);
    expect(found.draws).toEqual(expected.draws);
    expect(found.values).toEqual(expected.values);
  }
});
