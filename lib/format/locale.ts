/** Languages that the product speaks. */
export type Locale = 'en' | 'zh';

/** The tag for Intl; English numbers are grouped as 1,234.5 everywhere. */
export function intlTag(locale: Locale): string {
  return locale === 'zh' ? 'zh-CN' : 'en-GB';
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Intl formatters are dear to make and asked for on every redraw. */
export function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(intlTag(locale), options);
    formatters.set(key, found);
  }
  return found;
}

/** A minus sign that is as wide as a plus, in every text that people read. */
export function withMinus(text: string): string {
  return text.replace(/^-/, '\u2212');
}

/** What stands where a number would be when there is none. Never a blank and never NaN. */
export function noNumber(value: number, locale: Locale): string | null {
  if (Number.isNaN(value)) return locale === 'zh' ? '无' : 'none';
  if (value === Number.POSITIVE_INFINITY) return locale === 'zh' ? '从不' : 'never';
  if (value === Number.NEGATIVE_INFINITY) return locale === 'zh' ? '无下限' : 'without limit';
  return null;
}
