import type { ScenarioDocument, TargetMetric } from '../../scenario/document';
import { isInstantMetric, parseOutputName } from '../../scenario/output-name';
import { createQuantileScratch, selectQuantiles } from '../maths/quantiles';
import { meanOfFinite } from '../results/statistics';

/** How trials become one number: the mean of the finite ones, a percentile (never sorts last), or a target's chance. */
export type FigureStatistic = 'mean' | 'P5' | 'P10' | 'P25' | 'P50' | 'P75' | 'P90' | 'P95' | 'probability';

/** One figure of a run: an output by name and how its trials are summed up. */
export interface Figure {
  readonly output: string;
  readonly statistic: FigureStatistic;
}

/**
 * The figure of some trials: Infinity where it is never, NaN where no trial has a number.
 *
 * @param values by trial; Infinity is never, NaN is none (left out); for `probability` 1 where it happens, else 0
 */
export function figureOf(values: Float64Array, statistic: FigureStatistic): number {
  const present = values.filter((value) => !Number.isNaN(value));
  if (present.length === 0) return Number.NaN;
  if (statistic === 'probability') return present.reduce((sum, value) => sum + value, 0) / present.length;
  if (statistic === 'mean') {
    const { mean, count } = meanOfFinite(present, 0, present.length);
    return count > 0 ? mean : Number.POSITIVE_INFINITY;
  }
  const out = new Float64Array(1);
  const probability = Number(statistic.slice(1)) / 100;
  selectQuantiles(present, present.length, [probability], out, createQuantileScratch(present.length));
  return out[0]!;
}

/** What the trials of a figure are: the output's values, or 1 where its target is met. Null where there is none. */
export function figureColumn(
  run: { column(name: string): Float64Array | null; met(target: string): Uint8Array | null },
  { output, statistic }: Figure,
): Float64Array | null {
  if (statistic !== 'probability') return run.column(output);
  const name = parseOutputName(output);
  const met = name?.kind === 'target' ? run.met(name.target) : null;
  return met && Float64Array.from(met);
}

/** The metric of an output by name, a target's own where it names one; undefined where there is none. */
export function metricOf(document: ScenarioDocument, output: string): TargetMetric | undefined {
  const name = parseOutputName(output);
  if (name === null) return undefined;
  if (name.kind !== 'target') return name.metric;
  return document.targets?.find(({ id }) => id === name.target)?.metric;
}

/** Dates by their middle, which knows what to make of never; everything else by its mean, which adds up. */
export function usualStatistic(document: ScenarioDocument, output: string): 'mean' | 'P50' {
  const metric = metricOf(document, output);
  return metric !== undefined && isInstantMetric(metric) ? 'P50' : 'mean';
}
