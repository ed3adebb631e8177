import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { compileScenario } from '../compile/compile-scenario';
import { createTrialState } from '../scale-up/create-trial-state';
import { loadPlan } from '../scale-up/load-inputs';
import { adoptionShare } from './adoption';
import { prepareMarket } from './prepare-market';

const price = fc.integer({ min: 0, max: 400 });
const knots = fc.record({
  interpolate: fc.constantFrom('linear' as const, 'geometric' as const),
  values: fc.array(price, { minLength: 4, maxLength: 4 }),
});
const DATES = ['2026-01-01', '2029-05-20', '2034-12-31', '2044-01-01'];

function scenario(paths: { interpolate: 'linear' | 'geometric'; values: number[] }[], theta: number): ScenarioDocument {
  return {
    schemaVersion: 2,
    name: 'Market',
    currency: 'CNY',
    horizon: { start: '2026-01', end: '2050-12' },
    market: {
      own: { attributes: { density: 300 } },
      segments: [{ id: 's', name: 'S', demand: 10, heterogeneity: theta, willingnessToPay: { density: 0.3 } }],
      technologies: paths.map(({ interpolate, values }, j) => ({
        id: `t${j}`,
        name: `T${j}`,
        price: { interpolate, knots: values.map((value, k) => ({ date: DATES[k]!, value: value + 1 })) },
        attributes: { density: 200 + 10 * j },
      })),
    },
  };
}

describe('weights of the other technologies', () => {
  it('are those of the plain formula, month by month', () => {
    fc.assert(
      fc.property(
        fc.array(knots, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 180 }).map((thirds) => thirds / 3),
        (paths, theta) => {
          const model = compileScenario(scenario(paths, theta), 'x');
          const state = createTrialState(model);
          loadPlan(model, state);
          prepareMarket(model, state);
          const months = model.months.count;
          for (let m = 0; m < months; m++) {
            const values = paths.map((_, j) => {
              const priceHere = state.paths[model.market.technologies[j]!.price * months + m]!;
              return (0.3 * (200 + 10 * j) - priceHere) / theta;
            });
            const largest = Math.max(...values);
            const weights = values.map((value) => Math.exp(value - largest));
            const sum = weights.reduce((a, b) => a + b, 0);
            weights.forEach((weight, j) => {
              const share = state.market.otherWeights[j * months + m]! / state.market.otherSum[m]!;
              expect(Math.abs(share - weight / sum)).toBeLessThanOrEqual(1e-12 * (weight / sum) + 1e-14);
            });
          }
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe('adoption', () => {
  it('is the curve of Bass (1969): p 0.1, q 0.4, a year less half a month after launch', () => {
    // e = exp(-0.5 x), x = 349.5/365.25: F = (1 - e)/(1 + 4 e), worked by hand.
    expect(adoptionShare(0.1, 0.4, 349.5 / 365.25)).toBeCloseTo(0.1092987, 7);
  });

  it('is 0 before and at launch and where nobody begins, and grows to 1', () => {
    expect(adoptionShare(0.1, 0.4, 0)).toBe(0);
    expect(adoptionShare(0.1, 0.4, -1)).toBe(0);
    expect(adoptionShare(0, 0.4, 5)).toBe(0);
    expect(adoptionShare(0.1, 0.4, 100)).toBeCloseTo(1, 12);
  });
});
