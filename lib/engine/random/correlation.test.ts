import { describe, expect, it } from 'vitest';
import type { Correlation } from '../../scenario/document';
import { normalQuantile } from '../maths/normal';
import { BLOCK_TRIALS } from '../types';
import { type CorrelationPlan, compileCorrelation, correlateBlock, correlateOne } from './correlation';
import { drawStream } from './draw-stream';

function planOf(correlations: readonly Correlation[]): CorrelationPlan {
  const compiled = compileCorrelation(correlations);
  if (!compiled.possible) throw new Error('expected a possible matrix');
  return compiled.plan;
}

describe('the Gaussian copula', () => {
  const plan = planOf([{ a: 'tasks/b/duration', b: 'tasks/a/duration', rho: 0.8 }]);

  it('takes paths in order of code units and multiplies scores by the lower Cholesky factor', () => {
    expect(plan.paths).toEqual(['tasks/a/duration', 'tasks/b/duration']);
    // 100 + 10 z, computed by hand: z(0.9) = 1.2815515655, factor [[1, 0], [0.8, 0.6]].
    const value = (u: number) => 100 + 10 * normalQuantile(u);
    const expected = [
      [0.9, 0.5, 112.815515655446, 110.2524125243568],
      [0.5, 0.9, 100, 107.68930939326759],
      [0.9, 0.1, 112.815515655446, 102.5631031310892],
    ] as const;
    for (const [first, second, a, b] of expected) {
      const [u, v] = correlateOne(plan, [first, second]);
      expect(Math.abs(value(u!) - a)).toBeLessThan(1e-11);
      expect(Math.abs(value(v!) - b)).toBeLessThan(1e-11);
    }
  });

  it('orders by code units, not by any language', () => {
    expect(
      planOf([
        { a: 'é', b: 'z', rho: 0.1 },
        { a: 'Z', b: 'a', rho: 0.1 },
      ]).paths,
    ).toEqual(['Z', 'a', 'z', 'é']);
  });

  it('counts an absent draw as 0 for the others', () => {
    expect(correlateOne(plan, [undefined, 0.9])).toEqual(correlateOne(plan, [0.5, 0.9]));
    expect(correlateOne(plan, [0.9, undefined])[1]).toBe(correlateOne(plan, [0.9, 0.5])[1]);
  });

  it('gives a block the bits of its single trials and leaves alone what follows nobody', () => {
    const wide = planOf([
      { a: 'a', b: 'c', rho: 0.5 },
      { a: 'b', b: 'd', rho: -0.7 },
      { a: 'c', b: 'e', rho: 0.3 },
    ]);
    const rows = wide.paths.map((path) => {
      const row = new Float64Array(BLOCK_TRIALS);
      drawStream(1, path, 'latin-hypercube').fillBlock(3, row);
      return row;
    });
    const before = rows.map((row) => row.slice());
    correlateBlock(wide, rows, 500);
    for (let i = 0; i < 500; i += 1) {
      expect(rows.map((row) => row[i])).toEqual(
        correlateOne(
          wide,
          before.map((row) => row[i]),
        ),
      );
    }
    expect(rows[0]).toEqual(before[0]);
    expect(rows[1]).toEqual(before[1]);
    expect(rows[2]!.subarray(500)).toEqual(before[2]!.subarray(500));
  });

  it('yields the correlation of scores that it was asked for', () => {
    const rows = plan.paths.map(() => new Float64Array(0));
    let [both, first, second] = [0, 0, 0];
    for (let block = 0; block < 32; block += 1) {
      for (const [k, path] of plan.paths.entries()) {
        rows[k] = new Float64Array(BLOCK_TRIALS);
        drawStream(1, path, 'latin-hypercube').fillBlock(block, rows[k]);
      }
      correlateBlock(plan, rows, BLOCK_TRIALS);
      for (let i = 0; i < BLOCK_TRIALS; i += 1) {
        const [x, y] = [normalQuantile(rows[0]![i]!), normalQuantile(rows[1]![i]!)];
        both += x * y;
        first += x * x;
        second += y * y;
      }
    }
    // The standard error of a correlation of 0.8 over 16,384 pairs is 0.0028.
    expect(Math.abs(both / Math.sqrt(first * second) - 0.8)).toBeLessThan(0.012);
  });

  it('keeps the extremest scores strictly inside (0, 1)', () => {
    const tight = planOf([{ a: 'a', b: 'b', rho: 0.9999 }]);
    for (const u of [5e-324, 1e-300, 1 - Number.EPSILON / 2, 0, 1]) {
      for (const value of correlateOne(tight, [0.5, u]).concat(correlateOne(tight, [u, 0.5])[1]!)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      const second = correlateOne(tight, [u, u])[1]!;
      expect(second > 0 && second < 1).toBe(true);
    }
  });
});

describe('an impossible matrix', () => {
  const given: readonly Correlation[] = [
    { a: 'tasks/a/duration', b: 'tasks/b/duration', rho: 0.9 },
    { a: 'tasks/b/duration', b: 'tasks/c/duration', rho: 0.9 },
    { a: 'tasks/a/duration', b: 'tasks/c/duration', rho: -0.9 },
    { a: 'tasks/a/duration', b: 'tasks/d/duration', rho: 0.1 },
    { a: 'x', b: 'y', rho: 0.5 },
  ];
  const compiled = compileCorrelation(given);

  it('names the entries that cannot go together and offers the nearest matrix', () => {
    // Computed by an independent implementation of the model (without x and y).
    expect(compiled.possible).toBe(false);
    if (compiled.possible) return;
    expect(compiled.involved).toEqual(given.slice(0, 4));
    const key = (entry: Correlation) => `${entry.a.split('/')[1]}${entry.b.split('/')[1]} ${entry.rho}`;
    expect(compiled.nearest.map(key)).toEqual([
      'ab 0.499336457',
      'ac -0.499336457',
      'ad 0.081752939',
      'bc 0.500294598',
      'bd 0.018203425',
      'cd -0.018203425',
    ]);
  });

  it('is possible once the offer is taken', () => {
    if (compiled.possible) throw new Error('expected an impossible matrix');
    expect(compileCorrelation(compiled.nearest).possible).toBe(true);
  });
});
