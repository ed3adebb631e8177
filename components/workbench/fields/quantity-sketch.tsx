'use client';

import { dateDay } from '@/lib/charts/time/months';
import { quantitySampler } from '@/lib/engine/distributions/quantity-sampler';
import type { Knots, Quantity } from '@/lib/scenario/document';
import { type Density, sampleDensity } from '@/lib/workbench/density';
import styles from './fields.module.css';

const sketchDraws = 400;

// Quantities never change once written, so what was drawn of one holds as long as it lives.
const drawn = new WeakMap<object, Density | null>();

/** Density of a quantity; null where it cannot be drawn (a draft that the engine would refuse). */
function quantityDensity(quantity: Quantity): Density | null {
  if (typeof quantity === 'number') return { low: quantity, high: quantity, heights: [1] };
  const known = drawn.get(quantity);
  if (known !== undefined) return known;
  const density = computeDensity(quantity);
  drawn.set(quantity, density);
  return density;
}

function computeDensity(quantity: Quantity): Density | null {
  try {
    const sampler = quantitySampler(quantity);
    const values = Float64Array.from({ length: sketchDraws }, (_, index) =>
      sampler.quantile((index + 0.5) / sketchDraws),
    );
    return sampleDensity(values, 40);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface DensityShapeProps {
  readonly density: Density;
  readonly width: number;
  readonly height: number;
  /** The stretch of values that the width stands for; default the density's own. */
  readonly domain?: readonly [number, number];
  readonly colour?: string;
}

/** The density as a filled outline; one value as a needle. */
export function DensityShape({ density, width, height, domain, colour = 'var(--r-accent)' }: DensityShapeProps) {
  const [from, to] = domain ?? [density.low, density.high];
  const x = (value: number) => (to > from ? ((value - from) / (to - from)) * width : width / 2);
  if (!(density.high > density.low)) {
    const at = x(density.low);
    return <line x1={at} x2={at} y1={1} y2={height} stroke={colour} strokeWidth={2} />;
  }
  const step = (density.high - density.low) / density.heights.length;
  const points = density.heights.map((size, index) => {
    const left = x(density.low + (index + 0.5) * step);
    return `${left.toFixed(1)},${(height - size * (height - 2)).toFixed(1)}`;
  });
  const base = `${x(density.high).toFixed(1)},${height} ${x(density.low).toFixed(1)},${height}`;
  return (
    <polygon points={`${points.join(' ')} ${base}`} fill={colour} fillOpacity={0.28} stroke={colour} strokeWidth={1} />
  );
}

/** A small picture of what a quantity says, beside its words. */
export function QuantitySpark({ quantity }: { readonly quantity: Quantity }) {
  const density = quantityDensity(quantity);
  if (!density) return null;
  return (
    <svg width={40} height={16} aria-hidden="true" focusable="false">
      <DensityShape density={density} width={40} height={16} />
    </svg>
  );
}

/** The density over the stretch of values of the sliders below it. */
export function QuantitySketch({
  quantity,
  domain,
}: {
  readonly quantity: Quantity;
  readonly domain: readonly [number, number];
}) {
  const density = quantityDensity(quantity);
  return (
    <svg className={styles.sketch} viewBox="0 0 300 48" height={48} preserveAspectRatio="none" aria-hidden="true">
      <line x1={0} x2={300} y1={47.5} y2={47.5} stroke="var(--r-border-strong)" vectorEffect="non-scaling-stroke" />
      {density ? <DensityShape density={density} width={300} height={47} domain={domain} /> : null}
    </svg>
  );
}

function knotRange(knot: Knots['knots'][number]) {
  return 'value' in knot ? { low: knot.value, mode: knot.value, high: knot.value } : knot;
}

/** A path through time with its band from low to high. */
export function KnotsSketch({
  knots,
  width,
  height,
}: {
  readonly knots: Knots;
  readonly width: number;
  readonly height: number;
}) {
  const points = knots.knots.map((knot) => ({ day: dateDay(knot.date), ...knotRange(knot) }));
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last) return null;
  const top = Math.max(...points.map(({ high }) => high), 0);
  const bottom = Math.min(...points.map(({ low }) => low), 0);
  const x = (day: number) => (last.day > first.day ? ((day - first.day) / (last.day - first.day)) * width : 0);
  const y = (value: number) =>
    top > bottom ? height - 1 - ((value - bottom) / (top - bottom)) * (height - 2) : height / 2;
  const line = (pick: 'low' | 'mode' | 'high') =>
    points.map((point) => `${x(point.day).toFixed(1)},${y(point[pick]).toFixed(1)}`);
  // A single knot is a constant.
  const stretch = (path: string[]) => (points.length === 1 ? [...path, `${width},${y(first.mode).toFixed(1)}`] : path);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} preserveAspectRatio="none" aria-hidden="true">
      <polygon
        points={[...line('high'), ...line('low').reverse()].join(' ')}
        fill="var(--r-accent)"
        fillOpacity={0.28}
      />
      <polyline points={stretch(line('mode')).join(' ')} fill="none" stroke="var(--r-accent)" strokeWidth={1.5} />
    </svg>
  );
}
