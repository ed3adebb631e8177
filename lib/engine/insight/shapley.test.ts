import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapleyValues } from './shapley';

/** Value of every coalition of a game. */
function game(players: number, value: (members: readonly number[]) => number): number[] {
  return Array.from({ length: 1 << players }, (_, coalition) =>
    value(Array.from({ length: players }, (_, i) => i).filter((i) => ((coalition >> i) & 1) === 1)),
  );
}

describe('Shapley values of games with known answers', () => {
  it('the glove game: one left glove, two right ones (2/3, 1/6, 1/6; Shapley 1953, Osborne & Rubinstein)', () => {
    const pairs = game(3, (members) => (members.includes(0) && members.length > 1 ? 1 : 0));
    const [left, right, other] = shapleyValues(3, pairs);
    expect(left).toBeCloseTo(2 / 3, 14);
    expect(right).toBeCloseTo(1 / 6, 14);
    expect(other).toBeCloseTo(1 / 6, 14);
  });

  it('the airport game: each segment of the runway is shared by those who use it (Littlechild & Owen 1973)', () => {
    const cost = [8, 11, 13, 18];
    const runway = game(4, (members) => Math.max(0, ...members.map((i) => cost[i]!)));
    // 8/4; + 3/3; + 2/2; + 5.
    [2, 3, 4, 9].forEach((share, i) => {
      expect(shapleyValues(4, runway)[i]).toBeCloseTo(share, 13);
    });
  });

  it('the council of two parties of 3 and 2 and two of 1 with a majority of 4 votes', () => {
    const votes = [3, 2, 1, 1];
    const majority = game(4, (members) => (members.reduce((sum, i) => sum + votes[i]!, 0) >= 4 ? 1 : 0));
    // Counted over the 24 orders by hand: the large party is decisive in 12, each other in 4.
    [1 / 2, 1 / 6, 1 / 6, 1 / 6].forEach((power, i) => {
      expect(shapleyValues(4, majority)[i]).toBeCloseTo(power, 14);
    });
  });
});

const anyGame = fc.integer({ min: 1, max: 6 }).chain((players) =>
  fc.record({
    players: fc.constant(players),
    values: fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
      minLength: 1 << players,
      maxLength: 1 << players,
    }),
  }),
);

describe('Shapley values keep their axioms', () => {
  it('efficiency: they sum to the value of all less the value of none', () => {
    fc.assert(
      fc.property(anyGame, ({ players, values }) => {
        const sum = shapleyValues(players, values).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(values[values.length - 1]! - values[0]!, 9);
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  it('a dummy adds its own value alone, and nothing where it changes nothing', () => {
    fc.assert(
      fc.property(anyGame, fc.double({ min: -10, max: 10, noNaN: true }), ({ players, values }, own) => {
        const withDummy = [...values, ...values.map((value) => value + own)];
        expect(shapleyValues(players + 1, withDummy)[players]).toBeCloseTo(own, 9);
      }),
      { seed: 42, numRuns: 100 },
    );
  });

  it('symmetry: players that are interchangeable have the same value', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 6, maxLength: 6 }), (bySize) => {
        const symmetric = game(5, (members) => bySize[members.length]!);
        const values = shapleyValues(5, symmetric);
        for (const value of values) expect(value).toBeCloseTo(values[0]!, 10);
      }),
      { seed: 43, numRuns: 50 },
    );
  });

  it('refuses a game with a coalition missing', () => {
    expect(() => shapleyValues(2, [0, 1, 2])).toThrow(RangeError);
  });
});
