import { describe, expect, it } from 'vitest';
import type { Statistics } from '../engine/results/result-types';
import { dateFinding, shareAtOrBefore } from './date-finding';
import { fundingFinding, irrFinding, npvFinding } from './money-finding';
import { planPercentile } from './plan-finding';

const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) / 86_400_000;

function statistics(p10: number, p50: number, p90: number, more: Partial<Statistics> = {}): Statistics {
  const finite = (value: number) => (Number.isFinite(value) ? value : ('never' as const));
  return {
    P5: finite(p10),
    P10: finite(p10),
    P25: finite((p10 + p50) / 2),
    P50: finite(p50),
    P75: finite((p50 + p90) / 2),
    P90: finite(p90),
    P95: finite(p90),
    mean: finite(p50),
    ...more,
  };
}

const NEVER = Number.POSITIVE_INFINITY;
const usual: [number, number, number] = [day(2029, 8, 10), day(2030, 2, 5), day(2031, 1, 20)];

describe('a date is told by its range', () => {
  it('names quarter, range and the share of never', () => {
    expect(dateFinding('SOP', statistics(...usual, { never: 0.01 }), 2038)).toBe(
      'SOP in Q1 2030 (8 in 10 futures: Q3 2029 to Q1 2031); never within the horizon in 1 %.',
    );
  });
  it('leaves never out where it does not occur', () => {
    expect(dateFinding('SOP', statistics(...usual), 2038)).toBe(
      'SOP in Q1 2030 (8 in 10 futures: Q3 2029 to Q1 2031).',
    );
  });
  it('has words for each way of never', () => {
    expect(dateFinding('SOP', statistics(usual[0], usual[1], NEVER, { never: 0.14 }), 2038)).toBe(
      'SOP in Q1 2030 at the middle, in the earliest tenth by Q3 2029; not before 2038 in 14 % of futures.',
    );
    expect(dateFinding('SOP', statistics(usual[0], NEVER, NEVER, { never: 0.63, mean: usual[0] }), 2038)).toContain(
      'in 63 % it never does',
    );
    expect(dateFinding('SOP', statistics(NEVER, NEVER, NEVER, { never: 0.95, mean: usual[0] }), 2038)).toBe(
      'SOP stays out: not before 2038 in 95 % of futures.',
    );
    expect(dateFinding('SOP', statistics(NEVER, NEVER, NEVER, { never: 1 }), 2038)).toBe(
      'SOP comes in no future before 2038.',
    );
  });
  it('says a day where there is no range', () => {
    expect(dateFinding('SOP', statistics(day(2030, 2, 6), day(2030, 2, 6), day(2030, 2, 6)), 2038)).toBe(
      'SOP on 5 Feb 2030 in nearly every future.',
    );
  });
  it('reads the share at or before a day off the percentiles', () => {
    const even = statistics(100, 200, 300, { P5: 80, P95: 320 });
    expect(shareAtOrBefore(even, 200)).toBeCloseTo(0.5, 12);
    expect(shareAtOrBefore(even, 125)).toBeCloseTo(0.175, 12);
    expect(shareAtOrBefore(even, 10)).toBeNull();
  });
});

describe('money', () => {
  const npv = statistics(-8e9, -6e9, -4e9);
  it('says negative in every future only when every trial is', () => {
    expect(npvFinding(npv, 'CNY', Float64Array.of(-8e9, -6e9, -3.1e9))).toBe(
      'NPV is negative in every future; the least bad is −¥3.1 bn, the middle one −¥6 bn (8 in 10 futures: −¥8 bn to −¥4 bn).',
    );
    expect(npvFinding(npv, 'CNY', Float64Array.of(-8e9, -6e9, 1e9, -1e9))).toContain('above zero in 25 % of futures');
    expect(npvFinding(npv, 'CNY')).toContain('below zero in more than 95 %');
  });
  it('does not say that money never comes back where none was laid out', () => {
    const none = statistics(0.02, 0.05, 0.08, { none: 0.26 });
    expect(irrFinding(none, npv)).toContain('No rate of return exists in 26 % of futures: the money never comes back.');
    expect(irrFinding({ ...none, none: 1 }, npv)).toBe(
      'No rate of return exists in any future: the money never comes back.',
    );
    expect(irrFinding({ ...none, none: 1 }, statistics(1, 2, 3))).toContain('no money is laid out');
  });
  it('tells the need and how often cash runs short', () => {
    expect(fundingFinding(statistics(6.1e9, 7.9e9, 10.4e9), 0.31, 'CNY')).toBe(
      'The programme needs ¥7.9 bn at its deepest point (8 in 10 futures: ¥6.1 bn to ¥10.4 bn). Cash runs short in 31 % of futures.',
    );
    expect(fundingFinding(statistics(0, 0, 0), 0, 'CNY')).toBe('No outside money is needed. Cash never runs short.');
  });
});

describe('the plan among the futures', () => {
  it('counts never as later than any plan', () => {
    expect(planPercentile(Float64Array.of(1, 2, 3, NEVER), 2)).toBe(0.5);
  });
});
