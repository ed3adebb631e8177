import { exp } from './exp';
import { log } from './log';

const INVERSE_SQRT_2PI = 0.3989422804014327;

/**
 * The standard normal distribution function, to a relative error of about 1e-15 in the lower tail too.
 * normalCdf(-Infinity) = 0, normalCdf(Infinity) = 1.
 *
 * Source: W. J. Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23 (1969).
 *
 * @example normalCdf(1.959963984540054) // 0.975
 */
export function normalCdf(z: number): number {
  if (z > -0.67448975 && z < 0.67448975) return 0.5 + central(z);
  return z < 0 ? tail(-z) : 1 - tail(z);
}

/** Phi(z) - 1/2 for |z| below the upper quartile. */
function central(z: number): number {
  const s = z * z;
  const top =
    (((0.06568233791820745 * s + 2.2352520354606837) * s + 161.02823106855587) * s + 1067.6894854603709) * s +
    18154.98125334356;
  const bottom = (((s + 47.202581904688245) * s + 976.0985517377767) * s + 10260.932208618979) * s + 45507.78933502673;
  return (z * top) / bottom;
}

/** 1 - Phi(z) for z above the upper quartile. */
function tail(z: number): number {
  if (z > 38.5) return 0;
  // e^(-z^2/2) in two factors: the first exponent is exact, so that the rounding of z^2 does not grow.
  const rough = Math.trunc(z * 16) / 16;
  const rest = (z - rough) * (z + rough);
  const density = exp(-rough * rough * 0.5) * exp(-rest * 0.5);
  return density * (z <= 5.656854249492381 ? middleRatio(z) : farRatio(z));
}

function middleRatio(z: number): number {
  const top =
    (((((((1.0765576773720192e-8 * z + 0.39894151208813466) * z + 8.883149794388377) * z + 93.50665613217785) * z +
      597.2702763948002) *
      z +
      2494.5375852903726) *
      z +
      6848.190450536283) *
      z +
      11602.65143764735) *
      z +
    9842.714838383978;
  const bottom =
    (((((((z + 22.266688044328117) * z + 235.387901782625) * z + 1519.3775994075547) * z + 6485.558298266761) * z +
      18615.571640885097) *
      z +
      34900.95272114598) *
      z +
      38912.00328609327) *
      z +
    19685.429676859992;
  return top / bottom;
}

function farRatio(z: number): number {
  const s = 1 / (z * z);
  const top =
    ((((0.023073441764940174 * s + 0.215898534057957) * s + 0.12740116116024736) * s + 0.022235277870649807) * s +
      0.0014216191932278934) *
      s +
    2.9112874951168793e-5;
  const bottom =
    ((((s + 1.284260096144911) * s + 0.4682382124808651) * s + 0.06598813786892856) * s + 0.0037823963320275824) * s +
    7.297515550839662e-5;
  return (INVERSE_SQRT_2PI - (s * top) / bottom) / z;
}

/**
 * The standard normal quantile, to a relative error of about 1e-15. -Infinity at 0, Infinity at 1, NaN outside [0, 1].
 *
 * Source: M. J. Wichura, Algorithm AS 241 (PPND16), Appl. Statist. 37 (1988).
 *
 * @example normalQuantile(0.9) // 1.2815515655446004
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (q >= -0.425 && q <= 0.425) return centralQuantile(q);
  if (q < 0) return -upperQuantile(u);
  // 1 - u is exact here.
  return upperQuantile(1 - u);
}

function centralQuantile(q: number): number {
  const r = 0.180625 - q * q;
  const top =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const bottom =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return (q * top) / bottom;
}

/** The z above which lies the mass p, for p < 0.075. */
function upperQuantile(p: number): number {
  if (!(p > 0)) return p === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  const r = Math.sqrt(-log(p));
  return r <= 5 ? nearQuantile(r - 1.6) : farQuantile(r - 5);
}

function nearQuantile(r: number): number {
  const top =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const bottom =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return top / bottom;
}

function farQuantile(r: number): number {
  const top =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const bottom =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return top / bottom;
}
