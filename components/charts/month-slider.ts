import type { KeyboardEvent } from 'react';
import type { MonthSpan, TimeWindow } from '@/lib/charts/time/months';
import { monthIndexAt } from '@/lib/charts/time/months';

interface MonthKeys {
  readonly spans: readonly MonthSpan[];
  readonly window: TimeWindow;
  readonly bounds: TimeWindow;
  /** Position of the month under the crosshair, -1 where there is none. */
  readonly index: number;
  readonly onIndex: (index: number) => void;
  readonly onWindow?: (window: TimeWindow) => void;
  readonly onOpen?: (index: number) => void;
  readonly shortestDays: number;
}

/** The window of the same length that has the day in it, moved as little as possible. */
export function windowAround(window: TimeWindow, from: number, to: number, bounds: TimeWindow): TimeWindow {
  const length = window.end - window.start;
  let start = window.start;
  if (from < start) start = from;
  if (to > start + length) start = to - length;
  start = Math.min(Math.max(start, bounds.start), Math.max(bounds.start, bounds.end - length));
  return { start, end: start + length };
}

/** The window scaled about its middle (or a day), inside the bounds. */
export function zoomed(window: TimeWindow, factor: number, about: number, bounds: TimeWindow, shortestDays: number) {
  const whole = bounds.end - bounds.start;
  const length = Math.min(whole, Math.max(Math.min(shortestDays, whole), (window.end - window.start) * factor));
  const share = (about - window.start) / (window.end - window.start);
  const start = Math.min(Math.max(about - share * length, bounds.start), bounds.end - length);
  return { start, end: start + length };
}

/** Arrows move by a month, page keys by a year, Home and End to the ends, plus and minus zoom, 0 shows all, Enter opens. */
export function monthKeyDown(event: KeyboardEvent, keys: MonthKeys): void {
  const { spans, window, bounds, onWindow, onOpen } = keys;
  const last = spans.length - 1;
  if (last < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const middle = (window.start + window.end) / 2;
  const here = keys.index >= 0 ? keys.index : Math.max(0, monthIndexAt(spans, middle));
  const about = keys.index >= 0 ? (spans[here]?.middle ?? middle) : middle;
  const go = (to: number) => {
    const index = Math.min(last, Math.max(0, to));
    const span = spans[index];
    if (!span) return;
    if (onWindow && (span.start < window.start || span.end > window.end)) {
      onWindow(windowAround(window, span.start, span.end, bounds));
    }
    keys.onIndex(index);
  };
  const zoomBy = (factor: number) => onWindow?.(zoomed(window, factor, about, bounds, keys.shortestDays));
  const actions = new Map<string, () => void>([
    ['ArrowLeft', () => go(keys.index < 0 ? here : here - 1)],
    ['ArrowDown', () => go(keys.index < 0 ? here : here - 1)],
    ['ArrowRight', () => go(keys.index < 0 ? here : here + 1)],
    ['ArrowUp', () => go(keys.index < 0 ? here : here + 1)],
    ['PageUp', () => go(here + 12)],
    ['PageDown', () => go(here - 12)],
    ['Home', () => go(0)],
    ['End', () => go(last)],
    ['+', () => zoomBy(0.8)],
    ['=', () => zoomBy(0.8)],
    ['-', () => zoomBy(1.25)],
    ['0', () => onWindow?.(bounds)],
    ['Enter', () => onOpen?.(here)],
    [' ', () => onOpen?.(here)],
  ]);
  const action = actions.get(event.key);
  if (!action) return;
  event.preventDefault();
  action();
}
