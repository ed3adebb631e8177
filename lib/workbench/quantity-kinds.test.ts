import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../scenario/document';
import { ABOVE_ZERO, AT_LEAST_ZERO, UNIT_INTERVAL } from '../scenario/range';
import { anchors, convertKind, kindOf, quantityKinds, summary, withMeta } from './quantity-kinds';

const kinds = quantityKinds.map(({ value }) => value);

describe('kinds of quantities', () => {
  it('a number that becomes any kind and a number again is the same number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom('uniform', 'triangular', 'pert', 'normal'),
        (value, kind) => {
          expect(anchors(convertKind(convertKind(value, kind as never), 'fixed')).middle).toBeCloseTo(value, 6);
        },
      ),
      { seed: 2, numRuns: 100 },
    );
  });

  it('what a number becomes stays inside the range of its field', () => {
    for (const range of [UNIT_INTERVAL, AT_LEAST_ZERO, ABOVE_ZERO]) {
      for (const value of [0.0001, 0.5, 0.95, 1]) {
        for (const kind of ['uniform', 'triangular', 'pert', 'discrete'] as const) {
          const { low, high } = anchors(convertKind(value, kind, range));
          expect(low).toBeGreaterThanOrEqual(range.low);
          expect(high).toBeLessThanOrEqual(range.high);
        }
      }
    }
  });

  it('sources go along when the kind changes', () => {
    const meta = { evidence: ['S3-04'] };
    const begin: Quantity = { kind: 'fixed', value: 60, meta };
    for (const kind of kinds) {
      const next = convertKind(begin, kind);
      expect(kindOf(next)).toBe(kind);
      expect(typeof next === 'object' && next.meta).toEqual(meta);
    }
  });

  it('a bare number takes words on and puts them off again', () => {
    expect(withMeta(5, { note: 'n' })).toEqual({ kind: 'fixed', value: 5, meta: { note: 'n' } });
    expect(withMeta({ kind: 'fixed', value: 5, meta: { note: 'n' } }, undefined)).toBe(5);
    expect(withMeta({ kind: 'fixed', value: 5, max: 9, meta: {} }, {})).toEqual({ kind: 'fixed', value: 5, max: 9 });
  });

  it('are told in a row', () => {
    expect(summary({ kind: 'pert', low: 45, mode: 60, high: 90 })).toBe('60 (45 – 90)');
    expect(summary(1.2e9)).toBe('1.2 bn');
    expect(
      summary({
        interpolate: 'linear',
        knots: [
          { date: '2026-01-01', value: 100 },
          { date: '2030-01-01', low: 40, mode: 60, high: 80 },
        ],
      }),
    ).toBe('100 → 60');
    expect(summary(undefined)).toBe('');
  });
});
