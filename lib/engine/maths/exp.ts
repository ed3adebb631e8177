import { type DoubleDouble, multiply, squareRoot } from './double-double';

/**
 * The exponential function and e^x - 1, the same to the last bit in every JavaScript engine (Math.exp is not),
 * within 1.1 units in the last place, and faster than Math.exp.
 *
 * Method: x = k ln2/2048 + r with |r| <= ln2/4096, so e^x = 2^(k div 2048) * 2^((k mod 2048)/2048) * e^r: two table
 * look-ups and a cubic. The tables are built at load by exact doubling and by square roots in double-double.
 *
 * Source of the method: P. T. P. Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989).
 */
const STEPS = 2048;
const STEP_BITS = 11;
const STEP_MASK = STEPS - 1;
/** 2048 / ln 2. */
const STEPS_PER_LN2 = 2954.639443740597;
/** ln 2 / 2048 in two parts; the first has 31 bits, so that k times it is exact. */
const LN2_STEP_HIGH = 3.384507717782981e-4;
const LN2_STEP_LOW = -2.0512280628325608e-14;
/** Adding and subtracting 1.5 * 2^52 rounds to the nearest integer. */
const ROUNDER = 6755399441055744;
/**
 * e^r = 1 + r + r^2 (QUADRATIC + r CUBIC). The quadratic coefficient is 1/2 + 2 (sqrt 2 - 1) (ln2/4096)^2 / 24: it takes
 * up the term r^4/24 so that what is left is at most 6e-18.
 */
const QUADRATIC = 0.5000000009884942;
const CUBIC = 0.16666666666666666;

const POWER_OFFSET = 1022;
/** 2^(i - 1022), i = 0 .. 2045. */
const POWERS = buildPowers();
/** 2^(j / 2048) rounded, and what the rounding lost. */
const ROOTS = new Float64Array(STEPS);
const ROOT_RESTS = new Float64Array(STEPS);
buildRoots();

function buildPowers(): Float64Array {
  const powers = new Float64Array(2 * POWER_OFFSET + 2);
  powers[POWER_OFFSET] = 1;
  for (let i = POWER_OFFSET + 1; i < powers.length; i += 1) powers[i] = powers[i - 1]! * 2;
  for (let i = POWER_OFFSET - 1; i >= 0; i -= 1) powers[i] = powers[i + 1]! / 2;
  return powers;
}

function buildRoots(): void {
  const exact: DoubleDouble[] = [{ high: 1, low: 0 }];
  let root: DoubleDouble = { high: 2, low: 0 };
  for (let step = STEPS / 2; step >= 1; step /= 2) {
    root = squareRoot(root);
    exact[step] = root;
  }
  for (let j = 1; j < STEPS; j += 1) {
    const lowestBit = j & -j;
    exact[j] ??= multiply(exact[j - lowestBit]!, exact[lowestBit]!);
  }
  for (let j = 0; j < STEPS; j += 1) {
    ROOTS[j] = exact[j]!.high;
    ROOT_RESTS[j] = exact[j]!.low;
  }
}

/**
 * e^x. Exact limits: exp(Infinity) = Infinity, exp(-Infinity) = 0, NaN stays NaN; overflow above 709.7827, gradual
 * underflow below -708.
 *
 * @example exp(1) // 2.718281828459045
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expAtTheEdge(x, 0);
  const steps = x * STEPS_PER_LN2 + ROUNDER - ROUNDER;
  const r = x - steps * LN2_STEP_HIGH - steps * LN2_STEP_LOW;
  const k = steps | 0;
  const root = ROOTS[k & STEP_MASK]!;
  return POWERS[(k >> STEP_BITS) + POWER_OFFSET]! * (root + root * (r + r * r * (QUADRATIC + r * CUBIC)));
}

/** out[i] = exp(x[i]) for from <= i < to, bit for bit; `out` may be `x`. Long and plain because it is hot. */
export function expBlock(x: Float64Array, from: number, to: number, out: Float64Array): void {
  const roots = ROOTS;
  const powers = POWERS;
  for (let i = from; i < to; i += 1) {
    const value = x[i]!;
    if (value > -708 && value < 709) {
      const steps = value * STEPS_PER_LN2 + ROUNDER - ROUNDER;
      const r = value - steps * LN2_STEP_HIGH - steps * LN2_STEP_LOW;
      const k = steps | 0;
      const root = roots[k & STEP_MASK]!;
      out[i] = powers[(k >> STEP_BITS) + POWER_OFFSET]! * (root + root * (r + r * r * (QUADRATIC + r * CUBIC)));
    } else out[i] = expAtTheEdge(value, 0);
  }
}

/** e^(high + low) for a small correction `low`: what a power needs of its exponent. */
export function expOfSum(high: number, low: number): number {
  if (!(high > -708 && high < 709)) return expAtTheEdge(high, low);
  const steps = high * STEPS_PER_LN2 + ROUNDER - ROUNDER;
  const r = high - steps * LN2_STEP_HIGH - (steps * LN2_STEP_LOW - low);
  const k = steps | 0;
  const root = ROOTS[k & STEP_MASK]!;
  const rest = ROOT_RESTS[k & STEP_MASK]!;
  return POWERS[(k >> STEP_BITS) + POWER_OFFSET]! * (root + (rest + root * (r + r * r * (QUADRATIC + r * CUBIC))));
}

/** Arguments whose result overflows, underflows or loses bits, and NaN. */
function expAtTheEdge(high: number, low: number): number {
  if (Number.isNaN(high)) return high;
  // e^710 is beyond the largest double and e^-746 below half the smallest.
  if (high > 710) return Number.POSITIVE_INFINITY;
  if (high < -746) return 0;
  const steps = high * STEPS_PER_LN2 + ROUNDER - ROUNDER;
  const r = high - steps * LN2_STEP_HIGH - (steps * LN2_STEP_LOW - low);
  const k = steps | 0;
  const root = ROOTS[k & STEP_MASK]!;
  const rest = ROOT_RESTS[k & STEP_MASK]!;
  const mantissa = root + (rest + root * (r + r * r * (QUADRATIC + r * CUBIC)));
  const exponent = k >> STEP_BITS;
  // Two exact factors, so that the result is rounded once.
  return exponent > 0
    ? mantissa * POWERS[exponent - 1 + POWER_OFFSET]! * 2
    : mantissa * POWERS[exponent + 200 + POWER_OFFSET]! * POWERS[POWER_OFFSET - 200]!;
}

/**
 * e^x - 1 without losing digits near 0.
 *
 * @example expm1(1e-10) // 1.00000000005e-10
 */
export function expm1(x: number): number {
  if (!(x > -40 && x < 700)) return exp(x) - 1;
  const steps = x * STEPS_PER_LN2 + ROUNDER - ROUNDER;
  const r = x - steps * LN2_STEP_HIGH - steps * LN2_STEP_LOW;
  const k = steps | 0;
  const scale = POWERS[(k >> STEP_BITS) + POWER_OFFSET]!;
  const root = scale * ROOTS[k & STEP_MASK]!;
  const rest = scale * ROOT_RESTS[k & STEP_MASK]!;
  // More terms than exp takes: here they are measured against r, not against 1.
  const growth = r + r * r * (0.5 + r * (CUBIC + r * (1 / 24 + r * (1 / 120))));
  return root - 1 + (rest + root * growth);
}
