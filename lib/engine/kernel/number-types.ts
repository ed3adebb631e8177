/**
 * Number types of the trials' code. To TypeScript both are `number`; the kernel, which is compiled to WebAssembly from
 * the same files, needs to know which numbers are whole (indices, counts, slots) and which are doubles.
 */
export type i32 = number;
export type f64 = number;

/** A double that holds a whole number, as an index. */
export function i32(value: f64): i32 {
  return value | 0;
}
