import { describe, expect, it } from 'vitest';
import { createStatisticsScratch, statisticsOf } from '../results/statistics';
import { quantileType7 } from './quantiles';

/** Michelson's speeds of light in air, 1879, thousands of km/s: NIST Statistical Reference Datasets, Michelso. */
const MICHELSON = [
  299.85, 299.74, 299.9, 300.07, 299.93, 299.85, 299.95, 299.98, 299.98, 299.88, 300, 299.98, 299.93, 299.65, 299.76,
  299.81, 300, 300, 299.96, 299.96, 299.96, 299.94, 299.96, 299.94, 299.88, 299.8, 299.85, 299.88, 299.9, 299.84,
  299.83, 299.79, 299.81, 299.88, 299.88, 299.83, 299.8, 299.79, 299.76, 299.8, 299.88, 299.88, 299.88, 299.86, 299.72,
  299.72, 299.62, 299.86, 299.97, 299.95, 299.88, 299.91, 299.85, 299.87, 299.84, 299.84, 299.85, 299.84, 299.84,
  299.84, 299.89, 299.81, 299.81, 299.82, 299.8, 299.77, 299.76, 299.74, 299.75, 299.76, 299.91, 299.92, 299.89, 299.86,
  299.88, 299.72, 299.84, 299.85, 299.85, 299.78, 299.89, 299.84, 299.78, 299.81, 299.76, 299.81, 299.79, 299.81,
  299.82, 299.85, 299.87, 299.87, 299.81, 299.74, 299.81, 299.94, 299.95, 299.8, 299.81, 299.87,
];
/** One value, then 500 pairs 0.1 below and above it: NIST's NumAcc2, NumAcc3 and NumAcc4. */
const pairs = (centre: number) =>
  Array.from({ length: 1001 }, (_, i) => (i === 0 ? centre : centre + (i % 2 === 1 ? -0.1 : 0.1)));

/** Certified mean and standard deviation; digits of the latter that NIST's hardest sets leave to double precision. */
const CERTIFIED = [
  ['Michelso', MICHELSON, 299.8524, 0.0790105478190518, 12],
  ['NumAcc1', [10000001, 10000003, 10000002], 10000002, 1, 15],
  ['NumAcc2', pairs(1.2), 1.2, 0.1, 14],
  ['NumAcc3', pairs(1000000.2), 1000000.2, 0.1, 9],
  ['NumAcc4', pairs(10000000.2), 10000000.2, 0.1, 8],
] as const;

describe("NIST's certified values", () => {
  it.each(CERTIFIED)('%s: mean and standard deviation', (_name, values, mean, deviation, digits) => {
    const count = values.length;
    const figures = statisticsOf(Float64Array.from(values), count, { errors: true }, createStatisticsScratch(count));
    expect(Math.abs((figures.mean as number) / mean - 1)).toBeLessThan(1e-14);
    // Of few trials the error of the mean is sd / sqrt(N).
    const found = figures.se!.mean! * Math.sqrt(count);
    expect(Math.abs(found / deviation - 1)).toBeLessThan(10 ** -digits);
  });

  it('the 90th percentile of the gauge measurements of the NIST/SEMATECH handbook, 7.2.6.2: 95.1981', () => {
    const sorted = [
      95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682,
    ].sort((a, b) => a - b);
    // The handbook places p at (N + 1) p; ours (its note on spreadsheets) at 1 + (N - 1) p.
    expect(quantileType7(sorted, (13 * 0.9 - 1) / 11)).toBeCloseTo(95.1981, 4);
    expect(quantileType7(sorted, 0.9)).toBeCloseTo(95.1957, 4);
  });
});
