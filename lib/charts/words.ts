/** Numbers, dates and ranges as the charts say them; the rules themselves are those of `lib/format`. */
import type { Finite, Statistics } from '../engine/results/result-types';
import { formatDay, formatMonth, formatQuarter } from '../format/dates';
import { formatMoney } from '../format/money';
import { formatSignificant } from '../format/number';
import { formatProbability, formatShare } from '../format/share';

/** Three significant digits. */
export const number3 = (value: number) => formatSignificant(value);

const magnitudes: readonly (readonly [number, string])[] = [
  [1e12, ' tn'],
  [1e9, ' bn'],
  [1e6, ' m'],
  [1e3, ' k'],
];

/** A number as short as an axis needs it: `3.1 bn`, `250 k`, `4e+21`. */
export function amount(value: number): string {
  const size = Number(Math.abs(value).toPrecision(3));
  if (size >= 1e15) return value.toExponential(0).replace('-', '\u2212').replace('e+', 'e');
  const found = magnitudes.find(([limit]) => size >= limit);
  return found ? `${formatSignificant(value / found[0])}${found[1]}` : formatSignificant(value);
}

export const money = (value: number, currency: string) => formatMoney(value, { currency });
export const shareText = (share: number) => formatShare(share);
/** Whole per cent with the sampling error from 1 on; never 0 or 100 where it is neither. */
export const chanceText = (probability: number, error = 0) => formatProbability(probability, error);
export const dayName = (day: number) => formatDay(day);
export const monthName = (day: number) => formatMonth(day);
/** The quarter that a finish lies in. */
export const quarterName = (day: number) => formatQuarter(day);

/** A percentile as text: a number by `word`, or never. */
export function finiteText(value: Finite, word: (value: number) => string): string {
  return value === 'never' ? 'never' : word(value);
}

/** `0.6 % (8 in 10 futures: 0.2 % to 1.3 %)`. */
export function rangeText(statistics: Statistics, word: (value: number) => string): string {
  const { P10, P50, P90 } = statistics;
  return `${finiteText(P50, word)} (8 in 10 futures: ${finiteText(P10, word)} to ${finiteText(P90, word)})`;
}
