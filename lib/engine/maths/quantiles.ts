/**
 * Quantiles of type 7 (linear between order statistics at h = (n - 1) p), as R's default and spreadsheets' PERCENTILE.
 * `Infinity` stands for never: it sorts last, and an interpolation towards never is never.
 *
 * Source: R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996).
 */

/** Values in one bucket, on average: few enough to sort, many enough that the buckets stay in the cache. */
const VALUES_PER_BUCKET = 8;
const MOST_BUCKETS = 2048;
/** Runs up to this length are sorted by insertion. */
const LONGEST_INSERTION = 40;
/** Below so many values sorting is faster than counting. */
const SORT_BELOW = 64;

/** Work space of `selectQuantiles`, to be kept between calls. */
export interface QuantileScratch {
  readonly finite: Float64Array;
  readonly gathered: Float64Array;
  readonly buckets: Uint16Array;
  readonly counts: Int32Array;
  readonly places: Int32Array;
}

/** Work space for up to `capacity` values. */
export function createQuantileScratch(capacity: number): QuantileScratch {
  return {
    finite: new Float64Array(capacity),
    gathered: new Float64Array(capacity),
    buckets: new Uint16Array(capacity),
    counts: new Int32Array(MOST_BUCKETS),
    places: new Int32Array(MOST_BUCKETS),
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
  for (let i = 0; i < count; i += 1) {
    const value = values[i]!;
    // NaN is not at most anything: it falls through to the rare branch.
    if (!(value <= largest)) {
      if (Number.isNaN(value)) throw new RangeError(`no quantile of NaN (value ${i})`);
      largest = value;
    }
    if (value < least) least = value;
  }
  if (least === Number.NEGATIVE_INFINITY) throw new RangeError('no quantile of -Infinity');
  if (largest < Number.POSITIVE_INFINITY) {
    selectFinite(values, count, count, least, largest, probabilities, out, scratch);
    return;
  }
  const { finite } = scratch;
  let finiteCount = 0;
  largest = least;
  for (let i = 0; i < count; i += 1) {
    const value = values[i]!;
    if (value === Number.POSITIVE_INFINITY) continue;
    finite[finiteCount] = value;
    finiteCount += 1;
    if (value > largest) largest = value;
  }
  selectFinite(finite, finiteCount, count, least, largest, probabilities, out, scratch);
}

/** The quantiles of `count` values of which the first `finiteCount` are given and the others are never. */
function selectFinite(
  values: Float64Array,
  finiteCount: number,
  count: number,
  least: number,
  largest: number,
  probabilities: ArrayLike<number>,
  out: Float64Array,
  scratch: QuantileScratch,
): void {
  const { gathered } = scratch;
  let runs: GatheredRuns = { starts: [0], sizes: [finiteCount], firstRanks: [0] };
  if (!(least < largest)) gathered.fill(least, 0, finiteCount);
  else {
    const bucketCount = bucketsFor(finiteCount);
    // A little less than all of the last bucket, so that rounding cannot lift the largest value out of it.
    const scale = (bucketCount - 0.5) / (largest - least);
    // Values all but equal, or further apart than the largest number: no scale.
    if (finiteCount < SORT_BELOW || !(scale > 0 && scale < Number.MAX_VALUE)) {
      gathered.set(values.subarray(0, finiteCount));
    } else {
      countBuckets(values, finiteCount, least, scale, bucketCount, scratch);
      runs = placeWantedBuckets(scratch, bucketCount, wantedRanks(count, finiteCount, probabilities));
      gather(values, finiteCount, scratch);
    }
    sortGathered(gathered, runs);
  }
  for (let k = 0; k < probabilities.length; k += 1) {
    const position = (count - 1) * probabilities[k]!;
    const rank = Math.floor(position);
    const lower = orderStatistic(rank, finiteCount, gathered, runs);
    const share = position - rank;
    out[k] =
      count === 0
        ? Number.NaN
        : share === 0
          ? lower
          : between(lower, orderStatistic(rank + 1, finiteCount, gathered, runs), share);
  }
}

/** A power of two. */
function bucketsFor(count: number): number {
  let buckets = 16;
  while (buckets < MOST_BUCKETS && buckets * VALUES_PER_BUCKET < count) buckets *= 2;
  return buckets;
}

function countBuckets(
  values: Float64Array,
  count: number,
  least: number,
  scale: number,
  bucketCount: number,
  { buckets, counts }: QuantileScratch,
): void {
  counts.fill(0, 0, bucketCount);
  for (let i = 0; i < count; i += 1) {
    const bucket = ((values[i]! - least) * scale) | 0;
    buckets[i] = bucket;
    counts[bucket] = counts[bucket]! + 1;
  }
}

function gather(values: Float64Array, count: number, { buckets, places, gathered }: QuantileScratch): void {
  for (let i = 0; i < count; i += 1) {
    const bucket = buckets[i]!;
    const place = places[bucket]!;
    if (place >= 0) {
      gathered[place] = values[i]!;
      places[bucket] = place + 1;
    }
  }
}

function orderStatistic(rank: number, finiteCount: number, gathered: Float64Array, runs: GatheredRuns): number {
  if (rank >= finiteCount) return Number.POSITIVE_INFINITY;
  let run = 0;
  while (rank >= runs.firstRanks[run]! + runs.sizes[run]!) run += 1;
  return gathered[runs.starts[run]! + rank - runs.firstRanks[run]!]!;
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
  { counts, places }: QuantileScratch,
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
  return runs;
}

function sortGathered(gathered: Float64Array, runs: GatheredRuns): void {
  for (let run = 0; run < runs.starts.length; run += 1) {
    const start = runs.starts[run]!;
    const end = start + runs.sizes[run]!;
    if (end - start <= LONGEST_INSERTION) insertionSort(gathered, start, end);
    else {
      // Heaps of equal values (nothing made yet, or all that capacity allows) stand at the ends of what they are in.
      const middle = moveExtremesOut(gathered, start, end);
      if (middle.end - middle.start <= LONGEST_INSERTION) insertionSort(gathered, middle.start, middle.end);
      else gathered.subarray(middle.start, middle.end).sort();
    }
  }
}

/** Puts all that equals the least value first and all that equals the largest last; what lies between is returned. */
function moveExtremesOut(values: Float64Array, from: number, to: number): { start: number; end: number } {
  let least = values[from]!;
  let largest = least;
  for (let i = from; i < to; i += 1) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  let start = from;
  for (let i = from; i < to; i += 1) {
    const value = values[i]!;
    if (value === least) {
      values[i] = values[start]!;
      values[start] = value;
      start += 1;
    }
  }
  let end = to;
  for (let i = to - 1; i >= start; i -= 1) {
    const value = values[i]!;
    if (value === largest) {
      end -= 1;
      values[i] = values[end]!;
      values[end] = value;
    }
  }
  return { start, end };
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
