import type { CompiledCalendar } from '../calendar/compile-calendar';
import { startAt, workedAt } from '../calendar/work-time';
import { LinkBit } from './network-types';

/**
 * The latest instant of the predecessor's end from which a lagged link still lets its successor keep `limit`: the
 * inverse of the forward pass's lag, on the successor's calendar.
 *
 * Working lag w: add(t, w) <= limit and subtract(t, -w) <= limit both mean W(t) + w <= W(limit), so the latest t is
 * the start form of W(limit) - w. Elapsed: limit - lag. Lag 0 is the instant itself, whatever the calendar.
 */
export function limitBeforeLag(limit: number, lag: number, kind: number, calendar: CompiledCalendar): number {
  if (lag === 0 || limit === Number.POSITIVE_INFINITY) return limit;
  if ((kind & LinkBit.elapsed) !== 0) return limit - lag;
  return startAt(calendar, workedAt(calendar, limit) - lag * calendar.workedPerDay);
}
