import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankDocument } from './blank-document';
import { applyCalibration, calibrateAppeal } from './calibrate';
import type { Market, ScenarioDocument } from './document';
import { sharesBeforeOwn } from './shares-before-own';
import { validateDocument } from './validate';

const market: Market = {
  own: { attributes: { energyDensity: 400 } },
  segments: [
    { id: 'premium', name: 'Premium', demand: 100, heterogeneity: 60, willingnessToPay: { energyDensity: 1.5 } },
    { id: 'mass', name: 'Mass', demand: 500, heterogeneity: 25, willingnessToPay: { energyDensity: 0.2 } },
  ],
  technologies: [
    { id: 'lfp', name: 'LFP', price: 350, attributes: { energyDensity: 175 } },
    { id: 'nmc', name: 'NMC', price: 480, attributes: { energyDensity: 260 } },
    { id: 'sodium', name: 'Sodium-ion', price: 420, attributes: { energyDensity: 140 }, availability: 0.2 },
    {
      id: 'solid',
      name: 'Other solid',
      price: 900,
      attributes: { energyDensity: 400 },
      availability: 0,
      sameAs: 'own',
    },
  ],
};
const document: ScenarioDocument = { ...blankDocument('Calibrate', 'CNY', 2026), market };
const observed = { lfp: 0.81, nmc: 0.18, sodium: 0.01 };

/** The logit by itself, written out for the test: A / sum A with A = availability exp(V). */
function logit(values: readonly { availability: number; value: number }[], theta: number): number[] {
  const weights = values.map(({ availability, value }) => availability * Math.exp(value / theta));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

describe('calibrateAppeal', () => {
  it('gives back the observed shares in one segment, by the formula of the logit', () => {
    const one = { ...document, market: { ...market, segments: market.segments.slice(0, 1) } };
    const result = calibrateAppeal(one, { year: 2025, observed: { market: observed } });
    if (!result.ok) throw new Error(result.errors[0]?.message);
    const appeal = result.value.sets[0]!.appeal;
    const shares = logit(
      [
        { availability: 1, value: 1.5 * 175 - 350 + appeal.lfp! },
        { availability: 1, value: 1.5 * 260 - 480 + appeal.nmc! },
        { availability: 0.2, value: 1.5 * 140 - 420 + appeal.sodium! },
      ],
      60,
    );
    shares.forEach((share, j) => {
      expect(Math.abs(share - Object.values(observed)[j]!)).toBeLessThan(1e-9);
    });
    expect(appeal.lfp).toBe(0);
  });

  it('gives back shares of the whole market over several segments', () => {
    const result = calibrateAppeal(document, { year: 2025, observed: { market: observed } });
    if (!result.ok) throw new Error(result.errors[0]?.message);
    const calibrated = applyCalibration(document, result.value);
    expect(validateDocument(calibrated).ok).toBe(true);
    const shares = sharesBeforeOwn(calibrated.market!, 2025);
    for (const [id, share] of Object.entries(observed)) expect(Math.abs(shares[id]! - share)).toBeLessThan(1e-9);
  });

  it('gives back any shares by segment, in closed form', () => {
    const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
    const shares = fc.tuple(share, share, share).map(([lfp, nmc, sodium]) => ({ lfp, nmc, sodium }));
    fc.assert(
      fc.property(shares, shares, (premium, mass) => {
        const result = calibrateAppeal(document, {
          year: 2025,
          observed: { segments: { premium, mass } },
          reference: 'nmc',
        });
        if (!result.ok) throw new Error(result.errors[0]?.message);
        const calibrated = applyCalibration(document, result.value).market!;
        for (const [segment, wanted] of Object.entries({ premium, mass })) {
          const sum = wanted.lfp + wanted.nmc + wanted.sodium;
          const found = sharesBeforeOwn(calibrated, 2025, segment);
          for (const id of ['lfp', 'nmc', 'sodium'] as const) {
            expect(Math.abs(found[id]! - wanted[id] / sum)).toBeLessThan(1e-9);
          }
        }
      }),
      { seed: 11, numRuns: 50 },
    );
  });

  it('replaces an earlier calibration rather than adding to it', () => {
    const once = calibrateAppeal(document, { year: 2025, observed: { market: observed } });
    if (!once.ok) throw new Error(once.errors[0]?.message);
    const applied = applyCalibration(document, once.value);
    const twice = calibrateAppeal(applied, { year: 2025, observed: { market: observed } });
    if (!twice.ok) throw new Error(twice.errors[0]?.message);
    expect(twice.value).toEqual(once.value);
    expect(applyCalibration(applied, twice.value)).toEqual(applied);
  });

  it('says which technology cannot have the share that was observed', () => {
    const messages = (shares: Record<string, number>) => {
      const result = calibrateAppeal(document, { year: 2025, observed: { market: shares } });
      return result.ok ? [] : result.errors.map((error) => `${error.path}: ${error.rule}`);
    };
    expect(messages({ ...observed, solid: 0.01 })).toEqual(['market/technologies/solid/availability: range']);
    expect(messages({ lfp: 0.8, nmc: 0.2 })).toEqual(['market/technologies/sodium/availability: range']);
    expect(messages({ ...observed, lead: 0.1 })).toEqual(['market/technologies/lead: reference']);
    expect(messages({ ...observed, lfp: Number.NaN })).toContain('market/technologies/lfp: range');
  });
});
