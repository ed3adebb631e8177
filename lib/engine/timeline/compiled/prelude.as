// What the passes' code means to the AssemblyScript compiler, beside arrays.as: the larger of two numbers as one
// instruction (that of a vector of two: it guesses nothing; the functions of `largest-of.ts` are its
// plain twins).

// @ts-ignore: decorator
@inline function larger(a: f64, b: f64): f64 { return f64x2.extract_lane(f64x2.pmax(f64x2.splat(a), f64x2.splat(b)), 0); }
// @ts-ignore: decorator
@inline function lesser(a: f64, b: f64): f64 { return f64x2.extract_lane(f64x2.pmin(f64x2.splat(a), f64x2.splat(b)), 0); }

// @ts-ignore: decorator
@inline function wholeOf(x: f64): i32 { return <i32>reinterpret<i64>(x + 6755399441055744.0); }

// @ts-ignore: decorator
@inline function beyondTolerance(x: f64): f64 {
  const value = f64x2.splat(x);
  return f64x2.extract_lane(v128.and(value, f64x2.gt(value, f64x2.splat(1e-9))), 0);
}

// The value at one of four places, in both halves of a vector.
// @ts-ignore: decorator
@inline function valueAt(values: F64s, places: I32s, k: i32, which: usize): v128 {
  const place = load<i32>(changetype<usize>(places) + (<usize>k << 2) + (which << 2));
  return v128.load64_splat(changetype<usize>(values) + (<usize>place << 3));
}

// @ts-ignore: decorator
@inline function largestOf(values: F64s, places: I32s, k: i32): f64 {
  const first = f64x2.pmax(valueAt(values, places, k, 0), valueAt(values, places, k, 1));
  const second = f64x2.pmax(valueAt(values, places, k, 2), valueAt(values, places, k, 3));
  return f64x2.extract_lane(f64x2.pmax(first, second), 0);
}
// @ts-ignore: decorator
@inline function leastOf(values: F64s, places: I32s, k: i32): f64 {
  const first = f64x2.pmin(valueAt(values, places, k, 0), valueAt(values, places, k, 1));
  const second = f64x2.pmin(valueAt(values, places, k, 2), valueAt(values, places, k, 3));
  return f64x2.extract_lane(f64x2.pmin(first, second), 0);
}
