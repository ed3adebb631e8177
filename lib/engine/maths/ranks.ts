/**
 * Ranks and rank correlation over many values. The values' places are sorted through buckets of equal width, which are
 * counted, filled in order and put right by insertion: stable, and some four times faster than by comparison. Where
 * values crowd into few buckets, the bits of the doubles are sorted instead, digit by digit.
 */
export interface RankScratch {
  /** Places of the values, ascending by value, after a call. */
  readonly order: Uint32Array;
  readonly other: Uint32Array;
  readonly buckets: Uint16Array;
  readonly counts: Uint32Array;
  readonly keys: Uint32Array;
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const MOST_BUCKETS = 8192;
/** Steps of insertion that a value may need on average; more, and the bits are sorted. */
const MOST_STEPS = 8;

/** Work space for up to `capacity` values, to be kept between calls. */
export function createRankScratch(capacity: number): RankScratch {
  return {
    order: new Uint32Array(capacity),
    other: new Uint32Array(capacity),
    buckets: new Uint16Array(capacity),
    counts: new Uint32Array(MOST_BUCKETS),
    keys: new Uint32Array(2 * capacity),
  };
}

const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);
DOUBLE[0] = 1;
const HIGH_WORD = WORDS[1] === 0 ? 0 : 1;
const LOW_WORD = 1 - HIGH_WORD;

/**
 * ranks[i] = the place of values[i], from 0, among values[0 .. count - 1] in ascending order; Infinity comes last.
 * Equal values are ranked by `ties` (the draws), equal ones of those by their number.
 */
export function ranksByValue(
  values: Float64Array,
  ties: Float64Array | undefined,
  count: number,
  ranks: Float64Array,
  scratch: RankScratch,
): void {
  const { order } = scratch;
  for (let i = 0; i < count; i += 1) order[i] = i;
  if (ties !== undefined) sortBy(ties, count, scratch);
  sortBy(values, count, scratch);
  for (let place = 0; place < count; place += 1) ranks[order[place]!] = place;
}

/** ranks[i] as above, where equal values share the mean of their places. */
export function meanRanks(values: Float64Array, count: number, ranks: Float64Array, scratch: RankScratch): void {
  const { order } = scratch;
  for (let i = 0; i < count; i += 1) order[i] = i;
  sortBy(values, count, scratch);
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && values[order[end]!]! === values[order[start]!]!) end += 1;
    for (let place = start; place < end; place += 1) ranks[order[place]!] = (start + end - 1) / 2;
    start = end;
  }
}

/** Spearman's correlation: Pearson's of two lists of ranks. 0 where one of them is constant. */
export function correlationOfRanks(a: Float64Array, b: Float64Array, count: number): number {
  const squaresA = squaresOfRanks(a, count);
  const squaresB = squaresOfRanks(b, count);
  return correlationFromSums(productsOfRanks(a, b, count), squaresA, squaresB);
}

/** Spearman's correlation from the sums of products and squares. */
export function correlationFromSums(products: number, squaresA: number, squaresB: number): number {
  return squaresA > 0 && squaresB > 0 ? products / Math.sqrt(squaresA * squaresB) : 0;
}

/** Sum of squares of the distances from the middle rank. */
export function squaresOfRanks(ranks: Float64Array, count: number): number {
  return productsOfRanks(ranks, ranks, count);
}

/**
 * Sum of products of the distances from the middle rank. They are halves of whole numbers, so that the sum is exact (up
 * to 100,000 ranks) and four sums may run side by side. Hot.
 */
export function productsOfRanks(a: Float64Array, b: Float64Array, count: number): number {
  const middle = (count - 1) / 2;
  const end = count - (count & 3);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < end; i += 4) {
    s0 += (a[i]! - middle) * (b[i]! - middle);
    s1 += (a[i + 1]! - middle) * (b[i + 1]! - middle);
    s2 += (a[i + 2]! - middle) * (b[i + 2]! - middle);
    s3 += (a[i + 3]! - middle) * (b[i + 3]! - middle);
  }
  let sum = s0 + s1 + (s2 + s3);
  for (let i = end; i < count; i += 1) sum += (a[i]! - middle) * (b[i]! - middle);
  return sum;
}

/** Puts scratch.order into ascending order of the values, keeping the order of equal ones. */
function sortBy(values: Float64Array, count: number, scratch: RankScratch): void {
  if (!sortByBuckets(values, count, scratch)) sortByBits(values, count, scratch);
}

/** False, and the order as it was, where the values crowd. Hot. */
function sortByBuckets(values: Float64Array, count: number, scratch: RankScratch): boolean {
  const { order, other, buckets, counts } = scratch;
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i += 1) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > largest && value < Number.POSITIVE_INFINITY) largest = value;
  }
  const bucketCount = bucketsFor(count);
  // Never has the last bucket for itself.
  const last = bucketCount - 1;
  const scale = (last - 0.5) / (largest - least);
  if (!(scale > 0 && scale < Number.MAX_VALUE && least > Number.NEGATIVE_INFINITY)) return false;
  counts.fill(0, 0, bucketCount);
  for (let i = 0; i < count; i += 1) {
    const x = (values[i]! - least) * scale;
    const bucket = x < last ? x | 0 : last;
    buckets[i] = bucket;
    counts[bucket] = counts[bucket]! + 1;
  }
  let place = 0;
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    const size = counts[bucket]!;
    counts[bucket] = place;
    place += size;
  }
  for (let k = 0; k < count; k += 1) {
    const i = order[k]!;
    const to = counts[buckets[i]!]!;
    other[to] = i;
    counts[buckets[i]!] = to + 1;
  }
  if (!sortAlmostSorted(values, count, other)) return false;
  order.set(count === other.length ? other : other.subarray(0, count));
  return true;
}

/** Insertion, given up where it takes too many steps. */
function sortAlmostSorted(values: Float64Array, count: number, order: Uint32Array): boolean {
  let steps = MOST_STEPS * count + 1000;
  for (let k = 1; k < count; k += 1) {
    const i = order[k]!;
    const value = values[i]!;
    let j = k - 1;
    for (; j >= 0 && values[order[j]!]! > value; j -= 1) order[j + 1] = order[j]!;
    order[j + 1] = i;
    steps -= k - 1 - j;
    if (steps < 0) return false;
  }
  return true;
}

/** A power of two, about as many as values. */
function bucketsFor(count: number): number {
  let buckets = 16;
  while (buckets < MOST_BUCKETS && buckets < count) buckets *= 2;
  return buckets;
}

function sortByBits(values: Float64Array, count: number, scratch: RankScratch): void {
  const { keys } = scratch;
  for (let i = 0; i < count; i += 1) {
    // Adding 0 turns -0 into 0, which is equal to it.
    DOUBLE[0] = values[i]! + 0;
    const high = WORDS[HIGH_WORD]!;
    // With the sign bit turned, and all bits of negative numbers, the bits sort as the numbers do.
    const mask = high >>> 31 === 1 ? 0xffffffff : 0;
    keys[2 * i] = WORDS[LOW_WORD]! ^ mask;
    keys[2 * i + 1] = high ^ (mask | 0x80000000);
  }
  for (const [word, shift] of PASSES) sortByDigit(keys, word, shift, count, scratch);
}

/** The digits of 64 bits from the last to the first: word 0 is the lower. */
const PASSES: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 11],
  [0, 22],
  [1, 0],
  [1, 11],
  [1, 22],
];

function sortByDigit(keys: Uint32Array, word: number, shift: number, count: number, scratch: RankScratch): void {
  const { order, other, counts } = scratch;
  counts.fill(0, 0, DIGITS);
  for (let i = 0; i < count; i += 1) {
    const digit = (keys[2 * i + word]! >>> shift) & (DIGITS - 1);
    counts[digit] = counts[digit]! + 1;
  }
  let place = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const size = counts[digit]!;
    // All values share this digit: nothing moves.
    if (size === count) return;
    counts[digit] = place;
    place += size;
  }
  for (let i = 0; i < count; i += 1) {
    const index = order[i]!;
    const digit = (keys[2 * index + word]! >>> shift) & (DIGITS - 1);
    const to = counts[digit]!;
    other[to] = index;
    counts[digit] = to + 1;
  }
  order.set(count === other.length ? other : other.subarray(0, count));
}
