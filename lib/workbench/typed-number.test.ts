import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldText, parseNumber } from './typed-number';

describe('numbers as typed', () => {
  it.each([
    ['1,200', 1200],
    ['1.2bn', 1.2e9],
    ['800 m', 8e8],
    ['-3e5', -3e5],
    ['−5', -5],
    ['80 %', 0.8],
    ['2.4亿', 2.4e8],
    ['.5', 0.5],
    ['12.', 12],
    ['1 000 000', 1e6],
  ])('%s is %s', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', '-', '1,5', 'abc', '1e999', '0x10', '12 days', 'NaN', 'Infinity', '1.2.3'])('%s is no number', (text) =>
    expect(parseNumber(text)).toBeNull(),
  );

  it('what a field shows is read back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e14, max: 1e14, noNaN: true }), (value) => {
        const shown = Number(value.toPrecision(15));
        expect(parseNumber(fieldText(value))).toBeCloseTo(shown, 9);
      }),
      { seed: 11, numRuns: 300 },
    );
    expect(parseNumber(fieldText(0.1 + 0.2))).toBe(0.3);
  });
});
