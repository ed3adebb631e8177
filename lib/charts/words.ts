/** Day numbers, amounts and chances as people read them, in the charts. */
import { format, utcFormat } from 'd3';
import type { Finite, Statistics } from '../engine/results/result-types';
import { MS_PER_DAY } from './time/months';

const significant = format(',.3~r');
const dayText = utcFormat('%-d %b %Y');
const monthText = utcFormat('%b %Y');
const date = (day: number) => new Date(day * MS_PER_DAY);
const minus = (text: string) => text.replace(/^-|(?<=[( ])-(?=\d)/g, '−');

/** Three significant digits. */
export function number3(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-6) return minus(format('.2e')(value));
  return minus(significant(value));
}

const magnitudes: readonly [number, string][] = [
  [1e12, ' tn'],
  [1e9, ' bn'],
  [1e6, ' m'],
  [1e3, ' k'],
];

/** `3.1 bn`; the currency stands in the title or before it. */
export function amount(value: number): string {
  if (Math.abs(value) >= 1e15) return number3(value);
  const found = magnitudes.find(([size]) => Math.abs(value) >= size * 0.9995);
  return found ? `${number3(value / found[0])}${found[1]}` : number3(value);
}

const symbols: Readonly<Record<string, string>> = { CNY: '¥', JPY: '¥', USD: '$', EUR: '€', GBP: '£', KRW: '₩' };
export function money(value: number, currency: string): string {
  const text = amount(Math.abs(value));
  return `${value < 0 ? '−' : ''}${symbols[currency] ?? `${currency} `}${symbols[currency] ? ' ' : ''}${text}`;
}

/** A share of 1 in per cent with three significant digits. */
export function shareText(value: number): string {
  return `${number3(value * 100)} %`;
}

/** A probability in whole per cent; never 0 or 100 where it is neither. */
export function chanceText(probability: number): string {
  if (probability > 0 && probability < 0.005) return 'under 1 %';
  if (probability < 1 && probability > 0.995) return 'over 99 %';
  return `${Math.round(probability * 100)} %`;
}

export const dayName = (day: number) => dayText(date(day));
export const monthName = (day: number) => monthText(date(day));
export function quarterName(day: number): string {
  const when = date(day);
  return `Q${Math.floor(when.getUTCMonth() / 3) + 1} ${when.getUTCFullYear()}`;
}

/** A percentile as text: a number by `word`, or never. */
export function finiteText(value: Finite, word: (value: number) => string): string {
  return value === 'never' ? 'never' : word(value);
}

/** `0.6 % (8 in 10 futures: 0.2 % to 1.3 %)`. */
export function rangeText(statistics: Statistics, word: (value: number) => string): string {
  const { P10, P50, P90 } = statistics;
  return `${finiteText(P50, word)} (8 in 10 futures: ${finiteText(P10, word)} to ${finiteText(P90, word)})`;
}
