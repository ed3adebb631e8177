import { type Locale, noNumber, numberFormat, withMinus } from './locale';

/**
 * A number to so many significant digits (3 in headlines), grouped, never in powers of ten up to 1e15.
 * 1234.5 -> "1,230"; 0.004567 -> "0.00457"; 0 -> "0"; NaN -> "none"; Infinity -> "never".
 */
export function formatSignificant(value: number, digits = 3, locale: Locale = 'en'): string {
  const missing = noNumber(value, locale);
  if (missing) return missing;
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) return withMinus(value.toExponential(digits - 1));
  return withMinus(numberFormat(locale, { maximumSignificantDigits: digits }).format(value === 0 ? 0 : value));
}

/** A number where room is short: from a million on in m, bn, tn (万, 亿). 420000000 -> "420 m". */
export function formatCompact(value: number, digits = 3, locale: Locale = 'en'): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size < 1e6) return formatSignificant(value, digits, locale);
  const scales = COMPACT_SCALES[locale];
  const [scale, suffix] = scales.find(([limit]) => size >= limit) ?? [1, ''];
  return `${formatSignificant(value / scale, digits, locale)}${suffix}`;
}

const COMPACT_SCALES: Readonly<Record<Locale, readonly (readonly [number, string])[]>> = {
  en: [
    [1e12, ' tn'],
    [1e9, ' bn'],
    [1e6, ' m'],
  ],
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
};

/** A number in full, as tables show it. */
export function formatFull(value: number, locale: Locale = 'en'): string {
  return formatSignificant(value, 12, locale);
}

/** A number with a fixed count of decimals, for columns that must line up. */
export function formatDecimals(value: number, decimals: number, locale: Locale = 'en'): string {
  const missing = noNumber(value, locale);
  if (missing) return missing;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const text = numberFormat(locale, options).format(value);
  return withMinus(/^-0([.,]0*)?$/.test(text) ? text.slice(1) : text);
}

/** A whole number, grouped: 8192 -> "8,192". */
export function formatCount(value: number, locale: Locale = 'en'): string {
  return formatDecimals(value, 0, locale);
}

/** A number with its unit behind it: "612 t", "4.1 GWh". */
export function formatWithUnit(value: number, unit: string, digits = 3, locale: Locale = 'en'): string {
  return noNumber(value, locale) ?? `${formatSignificant(value, digits, locale)} ${unit}`.trim();
}

/** The sign always shown: "+41", "−0.6", "±0". */
export function formatSigned(value: number, digits = 2, locale: Locale = 'en'): string {
  const missing = noNumber(value, locale);
  if (missing) return missing;
  if (value === 0) return '±0';
  return `${value > 0 ? '+' : ''}${formatSignificant(value, digits, locale)}`;
}
