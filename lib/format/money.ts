import { type Locale, noNumber, numberFormat, withMinus } from './locale';
import { formatSignificant } from './number';

export interface MoneyOptions {
  /** ISO 4217. */
  readonly currency: string;
  readonly locale?: Locale;
  readonly digits?: number;
  /** What it is per: "kWh", "kg". */
  readonly per?: string;
  readonly signed?: boolean;
}

const SCALES: Readonly<Record<Locale, readonly (readonly [number, string])[]>> = {
  en: [
    [1e12, ' tn'],
    [1e9, ' bn'],
    [1e6, ' m'],
    [1e3, ' k'],
  ],
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
};

/** The sign of a currency: ¥, $, €; the code itself where there is none or it is unknown. */
export function currencySymbol(currency: string, locale: Locale = 'en'): string {
  if (!/^[A-Z]{3}$/.test(currency)) return currency;
  const parts = numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/**
 * Money as headlines say it: "¥7.9 bn", "−¥310 m", "¥612/kWh"; in Chinese "¥79亿". Prices (`per`) are not scaled.
 * NaN -> "none", Infinity -> "never".
 */
export function formatMoney(value: number, options: MoneyOptions): string {
  const { currency, locale = 'en', digits = 3, per, signed = false } = options;
  const missing = noNumber(value, locale);
  if (missing) return missing;
  const size = Math.abs(value);
  // Rounding decides the scale: 999.6 m is 1 bn.
  const rounded = Number(size.toPrecision(digits));
  const [scale, suffix] = (per ? undefined : SCALES[locale].find(([limit]) => rounded >= limit)) ?? [1, ''];
  const sign = value < 0 ? '−' : signed && value > 0 ? '+' : '';
  const symbol = currencySymbol(currency, locale);
  const gap = /[A-Za-z]$/.test(symbol) ? ' ' : '';
  const number = withMinus(formatSignificant(rounded / scale, digits, locale));
  return `${sign}${symbol}${gap}${number}${suffix}${per ? `/${per}` : ''}`;
}

/** The unit of a column of money: "¥ bn" for values around `size`. */
export function moneyScale(size: number, currency: string, locale: Locale = 'en'): { scale: number; unit: string } {
  const found = SCALES[locale].find(([limit]) => Math.abs(size) >= limit) ?? ([1, ''] as const);
  return { scale: found[0], unit: `${currencySymbol(currency, locale)}${found[1]}`.trim() };
}
