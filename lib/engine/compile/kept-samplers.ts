import type { Quantity, Trajectory } from '../../scenario/document';
import { type QuantitySampler, quantitySampler } from '../distributions/quantity-sampler';
import { type TrajectorySampler, trajectorySampler } from '../distributions/trajectory-sampler';
import { keptBy } from '../kept-by';

/** Two or three scenarios of a common size. */
const MOST_KEPT = 1000;

const quantities = keptBy<QuantitySampler>(MOST_KEPT);
const trajectories = keptBy<TrajectorySampler>(MOST_KEPT);

/**
 * Samplers by the part of a document that they were made from. For whoever never changes a part in place: it is known by
 * its identity, and forgotten when nobody holds it any more.
 */
export interface KnownSamplers {
  readonly quantities: WeakMap<object, QuantitySampler>;
  /** With the months that they are for. */
  readonly trajectories: WeakMap<object, { readonly dayOfMonth: Float64Array; readonly sampler: TrajectorySampler }>;
}

/** A memory in which no sampler is known yet. */
export function createKnownSamplers(): KnownSamplers {
  return { quantities: new WeakMap(), trajectories: new WeakMap() };
}

/** The sampler of a quantity, looked for in `known` first. */
export function samplerOfQuantity(quantity: Quantity, known?: KnownSamplers): QuantitySampler {
  if (known === undefined || typeof quantity === 'number') return keptQuantitySampler(quantity);
  const before = known.quantities.get(quantity);
  if (before !== undefined) return before;
  const sampler = keptQuantitySampler(quantity);
  known.quantities.set(quantity, sampler);
  return sampler;
}

/** The sampler of a trajectory over months, looked for in `known` first. */
export function samplerOfTrajectory(
  trajectory: Trajectory,
  dayOfMonth: Float64Array,
  known?: KnownSamplers,
): TrajectorySampler {
  if (known === undefined || typeof trajectory === 'number') return keptTrajectorySampler(trajectory, dayOfMonth);
  const before = known.trajectories.get(trajectory);
  if (before !== undefined && hasSameMonths(before.dayOfMonth, dayOfMonth)) return before.sampler;
  const sampler = keptTrajectorySampler(trajectory, dayOfMonth);
  known.trajectories.set(trajectory, { dayOfMonth, sampler });
  return sampler;
}

/** Months are whole and follow each other: the first and their number say all of them. */
function hasSameMonths(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a[0] === b[0];
}

const centralPaths = new WeakMap<TrajectorySampler, Float64Array>();

/** The path of the plan, computed once for a sampler; not to be changed. */
export function centralPathOf(sampler: TrajectorySampler): Float64Array {
  const before = centralPaths.get(sampler);
  if (before !== undefined) return before;
  const path = new Float64Array(sampler.straight.length);
  sampler.centralPath(path);
  centralPaths.set(sampler, path);
  return path;
}

/** As `quantitySampler`, made once in each thread. */
export function keptQuantitySampler(quantity: Quantity): QuantitySampler {
  if (typeof quantity === 'number') return quantitySampler(quantity);
  return quantities(JSON.stringify(quantity), () => quantitySampler(quantity));
}

/** As `trajectorySampler`, made once in each thread. */
export function keptTrajectorySampler(trajectory: Trajectory, dayOfMonth: Float64Array): TrajectorySampler {
  // See `hasSameMonths`.
  const key = `${dayOfMonth[0]} ${dayOfMonth.length} ${JSON.stringify(trajectory)}`;
  return trajectories(key, () => trajectorySampler(trajectory, dayOfMonth));
}
