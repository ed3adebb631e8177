// Order statistics of a column of numbers, to the same bits as lib/engine/maths/plain-selector.ts, which says what the
// steps are for. Here the values of the four quarters are put into their buckets two by two.

const MOST_BUCKETS: i32 = 2048;
const SMALLEST: i32 = 64;
const LONGEST_INSERTION: i32 = 40;
/** Room for probabilities and for what they find, in one column and in many. */
const MOST_KINDS: usize = 64;
const MOST_FOUND: usize = 1024;

let values: usize = 0;
let gathered: usize = 0;
/** A bucket is 8 bytes: the place of the value that came last, and how many there are. */
let buckets: usize = 0;
/** By place: the place of the value that came into the same bucket before it. */
let before: usize = 0;
let probabilities: usize = 0;
let found: usize = 0;
let foundOfEach: usize = 0;

/** Lays out room for columns of up to so many values; to be called once. */
export function layOut(capacity: i32): void {
  const room = <usize>capacity;
  values = 1024;
  gathered = values + 8 * room;
  buckets = gathered + 8 * room;
  before = buckets + 8 * <usize>MOST_BUCKETS;
  probabilities = (before + 4 * room + 15) & ~15;
  found = probabilities + 8 * MOST_KINDS;
  foundOfEach = found + 8 * MOST_KINDS;
  const pages = <i32>((foundOfEach + 8 * MOST_FOUND + 65535) >> 16);
  if (pages > memory.size()) memory.grow(pages - memory.size());
}

export function valuesAt(): usize { return values; }
export function probabilitiesAt(): usize { return probabilities; }
export function foundAt(): usize { return found; }
export function foundOfEachAt(): usize { return foundOfEach; }

// @ts-ignore: decorator
@inline function valueOf(place: i32): f64 { return load<f64>(values + (<usize>place << 3)); }
// @ts-ignore: decorator
@inline function placeBefore(place: i32): i32 { return load<i32>(before + (<usize>place << 2)); }
// @ts-ignore: decorator
@inline function lastIn(bucket: i32): i32 { return load<i32>(buckets + (<usize>bucket << 3)); }
// @ts-ignore: decorator
@inline function sizeOf(bucket: i32): i32 { return load<i32>(buckets + (<usize>bucket << 3) + 4); }
// @ts-ignore: decorator
@inline function gatheredAt(place: i32): f64 { return load<f64>(gathered + (<usize>place << 3)); }
// @ts-ignore: decorator
@inline function gather(place: i32, value: f64): void { store<f64>(gathered + (<usize>place << 3), value); }

/** `first`, `chain`: `buckets` and `before`, which loops keep in registers. */
// @ts-ignore: decorator
@inline function put(place: i32, bucket: i32, first: usize, chain: usize): void {
  const at = first + (<usize>bucket << 3);
  const entry = load<u64>(at);
  store<u32>(chain + (<usize>place << 2), <u32>entry);
  store<u64>(at, ((entry & 0xffffffff00000000) + 0x100000000) | <u64>place);
}

/** 2^52: added to a number below it, leaves its nearest whole number in the low bits. */
const WHOLE: f64 = 4503599627370496;

/**
 * The buckets 0..last of two values in the low words of the lanes: NaN and what lies below the sample go to the first.
 * To the nearest, not downwards as the plain code has it: in what bucket a value lies changes no quantile.
 */
// @ts-ignore: decorator
@inline function bucketsOf(pair: v128, least: v128, scale: v128, zero: v128, last: v128, whole: v128): v128 {
  const x = f64x2.mul(f64x2.sub(pair, least), scale);
  return f64x2.add(f64x2.pmin(last, f64x2.pmax(zero, x)), whole);
}

/** Puts values into buckets 0..last and sums up the quarters side by side. */
function putAll(from: i32, count: i32, least: f64, scale: f64, last: i32): f64 {
  const quarter = count >> 2;
  const stride = <usize>quarter << 3;
  const leasts = f64x2.splat(least);
  const scales = f64x2.splat(scale);
  const lasts = f64x2.splat(<f64>last);
  const zeros = f64x2.splat(0);
  const wholes = f64x2.splat(WHOLE);
  const first = buckets;
  const chain = before;
  let sumAB = f64x2.splat(0);
  let sumCD = f64x2.splat(0);
  let at = values + (<usize>from << 3);
  for (let i = from; i < from + quarter; i++) {
    const ab = v128.load64_lane(at + stride, v128.load64_zero(at), 1);
    const cd = v128.load64_lane(at + 3 * stride, v128.load64_zero(at + 2 * stride), 1);
    sumAB = f64x2.add(sumAB, ab);
    sumCD = f64x2.add(sumCD, cd);
    const one = bucketsOf(ab, leasts, scales, zeros, lasts, wholes);
    const other = bucketsOf(cd, leasts, scales, zeros, lasts, wholes);
    put(i, i32x4.extract_lane(one, 0), first, chain);
    put(i + quarter, i32x4.extract_lane(one, 2), first, chain);
    put(i + 2 * quarter, i32x4.extract_lane(other, 0), first, chain);
    put(i + 3 * quarter, i32x4.extract_lane(other, 2), first, chain);
    at += 8;
  }
  let sum = f64x2.extract_lane(sumAB, 0) + f64x2.extract_lane(sumAB, 1);
  sum = sum + f64x2.extract_lane(sumCD, 0) + f64x2.extract_lane(sumCD, 1);
  for (let i = from + 4 * quarter; i < from + count; i++) {
    const value = valueOf(i);
    sum += value;
    const x = f64x2.splat((value - least) * scale);
    const bucket = f64x2.add(f64x2.pmin(lasts, f64x2.pmax(zeros, x)), wholes);
    put(i, i32x4.extract_lane(bucket, 0), first, chain);
  }
  return sum;
}

let rangeLeast: f64 = 0;
let rangeLargest: f64 = 0;

/** Least and largest finite value of every step-th. */
function findRange(from: i32, count: i32, step: i32): void {
  let low: f64 = Infinity;
  let high: f64 = -Infinity;
  const end = values + (<usize>(from + count) << 3);
  const stride = <usize>step << 3;
  for (let at = values + (<usize>from << 3); at < end; at += stride) {
    const value = load<f64>(at);
    if (value < low) low = value;
    if (value > high && value < Infinity) high = value;
  }
  rangeLeast = low;
  rangeLargest = high;
}

// A bucket in order: so many of its least value, gathered ones, and the rest all its largest.
let atLeast: i32 = 0;
let runLeast: f64 = 0;
let sorted: i32 = 0;
let runLargest: f64 = 0;

function readBucket(bucket: i32): void {
  const size = sizeOf(bucket);
  let place = lastIn(bucket);
  atLeast = 0;
  sorted = size;
  if (size > LONGEST_INSERTION) sorted = gatherMiddle(place, size);
  else {
    for (let i = 0; i < size; i++) {
      gather(i, valueOf(place));
      place = placeBefore(place);
    }
  }
  if (sorted > LONGEST_INSERTION) heapSort(sorted);
  else insertionSort(sorted);
}

/** Counts the least and the largest value of a large bucket and gathers what lies between them. */
function gatherMiddle(last: i32, size: i32): i32 {
  const first = values;
  const chain = before;
  let low = valueOf(last);
  let high = low;
  let atLow = 0;
  let atHigh = 0;
  let place = last;
  for (let i = 0; i < size; i++) {
    const value = load<f64>(first + (<usize>place << 3));
    if (value == low) atLow++;
    else if (value < low) {
      low = value;
      atLow = 1;
    }
    if (value == high) atHigh++;
    else if (value > high) {
      high = value;
      atHigh = 1;
    }
    place = load<i32>(chain + (<usize>place << 2));
  }
  atLeast = atLow;
  runLeast = low;
  runLargest = high;
  if (low == high || atLow + atHigh == size) return 0;
  let middle = 0;
  place = last;
  for (let i = 0; i < size; i++) {
    const value = load<f64>(first + (<usize>place << 3));
    if (value != low && value != high) {
      gather(middle, value);
      middle++;
    }
    place = load<i32>(chain + (<usize>place << 2));
  }
  return middle;
}

function insertionSort(count: i32): void {
  for (let i = 1; i < count; i++) {
    const value = gatheredAt(i);
    let j = i - 1;
    while (j >= 0 && gatheredAt(j) > value) {
      gather(j + 1, gatheredAt(j));
      j--;
    }
    gather(j + 1, value);
  }
}

function heapSort(count: i32): void {
  for (let start = (count >> 1) - 1; start >= 0; start--) sift(start, count);
  for (let end = count - 1; end > 0; end--) {
    const largest = gatheredAt(0);
    gather(0, gatheredAt(end));
    gather(end, largest);
    sift(0, end);
  }
}

function sift(start: i32, count: i32): void {
  const value = gatheredAt(start);
  let root = start;
  for (let child = 2 * root + 1; child < count; child = 2 * root + 1) {
    if (child + 1 < count && gatheredAt(child + 1) > gatheredAt(child)) child++;
    if (gatheredAt(child) <= value) break;
    gather(root, gatheredAt(child));
    root = child;
  }
  gather(root, value);
}

// @ts-ignore: decorator
@inline function fromRun(place: i32): f64 {
  if (place < atLeast) return runLeast;
  return place < atLeast + sorted ? gatheredAt(place - atLeast) : runLargest;
}

/** The least value of the next bucket that holds any. */
function leastAbove(bucket: i32): f64 {
  let next = bucket + 1;
  while (sizeOf(next) == 0) next++;
  let place = lastIn(next);
  let low = valueOf(place);
  for (let i = 1; i < sizeOf(next); i++) {
    place = placeBefore(place);
    if (valueOf(place) < low) low = valueOf(place);
  }
  return low;
}

// @ts-ignore: decorator
@inline function between(lower: f64, upper: f64, share: f64): f64 {
  if (lower == upper) return lower;
  return upper == Infinity ? upper : lower + share * (upper - lower);
}

function isConstant(from: i32, count: i32): bool {
  const first = valueOf(from);
  const end = values + (<usize>(from + count) << 3);
  for (let at = values + (<usize>from << 3); at < end; at += 8) if (load<f64>(at) != first) return false;
  return true;
}

/** The column that was selected last has one value only, and nothing is in the buckets. */
let constant: bool = false;
let constantValue: f64 = 0;

function fillFound(value: f64, kinds: i32): void {
  for (let k = 0; k < kinds; k++) store<f64>(found + (<usize>k << 3), value);
}

/** The sum of a column of one value. */
function constantSum(value: f64, count: i32): f64 {
  // The rounding of four equal sums side by side.
  const quarter = count >> 2;
  let one: f64 = 0;
  for (let i = 0; i < quarter; i++) one += value;
  let sum = one + one + one + one;
  for (let i = 4 * quarter; i < count; i++) sum += value;
  return sum;
}

/** Walks up the buckets from one wanted rank to the next. */
function findRanks(count: i32, kinds: i32): void {
  const sizes = buckets + 4;
  let bucket = 0;
  let below = 0;
  let end = sizeOf(0);
  let ready = -1;
  for (let k = 0; k < kinds; k++) {
    const position = <f64>(count - 1) * load<f64>(probabilities + (<usize>k << 3));
    const rank = <i32>position;
    while (rank >= end) {
      bucket++;
      below = end;
      end += load<i32>(sizes + (<usize>bucket << 3));
    }
    if (ready != bucket) readBucket(bucket);
    ready = bucket;
    let quantile = fromRun(rank - below);
    if (position != <f64>rank) {
      const upper = rank + 1 < end ? fromRun(rank + 1 - below) : leastAbove(bucket);
      quantile = between(quantile, upper, position - <f64>rank);
    }
    store<f64>(found + (<usize>k << 3), quantile);
  }
}

/**
 * Quantiles of values[from .. from + count - 1] at the first `kinds` probabilities, which ascend; the sum of the values.
 * Where that is not finite, there may be values that have no order, and the quantiles mean nothing.
 */
export function select(from: i32, count: i32, kinds: i32): f64 {
  constant = false;
  const isSmall = count <= SMALLEST;
  if (!isSmall) findRange(from, count, count / SMALLEST);
  if (isSmall || !(rangeLeast < rangeLargest)) {
    constantValue = valueOf(from);
    constant = isConstant(from, count);
    if (constant) {
      fillFound(constantValue, kinds);
      return constantSum(constantValue, count);
    }
    findRange(from, count, 1);
  }
  let bucketCount = 16;
  while (bucketCount < MOST_BUCKETS && bucketCount < count) bucketCount *= 2;
  const last = isSmall ? 0 : bucketCount - 1;
  memory.fill(buckets, 0, <usize>(last + 1) << 3);
  const sum = putAll(from, count, rangeLeast, <f64>last / (rangeLargest - rangeLeast), last);
  findRanks(count, kinds);
  return sum;
}

/** Quantiles and then the sum of so many columns, `step` places apart, column by column in `foundOfEach`. */
export function selectEach(columns: i32, step: i32, count: i32, kinds: i32): void {
  const usual = found;
  found = foundOfEach;
  for (let column = 0; column < columns; column++) {
    store<f64>(found + (<usize>kinds << 3), select(column * step, count, kinds));
    found += <usize>(kinds + 1) << 3;
  }
  found = usual;
}

/** Quantiles of the same column at other probabilities: its values are in their buckets. */
export function again(count: i32, kinds: i32): void {
  if (constant) fillFound(constantValue, kinds);
  else findRanks(count, kinds);
}

/**
 * found[k] = how many of values[from .. from + count - 1] are at most probabilities[k] (limits here), ascending or not;
 * two limits and two values at a time.
 */
export function countUpTo(from: i32, count: i32, kinds: i32): void {
  const start = values + (<usize>from << 3);
  const pairs = <usize>(count & ~1) << 3;
  for (let k = 0; k < kinds; k += 2) {
    const one = f64x2.splat(load<f64>(probabilities + (<usize>k << 3)));
    const other = f64x2.splat(load<f64>(probabilities + (<usize>(k + 1) << 3)));
    let ones = i64x2.splat(0);
    let others = i64x2.splat(0);
    for (let at = start; at < start + pairs; at += 16) {
      const pair = v128.load(at);
      // True is -1.
      ones = i64x2.sub(ones, f64x2.le(pair, one));
      others = i64x2.sub(others, f64x2.le(pair, other));
    }
    let countOne = i64x2.extract_lane(ones, 0) + i64x2.extract_lane(ones, 1);
    let countOther = i64x2.extract_lane(others, 0) + i64x2.extract_lane(others, 1);
    if (count & 1) {
      const value = valueOf(from + count - 1);
      if (value <= f64x2.extract_lane(one, 0)) countOne++;
      if (value <= f64x2.extract_lane(other, 0)) countOther++;
    }
    store<f64>(found + (<usize>k << 3), <f64>countOne);
    store<f64>(found + (<usize>(k + 1) << 3), <f64>countOther);
  }
}
