import type { DateText } from '../../scenario/document';

/** Days to milliseconds; an instant is written to the millisecond. */
const MILLISECONDS_PER_DAY = 86_400_000;
const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?Z)?$/;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** Which instant of its day a date without a time names: 00:00 (`start`) or 24:00 (`finish`). */
export type DateEdge = 'start' | 'finish';

export interface CivilDate {
  readonly year: number;
  /** 1..12. */
  readonly month: number;
  /** 1..31. */
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month of the proleptic Gregorian calendar; `month` 1..12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Day number (days since 1970-01-01) of 00:00 of a date of the proleptic Gregorian calendar.
 *
 * @example dayOfCivilDate(2026, 1, 1) // 20454
 */
export function dayOfCivilDate(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  // 719162 days lie between 0001-01-01 and 1970-01-01.
  const yearStart = before * 365 + leapDays - 719_162;
  const monthStart = DAYS_BEFORE_MONTH[month - 1];
  if (monthStart === undefined) throw new RangeError(`month ${month} is not within 1 to 12`);
  return yearStart + monthStart + (month > 2 && isLeapYear(year) ? 1 : 0) + day - 1;
}

/** The date on which an instant (day number) lies. Inverse of `dayOfCivilDate`, exact for any finite day. */
export function civilDateOfDay(day: number): CivilDate {
  const whole = Math.floor(day);
  // 146097 days make 400 years; the first guess of the year is at most one too late or too early.
  let year = Math.floor((whole / 146_097) * 400) + 1970;
  while (dayOfCivilDate(year, 1, 1) > whole) year -= 1;
  while (dayOfCivilDate(year + 1, 1, 1) <= whole) year += 1;
  let month = 12;
  while (month > 1 && dayOfCivilDate(year, month, 1) > whole) month -= 1;
  return { year, month, day: whole - dayOfCivilDate(year, month, 1) + 1 };
}

/**
 * Reads `2026-06-13` or `2026-06-13T12:00:00Z` (UTC). Null for anything else: other forms, days that do not exist,
 * times after 23:59:59.
 *
 * @returns `day`: day number of the instant (00:00 without a time); `timed`: whether a time was given.
 */
export function parseDateText(text: string): { readonly day: number; readonly timed: boolean } | null {
  const match = DATE_PATTERN.exec(text);
  if (match === null) return null;
  const [, yearText, monthText, dayText, hourText, minuteText, secondText, fraction] = match;
  const [year, month, dayOfMonth] = [Number(yearText), Number(monthText), Number(dayText)];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  const day = dayOfCivilDate(year, month, dayOfMonth);
  if (hourText === undefined) return { day, timed: false };
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const seconds = (hour * 60 + minute) * 60 + second + (fraction === undefined ? 0 : Number(`0.${fraction}`));
  return { day: day + seconds / 86_400, timed: true };
}

/**
 * The instant that a date names, as a day number: 00:00 of the day where the field names a start or an instant,
 * 24:00 where it names a finish; the instant itself where a time is written.
 *
 * @throws RangeError when the text is no date.
 * @example dayNumber('2026-01-01', 'finish') // 20455
 */
export function dayNumber(date: DateText, edge: DateEdge): number {
  const parsed = parseDateText(date);
  if (parsed === null) throw new RangeError(`"${date}" is no date of the form 2026-06-13 or 2026-06-13T12:00:00Z`);
  return edge === 'finish' && !parsed.timed ? parsed.day + 1 : parsed.day;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return padded(year, 4);
  return `${year < 0 ? '-' : '+'}${padded(Math.abs(year), 6)}`;
}

/**
 * The date on which a day number lies, `YYYY-MM-DD` (years beyond four digits as in ISO 8601: `+012026`).
 *
 * @throws RangeError when `day` is not finite.
 */
export function isoDate(day: number): string {
  if (!Number.isFinite(day)) throw new RangeError(`day ${day} is not finite`);
  const date = civilDateOfDay(day);
  return `${yearText(date.year)}-${padded(date.month, 2)}-${padded(date.day, 2)}`;
}

/**
 * An instant as ISO 8601 in UTC, rounded to the millisecond, milliseconds written only where they are not zero.
 *
 * @throws RangeError when `day` is not finite.
 * @example isoInstant(21496.75) // '2028-11-08T18:00:00Z'
 */
export function isoInstant(day: number): string {
  if (!Number.isFinite(day)) throw new RangeError(`day ${day} is not finite`);
  let whole = Math.floor(day);
  let milliseconds = Math.round((day - whole) * MILLISECONDS_PER_DAY);
  if (milliseconds === MILLISECONDS_PER_DAY) {
    whole += 1;
    milliseconds = 0;
  }
  const seconds = Math.floor(milliseconds / 1000);
  const rest = milliseconds % 1000;
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => padded(part, 2));
  return `${isoDate(whole)}T${time.join(':')}${rest === 0 ? '' : `.${padded(rest, 3)}`}Z`;
}
