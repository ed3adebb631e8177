// What the trials' code means to the AssemblyScript compiler, beside arrays.as: records that others declare, mathematical
// functions, and what is asked of JavaScript. Everything here has the bits of its plain twin in
// lib/engine/maths and lib/engine/timeline.

@external("host", "exp") declare function expAtTheEdge(x: f64): f64;
@external("host", "log") declare function logAtTheEdge(x: f64): f64;
@external("host", "expm1") declare function expm1(x: f64): f64;
@external("host", "reschedule") declare function rescheduleInHost(): void;

/** A list of records: their addresses. */
// @ts-ignore: decorator
@unmanaged class List<T> {
  // @ts-ignore: decorator
  @inline @operator("[]") get(i: i32): T { return changetype<T>(load<usize>(changetype<usize>(this) + (<usize>i << 2))); }
  // @ts-ignore: decorator
  @inline get length(): i32 { return load<i32>(changetype<usize>(this) - 8); }
}

/** Room for an array of doubles, all 0. */
function newF64s(length: i32): F64s {
  const at = heap.alloc(8 + (<usize>length << 3)) + 8;
  memory.fill(at, 0, <usize>length << 3);
  store<i32>(at - 8, length);
  return changetype<F64s>(at);
}

class MonthTable { start: F64s; end: F64s; middle: F64s; count: i32; }
class InputSlots { constant: U8s; }
class Network {}
class Timeline { ES: F64s; EF: F64s; wouldFinish: F64s; }
class TimelineInputs { work: F64s; never: U8s; lag: F64s; stall: F64s; }

function reschedule(network: Network, inputs: TimelineInputs, timeline: Timeline): void {
  rescheduleInHost();
}

// The tables of maths/exp.ts and maths/log.ts.
let roots: F64s = changetype<F64s>(0);
let logarithms: F64s = changetype<F64s>(0);

const NORMAL_RANGE: f64 = 708;

// The constants of the exponential lie in memory. V8 makes a literal anew wherever it is used, in loops too, at three
// instructions each, and copies a number into both halves of a vector anew; a pair that was read from memory stays in a
// register.
let pairs: usize = 0;
const STEPS_PER_LN2: usize = 0;
const ROUNDER: usize = 16;
const STEP_HIGH: usize = 32;
const STEP_LOW: usize = 48;
const HALF: usize = 64;
const SIXTH: usize = 80;
const RANGE: usize = 96;
/** Room for three more numbers that a loop uses in pairs. */
const GIVEN: usize = 112;

function putPair(place: usize, value: f64): void {
  store<f64>(pairs + place, value);
  store<f64>(pairs + place, value, 8);
}

function putConstants(): void {
  pairs = heap.alloc(GIVEN + 48);
  putPair(STEPS_PER_LN2, 2954.639443740597);
  putPair(ROUNDER, 6755399441055744);
  putPair(STEP_HIGH, 3.384507717782981e-4);
  putPair(STEP_LOW, -2.0512280628325608e-14);
  putPair(HALF, 0.5000000009884942);
  putPair(SIXTH, 0.16666666666666666);
  putPair(RANGE, NORMAL_RANGE);
}

// @ts-ignore: decorator
@inline
function one(place: usize): f64 { return load<f64>(pairs + place); }
// @ts-ignore: decorator
@inline
function pair(place: usize): v128 { return v128.load(pairs + place); }
/** A number twice. */
// @ts-ignore: decorator
@inline
function twice(place: usize, value: f64): v128 {
  putPair(place, value);
  return pair(place);
}

// @ts-ignore: decorator
@inline
function normalExp(x: f64): f64 {
  // k in the low bits of the sum.
  const sum = x * one(STEPS_PER_LN2) + one(ROUNDER);
  const k = sum - one(ROUNDER);
  const r = x - k * one(STEP_HIGH) - k * one(STEP_LOW);
  const growth = r + r * r * (one(HALF) + r * one(SIXTH));
  const bits = reinterpret<i64>(sum);
  const root = load<f64>(changetype<usize>(roots) + ((<usize>bits & 2047) << 3));
  // Times a power of two: added to the exponent.
  return reinterpret<f64>(reinterpret<i64>(root + root * growth) + ((bits & ~2047) << 41));
}

function exp(x: f64): f64 {
  return Math.abs(x) < NORMAL_RANGE ? normalExp(x) : expAtTheEdge(x);
}

/** Two exponentials at once, within the range of `normalExp`; `table` is `roots`, and the constants are in pairs. */
// @ts-ignore: decorator
@inline
function normalExps(
  x: v128,
  table: usize,
  steps: v128,
  round: v128,
  high: v128,
  low: v128,
  half: v128,
  sixth: v128,
): v128 {
  const sum = f64x2.add(f64x2.mul(x, steps), round);
  const k = f64x2.sub(sum, round);
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, high)), f64x2.mul(k, low));
  const growth = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), f64x2.add(half, f64x2.mul(r, sixth))));
  const first = (<usize>i64x2.extract_lane(sum, 0) & 2047) << 3;
  const second = (<usize>i64x2.extract_lane(sum, 1) & 2047) << 3;
  const root = v128.load_lane<f64>(table + second, v128.load_zero<f64>(table + first), 1);
  const power = i64x2.shl(i64x2.shr_u(sum, 11), 52);
  return i64x2.add(f64x2.add(root, f64x2.mul(root, growth)), power);
}

/** out[i] = exp(x[i]), two at a time. */
function expBlock(x: F64s, from: i32, to: i32, out: F64s): void {
  const table = changetype<usize>(roots);
  const steps = pair(STEPS_PER_LN2);
  const round = pair(ROUNDER);
  const high = pair(STEP_HIGH);
  const low = pair(STEP_LOW);
  const half = pair(HALF);
  const sixth = pair(SIXTH);
  const range = pair(RANGE);
  let i = from;
  for (; i + 1 < to; i += 2) {
    const value = v128.load(changetype<usize>(x) + (<usize>i << 3));
    if (i64x2.all_true(f64x2.lt(f64x2.abs(value), range))) {
      const exps = normalExps(value, table, steps, round, high, low, half, sixth);
      v128.store(changetype<usize>(out) + (<usize>i << 3), exps);
    } else {
      out[i] = exp(x[i]);
      out[i + 1] = exp(x[i + 1]);
    }
  }
  for (; i < to; i++) out[i] = exp(x[i]);
}

function log(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  const word = <u32>(bits >> 32);
  // Normal numbers above 0.
  if (word < 0x00100000 || word >= 0x7ff00000) return logAtTheEdge(x);
  const cell = ((word >>> 12) & 255) << 2;
  const at = changetype<usize>(logarithms) + (<usize>cell << 3);
  const inverse = load<f64>(at);
  const halved = load<f64>(at, 24);
  const scale = reinterpret<f64>((<u64>2046 - <u64>(word >>> 20)) << 52);
  const m = x * scale * (1 - 0.5 * halved);
  const k = <f64>(<i32>(word >>> 20) - 1023) + halved;
  const mHigh = m + 100663296 - 100663296;
  const rHigh = mHigh * inverse - 1;
  const rLow = (m - mHigh) * inverse;
  const r = rHigh + rLow;
  const rRest = rLow - (r - rHigh);
  const big = r * 134217729;
  const head = big - (big - r);
  const rest = r - head;
  const square = r * r;
  const squareRest = head * head - square + 2 * head * rest + rest * rest + 2 * r * rRest;
  const tail = r * square * (1.0 / 3.0 - r * (1.0 / 4.0 - r * (1.0 / 5.0 - r * (1.0 / 6.0 - r * (1.0 / 7.0 - r * (1.0 / 8.0 - r / 9))))));
  const whole = k * 0.6931471805598903;
  const table = load<f64>(at, 8);
  const base = whole + table;
  const baseRest = table - (base - whole);
  const first = base + r;
  const shadow = first - base;
  const firstRest = base - (first - shadow) + (r - shadow);
  const half = -0.5 * square;
  const second = first + half;
  const secondRest = half - (second - first);
  const low =
    secondRest +
    (firstRest + rRest - 0.5 * squareRest + (baseRest + (k * 5.497923018708371e-14 + load<f64>(at, 16))) + tail);
  return second + low;
}

function quickLog(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  const word = <u32>(bits >> 32);
  if (word < 0x00100000 || word >= 0x7ff00000) return logAtTheEdge(x);
  const at = changetype<usize>(logarithms) + (<usize>(((word >>> 12) & 255) << 2) << 3);
  const inverse = load<f64>(at);
  const halved = load<f64>(at, 24);
  const scale = reinterpret<f64>((<u64>2046 - <u64>(word >>> 20)) << 52);
  const m = x * scale * (1 - 0.5 * halved);
  const k = <f64>(<i32>(word >>> 20) - 1023) + halved;
  const mHigh = m + 100663296 - 100663296;
  const r = mHigh * inverse - 1 + (m - mHigh) * inverse;
  const bend = r * r * (-0.5 + r * (1.0 / 3.0 - r * (0.25 - r * (0.2 - r * (1.0 / 6.0 - r * (1.0 / 7.0))))));
  const rest = k * 5.497923018708371e-14 + load<f64>(at, 16);
  return k * 0.6931471805598903 + load<f64>(at, 8) + (r + (rest + bend));
}
