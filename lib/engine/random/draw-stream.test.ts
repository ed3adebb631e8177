import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sampling } from '../../scenario/document';
import { BLOCK_TRIALS } from '../types';
import { drawStream } from './draw-stream';

const SAMPLINGS: readonly Sampling[] = ['latin-hypercube', 'monte-carlo'];

function draws(path: string, sampling: Sampling, blocks: number, seed = 1): Float64Array {
  const stream = drawStream(seed, path, sampling);
  const out = new Float64Array(blocks * BLOCK_TRIALS);
  for (let block = 0; block < blocks; block += 1) stream.fillBlock(block, out, block * BLOCK_TRIALS);
  return out;
}

/** Kolmogorov's distance from the uniform distribution, times the root of the number. */
function kolmogorov(values: Float64Array): number {
  const sorted = values.slice().sort();
  let distance = 0;
  for (const [i, value] of sorted.entries()) {
    distance = Math.max(distance, value - i / sorted.length, (i + 1) / sorted.length - value);
  }
  return distance * Math.sqrt(sorted.length);
}

/** Pearson's chi-square of pairs over a grid of 16 by 16. */
function chiSquare(a: Float64Array, b: Float64Array): number {
  const cells = new Float64Array(256);
  for (let i = 0; i < a.length; i += 1) {
    const cell = Math.floor(a[i]! * 16) * 16 + Math.floor(b[i]! * 16);
    cells[cell] = cells[cell]! + 1;
  }
  const expected = a.length / 256;
  return cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function correlation(a: Float64Array, b: Float64Array): number {
  const centred = (x: Float64Array) => x.map((value) => value - 0.5);
  const [x, y] = [centred(a), centred(b)];
  const product = (p: Float64Array, q: Float64Array) => p.reduce((sum, value, i) => sum + value * q[i]!, 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

/** 255 degrees of freedom: mean 255, standard deviation 22.6; four of them. */
const CHI_SQUARE_BOUND = 255 + 4 * 22.6;
/** Kolmogorov's statistic exceeds this once in 1,000 samples. */
const KOLMOGOROV_BOUND = 1.95;

describe.each(SAMPLINGS)('draws by %s', (sampling) => {
  it('are the same one by one, by block, and in whatever order they are asked for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.array(fc.nat(5000), { maxLength: 20 }), (seed, path, trials) => {
        const stream = drawStream(seed, path, sampling);
        const whole = draws(path, sampling, 10, seed);
        for (const trial of trials) expect(stream.at(trial)).toBe(whole[trial]!);
      }),
      { seed: 10, numRuns: 50 },
    );
  });

  it('lie strictly between 0 and 1', () => {
    const values = draws('a', sampling, 200);
    expect(Math.min(...values.subarray(0, 51200))).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  it('are uniform', () => {
    for (const path of ['tasks/a/duration', 'tasks/b/duration', 'risks/x/occurrence', 'x']) {
      expect(kolmogorov(draws(path, sampling, 64))).toBeLessThan(KOLMOGOROV_BOUND);
    }
  });

  it('of different paths, and of different seeds, know nothing of each other', () => {
    const names = [
      'tasks/a/duration',
      'tasks/b/duration',
      'tasks/aa/duration',
      'risks/r1/occurrence',
      'risks/r2/occurrence',
    ];
    const rows = [...names.map((name) => draws(name, sampling, 64)), draws(names[0]!, sampling, 64, 2)];
    for (const [i, a] of rows.entries()) {
      for (const b of rows.slice(i + 1)) {
        expect(chiSquare(a, b)).toBeLessThan(CHI_SQUARE_BOUND);
        expect(Math.abs(correlation(a, b))).toBeLessThan(4 / Math.sqrt(a.length));
      }
    }
  });

  it('of one trial know nothing of the next one, nor of the same place in the next block', () => {
    const values = draws('tasks/a/duration', sampling, 65);
    for (const lag of [1, 2, BLOCK_TRIALS]) {
      const [a, b] = [values.subarray(0, 32768), values.subarray(lag, lag + 32768)];
      expect(chiSquare(a, b)).toBeLessThan(CHI_SQUARE_BOUND);
      // Drawing without replacement leaves -1/511 between neighbours of a block.
      expect(Math.abs(correlation(a, b))).toBeLessThan(4 / Math.sqrt(a.length) + 1 / 511);
    }
  });
});

describe('the hypercube', () => {
  it('has one draw in each of 512 strata in every block', () => {
    for (const path of ['a', 'b']) {
      const values = draws(path, 'latin-hypercube', 20);
      for (let block = 0; block < 20; block += 1) {
        const strata = [...values.subarray(block * BLOCK_TRIALS, (block + 1) * BLOCK_TRIALS)].map((u) =>
          Math.floor(u * BLOCK_TRIALS),
        );
        expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: BLOCK_TRIALS }, (_, i) => i));
      }
    }
  });

  it('puts draws at random places of their strata, in a random order', () => {
    const values = draws('tasks/a/duration', 'latin-hypercube', 64);
    const places = values.map((u) => u * BLOCK_TRIALS - Math.floor(u * BLOCK_TRIALS));
    expect(kolmogorov(places)).toBeLessThan(KOLMOGOROV_BOUND);
    expect(chiSquare(values, places)).toBeLessThan(CHI_SQUARE_BOUND);
    const position = values.map((_, i) => ((i % BLOCK_TRIALS) + 0.5) / BLOCK_TRIALS);
    expect(chiSquare(position, values)).toBeLessThan(CHI_SQUARE_BOUND);
  });

  it('knows the mean of a sum far better than plain Monte Carlo does', () => {
    const error = (sampling: Sampling) => {
      let squares = 0;
      for (let block = 0; block < 64; block += 1) {
        let sum = 0;
        for (let k = 0; k < 4; k += 1) {
          const out = new Float64Array(BLOCK_TRIALS);
          drawStream(1, `x${k}`, sampling).fillBlock(block, out);
          sum += out.reduce((total, u) => total + u - 0.5, 0) / BLOCK_TRIALS;
        }
        squares += sum * sum;
      }
      return Math.sqrt(squares / 64);
    };
    // By theory 1 / 512 of it: each stratum leaves 1/512 of the spread.
    expect(error('latin-hypercube')).toBeLessThan(error('monte-carlo') / 300);
  });
});
