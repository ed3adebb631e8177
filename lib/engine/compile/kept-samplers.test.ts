import { describe, expect, it } from 'vitest';
import type { Knots, Quantity } from '../../scenario/document';
import { quantitySampler } from '../distributions/quantity-sampler';
import { trajectorySampler } from '../distributions/trajectory-sampler';
import { keptQuantitySampler, keptTrajectorySampler } from './kept-samplers';

const DRAWS = Float64Array.from({ length: 50 }, (_, i) => (i + 0.5) / 50);

function filled(quantity: Quantity, make: typeof quantitySampler): Float64Array {
  const out = new Float64Array(DRAWS.length);
  make(quantity).fill(DRAWS, 0, DRAWS.length, out);
  return out;
}

describe('samplers that are kept', () => {
  it('draw what new ones draw, for inputs that differ in one field only, also when many have been made', () => {
    const kinds: Quantity[] = [
      { kind: 'pert', low: 1, mode: 2, high: 5 },
      { kind: 'pert', low: 1, mode: 2, high: 5, lambda: 6 },
      { kind: 'pert', low: 1, mode: 2, high: 5, bounds: 'p10-p90' },
      { kind: 'pert', low: 1, mode: 2, high: 5, max: 3 },
      { kind: 'triangular', low: 1, mode: 2, high: 5 },
      7,
    ];
    for (let round = 0; round < 3; round++) {
      for (const quantity of kinds) {
        expect(filled(quantity, keptQuantitySampler)).toEqual(filled(quantity, quantitySampler));
      }
      for (let i = 0; i < 700; i++) keptQuantitySampler({ kind: 'uniform', low: 0, high: 1 + i + round });
    }
  });

  it('follow the horizon: the same knots over other months are another path', () => {
    const knots: Knots = {
      interpolate: 'linear',
      knots: [
        { date: '2026-01-01', value: 0 },
        { date: '2028-01-01', value: 100 },
      ],
    };
    for (const first of [20_500, 20_800]) {
      for (const count of [12, 24]) {
        const middle = Float64Array.from({ length: count }, (_, m) => first + 30.4375 * m);
        const kept = new Float64Array(count);
        const made = new Float64Array(count);
        keptTrajectorySampler(knots, middle).path(0.3, kept);
        trajectorySampler(knots, middle).path(0.3, made);
        expect(kept).toEqual(made);
      }
    }
  });
});
