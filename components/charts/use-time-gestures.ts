'use client';

import { type D3ZoomEvent, select, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from 'd3';
import { type RefObject, useEffect, useRef } from 'react';
import type { TimeWindow } from '@/lib/charts/time/months';
import { timeScale } from '@/lib/charts/time/time-scale';

/** The closest view: about two weeks. */
export const SHORTEST_DAYS = 14;

interface GestureOptions {
  readonly window: TimeWindow;
  readonly bounds: TimeWindow;
  readonly left: number;
  readonly right: number;
  readonly onWindow: (window: TimeWindow) => void;
}

/** The zoom transform that shows `window` out of `bounds`. */
function transformFor(options: GestureOptions) {
  const base = timeScale(options.bounds, options.left, options.right);
  const { start, end } = options.window;
  const whole = options.bounds.end - options.bounds.start;
  const k = whole / Math.max(end - start, 1e-6);
  return zoomIdentity.translate(options.left - k * base.x(start), 0).scale(k);
}

// A plain wheel scrolls the page; a drag that starts on something editable belongs to it.
function isTimeGesture(event: Event): boolean {
  const target = event.target as Element | null;
  if (target?.closest('[data-own-drag]')) return false;
  if (event.type === 'wheel') return (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey;
  return !('button' in event) || (event as MouseEvent).button === 0;
}

// Browsers report a pinch on a trackpad as a wheel with ctrl in small steps, a notch of a mouse in large ones.
function wheelDelta(event: WheelEvent): number {
  const unit = event.deltaMode === 1 ? 0.05 : event.deltaMode === 2 ? 1 : 0.002;
  return -event.deltaY * unit * (Math.abs(event.deltaY) < 40 ? 8 : 2);
}

/** Zoom (ctrl + wheel, pinch) and pan (drag) of the time in view, on an element; the window itself lives with the caller. */
export function useTimeGestures(ref: RefObject<Element | null>, options: GestureOptions): void {
  const latest = useRef(options);
  const behaviour = useRef<ZoomBehavior<Element, unknown> | null>(null);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const zoomer = zoom<Element, unknown>()
      .filter(isTimeGesture)
      .wheelDelta(wheelDelta)
      .clickDistance(4)
      .on('zoom', (event: D3ZoomEvent<Element, unknown>) => {
        if (!event.sourceEvent) return;
        const { left, right, bounds, onWindow } = latest.current;
        const base = timeScale(bounds, left, right);
        const start = Math.max(bounds.start, base.day(event.transform.invertX(left)));
        const end = Math.min(bounds.end, base.day(event.transform.invertX(right)));
        if (end > start) onWindow({ start, end });
      });
    behaviour.current = zoomer;
    select(element).call(zoomer).on('dblclick.zoom', null);
    return () => {
      select(element).on('.zoom', null);
    };
  }, [ref]);
  useEffect(() => {
    const element = ref.current;
    const zoomer = behaviour.current;
    if (!element || !zoomer) return;
    const { left, right, bounds } = options;
    const most = Math.max(1, (bounds.end - bounds.start) / SHORTEST_DAYS);
    zoomer
      .scaleExtent([1, most])
      .extent([
        [left, 0],
        [right, 1],
      ])
      .translateExtent([
        [left, Number.NEGATIVE_INFINITY],
        [right, Number.POSITIVE_INFINITY],
      ]);
    const wanted = transformFor(options);
    const now = zoomTransform(element);
    const apart = Math.abs(now.k - wanted.k) > 1e-6 * wanted.k || Math.abs(now.x - wanted.x) > 0.01;
    if (apart) select(element).call(zoomer.transform, wanted);
  });
}
