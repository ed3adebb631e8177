import { add, type DoubleDouble, divide, multiply } from './double-double';

/**
 * Natural logarithm, the same to the last bit in every JavaScript engine, within 0.51 units in the last place.
 *
 * Method: x = 2^k m with m in [0.7, 1.4); n the whole number nearest to 256/m; log x = k ln2 - log(n/256) + log(1 + r)
 * with r = m n/256 - 1, exact in two parts and at most 0.005. The leading terms are summed in double-double. No
 * divisions. The table of log(n/256) is built at load from log((j+1)/j) = 2 artanh(1/(2j+1)).
 *
 * Source of the method: P. T. P. Tang, Table-driven implementation of the logarithm function, ACM TOMS 16 (1990).
 */
const UNIT = 256;
/** Cells of the mantissa in [1, 2). */
const CELLS = 256;
/** Mantissas from this cell on (1.4) are halved, so that those of numbers near 1 are near 1 on both sides. */
const FIRST_HALVED = 102;
const WIDTH = 4;

/** For each cell: n/256, -log(n/256) rounded, what the rounding lost, and 1 where the mantissa is halved. */
const TABLE = new Float64Array(CELLS * WIDTH);
/** 2^(1023 - e) for the exponent bits e of a normal number: turns it into its mantissa. */
const SCALES = new Float64Array(2047);
buildTable();
buildScales();

/** One double seen as two 32-bit words: how bits are read and set. */
const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);
DOUBLE[0] = 1;
/** Which of the two words holds sign and exponent: the second on all machines that store the low byte first. */
const HIGH_WORD = WORDS[1] === 0 ? 0 : 1;

/** 2^-1022: smaller numbers have fewer digits, and another exponent than their bits say. */
const LEAST_NORMAL = 2.2250738585072014e-308;

/** Where `logParts` leaves its second part. */
const LOW_PART = new Float64Array(1);

function buildTable(): void {
  const logs = new Map<number, DoubleDouble>([[UNIT, { high: 0, low: 0 }]]);
  for (let j = UNIT; j < 2 * UNIT; j += 1) logs.set(j + 1, add(logs.get(j)!, logOfNext(j)));
  for (let j = UNIT - 1; j >= UNIT / 2; j -= 1) {
    const step = logOfNext(j);
    logs.set(j, add(logs.get(j + 1)!, { high: -step.high, low: -step.low }));
  }
  for (let cell = 0; cell < CELLS; cell += 1) {
    const halved = cell >= FIRST_HALVED;
    const centre = (1 + (cell + 0.5) / CELLS) / (halved ? 2 : 1);
    // Next to 1 on both sides the table must give 0, or small logarithms would lose their digits.
    const nearOne = cell === 0 || cell === CELLS - 1;
    const n = nearOne ? UNIT : Math.floor(UNIT / centre + 0.5);
    const { high, low } = logs.get(n)!;
    TABLE.set([n / UNIT, -high, -low, halved ? 1 : 0], cell * WIDTH);
  }
}

function buildScales(): void {
  SCALES[1023] = 1;
  for (let e = 1022; e > 0; e -= 1) SCALES[e] = SCALES[e + 1]! * 2;
  for (let e = 1024; e < 2047; e += 1) SCALES[e] = SCALES[e - 1]! / 2;
}

/** log((j+1)/j) by its series in 1/(2j+1). */
function logOfNext(j: number): DoubleDouble {
  const ratio = divide({ high: 1, low: 0 }, { high: 2 * j + 1, low: 0 });
  const square = multiply(ratio, ratio);
  let power = ratio;
  let sum: DoubleDouble = { high: 0, low: 0 };
  // The ratio is at most 1/257, so eight terms reach 2^-128.
  for (let n = 1; n <= 15; n += 2) {
    sum = add(sum, divide(power, { high: n, low: 0 }));
    power = multiply(power, square);
  }
  return { high: 2 * sum.high, low: 2 * sum.low };
}

/**
 * log x as high + low with some 65 correct bits, for finite x > 0: returns high, leaves low for `lowPartOfLog`.
 * Hot, and therefore long, without an object and with its constants written out.
 */
export function logParts(x: number): number {
  DOUBLE[0] = x;
  let word = WORDS[HIGH_WORD]!;
  let exponent = -1023;
  if (word < 0x00100000) {
    // A subnormal number: 2^54 makes it normal.
    DOUBLE[0] = x * 18014398509481984;
    word = WORDS[HIGH_WORD]!;
    exponent = -1077;
  }
  const cell = ((word >>> 12) & 255) << 2;
  const inverse = TABLE[cell]!;
  const halved = TABLE[cell + 3]!;
  // By multiplication: to write one word and read the double again would wait for the memory.
  const m = DOUBLE[0]! * SCALES[word >>> 20]! * (1 - 0.5 * halved);
  const k = (word >>> 20) + exponent + halved;

  // m to 26 bits behind the point, so that both products are exact; 1.5 * 2^26 rounds.
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
  const tail = r * square * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r * (1 / 8 - r / 9))))));

  // ln 2 in two parts, of which the first has 42 bits: its product with k is exact.
  const whole = k * 0.6931471805598903;
  const table = TABLE[cell + 1]!;
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
    (firstRest + rRest - 0.5 * squareRest + (baseRest + (k * 5.497923018708371e-14 + TABLE[cell + 2]!)) + tail);
  const high = second + low;
  LOW_PART[0] = low - (high - second);
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
 * log x within 2 units in the last place in a third of the time, for the months of thousands of futures: the same method
 * without the parts that the rounding loses. Finite x > 0 that are normal numbers; the others as `log` has them. Hot.
 */
export function quickLog(x: number): number {
  if (!(x >= LEAST_NORMAL && x < Number.POSITIVE_INFINITY)) return log(x);
  DOUBLE[0] = x;
  const word = WORDS[HIGH_WORD]!;
  const cell = ((word >>> 12) & 255) << 2;
  const inverse = TABLE[cell]!;
  const halved = TABLE[cell + 3]!;
  const m = x * SCALES[word >>> 20]! * (1 - 0.5 * halved);
  const k = (word >>> 20) - 1023 + halved;
  // As in `logParts`: both products are exact.
  const mHigh = m + 100663296 - 100663296;
  const r = mHigh * inverse - 1 + (m - mHigh) * inverse;
  const bend = r * r * (-0.5 + r * (1 / 3 - r * (0.25 - r * (0.2 - r * (1 / 6 - r * (1 / 7))))));
  const rest = k * 5.497923018708371e-14 + TABLE[cell + 2]!;
  return k * 0.6931471805598903 + TABLE[cell + 1]! + (r + (rest + bend));
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

/** For each cell of the mantissa the four numbers that the kernel's logarithm looks up. */
export function logarithmTable(): Float64Array {
  return TABLE.slice();
}
