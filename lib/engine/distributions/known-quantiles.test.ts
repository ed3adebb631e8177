import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../scenario/document';
import { betaQuantile, betaShape, incompleteBeta } from '../maths/beta';
import { quantitySampler } from './quantity-sampler';

/** a, b, x, I_x(a, b): S. Zhang, J. Jin, Computation of Special Functions (Wiley 1996), as in Burkardt's TEST_VALUES. */
const BETA = [
  [0.5, 0.5, 0.1, 0.2048327646991335],
  [1, 0.5, 0.1, 0.0513167019494862],
  [2, 2, 0.2, 0.104],
  [2, 2, 0.4, 0.352],
  [5.5, 5, 0.5, 0.4361908850559777],
  [10, 0.5, 0.9, 0.1516409096347099],
  [10, 5, 0.5, 0.08978271484375],
  [20, 10, 0.6, 0.2146816102371739],
  [20, 10, 0.8, 0.9507364826957875],
  [30, 10, 0.7, 0.2241297491808366],
  [40, 20, 0.7, 0.7001783247477069],
] as const;

/** x, F(x) of the normal of mean 100 and deviation 25 cut to [50, 150]: Mathematica, as in Burkardt's TEST_VALUES. */
const TRUNCATED = [
  [90, 0.3371694242213513],
  [92, 0.3685009225506048],
  [94, 0.4006444233448185],
  [96, 0.433410706690304],
  [98, 0.4665988676496338],
  [100, 0.5],
  [102, 0.5334011323503662],
  [106, 0.5993555766551815],
  [110, 0.6628305757786487],
] as const;

/** mu, sigma, x, F(x) of the lognormal: Mathematica, as in Burkardt's TEST_VALUES. */
const LOGNORMAL = [
  [1, 0.5, 1, 0.02275013194817921],
  [1, 0.5, 2, 0.2697049307349095],
  [1, 0.5, 3, 0.5781741008028732],
  [1, 0.5, 4, 0.7801170895122241],
] as const;

/** Quantiles at AT by SciPy 1.17: beta.ppf over the range, triang.ppf. */
const AT = [0.05, 0.1, 0.5, 0.9, 0.95] as const;
const SCIPY: readonly (readonly [string, Quantity, readonly number[]])[] = [
  [
    'PERT, long to the right',
    { kind: 'pert', low: 60, mode: 75, high: 120 },
    [64.58642348473974, 66.73409751275152, 78.82861022734184, 95.03342247717174, 99.44449908006831],
  ],
  [
    'PERT, long to the left',
    { kind: 'pert', low: 10, mode: 40, high: 50 },
    [23.703667279954452, 26.644385015218845, 37.4475931817721, 45.51060165816566, 46.942384343506845],
  ],
  [
    'triangular',
    { kind: 'triangular', low: 60, mode: 75, high: 120 },
    [66.70820393249937, 69.48683298050514, 83.25765385825233, 103.56832327484503, 108.38104996137774],
  ],
];

/** The 90 % point of the standard normal distribution (any table, 40 digits in the tests of `normal`). */
const Z90 = 1.2815515655446004;

const near = (value: number, expected: number) => Math.abs(value / expected - 1);

describe('published quantiles', () => {
  it.each(BETA)('beta(%d, %d) at %d', (a, b, x, share) => {
    expect(near(incompleteBeta(x, betaShape(a, b)), share)).toBeLessThan(1e-13);
    expect(near(betaQuantile(share, a, b), x)).toBeLessThan(1e-13);
  });

  it.each(TRUNCATED)('truncated normal at %d', (x, share) => {
    const { quantile } = quantitySampler({ kind: 'normal', mean: 100, sd: 25, low: 50, high: 150 });
    expect(near(quantile(share), x)).toBeLessThan(1e-14);
  });

  it.each(LOGNORMAL)('lognormal of mu %d and sigma %d at %d', (mu, sigma, x, share) => {
    const [p10, p90] = [Math.exp(mu - Z90 * sigma), Math.exp(mu + Z90 * sigma)];
    const sampler = quantitySampler({ kind: 'lognormal', p10, p90 });
    expect(near(sampler.quantile(share), x)).toBeLessThan(1e-13);
    expect(near(sampler.central, Math.exp(mu))).toBeLessThan(1e-14);
  });

  it.each(SCIPY)('%s', (_name, quantity, quantiles) => {
    const { quantile } = quantitySampler(quantity);
    for (const [k, u] of AT.entries()) expect(near(quantile(u), quantiles[k]!), `${u}`).toBeLessThan(1e-12);
  });

  it('PERT of lambda 2 with its mode in the middle is beta(2, 2) over its range (Zhang and Jin)', () => {
    const { quantile } = quantitySampler({ kind: 'pert', low: 10, mode: 15, high: 20, lambda: 2 });
    for (const [x, share] of [
      [11, 0.028],
      [12, 0.104],
      [13, 0.216],
      [14, 0.352],
      [19, 0.972],
    ] as const) {
      expect(near(quantile(share), x)).toBeLessThan(1e-12);
    }
  });

  it('means are (low + 4 mode + high)/6 for PERT (Malcolm et al. 1959), (low + mode + high)/3 for the triangle', () => {
    const STEPS = 20_000;
    const meanOf = (quantity: Quantity) => {
      const { quantile } = quantitySampler(quantity);
      let sum = 0;
      for (let i = 0; i < STEPS; i++) sum += quantile((i + 0.5) / STEPS);
      return sum / STEPS;
    };
    expect(meanOf({ kind: 'pert', low: 60, mode: 75, high: 120 })).toBeCloseTo((60 + 4 * 75 + 120) / 6, 3);
    expect(meanOf({ kind: 'triangular', low: 60, mode: 75, high: 120 })).toBeCloseTo(85, 3);
  });
});
