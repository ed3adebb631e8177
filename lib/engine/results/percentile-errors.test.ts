import { beforeAll, describe, expect, it } from 'vitest';
import { createQuantileScratch, selectQuantiles } from '../maths/quantiles';
import { drawStream } from '../random/draw-stream';
import { BLOCK_TRIALS } from '../types';
import { chanceError } from './chance-errors';
import { rankErrors, rankSpreads } from './percentile-errors';
import { createStatisticsScratch, PERCENTILES, statisticsOf } from './statistics';

const BLOCKS = 8;
const COUNT = BLOCKS * BLOCK_TRIALS;
/** Student's t, 97.5 % at 7 degrees of freedom (any table). */
const T = 2.3646;
const PROBABILITIES: Readonly<Record<(typeof PERCENTILES)[number], number>> = {
  P5: 0.05,
  P10: 0.1,
  P25: 0.25,
  P50: 0.5,
  P75: 0.75,
  P90: 0.9,
  P95: 0.95,
};

/** The quantile of the sum of two draws, by its triangle. */
const sumQuantile = (p: number) => (p <= 0.5 ? Math.sqrt(2 * p) : 2 - Math.sqrt(2 * (1 - p)));
/** Its distribution function. */
const sumCdf = (x: number) => (x <= 1 ? (x * x) / 2 : 1 - ((2 - x) * (2 - x)) / 2);

/** The finish, in days, of so much work from a Monday on, Monday to Friday: Friday 24:00 rather than Monday 00:00. */
function weekdayFinish(workDays: number): number {
  const weeks = Math.ceil(workDays / 5) - 1;
  return 7 * weeks + (workDays - 5 * weeks);
}

/** Finishes of two tasks in a row of up to 20 days each, after a first one of `lead` days, in every trial. */
function finishes(seed: number, sampling: 'monte-carlo' | 'latin-hypercube', lead: number): Float64Array {
  const first = drawStream(seed, 'tasks/a/duration', sampling);
  const second = drawStream(seed, 'tasks/b/duration', sampling);
  return Float64Array.from({ length: COUNT }, (_, i) => weekdayFinish(lead + 20 * (first.at(i) + second.at(i))));
}

describe.each(['latin-hypercube', 'monte-carlo'] as const)(
  'sampling errors of dates among weekends, %s',
  (sampling) => {
    const SEEDS = 100;
    // Where the weekends fall against the percentiles: P50 of the two tasks, 20 days, lies in one with a lead of 0 or 5.
    const LEADS = [1, 2, 3, 4, 5] as const;
    const held: Record<string, number> = {};
    let chancesHeld = 0;
    let jumps = 0;

    beforeAll(() => {
      for (const lead of LEADS) countRuns(lead);
    });

    function countRuns(lead: number): void {
      const scratch = createStatisticsScratch(COUNT);
      for (let seed = 1; seed <= SEEDS; seed++) {
        const values = finishes(seed, sampling, lead);
        const figures = statisticsOf(values, COUNT, { errors: true }, scratch);
        for (const name of PERCENTILES) {
          const truth = weekdayFinish(lead + 20 * sumQuantile(PROBABILITIES[name]));
          const key = `${name} after ${lead} days`;
          const distance = Math.abs((figures[name] as number) - truth);
          if (distance > 1.5) jumps++;
          if (distance <= T * figures.se![name]! + 1e-9) held[key] = (held[key] ?? 0) + 1;
        }
        const limit = 28 + seed / 10;
        const met = Uint8Array.from(values, (value) => (value <= limit ? 1 : 0));
        const share = met.reduce((sum, value) => sum + value, 0) / COUNT;
        const work = limit % 7 > 5 ? 5 * Math.ceil(limit / 7) : 5 * Math.floor(limit / 7) + (limit % 7);
        if (Math.abs(share - sumCdf((work - lead) / 20)) <= T * chanceError(met)) chancesHeld++;
      }
    }

    it('cover the truth in 95 of 100 runs, whichever side of a weekend a percentile falls on', () => {
      // 500 runs of each percentile: 95 % within three standard deviations (2.9 %), and never useless.
      for (const name of PERCENTILES) {
        const covered = LEADS.reduce((sum, lead) => sum + (held[`${name} after ${lead} days`] ?? 0), 0);
        expect(covered / (SEEDS * LEADS.length), name).toBeGreaterThanOrEqual(0.92);
      }
      // 100 runs of each case: 95 % less three standard deviations (6.5 %).
      for (const [key, covered] of Object.entries(held)) expect(covered, key).toBeGreaterThanOrEqual(88);
    });

    it('are tried on percentiles that jump over the weekend', () => {
      expect(jumps).toBeGreaterThan(50);
    });

    it('of chances cover the truth as well', () => {
      expect(chancesHeld / (SEEDS * LEADS.length)).toBeGreaterThanOrEqual(0.92);
    });
  },
);

describe('errors of percentiles by their ranks', () => {
  const scratch = createQuantileScratch(5000);
  /** Puts the values where their quantiles have been selected. */
  const selected = (values: Float64Array) => {
    selectQuantiles(values, values.length, [], new Float64Array(0), scratch);
    return scratch;
  };

  it('of a rank that varies by 1 % a block, over 9 blocks, are a third of it', () => {
    // Shares 0.46, 0.47, ... 0.54 at or below 0: their standard deviation is sqrt(60/8) %.
    const values = new Float64Array(900).fill(1);
    const ends = Array.from({ length: 9 }, (_, block) => {
      values.fill(-1, block * 100, block * 100 + 46 + block);
      return (block + 1) * 100;
    });
    const [spread] = rankSpreads(selected(values), 900, { ends }, Float64Array.of(0));
    expect(spread).toBeCloseTo(Math.sqrt(60 / 8) / 100 / 3, 14);
  });

  it('reach across a jump that lies within two errors of the rank', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => (i < 510 ? 0 : 10));
    const ask = { probabilities: [0.5], figures: Float64Array.of(0) };
    expect([...rankErrors(selected(values), 1000, { ...ask, spreads: Float64Array.of(0.006) })]).toEqual([5]);
    expect([...rankErrors(selected(values), 1000, { ...ask, spreads: Float64Array.of(0.004) })]).toEqual([0]);
  });

  it('of percentiles close together keep to each, and what may be never has the error of its other side', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => (i <= 95 ? i : Number.POSITIVE_INFINITY));
    const ranked = {
      probabilities: [0.9, 0.95],
      figures: Float64Array.of(90, 95),
      spreads: Float64Array.of(0.02, 0.02),
    };
    const errors = rankErrors(selected(values), 101, ranked);
    expect(errors[0]).toBeCloseTo(2, 12);
    expect(errors[1]).toBeCloseTo(2, 12);
  });
});
