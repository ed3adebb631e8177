import { DateTime } from 'luxon';
import type { Locale } from './locale';

/** An instant as the engine writes it: days since 1970-01-01 UTC; Infinity or "never" is never. */
export type DayLike = number | 'never';
/** Whether a day number begins something (shown on its day) or ends it (24:00 belongs to the day before). */
export type Edge = 'start' | 'finish';

// A finish at 00:00 is the end of the day before; half a second is far below anything shown.
const HALF_SECOND_IN_DAYS = 0.5 / 86_400;

// Instants are rounded to the millisecond, as luxon has them.
const HALF_MILLISECOND_IN_DAYS = 0.0005 / 86_400;

// British English has "Sept"; every month here has three letters.
const luxonTag = (locale: Locale) => (locale === 'zh' ? 'zh-CN' : 'en-US');

/** Luxon's instant of a day number, or null for never. */
export function toDateTime(day: DayLike, edge: Edge = 'start'): DateTime | null {
  if (day === 'never' || !Number.isFinite(day)) return null;
  const shifted = edge === 'finish' ? day - HALF_SECOND_IN_DAYS : day;
  return DateTime.fromMillis(Math.round(shifted * 86_400_000), { zone: 'utc' });
}

// Charts ask for the same few thousand days again with each redraw, and luxon takes its time.
const written = new Map<string, string>();
const mostWritten = 8000;

/** A date of which only the day counts, written once for each day. */
function shown(form: string, day: DayLike, edge: Edge, locale: Locale, write: (at: DateTime) => string): string {
  if (day === 'never' || !Number.isFinite(day)) return locale === 'zh' ? '从不' : 'never';
  const whole = Math.floor(edge === 'finish' ? day - HALF_SECOND_IN_DAYS : day + HALF_MILLISECOND_IN_DAYS);
  const key = `${form}${locale}${whole}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= mostWritten) written.clear();
  const text = write(DateTime.fromMillis(whole * 86_400_000, { zone: 'utc', locale: luxonTag(locale) }));
  written.set(key, text);
  return text;
}

/** "Q3 2028"; in Chinese "2028年第3季度"; never -> "never". */
export function formatQuarter(day: DayLike, edge: Edge = 'finish', locale: Locale = 'en'): string {
  return shown('q', day, edge, locale, (at) =>
    locale === 'zh' ? `${at.year}年第${at.quarter}季度` : `Q${at.quarter} ${at.year}`,
  );
}

/** "Q3 28", where room is short. */
export function formatQuarterShort(day: DayLike, edge: Edge = 'finish', locale: Locale = 'en'): string {
  return shown('s', day, edge, locale, (at) => `Q${at.quarter} ${at.toFormat('yy')}`);
}

/** "13 Jun 2026". */
export function formatDay(day: DayLike, edge: Edge = 'start', locale: Locale = 'en'): string {
  return shown('d', day, edge, locale, (at) =>
    locale === 'zh' ? at.toFormat('yyyy年M月d日') : at.toFormat('d MMM yyyy'),
  );
}

/** "2026-06-13". */
export function formatIsoDate(day: DayLike, edge: Edge = 'start'): string {
  return shown('i', day, edge, 'en', (at) => at.toISODate() ?? '');
}

/** "Jun 2026". */
export function formatMonth(day: DayLike, edge: Edge = 'start', locale: Locale = 'en'): string {
  return shown('m', day, edge, locale, (at) => (locale === 'zh' ? at.toFormat('yyyy年M月') : at.toFormat('MMM yyyy')));
}

/** "Jun 2026" of a month written `2026-06`; a text that is none comes back as it is. */
export function formatMonthText(month: string, locale: Locale = 'en'): string {
  const at = DateTime.fromFormat(month, 'yyyy-MM', { zone: 'utc' });
  return at.isValid ? formatMonth(at.toMillis() / 86_400_000, 'start', locale) : month;
}

/** A moment for people who look at a list: "24 Nov 2026, 21:18 UTC". */
export function formatMoment(iso: string, locale: Locale = 'en'): string {
  const at = DateTime.fromISO(iso, { zone: 'utc' });
  if (!at.isValid) return iso;
  const day = formatDay(at.toMillis() / 86_400_000, 'start', locale);
  return `${day}, ${at.toFormat('HH:mm')} UTC`;
}

/** "2 s ago", "3 min ago", "yesterday"; `now` and `then` in milliseconds. */
export function formatAgo(then: number, now: number, locale: Locale = 'en'): string {
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  if (seconds < 5) return locale === 'zh' ? '刚刚' : 'just now';
  if (seconds < 60) return locale === 'zh' ? `${seconds} 秒前` : `${seconds} s ago`;
  if (seconds < 3600)
    return locale === 'zh' ? `${Math.floor(seconds / 60)} 分钟前` : `${Math.floor(seconds / 60)} min ago`;
  const at = DateTime.fromMillis(then, { zone: 'utc' }).setLocale(luxonTag(locale));
  return at.toRelative({ base: DateTime.fromMillis(now, { zone: 'utc' }) }) ?? at.toISODate() ?? '';
}

/** A span of days as a plan shows a change: "+41 d", "−3 d"; never on one side is said. */
export function formatDayChange(days: number): string {
  if (days === Number.POSITIVE_INFINITY) return 'now never';
  if (days === Number.NEGATIVE_INFINITY) return 'no longer never';
  if (Number.isNaN(days)) return 'never as before';
  const whole = Math.round(days);
  return whole === 0 ? '±0 d' : `${whole > 0 ? '+' : '−'}${Math.abs(whole).toLocaleString('en-GB')} d`;
}
