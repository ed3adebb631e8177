import type { Statistics } from '../../engine/results/result-types';
import type { ChartFrame, MonthFigure, ScenarioResults, SeriesKey, TimeChart } from '../frame';
import type { EndLabel } from '../labels';
import type { ChartReading, SceneNode } from '../scene';
import { type DrawContext, lastVisible, timeChart, valueDomain } from '../time-chart';
import { finiteText } from '../words';
import { type FanSeries, fanNodes, fanValues, lineOf, percentileAt, percentiles, planLabel, planNodes } from './fan';

/** A line or a fan in a lane. */
export interface LaneSeries {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  /** Percentiles by month; or a plain line of values. */
  readonly fan?: FanSeries;
  readonly plan?: readonly (number | null)[];
  readonly values?: readonly (number | null)[];
  readonly dash?: string;
}

export interface FanLane {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly sentence: string;
  readonly word: (value: number) => string;
  readonly tickText?: (value: number) => string;
  readonly series: readonly LaneSeries[];
  /** Upper end of the domain where it must not follow the data. */
  readonly domain?: readonly [number, number];
}

function* seriesValues(series: readonly LaneSeries[]): Generator<number> {
  for (const one of series) {
    if (one.fan) yield* fanValues(one.fan);
    for (const list of [one.plan, one.values]) for (const value of list ?? []) if (value !== null) yield value;
  }
}

function keyOf(series: readonly LaneSeries[]): SeriesKey[] {
  const key: SeriesKey[] = series.map((one) => ({
    id: one.id,
    label: one.label,
    colour: one.colour,
    mark: one.fan ? 'band' : one.dash ? 'dashed' : 'line',
  }));
  const planned = series.find((one) => one.plan);
  if (planned) key.push({ id: 'plan', label: 'plan', colour: planned.colour, mark: 'dashed' });
  return key;
}

/** Columns of the table behind fans: the month, then each series' percentiles or its value. */
export function fanTable(results: ScenarioResults, series: readonly LaneSeries[]): ChartReading['table'] {
  const columns = ['Month'];
  for (const one of series) {
    const prefix = series.length > 1 ? `${one.label} ` : '';
    if (one.fan) columns.push(...percentiles.map((name) => `${prefix}${name}`), `${prefix}mean`);
    if (one.plan) columns.push(`${prefix}plan`);
    if (one.values) columns.push(one.label);
  }
  const rows = results.trials.months.map(({ month }, index) => {
    const row: (string | number)[] = [month];
    for (const one of series) {
      const at: Statistics | null = one.fan?.[index] ?? null;
      if (one.fan) row.push(...percentiles.map((name) => at?.[name] ?? 'none'), at?.mean ?? 'none');
      if (one.plan) row.push(one.plan[index] ?? 'none');
      if (one.values) row.push(one.values[index] ?? 'none');
    }
    return row;
  });
  return { columns, rows };
}

function figures(lane: FanLane, index: number): MonthFigure[] {
  const list = lane.series.map((one): MonthFigure => {
    const at = one.fan?.[index];
    const value = one.values?.[index];
    const range = (statistics: Statistics) =>
      `${finiteText(statistics.P50, lane.word)} (${finiteText(statistics.P10, lane.word)} – ${finiteText(statistics.P90, lane.word)})`;
    const text = at ? range(at) : typeof value === 'number' ? lane.word(value) : 'none';
    return { id: one.id, label: one.label, text, colour: one.colour };
  });
  const planned = lane.series.find((one) => one.plan);
  const value = planned?.plan?.[index];
  if (typeof value === 'number') {
    list.push({ id: 'plan', label: planLabel(planned?.fan?.[index], value), text: lane.word(value) });
  }
  return list;
}

function ends(lane: FanLane, context: DrawContext): EndLabel[] {
  const last = lastVisible(context);
  const labels: EndLabel[] = [];
  for (const one of lane.series) {
    const value = one.fan ? percentileAt(one.fan, last, 'P50') : (one.values?.[last] ?? null);
    if (value !== null)
      labels.push({ id: one.id, text: one.label, colour: one.colour, y: context.y(value), weight: 600 });
    const planned = one.plan?.[last] ?? null;
    if (planned === null) continue;
    labels.push({
      id: `${one.id}-plan`,
      text: planLabel(one.fan?.[last], planned),
      colour: one.colour,
      y: context.y(planned),
    });
  }
  return labels;
}

/** Fans and lines over time on one value axis that includes zero. */
export function fanLane(lane: FanLane, results: ScenarioResults, frame: ChartFrame): TimeChart {
  return timeChart({
    id: lane.id,
    unit: lane.unit,
    results,
    frame,
    domain: lane.domain ?? valueDomain(seriesValues(lane.series)),
    tickText: lane.tickText ?? lane.word,
    key: keyOf(lane.series),
    reading: {
      title: lane.title,
      sentence: lane.sentence,
      // Asked for by few and long: made when it is read.
      get table() {
        return fanTable(results, lane.series);
      },
    },
    figuresAt: (index) => figures(lane, index),
    draw: (context) => {
      const body: (SceneNode | null)[] = [];
      for (const one of lane.series) if (one.fan) body.push(fanNodes(one.id, one.fan, one.colour, context));
      for (const one of lane.series) {
        if (one.plan) body.push(planNodes(one.plan, one.colour, context));
        if (one.values) {
          body.push(lineOf(one.values, one.colour, context, { 'stroke-dasharray': one.dash, 'data-series': one.id }));
        }
      }
      return { body };
    },
    ends: (context) => ends(lane, context),
  });
}
