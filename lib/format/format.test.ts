import { describe, expect, it } from 'vitest';
import { formatAgo, formatDay, formatDayChange, formatMonthText, formatQuarter } from './dates';
import { formatMoney } from './money';
import { formatCompact, formatDecimals, formatSigned, formatSignificant } from './number';
import { formatRunId, parseRunId } from './run-id';
import { formatOdds, formatPoints, formatProbability, formatShare } from './share';

const NEVER = Number.POSITIVE_INFINITY;

describe('numbers', () => {
  it.each([
    [1234.5, '1,230'],
    [0.004567, '0.00457'],
    [0, '0'],
    [-0, '0'],
    [-12.34, '−12.3'],
    [999_999_999_999, '1,000,000,000,000'],
    [1e20, '1.00e+20'],
    [Number.NaN, 'none'],
    [NEVER, 'never'],
  ])('%s reads %s', (value, text) => expect(formatSignificant(value)).toBe(text));
  it('never shows a negative zero', () => expect(formatDecimals(-0.0001, 2)).toBe('0.00'));
  it.each([
    [420_000_000, '420 m'],
    [1.25e12, '1.25 tn'],
    [-2e6, '−2 m'],
    [999_999, '1,000,000'],
    [NEVER, 'never'],
  ])('%s is short as %s', (value, text) => expect(formatCompact(value)).toBe(text));
  it('shows the sign of a change', () => {
    expect(formatSigned(41.2)).toBe('+41');
    expect(formatSigned(-0.61)).toBe('−0.61');
    expect(formatSigned(0)).toBe('±0');
  });
});

describe('money', () => {
  it.each([
    [7.9e9, '¥7.9 bn'],
    [-3.1e8, '−¥310 m'],
    [999_600_000, '¥1 bn'],
    [0, '¥0'],
    [1234, '¥1.23 k'],
    [1e12, '¥1 tn'],
    [Number.NaN, 'none'],
  ])('%s CNY reads %s', (value, text) => expect(formatMoney(value, { currency: 'CNY' })).toBe(text));
  it('counts in 亿 and 万 in Chinese', () => {
    expect(formatMoney(7.9e9, { currency: 'CNY', locale: 'zh' })).toBe('¥79亿');
    expect(formatMoney(52_000, { currency: 'CNY', locale: 'zh' })).toBe('¥5.2万');
  });
  it('leaves prices unscaled', () => expect(formatMoney(1612, { currency: 'USD', per: 'kWh' })).toBe('$1,610/kWh'));
  it('writes a code that has no sign', () => expect(formatMoney(5e6, { currency: 'CHF' })).toBe('CHF 5 m'));
});

describe('shares and probabilities', () => {
  it('keeps digits of very small shares', () => expect(formatShare(0.000031)).toBe('0.0031 %'));
  it('tells changes in points', () => expect(formatPoints(-0.018)).toBe('−1.8 points'));
  it.each([
    [0.314, 0, '31 %'],
    [0.314, 0.012, '31 % ± 1'],
    [0.0012, 0, '< 1 %'],
    [0.9991, 0, '> 99 %'],
    [0, 0, '0 %'],
    [1, 0, '100 %'],
  ])('%s ± %s reads %s', (p, se, text) => expect(formatProbability(p, se)).toBe(text));
  it('says odds as people do', () => {
    expect(formatOdds(0.8)).toBe('8 in 10 futures');
    expect(formatOdds(0.02)).toBe('2 % of futures');
  });
});

describe('dates', () => {
  // 2028-11-08T18:00Z is day 21496.75 (the example of the interchange format).
  it('names the day and the quarter', () => {
    expect(formatDay(21_496.75)).toBe('8 Nov 2028');
    expect(formatQuarter(21_496.75)).toBe('Q4 2028');
  });
  it('gives the end of a day to that day', () => {
    const newYear2030 = Date.UTC(2030, 0, 1) / 86_400_000;
    expect(formatQuarter(newYear2030, 'finish')).toBe('Q4 2029');
    expect(formatQuarter(newYear2030, 'start')).toBe('Q1 2030');
    expect(formatDay(newYear2030, 'finish')).toBe('31 Dec 2029');
  });
  it('says never', () => {
    expect(formatQuarter('never')).toBe('never');
    expect(formatDay(NEVER)).toBe('never');
    expect(formatDayChange(NEVER)).toBe('now never');
  });
  it('reads months and spans', () => {
    expect(formatMonthText('2026-06')).toBe('Jun 2026');
    expect(formatMonthText('2026-06', 'zh')).toBe('2026年6月');
    expect(formatDayChange(-3.4)).toBe('−3 d');
    expect(formatAgo(0, 2_000)).toBe('just now');
    expect(formatAgo(0, 42_000)).toBe('42 s ago');
  });
});

describe('run ids', () => {
  it('can be read back', () => {
    const run = {
      documentHash: 'a'.repeat(64),
      seed: 1,
      trials: 8192,
      engineVersion: '1.0.0',
      sampling: 'latin-hypercube',
    };
    expect(parseRunId(formatRunId(run))).toEqual(run);
    expect(parseRunId('nonsense')).toBeNull();
  });
});
