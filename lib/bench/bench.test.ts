import { describe, expect, it } from 'vitest';
import { nonFiniteAt } from './non-finite';
import { benchOptions } from './options';
import { median, standardDeviation } from './spread';
import { digits, tableText } from './table';

describe('the spread of measurements', () => {
  it('takes the middle of an odd and of an even number of values, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('An empty list has no median.');
  });

  it('agrees with the NIST certified value for the data set NumAcc1 (10000001, 10000003, 10000002): 1', () => {
    expect(standardDeviation([10000001, 10000003, 10000002])).toBe(1);
  });

  it('leaves out what is never and knows that one value has no spread', () => {
    expect(standardDeviation([1, 3, Number.POSITIVE_INFINITY])).toBeCloseTo(Math.SQRT2, 12);
    expect(standardDeviation([1])).toBeNaN();
  });
});

describe('a printed table', () => {
  it('aligns its columns and ends with its notes', () => {
    const text = tableText({
      title: 'Times',
      head: ['what', 'ms'],
      rows: [
        ['draws', '7'],
        ['all of it', '1,230'],
      ],
      notes: ['In: all.'],
    });
    expect(text.split('\n')).toEqual([
      '## Times',
      '',
      '| what      |    ms |',
      '| --------- | ----: |',
      '| draws     |     7 |',
      '| all of it | 1,230 |',
      '',
      'In: all.',
      '',
    ]);
  });

  it('writes numbers with three digits, and a dash for what is none', () => {
    expect([digits(1234.5), digits(0.012345), digits(7), digits(Number.NaN)]).toEqual(['1,230', '0.0123', '7', '–']);
  });
});

describe('the options of the bench', () => {
  it('are quick, parts and fuzz', () => {
    expect(benchOptions([])).toEqual({ quick: false, parts: [], fuzz: 0 });
    expect(benchOptions(['--quick', '--only', 'passes', '--fuzz', '1000'])).toEqual({
      quick: true,
      parts: ['passes'],
      fuzz: 1000,
    });
  });

  it('are refused with the reason when they make no sense', () => {
    expect(() => benchOptions(['--fuzz', 'many'])).toThrow(
      '--fuzz is "many"; it must be a whole number from 1 to 10000000.',
    );
    expect(() => benchOptions(['--slow'])).toThrow('There is no option "--slow"');
    expect(() => benchOptions(['--only', 'nothing'])).toThrow('There is no part "nothing"');
  });
});

describe('a search for numbers without a name', () => {
  it('finds the first one, at any depth, and none where all are finite', () => {
    expect(nonFiniteAt({ a: [1, { b: Number.NaN }], c: Number.POSITIVE_INFINITY })).toBe('/a/1/b');
    expect(nonFiniteAt({ a: [1, null, 'never'], b: undefined })).toBeNull();
  });
});
