/** What changed between two runs with the same draws, trial by trial. */
export interface PairedChange {
  /** Middle and 8-in-10 band of the differences over the trials that are finite in both. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Change of the share of trials in which it never happens (or there is none), in 0..1. */
  readonly never: number;
  /** Trials compared. */
  readonly pairs: number;
}

const noise = 1e-12;

/** Type 7 quantile of values in ascending order. */
function quantile(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}

/**
 * Differences after − before of one output over the trials both runs have (a preview is the beginning of a full run).
 * Null where no trial is finite in both.
 */
export function pairedChange(before: Float64Array, after: Float64Array): PairedChange | null {
  const count = Math.min(before.length, after.length);
  const differences = new Float64Array(count);
  let finite = 0;
  let neverBefore = 0;
  let neverAfter = 0;
  for (let trial = 0; trial < count; trial += 1) {
    const old = before[trial] ?? Number.NaN;
    const now = after[trial] ?? Number.NaN;
    if (!Number.isFinite(old)) neverBefore += 1;
    if (!Number.isFinite(now)) neverAfter += 1;
    if (Number.isFinite(old) && Number.isFinite(now)) {
      const difference = now - old;
      // Sums in another order differ in their last bits; that is no change.
      differences[finite] = Math.abs(difference) <= noise * Math.max(Math.abs(old), Math.abs(now)) ? 0 : difference;
      finite += 1;
    }
  }
  if (finite === 0) return null;
  const sorted = differences.subarray(0, finite).sort();
  return {
    p10: quantile(sorted, 0.1),
    p50: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
    never: (neverAfter - neverBefore) / count,
    pairs: finite,
  };
}
