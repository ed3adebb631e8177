import type { CompiledCalendar } from '../calendar/compile-calendar';
import { finishAt, startAt, workedAt } from '../calendar/work-time';
import { LinkBit } from './network-types';

/** The instant at which a lagged link binds, on the successor's calendar. Lag 0 is the instant itself. */
export function lagged(t: number, lag: number, kind: number, calendar: CompiledCalendar): number {
  if (lag === 0) return t;
  if ((kind & LinkBit.elapsed) !== 0) return t + lag;
  const worked = workedAt(calendar, t) + lag * calendar.workedPerDay;
  return lag > 0 ? finishAt(calendar, worked) : startAt(calendar, worked);
}

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
