import type { ChartTheme, SceneNode } from '../scene';
import { lineNode, node, round, sceneRoot } from '../scene-nodes';

/** Heights over equal steps between two values, any scale. */
export interface DensityShape {
  readonly low: number;
  readonly high: number;
  readonly heights: readonly number[];
}

export interface SketchFrame {
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
  /** A value to mark, for instance the plan's. */
  readonly mark?: number;
}

/**
 * Density of a distribution from its quantile function, over equal steps between its 0.5th and 99.5th percentile: the
 * probability that falls into a step is counted from a fine grid of equally likely values.
 */
export function quantileDensity(quantile: (u: number) => number, steps = 32): DensityShape {
  const grid = 2000;
  const low = quantile(0.005);
  const high = quantile(0.995);
  if (!(high > low)) return { low, high: low, heights: [1] };
  const heights = new Array<number>(steps).fill(0);
  for (let index = 0; index < grid; index++) {
    const value = quantile(0.005 + (0.99 * (index + 0.5)) / grid);
    const step = Math.min(steps - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * steps)));
    heights[step] = (heights[step] ?? 0) + 1;
  }
  return { low, high, heights };
}

/** Counts of finite samples over equal steps between their least and their largest. */
export function histogram(samples: ArrayLike<number>, steps = 32): DensityShape | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < samples.length; index++) {
    const value = samples[index] as number;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return null;
  if (low === high) return { low, high, heights: [1] };
  const heights = new Array<number>(steps).fill(0);
  for (let index = 0; index < samples.length; index++) {
    const value = samples[index] as number;
    if (!Number.isFinite(value)) continue;
    const step = Math.min(steps - 1, Math.floor(((value - low) / (high - low)) * steps));
    heights[step] = (heights[step] ?? 0) + 1;
  }
  return { low, high, heights };
}

/** A small picture of a distribution: for the headline strip and beside an input. */
export function densitySketch(shape: DensityShape, frame: SketchFrame): SceneNode {
  const { width, height, theme } = frame;
  const base = height - 1;
  const most = Math.max(...shape.heights, Number.MIN_VALUE);
  const step = width / shape.heights.length;
  const nodes: SceneNode[] = [];
  if (shape.heights.length === 1) {
    nodes.push(lineNode(width / 2, 2, width / 2, base, theme.accent, { 'stroke-width': 2 }));
  } else {
    const points = shape.heights.map(
      (count, index) => `${round(index * step + step / 2)},${round(base - (count / most) * (base - 2))}`,
    );
    nodes.push(
      node('path', {
        d: `M0,${base}L${points.join('L')}L${round(width)},${base}Z`,
        fill: theme.accent,
        'fill-opacity': 0.25,
        stroke: theme.accent,
        'stroke-width': 1.25,
        'stroke-linejoin': 'round',
      }),
    );
  }
  nodes.push(lineNode(0, base, width, base, theme.axis));
  const { mark } = frame;
  if (mark !== undefined && shape.high > shape.low && mark >= shape.low && mark <= shape.high) {
    const x = ((mark - shape.low) / (shape.high - shape.low)) * width;
    nodes.push(lineNode(x, 0, x, base, theme.text, { 'stroke-dasharray': '2 2' }));
  }
  return sceneRoot(width, height, theme, nodes);
}
