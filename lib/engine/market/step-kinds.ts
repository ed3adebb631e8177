import { SHORTEST_STEP_DAYS } from './prepare-market';

/** Kind of the step from each month's midpoint to the next: 0 for 29.5 days .. 3 for 31. */
export function stepKinds(middle: Float64Array): Uint8Array {
  return Uint8Array.from(middle, (day, m) =>
    m + 1 < middle.length ? Math.floor((middle[m + 1]! - day - SHORTEST_STEP_DAYS) * 2 + 0.5) : 0,
  );
}
