import type { Statistics } from '../engine/results/result-types';

/** Heights 0..1 over equal steps from `low` to `high`. */
export interface Density {
  readonly low: number;
  readonly high: number;
  readonly heights: readonly number[];
}

const smoothing = [1, 2, 3, 2, 1] as const;

function normalise(counts: readonly number[]): number[] {
  const smooth = counts.map((_, index) =>
    smoothing.reduce((sum, weight, offset) => sum + weight * (counts[index + offset - 2] ?? 0), 0),
  );
  const top = Math.max(...smooth);
  return top > 0 ? smooth.map((count) => count / top) : smooth;
}

// A run's samples never change, and the strip asks for their density with every redraw.
const drawn = new WeakMap<Float64Array, Map<number, Density | null>>();

/** Density of the finite values among samples, between their 1st and 99th percentile; null without any. */
export function sampleDensity(samples: Float64Array, steps = 28): Density | null {
  const bySteps = drawn.get(samples) ?? new Map<number, Density | null>();
  drawn.set(samples, bySteps);
  let density = bySteps.get(steps);
  if (density === undefined) {
    density = computeDensity(samples, steps);
    bySteps.set(steps, density);
  }
  return density;
}

function computeDensity(samples: Float64Array, steps: number): Density | null {
  const finite = new Float64Array(samples.length);
  let count = 0;
  for (let index = 0; index < samples.length; index += 1) {
    const value = samples[index] ?? Number.NaN;
    if (Number.isFinite(value)) {
      finite[count] = value;
      count += 1;
    }
  }
  const sorted = finite.subarray(0, count).sort();
  const from = Math.floor((count - 1) * 0.01);
  const to = Math.ceil((count - 1) * 0.99);
  const low = sorted[from];
  const high = sorted[to];
  if (low === undefined || high === undefined) return null;
  if (!(high > low)) return { low, high: low, heights: [1] };
  const counts = new Array<number>(steps).fill(0);
  const scale = steps / (high - low);
  for (let index = from; index <= to; index += 1) {
    const step = Math.min(steps - 1, Math.floor(((sorted[index] ?? low) - low) * scale));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return { low, high, heights: normalise(counts) };
}

/** A rougher density from percentiles alone, for outputs of which no samples are kept. */
export function percentileDensity(statistics: Statistics, steps = 28): Density | null {
  const points = (
    [
      [0.05, statistics.P5],
      [0.1, statistics.P10],
      [0.25, statistics.P25],
      [0.5, statistics.P50],
      [0.75, statistics.P75],
      [0.9, statistics.P90],
      [0.95, statistics.P95],
    ] as const
  ).filter((point): point is readonly [number, number] & typeof point => typeof point[1] === 'number');
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last) return null;
  const low = first[1] as number;
  const high = last[1] as number;
  if (!(high > low)) return { low, high: low, heights: [1] };
  const counts = new Array<number>(steps).fill(0);
  const width = (high - low) / steps;
  for (let index = 1; index < points.length; index += 1) {
    const [p0, v0] = points[index - 1] as readonly [number, number];
    const [p1, v1] = points[index] as readonly [number, number];
    for (let step = 0; step < steps; step += 1) {
      const from = Math.max(v0, low + step * width);
      const to = Math.min(v1, low + (step + 1) * width);
      if (to > from && v1 > v0) counts[step] = (counts[step] ?? 0) + ((p1 - p0) * (to - from)) / (v1 - v0);
    }
  }
  return { low, high, heights: normalise(counts) };
}
