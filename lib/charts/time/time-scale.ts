import { scaleUtc } from 'd3';
import { MS_PER_DAY, type TimeWindow } from './months';

/** Day numbers to px and back, the same for every picture that shares an axis. */
export interface TimeScale {
  readonly window: TimeWindow;
  readonly left: number;
  readonly right: number;
  x(day: number): number;
  day(x: number): number;
  readonly pixelsPerDay: number;
}

export function timeScale(window: TimeWindow, left: number, right: number): TimeScale {
  const end = window.end > window.start ? window.end : window.start + 1;
  const to = Math.max(right, left + 1);
  const scale = scaleUtc([new Date(window.start * MS_PER_DAY), new Date(end * MS_PER_DAY)], [left, to]);
  return {
    window: { start: window.start, end },
    left,
    right: to,
    x: (day) => scale(day * MS_PER_DAY),
    day: (x) => scale.invert(x).getTime() / MS_PER_DAY,
    pixelsPerDay: (to - left) / (end - window.start),
  };
}
