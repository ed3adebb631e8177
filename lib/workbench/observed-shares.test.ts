import { describe, expect, it } from 'vitest';
import { applyCalibration, calibrateAppeal } from '../scenario/calibrate';
import { referenceScenarios } from '../scenario/reference';
import { sharesBeforeOwn } from '../scenario/shares-before-own';
import { observedFrom, percentOf } from './observed-shares';

describe('observed shares', () => {
  it('are read in per cent; what is empty is not observed', () => {
    expect(
      observedFrom([
        ['a', 81],
        ['b', '19'],
        ['c', ''],
        ['d', '-'],
        ['__proto__', 5],
      ]),
    ).toEqual({
      a: 0.81,
      b: 0.19,
      ['__proto__']: 0.05,
    });
  });

  it('of the model as it is change nothing that is seen: shares stay what they are to four digits', () => {
    const { document } = referenceScenarios[0]!;
    const year = Number(document.horizon.start.slice(0, 4));
    const before = sharesBeforeOwn(document.market!, year);
    const market = observedFrom(Object.entries(before).map(([id, share]) => [id, percentOf(share)] as const));
    const found = calibrateAppeal(document, { year, observed: { market } });
    if (!found.ok) throw new RangeError(found.errors[0]!.message);
    const after = sharesBeforeOwn(applyCalibration(document, found.value).market!, year);
    for (const [id, share] of Object.entries(before)) expect(after[id]).toBeCloseTo(share, 3);
  });
});
