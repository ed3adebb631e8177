import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketedRoot } from './root';

describe('the root finder', () => {
  it('finds known roots to the last bits', () => {
    expect(bracketedRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    // Newton's own example, 1669: x^3 - 2x - 5.
    expect(bracketedRoot((x) => x * x * x - 2 * x - 5, 2, 3)).toBeCloseTo(2.0945514815423265, 14);
    expect(bracketedRoot((x) => x, 0, 1)).toBe(0);
    expect(bracketedRoot((x) => x - 1, 0, 1)).toBe(1);
  });

  it('takes few looks at a smooth function and not too many at a flat or stepped one', () => {
    const looks = (f: (x: number) => number, below: number, above: number) => {
      let count = 0;
      bracketedRoot(
        (x) => {
          count += 1;
          return f(x);
        },
        below,
        above,
      );
      return count;
    };
    expect(looks((x) => Math.exp(x) - 3, 0, 2)).toBeLessThan(12);
    expect(looks((x) => (x - 0.3) ** 9, 0, 1)).toBeLessThan(120);
    expect(looks((x) => (x < 0.123456789 ? -1 : 1), 0, 1)).toBeLessThan(120);
  });

  it('stays inside its bracket and ends where the sign changes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 3 }), (root, k) => {
        const f = (x: number) => (x - root) * (1 + (k * x * x) / 3);
        const x = bracketedRoot(f, 0, 1);
        expect(Math.abs(x - root)).toBeLessThan(1e-15);
      }),
      { seed: 15, numRuns: 500 },
    );
  });

  it('refuses a bracket without a change of sign', () => {
    expect(() => bracketedRoot((x) => x + 1, 0, 1)).toThrow(RangeError);
    expect(() => bracketedRoot(() => Number.NaN, 0, 1)).toThrow(RangeError);
  });
});
