import { createQuantileScratch, selectQuantiles } from '../maths/quantiles';

/** A trial that stands for a percentile. */
export interface NearTrial {
  readonly trial: number;
  /** Its value; Infinity where it never happens. */
  readonly value: number;
  /** The percentile itself. */
  readonly percentile: number;
}

/**
 * The trial whose output lies nearest to a percentile, the first of equals, for replay: "a future near P80". Null where
 * no trial has a value.
 *
 * @param values by trial; Infinity is never (a percentile beyond all dates is shown by a trial that never comes), NaN is none
 * @param probability in 0..1
 * @example trialNearPercentile(Float64Array.of(5, 1, 9), 0.5) // { trial: 0, value: 5, percentile: 5 }
 */
export function trialNearPercentile(values: Float64Array, probability: number): NearTrial | null {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no probability`);
  const present = values.filter((value) => !Number.isNaN(value));
  if (present.length === 0) return null;
  const out = new Float64Array(1);
  selectQuantiles(present, present.length, [probability], out, createQuantileScratch(present.length));
  const percentile = out[0]!;
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  values.forEach((value, trial) => {
    const distance = value === percentile ? 0 : Math.abs(value - percentile);
    if (distance < least) {
      least = distance;
      nearest = trial;
    }
  });
  return { trial: nearest, value: values[nearest]!, percentile };
}
