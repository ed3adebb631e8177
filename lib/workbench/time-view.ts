import type { ScenarioDocument } from '../scenario/document';

/** The part of the calendar that is shown, in day numbers (days since 1970-01-01 UTC). One for all lanes. */
export interface TimeView {
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;
const shortestDays = 28;

/** First day of a month given as `YYYY-MM`, moved on by whole months. */
export function monthStartDay(month: string, ahead = 0): number {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return Date.UTC(year, number - 1 + ahead, 1) / dayMs;
}

export function horizonView(document: Pick<ScenarioDocument, 'horizon'>): TimeView {
  return { from: monthStartDay(document.horizon.start), to: monthStartDay(document.horizon.end, 1) };
}

/** Number of months in the horizon. */
export function monthCount({ start, end }: ScenarioDocument['horizon']): number {
  const [startYear = 0, startMonth = 0] = start.split('-').map(Number);
  const [endYear = 0, endMonth = 0] = end.split('-').map(Number);
  return Math.max(0, (endYear - startYear) * 12 + endMonth - startMonth + 1);
}

/** `YYYY-MM` of the month so many after `start`. */
export function monthAt(start: string, index: number): string {
  const date = new Date(monthStartDay(start, index) * dayMs);
  return `${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** Position in the horizon of the month that contains a day; may lie outside of it. */
export function monthOfDay(start: string, day: number): number {
  const date = new Date(Math.floor(day) * dayMs);
  const [year = 1970, month = 1] = start.split('-').map(Number);
  return (date.getUTCFullYear() - year) * 12 + date.getUTCMonth() + 1 - month;
}

function clamp(view: TimeView, bounds: TimeView): TimeView {
  const whole = bounds.to - bounds.from;
  const length = Math.min(whole, Math.max(Math.min(shortestDays, whole), view.to - view.from));
  const from = Math.min(Math.max(view.from, bounds.from), bounds.to - length);
  return { from, to: from + length };
}

/** Zooms by a factor (below 1: closer) around a day that stays where it is. */
export function zoomAround(view: TimeView, day: number, factor: number, bounds: TimeView): TimeView {
  return clamp({ from: day - (day - view.from) * factor, to: day + (view.to - day) * factor }, bounds);
}

/** Moves the view by days, at most to the ends of the horizon. */
export function panBy(view: TimeView, days: number, bounds: TimeView): TimeView {
  return clamp({ from: view.from + days, to: view.to + days }, bounds);
}
