import { add, type DoubleDouble, divide, multiply, SPLITTER } from './double-double';

/**
 * Natural logarithm, the same to the last bit in every JavaScript engine, within 0.51 units in the last place.
 *
 * Method: x = 2^k m with m in [11/16, 11/8); c the nearest 128th to m; log x = k ln2 + log c + 2 artanh((m-c)/(m+c)),
 * summed in double-double. The table of log c is built at load from log((j+1)/j) = 2 artanh(1/(2j+1)).
 *
 * Source of the method: P. T. P. Tang, Table-driven implementation of the logarithm function, ACM TOMS 16 (1990).
 */
const STEPS = 128;
const FIRST = 88;
const LAST = 176;
/** ln 2 in two parts; the first has 42 bits, so that k times it is exact. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;

/** log(j / 128) for j = FIRST .. LAST, rounded, and what the rounding lost. */
const TABLE_HIGH = new Float64Array(LAST - FIRST + 1);
const TABLE_LOW = new Float64Array(LAST - FIRST + 1);
buildTable();

/** One double seen as two 32-bit words: how bits are read and set. */
const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);
DOUBLE[0] = 1;
/** Which of the two words holds sign and exponent: the second on all machines that store the low byte first. */
const HIGH_WORD = WORDS[1] === 0 ? 0 : 1;

/** Where `logParts` leaves its second part. */
const LOW_PART = new Float64Array(1);

function buildTable(): void {
  let up: DoubleDouble = { high: 0, low: 0 };
  for (let j = STEPS; j < LAST; j += 1) {
    up = add(up, logOfNext(j));
    TABLE_HIGH[j + 1 - FIRST] = up.high;
    TABLE_LOW[j + 1 - FIRST] = up.low;
  }
  let down: DoubleDouble = { high: 0, low: 0 };
  for (let j = STEPS - 1; j >= FIRST; j -= 1) {
    const step = logOfNext(j);
    down = add(down, { high: -step.high, low: -step.low });
    TABLE_HIGH[j - FIRST] = down.high;
    TABLE_LOW[j - FIRST] = down.low;
  }
}

/** log((j+1)/j) by its series in 1/(2j+1). */
function logOfNext(j: number): DoubleDouble {
  const ratio = divide({ high: 1, low: 0 }, { high: 2 * j + 1, low: 0 });
  const square = multiply(ratio, ratio);
  let power = ratio;
  let sum: DoubleDouble = { high: 0, low: 0 };
  // The ratio is at most 1/177, so eight terms reach 2^-119.
  for (let n = 1; n <= 15; n += 2) {
    sum = add(sum, divide(power, { high: n, low: 0 }));
    power = multiply(power, square);
  }
  return { high: 2 * sum.high, low: 2 * sum.low };
}

/**
 * log x as high + low with some 65 correct bits, for finite x > 0: returns high, leaves low for `lowPartOfLog`.
 * Hot and therefore without an object.
 */
export function logParts(x: number): number {
  DOUBLE[0] = x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    // A subnormal number: 2^54 makes it normal.
    DOUBLE[0] = x * 18014398509481984;
    k = -54;
  }
  const word = WORDS[HIGH_WORD]!;
  k += (word >>> 20) - 1023;
  WORDS[HIGH_WORD] = (word & 0xfffff) | 0x3ff00000;
  let m = DOUBLE[0]!;
  if (m >= 1.375) {
    m *= 0.5;
    k += 1;
  }
  const j = Math.floor(m * STEPS + 0.5);
  const c = j / STEPS;
  const difference = m - c;
  const sum = m + c;
  const shadow = sum - m;
  const sumLow = m - (sum - shadow) + (c - shadow);
  const quotient = difference / sum;
  const qBig = quotient * SPLITTER;
  const qHigh = qBig - (qBig - quotient);
  const qLow = quotient - qHigh;
  const sBig = sum * SPLITTER;
  const sHigh = sBig - (sBig - sum);
  const sLow = sum - sHigh;
  const product = quotient * sum;
  const productLow = qLow * sLow - (product - qHigh * sHigh - qLow * sHigh - qHigh * sLow);
  const quotientLow = (difference - product - productLow - quotient * sumLow) / sum;
  const square = quotient * quotient;
  const tail = quotient * square * (2 / 3 + square * (2 / 5 + square * (2 / 7 + square * (2 / 9))));

  const whole = k * LN2_HIGH;
  const table = TABLE_HIGH[j - FIRST]!;
  const base = whole + table;
  const baseLow = table - (base - whole);
  const twice = 2 * quotient;
  const first = base + twice;
  const firstLow = twice - (first - base);
  const low = firstLow + (baseLow + (k * LN2_LOW + TABLE_LOW[j - FIRST]! + 2 * quotientLow + tail));
  const high = first + low;
  LOW_PART[0] = low - (high - first);
  return high;
}

/** The second part of the last `logParts`. */
export function lowPartOfLog(): number {
  return LOW_PART[0]!;
}

/**
 * Natural logarithm. log(0) = -Infinity, log(Infinity) = Infinity, NaN for x < 0 and NaN.
 *
 * @example log(10) // 2.302585092994046
 */
export function log(x: number): number {
  if (x > 0 && x < Number.POSITIVE_INFINITY) return logParts(x);
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x === Number.POSITIVE_INFINITY ? x : Number.NaN;
}

/**
 * log(1 + x) without losing digits near 0.
 *
 * @example log1p(1e-10) // 9.9999999995e-11
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (!(sum > 0 && sum < Number.POSITIVE_INFINITY)) return log(sum);
  // What the sum lost, by the derivative of the logarithm.
  const lost = x < 1 ? x - (sum - 1) : 1 - (sum - x);
  return log(sum) + lost / sum;
}
