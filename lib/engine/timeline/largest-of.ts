import type { i32 } from '../kernel/number-types';

/**
 * Where the larger of two values stands, without a branch: which one it is cannot be foreseen, and a processor that
 * guesses wrong loses the time of twenty additions.
 */
function placeOfLarger(values: Float64Array, a: i32, b: i32): i32 {
  return a + ((b - a) & -(values[b]! > values[a]!));
}

function placeOfSmaller(values: Float64Array, a: i32, b: i32): i32 {
  return a + ((b - a) & -(values[b]! < values[a]!));
}

/** The largest of four values whose places are the four numbers from `k` on. */
export function largestOf(values: Float64Array, places: Int32Array, k: i32): number {
  const first = placeOfLarger(values, places[k]!, places[k + 1]!);
  const second = placeOfLarger(values, places[k + 2]!, places[k + 3]!);
  return values[placeOfLarger(values, first, second)]!;
}

/** The least of four values. */
export function leastOf(values: Float64Array, places: Int32Array, k: i32): number {
  const first = placeOfSmaller(values, places[k]!, places[k + 1]!);
  const second = placeOfSmaller(values, places[k + 2]!, places[k + 3]!);
  return values[placeOfSmaller(values, first, second)]!;
}

export function larger(a: number, b: number): number {
  // biome-ignore lint/complexity/useMathMinMax: Math.max tells 0 from -0, the compiled form does not, and is slower.
  return b > a ? b : a;
}

export function lesser(a: number, b: number): number {
  // biome-ignore lint/complexity/useMathMinMax: as above.
  return b < a ? b : a;
}
