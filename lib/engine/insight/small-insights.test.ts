import { describe, expect, it } from 'vitest';
import { quantileType7 } from '../maths/quantiles';
import { PLAIN_LABORATORY } from '../testing/plain-laboratory';
import { PLANT } from '../testing/two-scenarios';
import { statisticsWhere } from './block-errors';
import { jointChance } from './joint-chance';
import { mixtureStatistics, portfolio, weightedQuantiles } from './portfolio';
import { trialNearPercentile } from './trial-near-percentile';

const NEVER = Number.POSITIVE_INFINITY;

async function plantRun() {
  const opened = PLAIN_LABORATORY.open(PLANT);
  if (!opened.ok) throw new Error('refused');
  return { scenario: opened.value, run: await PLAIN_LABORATORY.run(opened.value, { trials: 600 }) };
}

describe('a trial near a percentile', () => {
  it('is the nearest, the first of equals', () => {
    expect(trialNearPercentile(Float64Array.of(9, 2, 4, 2, 7), 0.25)).toEqual({ trial: 1, value: 2, percentile: 2 });
    expect(trialNearPercentile(Float64Array.of(0, 10, 3, 6), 0.5)).toEqual({ trial: 2, value: 3, percentile: 4.5 });
  });

  it('leaves out trials without a value', () => {
    expect(trialNearPercentile(Float64Array.of(Number.NaN, 1, 5), 0)).toEqual({ trial: 1, value: 1, percentile: 1 });
    expect(trialNearPercentile(Float64Array.of(Number.NaN), 0.5)).toBeNull();
  });

  it('is one that never comes where the percentile is never', () => {
    expect(trialNearPercentile(Float64Array.of(1, NEVER, 2, NEVER), 0.9)).toMatchObject({ trial: 1, value: NEVER });
  });

  it('replayed alone has that value', async () => {
    const { scenario, run } = await plantRun();
    const near = trialNearPercentile(run.column('sop')!, 0.8)!;
    const replayed = scenario.replayTrial(near.trial);
    expect(replayed.sop).toMatchObject({ day: near.value });
  });
});

describe('quantiles of a mixture', () => {
  const PROBABILITIES = [0, 0.05, 0.3, 0.5, 0.77, 1];

  it('with equal weights are of type 7', () => {
    const values = [1, 2, 4, 8, 16, 32];
    const sample = { values: Float64Array.from(values), weights: new Float64Array(values.length).fill(0.3) };
    weightedQuantiles(sample, PROBABILITIES).forEach((quantile, i) => {
      expect(quantile).toBeCloseTo(quantileType7(values, PROBABILITIES[i]!), 12);
    });
  });

  it('of one scenario with all the weight are its own', () => {
    const own = Float64Array.of(3, 1, 2, 5, NEVER);
    const mixture = mixtureStatistics([own, Float64Array.of(100, 200)], [1, 0]);
    expect(mixture).toMatchObject({ P25: 2, P50: 3, P75: 5, P90: 'never', mean: 2.75, never: 0.2 });
  });

  it('of two points lie at their weights', () => {
    const at = (value: number) => new Float64Array(1000).fill(value);
    expect(mixtureStatistics([at(10), at(20)], [3, 1])).toMatchObject({
      P50: 10,
      P90: 20,
      mean: expect.closeTo(12.5, 9),
    });
    expect(mixtureStatistics([at(10), at(NEVER)], [3, 1])).toMatchObject({
      P50: 10,
      P90: 'never',
      never: expect.closeTo(0.25, 9),
      mean: expect.closeTo(10, 9),
    });
  });

  it('tell the share without a number apart from never', () => {
    const mixture = mixtureStatistics([Float64Array.of(1, Number.NaN), Float64Array.of(2, 2)], [1, 1]);
    expect(mixture).toMatchObject({ none: 0.25, never: 0 });
    expect(mixture.mean).toBeCloseTo(5 / 3, 12);
  });

  it('have errors from the blocks of all', () => {
    const steps = Float64Array.from({ length: 8 * 512 }, (_, i) => Math.floor(i / 512));
    const { se } = mixtureStatistics([steps, steps], [1, 1]);
    expect(se!.mean).toBeCloseTo(Math.sqrt(6) / Math.sqrt(8), 12);
  });

  it('of one scenario have its own errors, jumps included', () => {
    const steps = Float64Array.from({ length: 8 * 512 }, (_, i) => {
      const share = (i % 512) / 512 + 0.0002 * (i >> 9);
      return share < 0.9 ? share : share + 5;
    });
    const own = statisticsWhere(steps).se!;
    const { se } = mixtureStatistics([steps], [1]);
    expect(own.P90).toBeGreaterThan(2);
    for (const name of ['P10', 'P50', 'P90', 'mean']) expect(se![name]).toBeCloseTo(own[name]!, 9);
  });

  it('refuse weights that are none', () => {
    expect(() => mixtureStatistics([Float64Array.of(1)], [0])).toThrow(RangeError);
    expect(() => mixtureStatistics([Float64Array.of(1), Float64Array.of(1)], [2, -1])).toThrow(RangeError);
  });

  it('a portfolio of a scenario with itself is the scenario', async () => {
    const { run } = await plantRun();
    const members = [
      { run, weight: 0.2 },
      { run, weight: 0.8 },
    ];
    const { outputs, targets } = portfolio(members, ['sop', 'npv', 'cash@2028-06', 'nothing'], ['early', 'nothing']);
    const results = run.results();
    expect(Object.keys(outputs)).toEqual(['sop', 'npv', 'cash@2028-06']);
    expect(outputs.npv!.mean).toBeCloseTo(results.npv.mean as number, 0);
    expect(outputs.sop!.P50).toBeCloseTo(results.sop.P50 as number, 0);
    expect(targets).toEqual({
      early: { probability: expect.closeTo(results.targets.early!, 12), se: expect.any(Number) },
    });
    expect(targets.early!.se).toBeCloseTo(results.chanceErrors!.targets.early!, 3);
  });
});

describe('joint confidence', () => {
  it('of two targets is the share of futures with both, beside each alone and their product', async () => {
    const { run } = await plantRun();
    const { each, together, product } = jointChance(run, ['early', 'cheap'])!;
    const results = run.results();
    expect(each.map(({ probability }) => probability)).toEqual([
      expect.closeTo(results.targets.early!, 12),
      expect.closeTo(results.targets.cheap!, 12),
    ]);
    expect(together.probability).toBeCloseTo(results.jcl[0]!.probability, 12);
    expect(product).toBeCloseTo(results.targets.early! * results.targets.cheap!, 12);
    const { probability, se } = together;
    expect(se).toBeCloseTo(Math.sqrt((probability * (1 - probability)) / 600), 12);
  });

  it('of three is at most that of any two, by hand', () => {
    const met = new Map([
      ['a', Uint8Array.of(1, 1, 1, 0)],
      ['b', Uint8Array.of(1, 1, 0, 1)],
      ['c', Uint8Array.of(1, 0, 1, 1)],
    ]);
    const run = { met: (target: string) => met.get(target) ?? null };
    expect(jointChance(run, ['a', 'b'])!.together.probability).toBe(0.5);
    expect(jointChance(run, ['a', 'b', 'c'])).toMatchObject({ together: { probability: 0.25 }, product: 27 / 64 });
    expect(jointChance(run, ['a', 'z'])).toBeNull();
  });
});
