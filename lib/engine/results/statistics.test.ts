import { describe, expect, it } from 'vitest';
import { drawStream } from '../random/draw-stream';
import { createStatisticsScratch, statisticsOf } from './statistics';

const NEVER = Number.POSITIVE_INFINITY;

describe('what the trials say of one number', () => {
  it('percentiles of type 7, never last, the mean of the finite ones', () => {
    const values = Float64Array.of(40, 10, NEVER, 30, 20);
    const figures = statisticsOf(values, 5, { dates: true, errors: false }, createStatisticsScratch(5));
    // Sorted 10 20 30 40 never; P50 is the third, P25 the second, P10 lies 0.4 of the way from the first (R, type 7).
    expect(figures).toMatchObject({ P10: 14, P25: 20, P50: 30, P75: 40, P90: 'never', mean: 25, never: 0.2 });
  });

  it('the sampling errors hold: about 95 % of intervals of two errors contain the truth', () => {
    // Uniform draws: the truth is known. Independent blocks of plain Monte Carlo and of the hypercube.
    for (const sampling of ['monte-carlo', 'latin-hypercube'] as const) {
      const count = 16 * 512;
      const scratch = createStatisticsScratch(count);
      const values = new Float64Array(count);
      let held = 0;
      let tried = 0;
      for (let seed = 1; seed <= 60; seed++) {
        const first = drawStream(seed, 'a', sampling);
        const second = drawStream(seed, 'b', sampling);
        // A sum of two, so that the hypercube leaves something to err about.
        for (let i = 0; i < count; i++) values[i] = first.at(i) + second.at(i);
        const figures = statisticsOf(values, count, { errors: true }, scratch);
        const truth = { P10: Math.sqrt(0.2), P50: 1, P90: 2 - Math.sqrt(0.2), mean: 1 };
        for (const [name, value] of Object.entries(truth)) {
          const found = figures[name as keyof typeof truth] as number;
          const error = figures.se![name]!;
          tried++;
          if (Math.abs(found - value) <= 2 * error) held++;
        }
      }
      // 240 intervals at some 94 % (16 blocks): three standard deviations are 4.6 %. Block quantiles are a little biased.
      expect(held / tried).toBeGreaterThan(0.89);
    }
  });
});
