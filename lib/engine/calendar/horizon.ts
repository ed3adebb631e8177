import type { MonthText, ScenarioDocument } from '../../scenario/document';
import { dayOfCivilDate } from './day-number';

/** The months of a scenario: month m covers [start[m], end[m]), day numbers. */
export interface MonthTable {
  /** `2026-01`, ... */
  readonly months: readonly string[];
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly middle: Float64Array;
  readonly count: number;
}

/** Months since year 0 of `2026-06`; null for other text. */
export function monthIndex(month: MonthText): number | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  return match === null ? null : Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** `2026-06` of months since year 0. */
export function monthText(index: number): MonthText {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Day number of the first instant of a month given in months since year 0. */
export function monthStart(index: number): number {
  return dayOfCivilDate(Math.floor(index / 12), (index % 12) + 1, 1);
}

/**
 * Whole calendar months from `horizon.start` to `horizon.end`, both included.
 *
 * @throws RangeError when a month is malformed or the end lies before the start.
 */
export function compileHorizon(horizon: ScenarioDocument['horizon']): MonthTable {
  const first = monthIndex(horizon.start);
  const last = monthIndex(horizon.end);
  if (first === null || last === null || last < first)
    throw new RangeError(`horizon ${horizon.start} to ${horizon.end} is no range of months`);
  const count = last - first + 1;
  const months: string[] = [];
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const middle = new Float64Array(count);
  for (let m = 0; m < count; m++) {
    months.push(monthText(first + m));
    const a = monthStart(first + m);
    const b = monthStart(first + m + 1);
    start[m] = a;
    end[m] = b;
    middle[m] = (a + b) / 2;
  }
  return { months, start, end, middle, count };
}
