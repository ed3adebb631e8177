/**
 * Numbers as an unevaluated sum high + low of two doubles (about 106 bits), used to build tables once at load
 * with nothing but + - * / and sqrt, so that every JavaScript engine builds the same tables.
 *
 * Source: T. J. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971).
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** 2^27 + 1 splits a double into two halves of 26 bits, whose products are exact. */
export const SPLITTER = 134217729;

/** Sum of two doubles, exactly. */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const shadow = high - a;
  return { high, low: a - (high - shadow) + (b - shadow) };
}

/** Product of two doubles, exactly (no overflow beyond about 1e300). */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const aBig = a * SPLITTER;
  const aHigh = aBig - (aBig - a);
  const aLow = a - aHigh;
  const bBig = b * SPLITTER;
  const bHigh = bBig - (bBig - b);
  const bLow = b - bHigh;
  return { high, low: aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = twoSum(a.high, b.high);
  return twoSum(sum.high, sum.low + a.low + b.low);
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.high, b.high);
  return twoSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const rest = add(a, multiply(b, { high: -first, low: 0 }));
  const second = rest.high / b.high;
  const last = add(rest, multiply(b, { high: -second, low: 0 }));
  const sum = twoSum(first, second);
  return twoSum(sum.high, sum.low + last.high / b.high);
}

/** Square root of a positive number. */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  const first = Math.sqrt(a.high);
  const rest = add(a, multiply({ high: first, low: 0 }, { high: -first, low: 0 }));
  return twoSum(first, rest.high / (2 * first));
}
