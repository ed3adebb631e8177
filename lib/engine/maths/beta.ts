import { exp, expm1 } from './exp';
import { log, log1p } from './log';
import { pow } from './pow';

const HALF_LOG_2PI = 0.9189385332046728;
/** Stirling's series is good to the last bits from here on. */
const STIRLING_FROM = 16;

/**
 * log Gamma(x) for x > 0 by Stirling's series; smaller x are first shifted upwards by the recurrence.
 *
 * @example logGamma(5) // log 24 = 3.1780538303479458
 */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * log(shifted) - shifted + HALF_LOG_2PI + stirlingRest(shifted) - log(product);
}

/** What Stirling's formula lacks at x: the Bernoulli terms B_2n / (2n (2n-1) x^(2n-1)). */
function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) / x;
}

/**
 * log of the complete beta function B(a, b), a and b > 0.
 *
 * Large arguments are combined before they are rounded, since their log Gammas would cancel.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small < STIRLING_FROM) {
    if (large < STIRLING_FROM) return logGamma(a) + logGamma(b) - logGamma(a + b);
    const rest = stirlingRest(large) - stirlingRest(large + small);
    const growth = -(large - 0.5) * log1p(small / large) - small * log(large + small) + small;
    return logGamma(small) + rest + growth;
  }
  const sum = small + large;
  const rest = stirlingRest(small) + stirlingRest(large) - stirlingRest(sum);
  return HALF_LOG_2PI + (small - 0.5) * log(small / sum) - (large - 0.5) * log1p(small / large) - 0.5 * log(sum) + rest;
}

/** A beta distribution made ready: its parameters and what all of its values share. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
  readonly logBeta: number;
}

export function betaShape(a: number, b: number): BetaShape {
  return { a, b, logBeta: logBeta(a, b) };
}

/** The same distribution seen from the other end: of 1 - x. */
export function mirrored(shape: BetaShape): BetaShape {
  return { a: shape.b, b: shape.a, logBeta: shape.logBeta };
}

/** x (1 - x) times the density at x, for 0 < x < 1. */
export function betaWeight(x: number, shape: BetaShape): number {
  return exp(shape.a * log(x) + shape.b * log1p(-x) - shape.logBeta);
}

/**
 * The regularised incomplete beta function I_x(a, b): the probability of a beta variable at or below x.
 *
 * Source of the continued fraction: DLMF 8.17.22, evaluated by Lentz's method.
 *
 * @example incompleteBeta(0.5, betaShape(2, 3)) // 0.6875
 */
export function incompleteBeta(x: number, shape: BetaShape): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  return incompleteBetaFromWeight(x, shape, betaWeight(x, shape));
}

/** The same where the weight at x is known already. */
export function incompleteBetaFromWeight(x: number, shape: BetaShape, weight: number): number {
  const { a, b } = shape;
  // Beyond the mean the fraction of the complement converges faster.
  return x * (a + b + 2) <= a + 1 ? (weight * fraction(x, a, b)) / a : 1 - (weight * fraction(1 - x, b, a)) / b;
}

const SMALLEST = 1e-300;

/** The continued fraction of I_x(a, b), without (1-x)-weighted prefix: I = weight / a * fraction. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < SMALLEST ? SMALLEST : d);
  let value = d;
  // The number of terms grows as the root of the larger parameter; the limit is for parameters beyond reason.
  for (let m = 1; m <= 20_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < SMALLEST ? SMALLEST : d);
    c = 1 + even / c;
    if (Math.abs(c) < SMALLEST) c = SMALLEST;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < SMALLEST ? SMALLEST : d);
    c = 1 + odd / c;
    if (Math.abs(c) < SMALLEST) c = SMALLEST;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) return value;
  }
  return value;
}

/**
 * The quantile of a beta distribution by root finding: the x with I_x(a, b) = u. a, b >= 1. Slow and exact: the oracle
 * of the tables. 0 at u = 0, 1 at u = 1.
 *
 * @example betaQuantile(0.1, 1, 5) // 1 - 0.9^0.2 = 0.02085163763902...
 */
export function betaQuantile(u: number, a: number, b: number): number {
  if (!(u >= 0 && u <= 1) || !(a > 0 && b > 0)) throw new RangeError(`betaQuantile(${u}, ${a}, ${b}) is undefined`);
  const shape = betaShape(a, b);
  return u <= 0.5 ? lowerBetaQuantile(u, shape) : 1 - lowerBetaQuantile(1 - u, mirrored(shape));
}

/**
 * The quantile for u <= 1/2, to a small relative error however near to 0 it lies; the upper half is the lower half of
 * the mirrored shape. Halley's method near the root; further off Newton's on log I against log x, which is nearly a
 * straight line; both kept inside a bracket.
 */
export function lowerBetaQuantile(u: number, shape: BetaShape): number {
  const { a, b } = shape;
  if (!(u > 0)) return 0;
  if (b === 1) return a === 1 ? u : pow(u, 1 / a);
  if (a === 1) return -expm1(log1p(-u) / b);
  let below = 0;
  let above = 1;
  // The first term of the series of I in x: a lower bound for b >= 1.
  let x = exp((log(u) + log(a) + shape.logBeta) / a);
  if (!(x > 0 && x < 1)) x = a / (a + b);
  for (let step = 0; step < 200; step += 1) {
    const weight = betaWeight(x, shape);
    const mass = incompleteBetaFromWeight(x, shape, weight);
    if (mass < u) below = x;
    else above = x;
    // The density is weight / (x (1 - x)), and its logarithm's slope bends the line that Newton's method draws.
    const newton = ((mass - u) * x * (1 - x)) / weight;
    const move = newton / (1 - 0.5 * newton * ((a - 1) / x - (b - 1) / (1 - x)));
    const off = Math.abs(mass - u);
    const near = off < 0.3 * u && Math.abs(move) < 2 * Math.abs(newton);
    // d log I / d log x = weight / ((1 - x) I).
    let next = near ? x - move : x * exp((log(u / mass) * mass * (1 - x)) / weight);
    if (!(next >= below && next <= above)) next = below === 0 ? above / 2 : (below + above) / 2;
    x = next;
    // Halley's step cubes the relative error: after this one nothing is left but rounding.
    if ((near && off <= 4e-6 * u) || above - below <= 2e-16 * above) break;
  }
  return x;
}
