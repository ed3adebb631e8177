import { describe, expect, it } from 'vitest';
import { PLAIN_LABORATORY } from '../testing/plain-laboratory';
import { OTHER_PLANT, PLANT } from '../testing/two-scenarios';
import { compareDocuments, pairedChance, pairedDifference } from './paired-comparison';

async function compare(before = PLANT, after = OTHER_PLANT, trials = 1024) {
  const outcome = await compareDocuments(before, after, { trials, outputs: ['unitCost@2029'] }, PLAIN_LABORATORY);
  if (!outcome.ok) throw new Error(outcome.errors[0]!.message);
  return outcome.value;
}

describe('a document paired with itself', () => {
  it('differs by exactly 0 in every output, fan, target and error', async () => {
    const { outputs, targets, months } = await compare(PLANT, PLANT, 8 * 512);
    const all = [...Object.values(outputs), ...months.flatMap(({ fans }) => Object.values(fans))];
    expect(all.length).toBeGreaterThan(48 * 12);
    for (const { difference, neverBefore, neverAfter, pairs } of all) {
      expect([neverBefore, neverAfter]).toEqual([0, 0]);
      if (pairs === 0) continue;
      const { se, ...figures } = difference;
      expect(new Set(Object.values(figures))).toEqual(new Set([0]));
      expect(new Set(Object.values(se!))).toEqual(new Set([0]));
    }
    for (const { difference, se } of Object.values(targets)) expect([difference, se]).toEqual([0, 0]);
  });
});

describe('two scenarios under the same draws', () => {
  it('a duration 10 working days longer moves the finish by exactly 14 days in every trial', async () => {
    const one = { ...PLANT, tasks: [PLANT.tasks![0]!], links: [], risks: [], lines: [], materials: [], targets: [] };
    const base = { ...one, correlations: [], focus: 'test' };
    const quantity = { kind: 'uniform', low: 20, high: 60 } as const;
    const longer = { kind: 'uniform', low: 30, high: 70 } as const;
    const before = { ...base, tasks: [{ id: 'test', name: 'Test', duration: quantity }] };
    const after = { ...base, tasks: [{ id: 'test', name: 'Test', duration: longer }] };
    const { outputs } = await compare(before, after, 512);
    expect(outputs.projectFinish!.difference.P5).toBeCloseTo(14, 9);
    expect(outputs.projectFinish!.difference.P95).toBeCloseTo(14, 9);
  });

  it('the mean of the differences is the difference of the means, to the rounding', async () => {
    const [there, back] = [await compare(), await compare(OTHER_PLANT, PLANT)];
    const mean = there.outputs.npv!.difference.mean as number;
    expect(back.outputs.npv!.difference.mean).toBeCloseTo(-mean, 0);
    expect(there.outputs.npv!.difference.P10).toBeCloseTo(-(back.outputs.npv!.difference.P90 as number), 0);
  });

  it('errors of paired differences are smaller than those of independent runs would be', async () => {
    const faster = { ...PLANT, funding: { ...PLANT.funding, overhead: 3e7 } };
    const { outputs } = await compare(PLANT, faster, 8 * 512);
    const run = await PLAIN_LABORATORY.run(openPlain(), { trials: 8 * 512, seed: 3 });
    const alone = run.results().npv.se!.mean!;
    expect(outputs.npv!.difference.se!.mean).toBeLessThan(alone / 10);
  });

  it('an output that was asked for is compared', async () => {
    expect((await compare()).outputs['unitCost@2029']!.pairs).toBe(1024);
  });
});

function openPlain() {
  const opened = PLAIN_LABORATORY.open(PLANT);
  if (!opened.ok) throw new Error('refused');
  return opened.value;
}

describe('what never happens', () => {
  const never = Number.POSITIVE_INFINITY;

  it('on one side or both is counted and left out', () => {
    const before = Float64Array.of(1, never, 3, never, Number.NaN, 5);
    const after = Float64Array.of(2, 5, never, never, Number.NaN, 9);
    const { difference, ...counts } = pairedDifference(before, after);
    expect(counts).toEqual({ pairs: 2, neverBefore: 1, neverAfter: 1, neverBoth: 2 });
    expect(difference.P50).toBe(2.5);
    expect(difference.mean).toBe(2.5);
  });

  it('in every trial leaves no difference, by name', () => {
    const { difference, pairs } = pairedDifference(Float64Array.of(never, never), Float64Array.of(1, 2));
    expect(pairs).toBe(0);
    expect(difference.P50).toBe('never');
  });

  it('in some trials of many blocks still leaves errors from the blocks', () => {
    const before = new Float64Array(8 * 512);
    const after = Float64Array.from(before, (_, i) => (i % 3 === 0 ? never : Math.floor(i / 512)));
    // The blocks differ by 0 .. 7: s / sqrt(8) with s = sqrt(42 / 7).
    expect(pairedDifference(before, after).difference.se!.mean).toBeCloseTo(Math.sqrt(6) / Math.sqrt(8), 12);
  });
});

describe('the change of a chance', () => {
  it('is counted trial by trial', () => {
    const change = pairedChance(Uint8Array.of(0, 0, 1, 1), Uint8Array.of(1, 0, 1, 1));
    expect(change).toEqual({ before: 0.5, after: 0.75, difference: 0.25 });
  });
});
