// Typed arrays without bounds checks, for all code that is compiled to WebAssembly.

/** Arrays lie in memory as their length (8 bytes before the first element) and their elements. */
// @ts-ignore: decorator
@unmanaged class F64s {
  // @ts-ignore: decorator
  @inline @operator("[]") get(i: i32): f64 { return load<f64>(changetype<usize>(this) + (<usize>i << 3)); }
  // @ts-ignore: decorator
  @inline @operator("[]=") set(i: i32, value: f64): void { store<f64>(changetype<usize>(this) + (<usize>i << 3), value); }
  // @ts-ignore: decorator
  @inline get length(): i32 { return load<i32>(changetype<usize>(this) - 8); }
  fill(value: f64, from: i32 = 0, to: i32 = i32.MAX_VALUE): void {
    const end = min(to, this.length);
    if (reinterpret<u64>(value) == 0 && end > from) {
      memory.fill(changetype<usize>(this) + (<usize>from << 3), 0, <usize>(end - from) << 3);
      return;
    }
    for (let i = from; i < end; i++) this[i] = value;
  }
}

// @ts-ignore: decorator
@unmanaged class I32s {
  // @ts-ignore: decorator
  @inline @operator("[]") get(i: i32): i32 { return load<i32>(changetype<usize>(this) + (<usize>i << 2)); }
  // @ts-ignore: decorator
  @inline @operator("[]=") set(i: i32, value: i32): void { store<i32>(changetype<usize>(this) + (<usize>i << 2), value); }
  // @ts-ignore: decorator
  @inline get length(): i32 { return load<i32>(changetype<usize>(this) - 8); }
}

// @ts-ignore: decorator
@unmanaged class U8s {
  // @ts-ignore: decorator
  @inline @operator("[]") get(i: i32): i32 { return <i32>load<u8>(changetype<usize>(this) + <usize>i); }
  // @ts-ignore: decorator
  @inline @operator("[]=") set(i: i32, value: i32): void { store<u8>(changetype<usize>(this) + <usize>i, <u8>value); }
  // @ts-ignore: decorator
  @inline get length(): i32 { return load<i32>(changetype<usize>(this) - 8); }
  fill(value: i32, from: i32 = 0, to: i32 = i32.MAX_VALUE): void {
    const end = min(to, this.length);
    for (let i = from; i < end; i++) this[i] = value;
  }
}
