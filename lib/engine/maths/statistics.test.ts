import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernelSelector } from './kernel-selector';
import { createPlainSelector } from './plain-selector';
import {
  type QuantileScratch,
  quantileType7,
  selectEachInside,
  selectInside,
  selectQuantiles,
  sumInQuarters,
} from './quantiles';
import { correlationOfRanks, createRankScratch, meanRanks, ranksByValue } from './ranks';

/** Miles per gallon of 32 cars (Motor Trend 1974, R's data set mtcars). */
const MILES = [
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9,
  21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
];
const NEVER = Number.POSITIVE_INFINITY;

/** Both forms of the selection: in WebAssembly and plain. */
const SELECTORS: readonly (readonly [string, (capacity: number) => QuantileScratch])[] = [
  ['in WebAssembly', (capacity) => createKernelSelector(capacity)!],
  ['plain', createPlainSelector],
];

/** The obvious way. */
function oracle(values: readonly number[], probabilities: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return probabilities.map((p) => quantileType7(sorted, p));
}

describe.each(SELECTORS)('quantiles %s', (_, createSelector) => {
  const scratch = createSelector(5000);
  function select(values: readonly number[], probabilities: readonly number[]): number[] {
    const out = new Float64Array(probabilities.length);
    selectQuantiles(Float64Array.from(values), values.length, probabilities, out, scratch);
    return [...out];
  }

  it("agree with R's quantile(mtcars$mpg), its type 7", () => {
    expect(select(MILES, [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]).map((q) => Math.round(q * 1e9) / 1e9)).toEqual([
      10.4, 14.34, 15.425, 19.2, 22.8, 30.09, 33.9,
    ]);
  });

  it('sort never last, and never lies beyond the last finite value', () => {
    expect(select([5, NEVER, 1, 3], [0, 1 / 3, 2 / 3, 0.7, 1])).toEqual([1, 3, 5, NEVER, NEVER]);
    expect(select([NEVER, NEVER], [0.1, 0.9])).toEqual([NEVER, NEVER]);
    expect(select([7], [0.1, 0.9])).toEqual([7, 7]);
    expect(select([], [0.5])).toEqual([Number.NaN]);
    expect(() => select([1, Number.NaN], [0.5])).toThrow(RangeError);
    expect(() => select([1, Number.NEGATIVE_INFINITY], [0.5])).toThrow(RangeError);
  });

  it('by selection are those by sorting, to the last bit', () => {
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
      { weight: 2, arbitrary: fc.constantFrom(0, 1, 5, 1e15) },
      { weight: 1, arbitrary: fc.constant(NEVER) },
    );
    const probabilities = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 700, size: 'max' }), (values) => {
        expect(select(values, probabilities)).toEqual(oracle(values, probabilities));
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  it('of any stretch of a column, in work space of any size, and its sum', () => {
    const column = Array.from({ length: 20_000 }, (_, i) =>
      i % 3 === 0 ? 7 : i % 1000 === 1 ? NEVER : Math.sin(i) * i,
    );
    const probabilities = Array.from({ length: 100 }, (_, k) => k / 99);
    const out = new Float64Array(probabilities.length);
    for (const [capacity, from, count] of [
      [20_000, 0, 20_000],
      [20_000, 513, 512],
      [16_384, 1000, 9000],
      [16_384, 2, 65],
      [16_384, 2, 7],
    ] as const) {
      const scratch = createSelector(capacity);
      scratch.values.set(column.slice(0, capacity));
      const sum = selectInside(scratch, from, count, probabilities, out);
      const stretch = column.slice(from, from + count);
      expect([...out]).toEqual(oracle(stretch, probabilities));
      expect(sum).toBe(sumInQuarters(Float64Array.from(stretch), 0, count));
      scratch.again(count, [0.2, 0.9], out);
      expect([...out.subarray(0, 2)]).toEqual(oracle(stretch, [0.2, 0.9]));
      const limits = [7, -3, NEVER, 0.5, 1e9];
      scratch.countUpTo(from, count, limits, out);
      expect([...out.subarray(0, 5)]).toEqual(limits.map((limit) => stretch.filter((value) => value <= limit).length));
    }
  });

  it('of many stretches at once, with gaps between them or without, and their sums', () => {
    const column = Array.from({ length: 5000 }, (_, i) => (i > 3000 ? 4 : i % 900 === 1 ? NEVER : Math.cos(i) * i));
    const probabilities = [0.05, 0.5, 0.95];
    const scratch = createSelector(5000);
    scratch.values.set(column);
    for (const [stretches, step, count] of [
      [8, 512, 512],
      [5, 512, 77],
      [1, 512, 1],
    ] as const) {
      const out = new Float64Array(2 + 4 * stretches).fill(-1);
      selectEachInside(scratch, { stretches, step, count }, probabilities, out, 2);
      const expected = Array.from({ length: stretches }, (_, i) => {
        const stretch = column.slice(i * step, i * step + count);
        return [...oracle(stretch, probabilities), sumInQuarters(Float64Array.from(stretch), 0, count)];
      });
      expect([...out]).toEqual([-1, -1, ...expected.flat()]);
    }
    scratch.values[513] = Number.NaN;
    const out = new Float64Array(8);
    expect(() => selectEachInside(scratch, { stretches: 2, step: 512, count: 512 }, probabilities, out, 0)).toThrow(
      'NaN',
    );
  });

  it('stand a heap of equal values, outliers and values too close for a scale', () => {
    const heap = Array.from({ length: 5000 }, (_, i) => (i % 10 === 0 ? i : 0));
    const outlier = Array.from({ length: 5000 }, (_, i) => (i === 77 ? 1e300 : Math.sin(i)));
    const close = Array.from({ length: 5000 }, (_, i) => (i % 7) * 5e-324);
    const wide = Array.from({ length: 5000 }, (_, i) => (i % 2 === 0 ? 1e308 : -1e308) * (i / 5000));
    for (const values of [heap, outlier, close, wide]) {
      expect(select(values, [0.05, 0.5, 0.95])).toEqual(oracle(values, [0.05, 0.5, 0.95]));
    }
  });
});

describe('ranks', () => {
  it("give Spearman's correlation of a published example", () => {
    // IQ and hours of television a week (Wikipedia, Spearman's rank correlation coefficient): -29/165.
    const iq = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const hours = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    const [a, b] = [new Float64Array(10), new Float64Array(10)];
    const scratch = createRankScratch(10);
    ranksByValue(iq, undefined, 10, a, scratch);
    meanRanks(hours, 10, b, scratch);
    expect(correlationOfRanks(a, b, 10)).toBeCloseTo(-29 / 165, 15);
  });

  it('break ties by the draw, put never last, and share places where asked', () => {
    const values = Float64Array.of(3, NEVER, -0, 3, 0, -7.5, NEVER);
    const draws = Float64Array.of(0.9, 0.2, 0.8, 0.1, 0.3, 0.5, 0.1);
    const ranks = new Float64Array(7);
    ranksByValue(values, draws, 7, ranks, createRankScratch(7));
    expect([...ranks]).toEqual([4, 6, 2, 3, 1, 0, 5]);
    meanRanks(values, 7, ranks, createRankScratch(7));
    expect([...ranks]).toEqual([3.5, 5.5, 1.5, 3.5, 1.5, 0, 5.5]);
  });

  it('are those of a sort by comparison', () => {
    const value = fc.double({ noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300, size: 'max' }), (values) => {
        const ranks = new Float64Array(values.length);
        ranksByValue(Float64Array.from(values), undefined, values.length, ranks, createRankScratch(values.length + 3));
        const order = values
          .map((_, i) => i)
          .sort((i, j) => (values[i]! < values[j]! ? -1 : values[i]! > values[j]! ? 1 : i - j));
        const expected = new Float64Array(values.length);
        for (const [place, i] of order.entries()) expected[i] = place;
        expect(ranks).toEqual(expected);
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it('of a constant correlate with nothing', () => {
    const ranks = new Float64Array(3);
    meanRanks(Float64Array.of(5, 5, 5), 3, ranks, createRankScratch(3));
    expect(correlationOfRanks(ranks, Float64Array.of(0, 1, 2), 3)).toBe(0);
  });
});
