import type { QuantileScratch } from './quantile-scratch';
import { between, sumInQuarters } from './quantile-steps';

/** Values in one bucket, on average: few enough to sort, many enough that the buckets stay in the cache. */
const VALUES_PER_BUCKET = 3;
const MOST_BUCKETS = 2048;
/** Fewer values are sorted as one. */
const BUCKETS_FROM = 64;
/** Values that are looked at to choose the buckets. */
const SAMPLE = 128;
/** Runs up to this length are sorted by insertion. */
const LONGEST_INSERTION = 40;

/**
 * The selection with its buffers. A bucket is a chain: `buckets` has the place of the value that came last and how many
 * there are, `before` the place of the one that came before each.
 */
export function createPlainSelector(capacity: number): QuantileScratch {
  const values = new Float64Array(capacity);
  const before = new Int32Array(capacity);
  const buckets = new Int32Array(2 * MOST_BUCKETS);
  const gathered = new Float64Array(capacity);

  function put(place: number, value: number, least: number, scale: number, last: number): void {
    const x = (value - least) * scale;
    // NaN and what lies below the sample go to the first, what lies above it and never to the last. The mask changes
    // nothing: it tells the compiler that the index is inside.
    const at = ((x > 0 ? (x < last ? x | 0 : last) : 0) & (MOST_BUCKETS - 1)) << 1;
    before[place] = buckets[at]!;
    buckets[at] = place;
    buckets[at + 1] = buckets[at + 1]! + 1;
  }

  /** Hot. Puts values into buckets 0..last and sums them up as `sumInQuarters` does, in one pass. */
  function putAll(from: number, count: number, least: number, scale: number, last: number): number {
    const quarter = count >> 2;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let i = from; i < from + quarter; i++) {
      const a = values[i]!;
      const b = values[i + quarter]!;
      const c = values[i + 2 * quarter]!;
      const d = values[i + 3 * quarter]!;
      s0 += a;
      s1 += b;
      s2 += c;
      s3 += d;
      put(i, a, least, scale, last);
      put(i + quarter, b, least, scale, last);
      put(i + 2 * quarter, c, least, scale, last);
      put(i + 3 * quarter, d, least, scale, last);
    }
    let sum = s0 + s1 + s2 + s3;
    for (let i = from + 4 * quarter; i < from + count; i++) {
      const value = values[i]!;
      sum += value;
      put(i, value, least, scale, last);
    }
    return sum;
  }

  let least = 0;
  let largest = 0;
  /** Least and largest finite value of every step-th. */
  function findRange(from: number, count: number, step: number): void {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = from; i < from + count; i += step) {
      const value = values[i]!;
      if (value < low) low = value;
      if (value > high && value < Number.POSITIVE_INFINITY) high = value;
    }
    least = low;
    largest = high;
  }

  /**
   * What a bucket holds in order: so many of its least value, `sorted` gathered ones, and the rest all its largest.
   * Heaps of equal values are common: nothing made yet, all that capacity allows, never.
   */
  const run = { atLeast: 0, least: 0, sorted: 0, largest: 0 };

  function readBucket(lastPlace: number, size: number): void {
    run.atLeast = 0;
    run.sorted = size;
    if (size > LONGEST_INSERTION) {
      run.sorted = gatherMiddle(lastPlace, size);
    } else {
      for (let i = 0, place = lastPlace; i < size; i++, place = before[place]!) gathered[i] = values[place]!;
    }
    if (run.sorted <= LONGEST_INSERTION) insertionSort(gathered, run.sorted);
    else gathered.subarray(0, run.sorted).sort();
  }

  /** Counts the least and the largest value of a large bucket and gathers what lies between them. */
  function gatherMiddle(lastPlace: number, size: number): number {
    let low = values[lastPlace]!;
    let high = low;
    for (let i = 0, place = lastPlace; i < size; i++, place = before[place]!) {
      const value = values[place]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    let middle = 0;
    let atLow = 0;
    for (let i = 0, place = lastPlace; i < size; i++, place = before[place]!) {
      const value = values[place]!;
      if (value === low) atLow++;
      else if (value !== high) {
        gathered[middle] = value;
        middle++;
      }
    }
    run.atLeast = atLow;
    run.least = low;
    run.largest = high;
    return middle;
  }

  /** Walks up the buckets from one wanted rank to the next. */
  function readRanks(count: number, probabilities: ArrayLike<number>, out: Float64Array): void {
    let at = 0;
    let below = 0;
    let end = buckets[1]!;
    let ready = -1;
    for (let k = 0; k < probabilities.length; k++) {
      const position = (count - 1) * probabilities[k]!;
      const rank = Math.floor(position);
      while (rank >= end) {
        at += 2;
        below = end;
        end += buckets[at + 1]!;
      }
      if (ready !== at) {
        readBucket(buckets[at]!, end - below);
        ready = at;
      }
      const lower = fromRun(rank - below);
      if (position === rank) out[k] = lower;
      else out[k] = between(lower, rank + 1 < end ? fromRun(rank + 1 - below) : leastAbove(at), position - rank);
    }
  }

  function fromRun(place: number): number {
    if (place < run.atLeast) return run.least;
    return place < run.atLeast + run.sorted ? gathered[place - run.atLeast]! : run.largest;
  }

  /** The least value of the next bucket that holds any. */
  function leastAbove(bucket: number): number {
    let at = bucket + 2;
    while (buckets[at + 1] === 0) at += 2;
    let place = buckets[at]!;
    let low = values[place]!;
    for (let i = 1; i < buckets[at + 1]!; i++) {
      place = before[place]!;
      if (values[place]! < low) low = values[place]!;
    }
    return low;
  }

  /** The stretch that was selected last begins with it, and holds nothing else: nothing is in the buckets. */
  let constant = false;
  let first = 0;

  function select(from: number, count: number, probabilities: ArrayLike<number>, out: Float64Array): number {
    first = values[from]!;
    constant = false;
    if (count > BUCKETS_FROM) findRange(from, count, Math.max(1, Math.floor(count / SAMPLE)));
    if (count <= BUCKETS_FROM || !(least < largest)) {
      constant = isConstant(values, from, count);
      if (constant) {
        again(count, probabilities, out);
        return sumInQuarters(values, from, from + count);
      }
      findRange(from, count, 1);
    }
    const last = count > BUCKETS_FROM ? bucketsFor(count) - 1 : 0;
    buckets.fill(0, 0, 2 * (last + 1));
    const sum = putAll(from, count, least, last / (largest - least), last);
    readRanks(count, probabilities, out);
    return sum;
  }

  function again(count: number, probabilities: ArrayLike<number>, out: Float64Array): void {
    if (constant) out.fill(first, 0, probabilities.length);
    else readRanks(count, probabilities, out);
  }

  function countUpTo(from: number, count: number, limits: ArrayLike<number>, out: Float64Array): void {
    for (let k = 0; k < limits.length; k++) {
      const limit = limits[k]!;
      let most = 0;
      for (let i = from; i < from + count; i++) if (values[i]! <= limit) most++;
      out[k] = most;
    }
  }

  const selectEach: QuantileScratch['selectEach'] = (stretches, step, count, probabilities, out, at) => {
    const width = probabilities.length + 1;
    const found = new Float64Array(width);
    for (let stretch = 0; stretch < stretches; stretch++) {
      found[width - 1] = select(stretch * step, count, probabilities, found);
      out.set(found, at + stretch * width);
    }
  };

  return { values, select, selectEach, again, countUpTo };
}

function isConstant(values: Float64Array, from: number, count: number): boolean {
  for (let i = from + 1; i < from + count; i++) if (values[i] !== values[from]) return false;
  return !Number.isNaN(values[from]!);
}

/** A power of two. */
function bucketsFor(count: number): number {
  let buckets = 16;
  while (buckets < MOST_BUCKETS && buckets * VALUES_PER_BUCKET < count) buckets *= 2;
  return buckets;
}

function insertionSort(values: Float64Array, count: number): void {
  for (let i = 1; i < count; i += 1) {
    const value = values[i]!;
    let j = i - 1;
    while (j >= 0 && values[j]! > value) {
      values[j + 1] = values[j]!;
      j -= 1;
    }
    values[j + 1] = value;
  }
}
