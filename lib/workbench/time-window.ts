import type { TimeWindow } from '../charts/time/months';

const shortestDays = 28;

function clamp(window: TimeWindow, bounds: TimeWindow): TimeWindow {
  const whole = bounds.end - bounds.start;
  const length = Math.min(whole, Math.max(Math.min(shortestDays, whole), window.end - window.start));
  const start = Math.min(Math.max(window.start, bounds.start), bounds.end - length);
  return { start, end: start + length };
}

/** Zooms by a factor (below 1: closer) around a day that stays where it is; never beyond the bounds. */
export function zoomAround(window: TimeWindow, day: number, factor: number, bounds: TimeWindow): TimeWindow {
  return clamp({ start: day - (day - window.start) * factor, end: day + (window.end - day) * factor }, bounds);
}

/** Moves the window by days, at most to the ends of the bounds. */
export function panBy(window: TimeWindow, days: number, bounds: TimeWindow): TimeWindow {
  return clamp({ start: window.start + days, end: window.end + days }, bounds);
}
