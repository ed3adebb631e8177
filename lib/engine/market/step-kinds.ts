import { SHORTEST_STEP } from '../distributions/knot-path';

/** Kind of the step from each month's midpoint to the next: 0 for 29.5 days .. 3 for 31. */
export function stepKinds(middle: Float64Array): Uint8Array {
  return Uint8Array.from(middle, (day, m) =>
    m + 1 < middle.length ? Math.floor((middle[m + 1]! - day - SHORTEST_STEP) * 2 + 0.5) : 0,
  );
}
