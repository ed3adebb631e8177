import type { Quantity, Trajectory } from '../../scenario/document';
import { type QuantitySampler, quantitySampler } from '../distributions/quantity-sampler';
import { type TrajectorySampler, trajectorySampler } from '../distributions/trajectory-sampler';

/** Two or three scenarios of a common size. */
const MOST_KEPT = 1000;

/**
 * Samplers by what they were made from: an edit changes one input, and the tables of the others are dear to make anew.
 * A sampler depends on nothing else and is never changed. All are dropped when there are too many.
 */
function keptBy<Sampler>(): (key: string, make: () => Sampler) => Sampler {
  const kept = new Map<string, Sampler>();
  return (key, make) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = make();
    kept.set(key, made);
    return made;
  };
}

const quantities = keptBy<QuantitySampler>();
const trajectories = keptBy<TrajectorySampler>();

/** As `quantitySampler`, made once in each thread. */
export function keptQuantitySampler(quantity: Quantity): QuantitySampler {
  if (typeof quantity === 'number') return quantitySampler(quantity);
  return quantities(JSON.stringify(quantity), () => quantitySampler(quantity));
}

/** As `trajectorySampler`, made once in each thread. */
export function keptTrajectorySampler(trajectory: Trajectory, dayOfMonth: Float64Array): TrajectorySampler {
  // Months are whole and follow each other: the first and their number say all of them.
  const key = `${dayOfMonth[0]} ${dayOfMonth.length} ${JSON.stringify(trajectory)}`;
  return trajectories(key, () => trajectorySampler(trajectory, dayOfMonth));
}
