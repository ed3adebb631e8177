import { area, line } from 'd3';
import { fanByMonth } from '../../engine/results/packed-fans';
import type { FutureResult, MonthResult, Statistics, TrialsResult } from '../../engine/results/result-types';
import type { SceneNode } from '../scene';
import { group, node } from '../scene-nodes';
import type { DrawContext } from '../time-chart';

export type Percentile = 'P5' | 'P10' | 'P25' | 'P50' | 'P75' | 'P90' | 'P95';
export const percentiles: readonly Percentile[] = ['P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95'];
const levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** One number of the trials by month; null where the month has none. */
export type FanSeries = readonly (Statistics | null)[];

export function fanSeries(trials: TrialsResult, name: string): FanSeries {
  return fanByMonth(trials, name);
}
export function planSeries(
  plan: FutureResult,
  pick: (month: MonthResult) => number | null,
): readonly (number | null)[] {
  return plan.months.map(pick);
}

/** A percentile as a number to draw, or null where it is never or missing. */
export function percentileAt(fan: FanSeries, index: number, name: Percentile | 'mean'): number | null {
  const value = fan[index]?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Every number of a fan, for the domain. */
export function* fanValues(fan: FanSeries): Generator<number> {
  for (let index = 0; index < fan.length; index++) {
    for (const name of ['P5', 'P95'] as const) {
      const value = percentileAt(fan, index, name);
      if (value !== null) yield value;
    }
  }
}

interface Point {
  readonly x: number;
  readonly low: number | null;
  readonly high: number | null;
}

function bandPath(fan: FanSeries, low: Percentile, high: Percentile, context: DrawContext): string {
  const points: Point[] = context.spans.map((span, index) => ({
    x: context.time.x(span.middle),
    low: percentileAt(fan, index, low),
    high: percentileAt(fan, index, high),
  }));
  const shape = area<Point>()
    .defined((point) => point.low !== null && point.high !== null)
    .x((point) => point.x)
    .y0((point) => context.y(point.low ?? 0))
    .y1((point) => context.y(point.high ?? 0))
    .digits(2);
  return shape(points) ?? '';
}

/** A line through monthly values at the middles of the months; gaps where there is none. */
export function seriesPath(values: readonly (number | null)[], context: DrawContext): string {
  const shape = line<number | null>()
    .defined((value) => value !== null && Number.isFinite(value))
    .x((_, index) => context.time.x(context.spans[index]?.middle ?? 0))
    .y((value) => context.y(value ?? 0))
    .digits(2);
  return shape(values as (number | null)[]) ?? '';
}

export function lineOf(
  values: readonly (number | null)[],
  colour: string,
  context: DrawContext,
  more = {},
): SceneNode | null {
  const d = seriesPath(values, context);
  if (!d) return null;
  return node('path', { d, fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-linejoin': 'round', ...more });
}

/** P5-P95 light, P10-P90 darker, P25-P75 darkest, P50 a solid line. */
export function fanNodes(id: string, fan: FanSeries, colour: string, context: DrawContext): SceneNode {
  const band = (low: Percentile, high: Percentile, opacity: number) => {
    const d = bandPath(fan, low, high, context);
    return d && node('path', { d, fill: colour, 'fill-opacity': opacity, 'data-series': `${id}-${low}-${high}` });
  };
  const median = fan.map((_, index) => percentileAt(fan, index, 'P50'));
  const bands = [band('P5', 'P95', 0.14), band('P10', 'P90', 0.16), band('P25', 'P75', 0.3)];
  return group({ 'data-series': id }, [
    ...bands.filter((path): path is SceneNode => path !== '' && path !== null),
    lineOf(median, colour, context, { 'data-series': `${id}-P50` }),
  ]);
}

/** The plan as a thin dashed line. */
export function planNodes(plan: readonly (number | null)[], colour: string, context: DrawContext): SceneNode | null {
  return lineOf(plan, colour, context, {
    'stroke-width': 1.25,
    'stroke-dasharray': '4 3',
    'data-series': 'plan',
  });
}

/**
 * Where a value lies among the trials, by linear interpolation between the known percentiles: `P23`, `under P5`,
 * `over P95`; null where the percentiles do not tell it apart (all equal, or never).
 */
export function percentileName(statistics: Statistics | null | undefined, value: number | null): string | null {
  if (!statistics || value === null) return null;
  const known = percentiles.map((name) => {
    const at = statistics[name];
    return at === 'never' ? Number.POSITIVE_INFINITY : at;
  });
  const first = known[0] as number;
  const last = known[known.length - 1] as number;
  if (first === last) return null;
  if (value < first) return 'under P5';
  if (value > last) return 'over P95';
  for (let index = 1; index < known.length; index++) {
    const [low, high] = [known[index - 1] as number, known[index] as number];
    if (value > high) continue;
    const share = Number.isFinite(high) && high > low ? (value - low) / (high - low) : 0;
    const level = (levels[index - 1] as number) + share * ((levels[index] as number) - (levels[index - 1] as number));
    return `P${Math.round(level * 100)}`;
  }
  return 'over P95';
}

export function planLabel(statistics: Statistics | null | undefined, value: number | null): string {
  const name = percentileName(statistics, value);
  return name ? `plan (${name})` : 'plan';
}
