import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knot, Trajectory } from '../../scenario/document';
import { compileHorizon } from '../calendar/horizon';
import { type TrajectorySampler, trajectorySampler } from './trajectory-sampler';

const HALF_YEAR = compileHorizon({ start: '2026-01', end: '2026-06' }).middle;
const PRICE: Trajectory = {
  interpolate: 'linear',
  knots: [
    { date: '2026-02-15', low: 80, mode: 100, high: 140 },
    { date: '2026-04-16', low: 100, mode: 160, high: 220 },
  ],
};

function pathOf(sampler: TrajectorySampler, u: number, delayDays = 0): number[] {
  const out = new Float64Array(HALF_YEAR.length);
  sampler.path(u, out, 0, delayDays);
  return [...out];
}

function centralOf(trajectory: Trajectory, delayDays = 0): number[] {
  const out = new Float64Array(HALF_YEAR.length);
  trajectorySampler(trajectory, HALF_YEAR).centralPath(out, delayDays);
  return [...out];
}

function expectClose(got: readonly number[], expected: readonly number[]): void {
  expect(got.length).toBe(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs(got[i]! - value)).toBeLessThan(1e-12 * Math.max(1, value));
}

describe('trajectories', () => {
  const sampler = trajectorySampler(PRICE, HALF_YEAR);

  it('have the triangular quantile of the one draw at each knot and a straight line between', () => {
    // Computed by an independent implementation of the model, and by hand.
    expectClose(centralOf(PRICE), [100, 100, 129.5, 160, 160, 160]);
    const second = 124.49489742783177;
    expectClose(pathOf(sampler, 1 / 12), [90, 90, 106.95999123535063, second, second, second]);
    const high = 202.67949192431124;
    expectClose(pathOf(sampler, 23 / 24), [130, 130, 165.73408352945302, high, high, high]);
    expect(sampler.fixed).toBe(false);
  });

  it('grow geometrically where they are asked to', () => {
    const rnd: Trajectory = {
      interpolate: 'geometric',
      knots: [
        { date: '2026-02-15', value: 1200 },
        { date: '2026-04-16', value: 4800 },
      ],
    };
    const twelve = centralOf(rnd).map((value) => value / 12);
    expectClose(twelve, [100, 100, 197.70280407057922, 400, 400, 400]);
    const growing = trajectorySampler(rnd, HALF_YEAR);
    expect([growing.fixed, growing.constant]).toEqual([true, false]);
    const fromZero: Trajectory = {
      interpolate: 'geometric',
      knots: [
        { date: '2026-02-15', value: 0 },
        { date: '2026-04-16', value: 5 },
      ],
    };
    expect(centralOf(fromZero)).toEqual([0, 0, 0, 5, 5, 5]);
    const below: Knot = { date: '2026-05-01', value: -1 };
    expect(() => trajectorySampler({ interpolate: 'geometric', knots: [below] }, HALF_YEAR)).toThrow(RangeError);
  });

  it('know between which months they go straight', () => {
    const months = compileHorizon({ start: '2026-01', end: '2026-12' }).middle;
    const knots = [
      { date: '2026-03-01', value: 1 },
      { date: '2026-07-01', value: 5 },
      { date: '2026-10-01', low: 1, mode: 2, high: 3 },
    ];
    const straight = (interpolate: 'linear' | 'geometric', max?: number) =>
      [...trajectorySampler({ interpolate, knots, ...(max === undefined ? {} : { max }) }, months).straight].join('');
    // Level to February; turns between February and March, June and July, September and October.
    expect(straight('linear')).toBe('101110110110');
    expect(straight('geometric')).toBe('100000000110');
    expect(straight('linear', 4)).toBe('100000000110');
    const sampler = trajectorySampler({ interpolate: 'linear', knots }, months);
    const path = new Float64Array(12);
    sampler.path(0.3, path);
    for (let m = 0; m + 2 < 12; m += 1) {
      if (sampler.straight[m] === 0 || sampler.straight[m + 1] === 0) continue;
      const share = (months[m + 1]! - months[m]!) / (months[m + 2]! - months[m]!);
      expect(path[m + 1]).toBeCloseTo(path[m]! + share * (path[m + 2]! - path[m]!), 12);
    }
  });

  it('come later by a delay', () => {
    const availability: Trajectory = {
      interpolate: 'linear',
      knots: [
        { date: '2026-02-15', value: 0 },
        { date: '2026-04-16', value: 1 },
      ],
    };
    // 16 April less 30.4375 days is 29.5625 of 60 days after 15 February.
    expect(centralOf(availability, 30.4375)[3]).toBeCloseTo(29.5625 / 60, 14);
    expect(centralOf(availability, 30.4375)[2]).toBe(0);
    expect(pathOf(trajectorySampler(availability, HALF_YEAR), 0.3, 30.4375)[3]).toBeCloseTo(29.5625 / 60, 14);
  });

  it('of one quantity are constant', () => {
    const constant = trajectorySampler({ kind: 'uniform', low: 0, high: 10 }, HALF_YEAR);
    expect(pathOf(constant, 0.3)).toEqual([3, 3, 3, 3, 3, 3]);
    expect([constant.constant, constant.fixed]).toEqual([true, false]);
    expect(trajectorySampler(5, HALF_YEAR).fixed).toBe(true);
  });

  it('are clipped by min and max', () => {
    expect(centralOf({ ...PRICE, min: 110, max: 150 })).toEqual([110, 110, 129.5, 150, 150, 150]);
  });

  it('refuse dates that do not ascend and no knots at all', () => {
    expect(() => trajectorySampler({ interpolate: 'linear', knots: [] }, HALF_YEAR)).toThrow(RangeError);
    const knots = [...(PRICE as { knots: readonly Knot[] }).knots].reverse();
    expect(() => trajectorySampler({ interpolate: 'linear', knots }, HALF_YEAR)).toThrow(RangeError);
  });

  it('never cross each other', () => {
    // In millionths: the product of two widths must not underflow.
    const millionths = (most: number) => fc.nat(most * 1_000_000).map((value) => value / 1_000_000);
    const knot = fc.tuple(fc.nat(400), millionths(9), millionths(5), millionths(5));
    fc.assert(
      fc.property(
        fc.uniqueArray(knot, { minLength: 1, maxLength: 5, selector: ([day]) => day }),
        fc.constantFrom('linear', 'geometric'),
        fc.array(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), { minLength: 2, maxLength: 12 }),
        (list, interpolate, draws) => {
          const knots = [...list]
            .sort((a, b) => a[0] - b[0])
            .map(([day, low, up, more]) => ({
              date: `2026-0${1 + Math.floor(day / 60)}-${String(1 + Math.floor((day % 60) / 2.2)).padStart(2, '0')}`,
              low,
              mode: low + up,
              high: low + up + more,
            }))
            .filter((entry, i, all) => i === 0 || all[i - 1]!.date < entry.date);
          const any = trajectorySampler({ interpolate, knots }, HALF_YEAR);
          const u = Float64Array.from(draws).sort();
          let below = pathOf(any, u[0]!);
          for (const draw of u.subarray(1)) {
            const above = pathOf(any, draw);
            for (const [m, value] of above.entries()) expect(value).toBeGreaterThanOrEqual(below[m]! * (1 - 1e-14));
            below = above;
          }
        },
      ),
      { seed: 14, numRuns: 200 },
    );
  });
});
