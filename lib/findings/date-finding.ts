import type { Finite, Statistics } from '../engine/results/result-types';
import { formatDay, formatQuarter } from '../format/dates';
import { formatProbability } from '../format/share';

function toNumber(value: Finite): number {
  return value === 'never' ? Number.POSITIVE_INFINITY : value;
}

/**
 * What the futures say of one date, as a sentence whose hero is the range: "SOP in Q1 2030 (8 in 10 futures: Q3 2029
 * to Q1 2031); never within the horizon in 1 %."
 * @param subject how the sentence begins: "SOP", "Vehicle tests done"
 * @param beyond first year after the horizon
 */
export function dateFinding(subject: string, date: Statistics, beyond: number): string {
  const [p10, p50, p90] = [toNumber(date.P10), toNumber(date.P50), toNumber(date.P90)];
  const never = date.never ?? 0;
  const neverPart = never > 0 ? `; never within the horizon in ${formatProbability(never)}` : '';
  if (never >= 1 || date.mean === 'never') return `${subject} comes in no future before ${beyond}.`;
  if (p10 === Number.POSITIVE_INFINITY) {
    return `${subject} stays out: not before ${beyond} in ${formatProbability(never)} of futures.`;
  }
  if (p50 === Number.POSITIVE_INFINITY) {
    return `${subject} comes before ${beyond} in fewer than half of the futures: in ${formatProbability(never)} it never does, and the earliest tenth have it by ${formatQuarter(p10)}.`;
  }
  if (p90 - p10 < 1) return `${subject} on ${formatDay(p50, 'finish')} in nearly every future${neverPart}.`;
  if (p90 === Number.POSITIVE_INFINITY) {
    return `${subject} in ${formatQuarter(p50)} at the middle, in the earliest tenth by ${formatQuarter(p10)}; not before ${beyond} in ${formatProbability(never)} of futures.`;
  }
  const [from, to] = [formatQuarter(p10), formatQuarter(p90)];
  const range = from === to ? `8 in 10 futures within that quarter` : `8 in 10 futures: ${from} to ${to}`;
  return `${subject} in ${formatQuarter(p50)} (${range})${neverPart}.`;
}

/** Share of futures at or before a day, read off the percentiles (linear between them); null where they do not tell. */
export function shareAtOrBefore(date: Statistics, day: number): number | null {
  const points: [number, number][] = [
    [toNumber(date.P5), 0.05],
    [toNumber(date.P10), 0.1],
    [toNumber(date.P25), 0.25],
    [toNumber(date.P50), 0.5],
    [toNumber(date.P75), 0.75],
    [toNumber(date.P90), 0.9],
    [toNumber(date.P95), 0.95],
  ];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [x0, p0] = points[i]!;
    const [x1, p1] = points[i + 1]!;
    if (day >= x0 && day < x1) return Number.isFinite(x1) ? p0 + ((p1 - p0) * (day - x0)) / (x1 - x0) : null;
  }
  return null;
}
