import { type Locale, noNumber } from './locale';
import { formatDecimals, formatSigned, formatSignificant } from './number';

/** A share 0..1 in per cent to so many significant digits: 0.0064 -> "0.64 %", 0.000031 -> "0.0031 %". */
export function formatShare(share: number, digits = 3, locale: Locale = 'en'): string {
  return noNumber(share, locale) ?? `${formatSignificant(share * 100, digits, locale)} %`;
}

/** A change of a share, in points: −0.018 -> "−1.8 points". */
export function formatPoints(change: number, digits = 2, locale: Locale = 'en'): string {
  const missing = noNumber(change, locale);
  if (missing) return missing;
  return `${formatSigned(change * 100, digits, locale)} ${locale === 'zh' ? '个百分点' : 'points'}`;
}

/**
 * A probability in whole per cent, with its sampling error where that is 1 or more: "31 % ± 1".
 * Never rounds to certainty: 0.002 -> "< 1 %", 0.9987 -> "> 99 %"; only 0 and 1 themselves are "0 %" and "100 %".
 */
export function formatProbability(probability: number, standardError = 0, locale: Locale = 'en'): string {
  const missing = noNumber(probability, locale);
  if (missing) return missing;
  const percent = probability * 100;
  const shown =
    percent > 0 && percent < 0.5
      ? '< 1 %'
      : percent < 100 && percent >= 99.5
        ? '> 99 %'
        : `${formatDecimals(percent, 0, locale)} %`;
  const error = standardError * 100;
  return error >= 0.5 ? `${shown} ± ${formatDecimals(error, 0, locale)}` : shown;
}

/** A probability as people say it: 0.8 -> "8 in 10 futures"; small and large ones stay per cent. */
export function formatOdds(probability: number, locale: Locale = 'en'): string {
  const tenths = Math.round(probability * 10);
  if (tenths >= 1 && tenths <= 9 && Math.abs(probability * 10 - tenths) < 0.25) {
    return locale === 'zh' ? `10 个未来中的 ${tenths} 个` : `${tenths} in 10 futures`;
  }
  const percent = formatProbability(probability, 0, locale);
  return locale === 'zh' ? `${percent}的未来` : `${percent} of futures`;
}
