import { describe, expect, it } from 'vitest';
import type { Trajectory } from '../scenario/document';
import { formatQuantity } from './quantity';

describe('formatQuantity', () => {
  it.each<[Trajectory, string]>([
    [60, '60'],
    [0, '0'],
    [1234567.8, '1,235,000'],
    [Number.NaN, 'none'],
    [Number.POSITIVE_INFINITY, 'never'],
    [{ kind: 'fixed', value: -3.5 }, '−3.5'],
    [{ kind: 'uniform', low: 1, high: 2, max: 1.5 }, '1 to 2, at most 1.5'],
    [{ kind: 'pert', low: 45, mode: 60, high: 90 }, '45 to 90, most likely 60'],
    [{ kind: 'triangular', low: 45, mode: 60, high: 90, bounds: 'p10-p90' }, '45 to 90 (P10 to P90), most likely 60'],
    [{ kind: 'normal', mean: 250, sd: 20, min: 0 }, 'around 250 ± 20, at least 0'],
    [{ kind: 'lognormal', p10: 200, p90: 330 }, '200 to 330 (P10 to P90)'],
    [
      {
        kind: 'discrete',
        outcomes: [
          { value: 30, p: 2 },
          { value: 90, p: 1 },
        ],
      },
      'one of 30 (67 %), 90 (33 %)',
    ],
    [
      {
        interpolate: 'linear',
        knots: [
          { date: '2026-01-01', low: 80, mode: 100, high: 140 },
          { date: '2030-01-01', value: 60 },
        ],
      },
      '80 to 140, most likely 100 in 2026, then 60 in 2030',
    ],
  ])('%j reads %s', (value, words) => expect(formatQuantity(value)).toBe(words));

  it('puts the unit behind and speaks Chinese', () => {
    expect(formatQuantity(60, { unit: 'working days' })).toBe('60 working days');
    expect(formatQuantity({ kind: 'pert', low: 45, mode: 60, high: 90 }, { locale: 'zh' })).toBe('45 至 90，最可能 60');
  });
});
