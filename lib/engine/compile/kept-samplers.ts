import type { Quantity, Trajectory } from '../../scenario/document';
import { type QuantitySampler, quantitySampler } from '../distributions/quantity-sampler';
import { type TrajectorySampler, trajectorySampler } from '../distributions/trajectory-sampler';
import { keptBy } from '../kept-by';

/** Two or three scenarios of a common size. */
const MOST_KEPT = 1000;

const quantities = keptBy<QuantitySampler>(MOST_KEPT);
const trajectories = keptBy<TrajectorySampler>(MOST_KEPT);

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
