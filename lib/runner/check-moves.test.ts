import { describe, expect, it } from 'vitest';
import { SMALL_DOCUMENT } from '../scenario/testing/small-document';
import { checkMoves } from './check-moves';
import { openDocument } from './open';

const messages = (...moves: Parameters<typeof checkMoves>[1]) =>
  checkMoves(SMALL_DOCUMENT, moves).map(({ rule, message }) => `${rule}: ${message}`);

describe('a moved input obeys the range of the input', () => {
  it('by its whole support: a pass probability of 0.6 to 0.9 can be 1.1 times as large, not 1.2 times', () => {
    const path = 'tasks/test/gate/passProbability';
    expect(messages({ path, factor: 1.1 })).toEqual([]);
    expect(messages({ path, factor: 1.2 })).toEqual([
      expect.stringMatching(
        /^range: Vehicle test: .* would be moved to 0\.72 to 1\.08; it must be at least 0 and at most 1\.$/,
      ),
    ]);
  });

  it('after all of its moves, in order', () => {
    const path = 'funding/initialCash';
    expect(messages({ path, factor: 2 }, { path, offset: -1e9 })).toEqual([]);
    expect(messages({ path, offset: -1e9 }, { path, factor: 2 })).toHaveLength(1);
  });

  it('knots of a trajectory too', () => {
    const path = 'materials/electrolyte/contracts/c1/price';
    expect(messages({ path, offset: -500 })).toEqual([]);
    expect(messages({ path, offset: -501 })).toEqual([expect.stringContaining('moved to -1 to 699')]);
  });

  it('refuses what is no input, an event, and a number that is none', () => {
    expect(messages({ path: 'tasks/none/duration', factor: 1 })[0]).toMatch(
      /^reference: tasks\/none\/duration is no input/,
    );
    expect(messages({ path: 'risks/fire/occurrence', value: 0 })).toHaveLength(1);
    expect(messages({ path: 'funding/wacc', value: Number.NaN })).toHaveLength(1);
  });

  it('and a document is not opened with a move that is refused', () => {
    expect(openDocument(SMALL_DOCUMENT, [{ path: 'funding/wacc', value: -2 }]).ok).toBe(false);
    expect(openDocument(SMALL_DOCUMENT, [{ path: 'funding/wacc', value: 0.1 }]).ok).toBe(true);
  });
});
