import { expOfSum } from './exp';
import { logParts, lowPartOfLog } from './log';

/** |log x| is 0 or at least 1.1e-16, so that beyond this exponent every power has over- or underflown. */
const HUGE_EXPONENT = 1e22;

/**
 * x to the power y, the same to the last bit in every JavaScript engine, within 1.1 units in the last place
 * (2 where the result is subnormal). Special values as in IEEE 754: pow(x, 0) = 1, a negative base with an exponent
 * that is no integer gives NaN, pow(0, -1) = Infinity.
 *
 * @example pow(2, 0.5) // 1.4142135623730951
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (y === 1) return x;
  if (x > 0 && x < Number.POSITIVE_INFINITY && y > -HUGE_EXPONENT && y < HUGE_EXPONENT) return positivePower(x, y);
  return specialPower(x, y);
}

function positivePower(x: number, y: number): number {
  const high = logParts(x);
  const low = lowPartOfLog();
  // The exact product y * high by Dekker's splitting (2^27 + 1), then the small rest: the exponent to some 65 bits.
  const product = y * high;
  const yBig = y * 134217729;
  const yHigh = yBig - (yBig - y);
  const yLow = y - yHigh;
  const hBig = high * 134217729;
  const hHigh = hBig - (hBig - high);
  const hLow = high - hHigh;
  const productLow = yLow * hLow - (product - yHigh * hHigh - yLow * hHigh - yHigh * hLow);
  return expOfSum(product, productLow + y * low);
}

function specialPower(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = x < 0 ? -x : x;
  if (y >= HUGE_EXPONENT || y <= -HUGE_EXPONENT) {
    if (size === 1) return 1;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const whole = Math.floor(y) === y;
  const odd = whole && Math.floor(y / 2) * 2 !== y;
  const negative = odd && (x < 0 || Object.is(x, -0));
  if (size === 0 || size === Number.POSITIVE_INFINITY) {
    const result = (size === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
    return negative ? -result : result;
  }
  if (!whole) return Number.NaN;
  return negative ? -positivePower(size, y) : positivePower(size, y);
}
