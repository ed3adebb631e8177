import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../scenario/document';
import { percentileBounds, unitTriangularQuantile } from './percentile-bounds';
import { quantitySampler } from './quantity-sampler';
import { quantitySupport } from './quantity-support';

const AT = [0.1, 0.25, 0.5, 0.9] as const;
/** Central value and quantiles at AT, computed by an independent implementation of the model. */
const CASES: readonly (readonly [string, Quantity, number, readonly number[]])[] = [
  ['uniform', { kind: 'uniform', low: 10, high: 30 }, 20, [12, 15, 20, 28]],
  [
    'triangular',
    { kind: 'triangular', low: 10, mode: 20, high: 50 },
    20,
    [16.32455532033676, 20, 25.50510257216822, 39.045548849896676],
  ],
  [
    'triangular by percentiles',
    { kind: 'triangular', low: 10, mode: 20, high: 50, bounds: 'p10-p90' },
    20,
    [10, 17.40323899548864, 26.97247052200504, 50],
  ],
  [
    'even pert',
    { kind: 'pert', low: 10, mode: 20, high: 30 },
    20,
    [14.932729065769333, 17.188723295792943, 20, 25.067270934230667],
  ],
  [
    'pert with its mode at its low end',
    { kind: 'pert', low: 10, mode: 10, high: 30 },
    10,
    [10.417032752780464, 11.11824977410196, 12.588988734077518, 17.380853110396135],
  ],
  [
    'pert of lambda 1 with its mode at its high end',
    { kind: 'pert', low: 10, mode: 30, high: 30, lambda: 1 },
    30,
    [16.32455532033676, 20, 24.14213562373095, 28.973665961010276],
  ],
  [
    'pert by percentiles',
    { kind: 'pert', low: 10, mode: 20, high: 50, bounds: 'p10-p90' },
    20,
    [10, 16.53198729907161, 26.51666114570718, 50],
  ],
  [
    'normal',
    { kind: 'normal', mean: 50, sd: 10 },
    50,
    [37.184484344553994, 43.255102498039186, 50, 62.815515655446006],
  ],
  [
    'normal cut at its mean',
    { kind: 'normal', mean: 50, sd: 10, low: 50 },
    50,
    [51.25661346855074, 53.186393639643754, 56.744897501960814, 66.44853626951473],
  ],
  [
    'normal cut on both sides',
    { kind: 'normal', mean: 50, sd: 10, low: 40, high: 60 },
    50,
    [42.5098540103043, 45.58229453313419, 50, 57.490145989695705],
  ],
  ['lognormal', { kind: 'lognormal', p10: 20, p90: 80 }, 40, [20, 27.773189197201965, 40, 80]],
  [
    'discrete',
    {
      kind: 'discrete',
      outcomes: [
        { value: 40, p: 1 },
        { value: 10, p: 1 },
        { value: 20, p: 2 },
      ],
    },
    20,
    [10, 20, 20, 40],
  ],
  ['a point', { kind: 'triangular', low: 20, mode: 20, high: 20 }, 20, [20, 20, 20, 20]],
  ['a number', 7, 7, [7, 7, 7, 7]],
];

const unit = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const amount = fc.double({ min: 0.001, max: 1000, noNaN: true });
/** Any quantity with low <= mode <= high. */
const quantity: fc.Arbitrary<Quantity> = fc
  .tuple(fc.constantFrom('uniform', 'triangular', 'pert', 'normal', 'lognormal'), amount, amount, amount, fc.boolean())
  .map(([kind, x, y, z, flag]) => {
    const [low, mode, high] = [x, y, z].sort((a, b) => a - b) as [number, number, number];
    switch (kind) {
      case 'uniform':
        return { kind, low, high };
      case 'normal':
        return flag ? { kind, mean: mode, sd: high } : { kind, mean: mode, sd: high, low };
      case 'lognormal':
        return { kind, p10: low, p90: high };
      default:
        return { kind: kind as 'triangular' | 'pert', low, mode, high, bounds: flag ? 'min-max' : 'p10-p90' };
    }
  });

describe('quantities', () => {
  it.each(CASES)('%s has its known quantiles and central value', (_name, given, central, quantiles) => {
    const sampler = quantitySampler(given);
    expect(Math.abs(sampler.central / central - 1)).toBeLessThan(1e-13);
    for (const [k, u] of AT.entries()) expect(Math.abs(sampler.quantile(u) / quantiles[k]! - 1)).toBeLessThan(1e-12);
  });

  it('cut on one side keep their digits in the tail', () => {
    // mpmath 1.3 with 40 digits.
    const beyond = quantitySampler({ kind: 'normal', mean: 0, sd: 1, low: 0 });
    expect(beyond.quantile(0.999999999999)).toBeCloseTo(7.130509892879273, 4);
    expect(quantitySampler({ kind: 'normal', mean: 50, sd: 10, low: 50 }).quantile(0.999999)).toBeCloseTo(
      98.91638475692932,
      9,
    );
    expect(quantitySampler({ kind: 'normal', mean: 50, sd: 10, low: 45, high: 80 }).quantile(0.9)).toBeCloseTo(
      64.7310654571153,
      11,
    );
    expect(quantitySampler({ kind: 'normal', mean: 0, sd: 1, low: -0.5 }).quantile(0.01)).toBeCloseTo(
      -0.4804543910516122,
      13,
    );
  });

  it('given by percentiles have exactly these percentiles and this mode, at the edges too', () => {
    fc.assert(
      fc.property(fc.constantFrom('triangular', 'pert'), fc.double({ min: 0, max: 1, noNaN: true }), (kind, share) => {
        const mode = 10 + 40 * share;
        const given = { kind: kind as 'pert', low: 10, mode, high: 50, bounds: 'p10-p90' as const };
        const sampler = quantitySampler(given);
        expect(sampler.quantile(0.1)).toBeCloseTo(10, 10);
        expect(sampler.quantile(0.9)).toBeCloseTo(50, 10);
        const { low, high } = quantitySupport(given);
        expect(low).toBeLessThanOrEqual(mode);
        expect(high).toBeGreaterThanOrEqual(mode);
      }),
      {
        seed: 11,
        numRuns: 100,
        examples: [
          ['pert', 0],
          ['pert', 1],
          ['triangular', 0],
          ['triangular', 1],
        ],
      },
    );
  });

  it('given by percentiles end where the closed form of the triangle says', () => {
    // x = mode - low and y = high - mode solve x - 10 = sqrt(0.1 s x), y - 30 = sqrt(0.1 s y), s = x + y.
    const { low, high, r } = percentileBounds(10, 20, 50, unitTriangularQuantile);
    const [x, y, s] = [20 - low, high - 20, high - low];
    expect(x - 10).toBeCloseTo(Math.sqrt(0.1 * s * x), 11);
    expect(y - 30).toBeCloseTo(Math.sqrt(0.1 * s * y), 11);
    expect(r).toBeCloseTo(x / s, 14);
    expect(() => percentileBounds(10, 9, 50, unitTriangularQuantile)).toThrow(RangeError);
  });

  it('grow with the draw, stay in their support, and fill a block with the bits of single draws', () => {
    fc.assert(
      fc.property(quantity, fc.array(unit, { minLength: 2, maxLength: 40 }), (given, list) => {
        const sampler = quantitySampler(given);
        const u = Float64Array.from(list).sort();
        const out = u.slice();
        sampler.fill(out, 1, u.length, out);
        expect(out[0]).toBe(u[0]!);
        for (let i = 1; i < u.length; i += 1) expect(out[i]).toBe(sampler.quantile(u[i]!));
        const { low, high } = quantitySupport(given);
        const slack = 1e-12 * Math.max(Math.abs(low), Math.abs(high));
        for (let i = 2; i < u.length; i += 1) expect(out[i]).toBeGreaterThanOrEqual(out[i - 1]! - slack);
        if (given !== null && typeof given === 'object' && !['normal', 'lognormal'].includes(given.kind)) {
          for (let i = 1; i < u.length; i += 1) {
            expect(out[i]).toBeGreaterThanOrEqual(low - slack);
            expect(out[i]).toBeLessThanOrEqual(high + slack);
          }
        }
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('are clipped by min and max, draws, centre and support alike', () => {
    const given: Quantity = { kind: 'uniform', low: 0, high: 10, min: 6, max: 8 };
    const sampler = quantitySampler(given);
    expect([sampler.central, sampler.quantile(0.1), sampler.quantile(0.7), sampler.quantile(0.95)]).toEqual([
      6, 6, 7, 8,
    ]);
    expect(quantitySupport(given)).toEqual({ low: 6, high: 8 });
    expect(quantitySampler({ kind: 'fixed', value: 3, min: 4 }).central).toBe(4);
    expect(quantitySampler({ kind: 'uniform', low: 0, high: 1, min: 2, max: 2 }).fixed).toBe(true);
  });

  it('know whether they can vary', () => {
    expect(quantitySampler(3).fixed).toBe(true);
    expect(quantitySampler({ kind: 'normal', mean: 3, sd: 0 }).fixed).toBe(true);
    expect(quantitySampler({ kind: 'lognormal', p10: 3, p90: 3 }).quantile(0.3)).toBe(3);
    expect(quantitySampler({ kind: 'uniform', low: 3, high: 3.1 }).fixed).toBe(false);
  });

  it('take the lower of two equally likely outcomes as their centre, and the last beyond all sums', () => {
    const sampler = quantitySampler({
      kind: 'discrete',
      outcomes: [
        { value: 5, p: 0.1 },
        { value: 3, p: 0.7 },
        { value: 1, p: 0.7 },
        { value: 9, p: 0 },
      ],
    });
    expect(sampler.central).toBe(1);
    expect(sampler.quantile(1 - Number.EPSILON / 2)).toBe(5);
    expect(sampler.quantile(0.7 / 1.5 - 1e-15)).toBe(1);
    expect(sampler.quantile(0.47)).toBe(3);
  });

  it('refuse parameters that no valid document has', () => {
    expect(() => quantitySampler({ kind: 'uniform', low: 2, high: 1 })).toThrow(RangeError);
    expect(() => quantitySampler({ kind: 'pert', low: 1, mode: 5, high: 4 })).toThrow(RangeError);
    expect(() => quantitySampler({ kind: 'normal', mean: 1, sd: -1 })).toThrow(RangeError);
    expect(() => quantitySampler({ kind: 'lognormal', p10: 0, p90: 4 })).toThrow(RangeError);
    expect(() => quantitySampler({ kind: 'discrete', outcomes: [] })).toThrow(RangeError);
  });

  it('end, where they are unbounded, at one draw in a million', () => {
    const { low, high } = quantitySupport({ kind: 'normal', mean: 0, sd: 1 });
    expect(low).toBeCloseTo(-4.753424308822899, 12);
    expect(high).toBeCloseTo(4.753424308822899, 9);
    expect(quantitySupport({ kind: 'normal', mean: 0, sd: 1, low: -1 }).low).toBe(-1);
    expect(quantitySupport({ kind: 'lognormal', p10: 20, p90: 80 }).low).toBeGreaterThan(2);
    expect(
      quantitySupport({
        kind: 'discrete',
        outcomes: [
          { value: 4, p: 1 },
          { value: 2, p: 1 },
        ],
      }),
    ).toEqual({ low: 2, high: 4 });
  });
});
