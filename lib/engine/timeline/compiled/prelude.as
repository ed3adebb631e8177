// What the passes' code means to the AssemblyScript compiler: arrays without bounds checks, and the larger of two
// numbers as one instruction (that of a vector of two: it guesses nothing; the functions of `largest-of.ts` are its
// plain twins).

// @ts-ignore: decorator
@unmanaged class Float64s {
  // @ts-ignore: decorator
  @inline get length(): i32 { return load<i32>(changetype<usize>(this) - 8); }
  // @ts-ignore: decorator
  @inline @operator("[]") get(i: i32): f64 { return load<f64>(changetype<usize>(this) + (<usize>i << 3)); }
  // @ts-ignore: decorator
  @inline @operator("[]=") set(i: i32, value: f64): void { store<f64>(changetype<usize>(this) + (<usize>i << 3), value); }
}

// @ts-ignore: decorator
@unmanaged class Int32s {
  // @ts-ignore: decorator
  @inline @operator("[]") get(i: i32): i32 { return load<i32>(changetype<usize>(this) + (<usize>i << 2)); }
  /** Kept before the first element. */
  // @ts-ignore: decorator
  @inline get length(): i32 { return load<i32>(changetype<usize>(this) - 8); }
}

// @ts-ignore: decorator
@unmanaged class Bytes {
  // @ts-ignore: decorator
  @inline @operator("[]") get(i: i32): i32 { return <i32>load<u8>(changetype<usize>(this) + <usize>i); }
  // @ts-ignore: decorator
  @inline @operator("[]=") set(i: i32, value: i32): void { store<u8>(changetype<usize>(this) + <usize>i, <u8>value); }
}

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
@inline function valueAt(values: Float64s, places: Int32s, k: i32, which: usize): v128 {
  const place = load<i32>(changetype<usize>(places) + (<usize>k << 2) + (which << 2));
  return v128.load64_splat(changetype<usize>(values) + (<usize>place << 3));
}

// @ts-ignore: decorator
@inline function largestOf(values: Float64s, places: Int32s, k: i32): f64 {
  const first = f64x2.pmax(valueAt(values, places, k, 0), valueAt(values, places, k, 1));
  const second = f64x2.pmax(valueAt(values, places, k, 2), valueAt(values, places, k, 3));
  return f64x2.extract_lane(f64x2.pmax(first, second), 0);
}
// @ts-ignore: decorator
@inline function leastOf(values: Float64s, places: Int32s, k: i32): f64 {
  const first = f64x2.pmin(valueAt(values, places, k, 0), valueAt(values, places, k, 1));
  const second = f64x2.pmin(valueAt(values, places, k, 2), valueAt(values, places, k, 3));
  return f64x2.extract_lane(f64x2.pmin(first, second), 0);
}
