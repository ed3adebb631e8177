/**
 * Ranks and rank correlation over many values, by a radix sort of the bits of the doubles: no comparisons, stable.
 */
export interface RankScratch {
  readonly keys: Uint32Array;
  readonly order: Uint32Array;
  readonly other: Uint32Array;
  readonly counts: Uint32Array;
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Work space for up to `capacity` values, to be kept between calls. */
export function createRankScratch(capacity: number): RankScratch {
  return {
    keys: new Uint32Array(2 * capacity),
    order: new Uint32Array(capacity),
    other: new Uint32Array(capacity),
    counts: new Uint32Array(DIGITS),
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
  const middle = (count - 1) / 2;
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < count; i += 1) {
    const x = a[i]! - middle;
    const y = b[i]! - middle;
    both += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return squaresA > 0 && squaresB > 0 ? both / Math.sqrt(squaresA * squaresB) : 0;
}

/** Puts scratch.order into ascending order of the values, keeping the order of equal ones. */
function sortBy(values: Float64Array, count: number, scratch: RankScratch): void {
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
  counts.fill(0);
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
