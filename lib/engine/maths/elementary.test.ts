import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, expBlock, expm1 } from './exp';
import { log, log1p, quickLog } from './log';
import { pow } from './pow';

/** Known values: mpmath 1.3 with 50 digits, rounded to the nearest double. */
const EXP = [
  [1, Math.E],
  [-1, 0.36787944117144233],
  [0.5, 1.6487212707001282],
  [10, 22026.465794806718],
  [-8, 0.00033546262790251185],
  [-0.001, 0.999000499833375],
  [1e-8, 1.00000001],
  [100, 2.6881171418161356e43],
  [700, 1.0142320547350045e304],
  [709.7, 1.6549840276802644e308],
  [-700, 9.85967654375977e-305],
  [-720.25, 1.5827029403e-313],
] as const;
const EXPM1 = [
  [1e-10, 1.00000000005e-10],
  [-1e-5, -9.999950000166666e-6],
  [0.01, 0.010050167084168058],
  [-0.3, -0.2591817793182821],
  [0.7, 1.0137527074704764],
  [2.5, 11.182493960703473],
  [-20, -0.9999999979388464],
] as const;
const LOG = [
  [2, Math.LN2],
  [10, Math.LN10],
  [0.3, -1.2039728043259361],
  [1e-5, -11.512925464970229],
  [1.000001, 9.999994999180668e-7],
  [0.9999, -0.00010000500033334732],
  [1e300, 690.7755278982137],
  [1e-310, -713.8013788281542],
  [3.5, 1.252762968495368],
] as const;
const LOG1P = [
  [1e-10, 9.999999999500001e-11],
  [-1e-5, -1.0000050000333337e-5],
  [0.25, 0.22314355131420976],
  [-0.5, -Math.LN2],
  [7.5, 2.1400661634962708],
] as const;
const POW = [
  [2, 0.5, Math.SQRT2],
  [10, -3.7, 0.00019952623149688788],
  [0.85, 12.25, 0.13657834317192558],
  [1.1, -5.708333333333333, 0.5803857696887567],
  [1.0000001, 1e7, 2.7182816941320818],
  [3, 600.5, 3.2457379928393493e286],
  [1e-300, 0.7, 1.0000000000000308e-210],
  [5e-324, 0.1, 4.6706622762338734e-33],
  [7.25, -0.23446525363702297, 0.6284643267859747],
] as const;

const DOUBLE = new Float64Array(1);
const BITS = new BigInt64Array(DOUBLE.buffer);

/** How many doubles lie between two numbers of one sign. */
function unitsApart(a: number, b: number): number {
  DOUBLE[0] = a;
  const bitsOfA = BITS[0]!;
  DOUBLE[0] = b;
  return Math.abs(Number(bitsOfA - BITS[0]!));
}

describe('elementary functions', () => {
  it.each(EXP)('exp(%d) is its known value within 1 unit in the last place', (x, value) => {
    expect(unitsApart(exp(x), value)).toBeLessThanOrEqual(1);
  });
  it.each(EXPM1)('expm1(%d) is its known value within 1 unit in the last place', (x, value) => {
    expect(unitsApart(expm1(x), value)).toBeLessThanOrEqual(1);
  });
  it.each(LOG)('log(%d) is its known value to the last bit', (x, value) => {
    expect(log(x)).toBe(value);
  });
  it.each(LOG1P)('log1p(%d) is its known value within 1 unit in the last place', (x, value) => {
    expect(unitsApart(log1p(x), value)).toBeLessThanOrEqual(1);
  });
  it.each(POW)('pow(%d, %d) is its known value within 1 unit in the last place', (x, y, value) => {
    expect(unitsApart(pow(x, y), value)).toBeLessThanOrEqual(1);
  });

  it('never strays further than 2 units from the platform', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -740, max: 709, noNaN: true }),
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (x, y, power) => {
          expect(unitsApart(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
          expect(unitsApart(log(y), Math.log(y))).toBeLessThanOrEqual(2);
          expect(unitsApart(quickLog(y), log(y))).toBeLessThanOrEqual(2);
          const small = 1 + (y % 100);
          expect(unitsApart(quickLog(small), log(small))).toBeLessThanOrEqual(2);
          expect(unitsApart(pow(small, power), small ** power)).toBeLessThanOrEqual(2);
        },
      ),
      { seed: 1, numRuns: 20_000 },
    );
  });

  it('has a quick logarithm that keeps its digits next to 1 and the limits of the other', () => {
    for (let i = -4000; i <= 4000; i++) {
      for (const x of [1 + i * 2 ** -52, 1 + i / 40_000, 1 + i / 4001]) {
        expect([x, unitsApart(quickLog(x), log(x)) <= 2]).toEqual([x, true]);
      }
    }
    for (const x of [0, 5e-324, 1e-310, -1, Number.POSITIVE_INFINITY, Number.NaN]) expect(quickLog(x)).toBe(log(x));
    for (const x of [2 ** -1022, Number.MAX_VALUE]) expect(unitsApart(quickLog(x), log(x))).toBeLessThanOrEqual(2);
  });

  it('keeps the order of its arguments', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -700, max: 700, noNaN: true }),
        fc.double({ min: 1e-12, max: 1, noNaN: true }),
        (x, step) => {
          // Two neighbours may round one unit the wrong way; further apart they may not.
          expect(exp(x + step * Math.max(1, Math.abs(x)))).toBeGreaterThanOrEqual(exp(x));
        },
      ),
      { seed: 2, numRuns: 5_000 },
    );
  });

  it('gives the limits of IEEE 754', () => {
    expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(0)).toBe(1);
    expect(exp(709.782712893384)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(exp(709.782712893385)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(-745.2)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
    expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(log(1)).toBe(0);
    expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(log(-1)).toBeNaN();
    expect(log1p(-1)).toBe(Number.NEGATIVE_INFINITY);
    expect(expm1(Number.NEGATIVE_INFINITY)).toBe(-1);
  });

  it('raises special bases and exponents as the language does', () => {
    const values = [0, -0, 1, -1, 2, -2, 3, 0.5, -0.5, 1e200, -1e200, 1e300, Infinity, -Infinity, NaN];
    for (const x of values) {
      // 1 to NaN or to an infinity is 1 in IEEE 754 and NaN in the language: here 1.
      if (Math.abs(x) === 1) continue;
      for (const y of values) {
        const expected = x ** y;
        const got = pow(x, y);
        const same = Object.is(got, expected) || unitsApart(got, expected) <= 2;
        expect([x, y, same ? expected : got]).toEqual([x, y, expected]);
      }
    }
    expect(pow(1, Number.NaN)).toBe(1);
    expect(pow(-8, 1 / 3)).toBeNaN();
  });

  it('gives a block the same bits as single calls, edges included, in place', () => {
    const x = Float64Array.from({ length: 1027 }, (_, i) => (i % 97 === 0 ? -800 + i * 2 : -8 + i / 70));
    const single = x.map((value) => exp(value));
    const block = x.slice();
    expBlock(block, 3, 1026, block);
    expect(block.subarray(3, 1026)).toEqual(single.subarray(3, 1026));
    expect([...block.subarray(0, 3), block[1026]]).toEqual([...x.subarray(0, 3), x[1026]]);
  });
});
