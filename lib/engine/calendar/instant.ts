import type { Instant } from '../results/result-types';
import { isoInstant } from './day-number';

/** A day number as results write it: both ways, or `never` for Infinity. */
export function instantOf(day: number): Instant {
  return day === Number.POSITIVE_INFINITY ? 'never' : { iso: isoInstant(day), day };
}
