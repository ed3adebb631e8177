import type { Finite, Statistics } from '../engine/results/result-types';
import { formatMoney } from '../format/money';
import { formatProbability, formatShare } from '../format/share';

const finite = (value: Finite): number => (value === 'never' ? Number.POSITIVE_INFINITY : value);

function extremes(samples: Float64Array): { least: number; largest: number; positive: number } {
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  let positive = 0;
  for (const value of samples) {
    if (value < least) least = value;
    if (value > largest) largest = value;
    if (value > 0) positive += 1;
  }
  return { least, largest, positive: positive / samples.length };
}

/**
 * NPV as a sentence: "NPV is negative in every future; the least bad is −¥3.1 bn."
 * @param samples NPV of every trial, where kept: only they tell of "every future"
 */
export function npvFinding(npv: Statistics, currency: string, samples?: Float64Array): string {
  const money = (value: Finite) => formatMoney(finite(value), { currency });
  const range = `8 in 10 futures: ${money(npv.P10)} to ${money(npv.P90)}`;
  if (samples && samples.length > 0) {
    const { least, largest, positive } = extremes(samples);
    if (largest <= 0 && least < 0) {
      return least === largest
        ? `NPV is ${money(least)} in every future.`
        : `NPV is negative in every future; the least bad is ${money(largest)}, the middle one ${money(npv.P50)} (${range}).`;
    }
    if (least === 0 && largest === 0) return 'NPV is zero in every future: no money moves.';
    if (least >= 0)
      return `NPV is positive in every future; the least is ${money(least)}, the middle one ${money(npv.P50)} (${range}).`;
    return `NPV is ${money(npv.P50)} at the middle (${range}); it is above zero in ${formatProbability(positive)} of futures.`;
  }
  const sign =
    finite(npv.P95) < 0
      ? ', below zero in more than 95 % of them'
      : finite(npv.P5) > 0
        ? ', above zero in more than 95 % of them'
        : '';
  return `NPV is ${money(npv.P50)} at the middle (${range}${sign}).`;
}

/** The rate of return as a sentence: "No rate of return exists in 26 % of futures: the money never comes back." */
export function irrFinding(irr: Statistics, npv: Statistics): string {
  const none = irr.none ?? 0;
  // Without a rate the cash flow keeps one sign; which one decides what that means.
  const losing = finite(npv.P50) < 0;
  const because = losing ? 'the money never comes back' : 'no money is laid out that could earn one';
  if (none >= 1 || irr.mean === 'never') return `No rate of return exists in any future: ${because}.`;
  const rate = (value: Finite) => formatShare(finite(value));
  const spread = `${rate(irr.P50)} at the middle (8 in 10: ${rate(irr.P10)} to ${rate(irr.P90)})`;
  if (none > 0) {
    return `No rate of return exists in ${formatProbability(none)} of futures: ${because}. Where one exists it is ${spread}.`;
  }
  return `The rate of return is ${spread}.`;
}

/** What has to be found at the deepest point, and how often the money runs out. */
export function fundingFinding(peak: Statistics, shortfall: number, currency: string): string {
  const money = (value: Finite) => formatMoney(finite(value), { currency });
  const need =
    finite(peak.P95) <= 0
      ? 'No outside money is needed.'
      : `The programme needs ${money(peak.P50)} at its deepest point (8 in 10 futures: ${money(peak.P10)} to ${money(peak.P90)}).`;
  if (shortfall <= 0) return `${need} Cash never runs short.`;
  if (shortfall >= 1) return `${need} Cash runs short in every future.`;
  return `${need} Cash runs short in ${formatProbability(shortfall)} of futures.`;
}
