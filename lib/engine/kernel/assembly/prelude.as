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

const STEPS_PER_LN2: f64 = 2954.639443740597;
const ROUNDER: f64 = 6755399441055744;
const NORMAL_RANGE: f64 = 708;

// @ts-ignore: decorator
@inline
function normalExp(x: f64): f64 {
  // k in the low bits of the sum.
  const sum = x * STEPS_PER_LN2 + ROUNDER;
  const k = sum - ROUNDER;
  const r = x - k * 3.384507717782981e-4 - k * -2.0512280628325608e-14;
  const growth = r + r * r * (0.5000000009884942 + r * 0.16666666666666666);
  const bits = reinterpret<i64>(sum);
  const root = load<f64>(changetype<usize>(roots) + ((<usize>bits & 2047) << 3));
  const power = reinterpret<f64>(((bits & ~2047) << 41) + (<i64>1023 << 52));
  return power * (root + root * growth);
}

function exp(x: f64): f64 {
  return Math.abs(x) < NORMAL_RANGE ? normalExp(x) : expAtTheEdge(x);
}

/** Two exponentials at once, within the range of `normalExp`. */
// @ts-ignore: decorator
@inline
function normalExps(x: v128): v128 {
  const table = changetype<usize>(roots);
  const rounder = f64x2.splat(ROUNDER);
  const sum = f64x2.add(f64x2.mul(x, f64x2.splat(STEPS_PER_LN2)), rounder);
  const k = f64x2.sub(sum, rounder);
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(k, f64x2.splat(3.384507717782981e-4))),
    f64x2.mul(k, f64x2.splat(-2.0512280628325608e-14)),
  );
  const growth = f64x2.add(
    r,
    f64x2.mul(
      f64x2.mul(r, r),
      f64x2.add(f64x2.splat(0.5000000009884942), f64x2.mul(r, f64x2.splat(0.16666666666666666))),
    ),
  );
  const first = (<usize>i64x2.extract_lane(sum, 0) & 2047) << 3;
  const second = (<usize>i64x2.extract_lane(sum, 1) & 2047) << 3;
  const root = v128.load_lane<f64>(table + second, v128.load_zero<f64>(table + first), 1);
  const power = i64x2.add(i64x2.shl(v128.andnot(sum, i64x2.splat(2047)), 41), i64x2.splat(<i64>1023 << 52));
  return f64x2.mul(power, f64x2.add(root, f64x2.mul(root, growth)));
}

/** out[i] = exp(x[i]), two at a time. */
function expBlock(x: F64s, from: i32, to: i32, out: F64s): void {
  const range = f64x2.splat(NORMAL_RANGE);
  let i = from;
  for (; i + 1 < to; i += 2) {
    const value = v128.load(changetype<usize>(x) + (<usize>i << 3));
    if (i64x2.all_true(f64x2.lt(f64x2.abs(value), range))) {
      v128.store(changetype<usize>(out) + (<usize>i << 3), normalExps(value));
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
