export const MS_PER_DAY = 86_400_000;

/** Day numbers (days since 1970-01-01 UTC) of the months that results are given for. */
export interface MonthSpan {
  readonly month: string;
  readonly start: number;
  readonly end: number;
  readonly middle: number;
}

const firstDay = (year: number, monthIndex: number) => Date.UTC(year, monthIndex, 1) / MS_PER_DAY;

/** `2026-06` as days. */
export function monthSpan(month: string): MonthSpan {
  const year = Number(month.slice(0, 4));
  const index = Number(month.slice(5, 7)) - 1;
  const start = firstDay(year, index);
  const end = firstDay(year, index + 1);
  return { month, start, end, middle: (start + end) / 2 };
}

// Every picture of a run asks for the same months again, at each step of a zoom.
const spansOf = new WeakMap<object, readonly MonthSpan[]>();

export function monthSpans(months: readonly { readonly month: string }[]): readonly MonthSpan[] {
  let spans = spansOf.get(months);
  if (!spans) {
    spans = months.map((entry) => monthSpan(entry.month));
    spansOf.set(months, spans);
  }
  return spans;
}

/** The month's position in the list of consecutive months for a day, or -1 outside. */
export function monthIndexAt(spans: readonly MonthSpan[], day: number): number {
  const first = spans[0];
  const last = spans[spans.length - 1];
  if (!first || !last || day < first.start || day >= last.end) return -1;
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.start ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Day number of a document's date. Without a time it means 00:00 where it names a start and 24:00 where it names a
 * finish.
 */
export function dateDay(date: string, edge: 'start' | 'finish' = 'start'): number {
  if (date.length > 10) return Date.parse(date) / MS_PER_DAY;
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY + (edge === 'finish' ? 1 : 0);
}

export function horizonWindow(horizon: { readonly start: string; readonly end: string }): TimeWindow {
  return { start: monthSpan(horizon.start).start, end: monthSpan(horizon.end).end };
}

/** The stretch of time in view, in day numbers. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
}
