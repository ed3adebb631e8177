/**
 * Quantiles of type 7 (linear between order statistics at h = (n - 1) p), as R's default and spreadsheets' PERCENTILE.
 * `Infinity` stands for never: it sorts last, and an interpolation towards never is never.
 *
 * Source: R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996).
 */

/** Values under one bucket, on average: few enough to sort, many enough that counting is the smaller part. */
const VALUES_PER_BUCKET = 8;
const LARGEST_BUCKETS = 4096;
/** Below so many values sorting is faster than counting. */
const SORT_BELOW = 64;

/** Work space of `selectQuantiles`, to be kept between calls. */
export interface QuantileScratch {
  readonly values: Float64Array;
  readonly buckets: Uint16Array;
  readonly counts: Int32Array;
  readonly places: Int32Array;
}

/** Work space for up to `capacity` values. */
export function createQuantileScratch(capacity: number): QuantileScratch {
  return {
    values: new Float64Array(capacity),
    buckets: new Uint16Array(capacity),
    counts: new Int32Array(LARGEST_BUCKETS + 1),
    places: new Int32Array(LARGEST_BUCKETS + 1),
  };
}

/**
 * The type 7 quantile of values in ascending order. NaN where there are none.
 *
 * @example quantileType7([1, 2, 3, 4], 0.1) // 1.3
 */
export function quantileType7(sorted: ArrayLike<number>, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const rank = Math.floor(position);
  if (sorted.length === 0) return Number.NaN;
  return between(sorted[rank]!, sorted[Math.min(rank + 1, sorted.length - 1)]!, position - rank);
}

function between(lower: number, upper: number, share: number): number {
  if (share === 0 || lower === upper) return lower;
  return upper === Number.POSITIVE_INFINITY ? upper : lower + share * (upper - lower);
}

/**
 * out[k] = the type 7 quantile of values[0 .. count - 1] at probabilities[k], which ascend. Without sorting them all:
 * the values are counted into buckets of equal width, and only the buckets that hold a wanted order statistic are
 * gathered and sorted. `values` is left as it was.
 *
 * Errors: RangeError on NaN or -Infinity among the values. NaN everywhere where count is 0.
 */
export function selectQuantiles(
  values: Float64Array,
  count: number,
  probabilities: ArrayLike<number>,
  out: Float64Array,
  scratch: QuantileScratch,
): void {
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  let finite = 0;
  for (let i = 0; i < count; i += 1) {
    const value = values[i]!;
    if (value - value === 0) {
      finite += 1;
      if (value < least) least = value;
      if (value > largest) largest = value;
    } else if (value !== Number.POSITIVE_INFINITY) throw new RangeError(`no quantile of ${value} (value ${i})`);
  }
  const scale = bucketsFor(finite) / (largest - least);
  if (least >= largest) {
    for (let k = 0; k < probabilities.length; k += 1) {
      out[k] = interpolate(count, probabilities[k]!, (rank) => (rank < finite ? least : Number.POSITIVE_INFINITY));
    }
  } else if (finite < SORT_BELOW || !(scale < Number.MAX_VALUE) || !(scale > 0)) {
    sortedQuantiles(values, count, probabilities, out, scratch);
  } else {
    countedQuantiles(values, count, finite, least, largest, probabilities, out, scratch);
  }
}

function interpolate(count: number, probability: number, orderStatistic: (rank: number) => number): number {
  if (count === 0) return Number.NaN;
  const position = (count - 1) * probability;
  const rank = Math.floor(position);
  const share = position - rank;
  const lower = orderStatistic(rank);
  return share === 0 ? lower : between(lower, orderStatistic(rank + 1), share);
}

function sortedQuantiles(
  values: Float64Array,
  count: number,
  probabilities: ArrayLike<number>,
  out: Float64Array,
  scratch: QuantileScratch,
): void {
  const sorted = scratch.values.subarray(0, count);
  sorted.set(values.subarray(0, count));
  sorted.sort();
  for (let k = 0; k < probabilities.length; k += 1) out[k] = quantileType7(sorted, probabilities[k]!);
}

/** A power of two. */
function bucketsFor(finite: number): number {
  let buckets = 16;
  while (buckets < LARGEST_BUCKETS && buckets * VALUES_PER_BUCKET < finite) buckets *= 2;
  return buckets;
}

/** Long and plain because it is hot: three passes over the values. */
function countedQuantiles(
  values: Float64Array,
  count: number,
  finite: number,
  least: number,
  largest: number,
  probabilities: ArrayLike<number>,
  out: Float64Array,
  scratch: QuantileScratch,
): void {
  const { buckets, counts, places } = scratch;
  const bucketCount = bucketsFor(finite);
  const scale = bucketCount / (largest - least);
  const never = bucketCount;
  counts.fill(0, 0, bucketCount + 1);
  for (let i = 0; i < count; i += 1) {
    const value = values[i]!;
    let bucket = never;
    if (value !== Number.POSITIVE_INFINITY) {
      bucket = ((value - least) * scale) | 0;
      // The largest value falls on the upper edge, and rounding may lift others to it.
      if (bucket >= bucketCount) bucket = bucketCount - 1;
    }
    buckets[i] = bucket;
    counts[bucket] = counts[bucket]! + 1;
  }
  const wanted = wantedRanks(count, finite, probabilities);
  const room = placeWantedBuckets(counts, places, bucketCount, wanted);
  const gathered = scratch.values;
  for (let i = 0; i < count; i += 1) {
    const bucket = buckets[i]!;
    const place = places[bucket]!;
    if (place >= 0) {
      gathered[place] = values[i]!;
      places[bucket] = place + 1;
    }
  }
  sortGathered(gathered, room);
  for (let k = 0; k < probabilities.length; k += 1) {
    out[k] = interpolate(count, probabilities[k]!, (rank) => {
      if (rank >= finite) return Number.POSITIVE_INFINITY;
      let run = 0;
      while (rank >= room.firstRanks[run]! + room.sizes[run]!) run += 1;
      return gathered[room.starts[run]! + rank - room.firstRanks[run]!]!;
    });
  }
}

/** The finite order statistics that the quantiles need, ascending. */
function wantedRanks(count: number, finite: number, probabilities: ArrayLike<number>): number[] {
  const ranks: number[] = [];
  for (let k = 0; k < probabilities.length; k += 1) {
    const rank = Math.floor((count - 1) * probabilities[k]!);
    for (const wanted of [rank, Math.min(rank + 1, count - 1)]) {
      if (wanted < finite && !(wanted <= (ranks[ranks.length - 1] ?? -1))) ranks.push(wanted);
    }
  }
  return ranks;
}

interface GatheredRuns {
  readonly starts: number[];
  readonly sizes: number[];
  /** The rank of the least value of each run among all. */
  readonly firstRanks: number[];
}

/** Gives every bucket that holds a wanted rank its place among the gathered values, and -1 to the others. */
function placeWantedBuckets(
  counts: Int32Array,
  places: Int32Array,
  bucketCount: number,
  wanted: readonly number[],
): GatheredRuns {
  const runs: GatheredRuns = { starts: [], sizes: [], firstRanks: [] };
  let rank = 0;
  let next = 0;
  let place = 0;
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    const size = counts[bucket]!;
    if (next < wanted.length && wanted[next]! < rank + size) {
      places[bucket] = place;
      runs.starts.push(place);
      runs.sizes.push(size);
      runs.firstRanks.push(rank);
      place += size;
      while (next < wanted.length && wanted[next]! < rank + size) next += 1;
    } else places[bucket] = -1;
    rank += size;
  }
  places[bucketCount] = -1;
  return runs;
}

function sortGathered(gathered: Float64Array, runs: GatheredRuns): void {
  for (let run = 0; run < runs.starts.length; run += 1) {
    const start = runs.starts[run]!;
    const end = start + runs.sizes[run]!;
    let ascending = true;
    for (let i = start + 1; i < end && ascending; i += 1) ascending = gathered[i - 1]! <= gathered[i]!;
    if (ascending) continue;
    if (end - start > 40) gathered.subarray(start, end).sort();
    else insertionSort(gathered, start, end);
  }
}

function insertionSort(values: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i += 1) {
    const value = values[i]!;
    let j = i - 1;
    while (j >= start && values[j]! > value) {
      values[j + 1] = values[j]!;
      j -= 1;
    }
    values[j + 1] = value;
  }
}
