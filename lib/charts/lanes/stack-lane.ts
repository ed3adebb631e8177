import { area, curveLinear } from 'd3';
import { textOn } from '../colour-maths';
import type { SeriesLook } from '../colours';
import type { ChartFrame, ScenarioResults, SeriesKey, TimeChart } from '../frame';
import { type EndLabel, placeInArea } from '../labels';
import { patternFill } from '../patterns';
import type { ChartReading, SceneNode } from '../scene';
import { node, textNode } from '../scene-nodes';
import { textWidth } from '../text/text-width';
import { type DrawContext, lastVisible, timeChart } from '../time-chart';

export interface StackLane {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly sentence: string;
  readonly looks: readonly SeriesLook[];
  /** One row of parts by month, in the order of `looks`; each row adds up to 1, or to 0 where there is nothing. */
  readonly rows: readonly (readonly number[])[];
  /** `steps`: each month is one value; `lines`: values at the months' middles, joined. */
  readonly shape: 'steps' | 'lines';
  readonly word: (value: number) => string;
}

interface Layer {
  readonly look: SeriesLook;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Lower and upper edges of each part, bottom first. */
export function stackLayers(looks: readonly SeriesLook[], rows: readonly (readonly number[])[]): readonly Layer[] {
  const sums = rows.map(() => 0);
  return looks.map((look, part) => {
    const lower = [...sums];
    for (const [index, row] of rows.entries()) sums[index] = (sums[index] as number) + Math.max(0, row[part] ?? 0);
    return { look, lower, upper: [...sums] };
  });
}

/** Edges in px; for steps each month has two points, at its start and its end. */
function pixels(lane: StackLane, layer: Layer, context: DrawContext) {
  const x: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  for (const [index, span] of context.spans.entries()) {
    const places = lane.shape === 'steps' ? [span.start, span.end] : [span.middle];
    for (const place of places) {
      x.push(context.time.x(place));
      lower.push(context.y(layer.lower[index] ?? 0));
      upper.push(context.y(layer.upper[index] ?? 0));
    }
  }
  return { x, lower, upper };
}

function layerPath(edges: ReturnType<typeof pixels>): string {
  const shape = area<number>()
    .x((_, index) => edges.x[index] ?? 0)
    .y0((_, index) => edges.lower[index] ?? 0)
    .y1((_, index) => edges.upper[index] ?? 0)
    .curve(curveLinear)
    .digits(2);
  return shape(edges.x as number[]) ?? '';
}

function inside(lane: StackLane, layer: Layer, context: DrawContext) {
  const label = { width: textWidth(layer.look.label, 12, 600), height: 15 };
  const edges = pixels(lane, layer, context);
  return { edges, place: placeInArea(edges, label, context.plot) };
}

function drawLayers(lane: StackLane, layers: readonly Layer[], context: DrawContext) {
  const body: SceneNode[] = [];
  const labels: SceneNode[] = [];
  const definitions: (SceneNode | undefined)[] = [];
  const { frame } = context;
  for (const layer of layers) {
    const { look } = layer;
    const { edges, place } = inside(lane, layer, context);
    const { fill, overlay, definition } = patternFill(
      frame.idPrefix,
      `${lane.id}-${look.id}`,
      look.colour,
      look.pattern,
    );
    definitions.push(definition);
    const d = layerPath(edges);
    body.push(
      node('path', {
        d,
        fill,
        stroke: frame.theme.background,
        'stroke-width': 0.75,
        'data-series': look.id,
      }),
    );
    if (overlay) body.push(node('path', { d, fill: overlay }));
    if (!place || frame.labels === 'none') continue;
    labels.push(
      textNode(look.label, place.x, place.y + 4, {
        fill: textOn(look.colour),
        weight: 600,
        anchor: 'middle',
        halo: look.pattern ? look.colour : undefined,
      }),
    );
  }
  return { body, labels, definitions };
}

function endsOf(lane: StackLane, layers: readonly Layer[], context: DrawContext): EndLabel[] {
  const last = lastVisible(context);
  const labels: EndLabel[] = [];
  for (const layer of layers) {
    const [low, high] = [layer.lower[last] ?? 0, layer.upper[last] ?? 0];
    if (inside(lane, layer, context).place) continue;
    const { colour, label, id } = layer.look;
    labels.push({ id, text: label, colour, y: context.y((low + high) / 2), weight: id === 'own' ? 600 : 400 });
  }
  return labels;
}

function tableOf(lane: StackLane, results: ScenarioResults): ChartReading['table'] {
  return {
    columns: ['Month', ...lane.looks.map((look) => look.label)],
    rows: results.trials.months.map(({ month }, index) => [month, ...(lane.rows[index] ?? [])]),
  };
}

/** Parts of a whole by month, stacked from zero to one. */
export function stackLane(lane: StackLane, results: ScenarioResults, frame: ChartFrame): TimeChart {
  const layers = stackLayers(lane.looks, lane.rows);
  const shown = layers.filter((layer) => layer.upper.some((value, index) => value > (layer.lower[index] ?? 0) + 1e-9));
  const key: SeriesKey[] = shown.map(({ look }) => ({
    id: look.id,
    label: look.label,
    colour: look.colour,
    mark: look.pattern ?? 'area',
  }));
  return timeChart({
    id: lane.id,
    unit: lane.unit,
    results,
    frame,
    domain: [0, 1],
    exact: true,
    tickText: (value) => `${Math.round(value * 100)} %`,
    key,
    reading: {
      title: lane.title,
      sentence: lane.sentence,
      get table() {
        return tableOf(lane, results);
      },
    },
    figuresAt: (index) =>
      lane.looks.flatMap((look, part) => {
        const value = lane.rows[index]?.[part] ?? 0;
        return value > 0 ? [{ id: look.id, label: look.label, text: lane.word(value), colour: look.colour }] : [];
      }),
    draw: (context) => drawLayers(lane, shown, context),
    ends: (context) => endsOf(lane, shown, context),
  });
}
