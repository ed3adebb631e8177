import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../scenario/document';
import { percentileDensity, sampleDensity } from './density';
import { headlineNames, offeredOutputs, outputKind, outputTitle, parseOutput } from './outputs';
import { pairedChange } from './paired-change';

const document: ScenarioDocument = {
  schemaVersion: 2,
  name: 'One line',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2028-12' },
  targets: [{ id: 't1', name: 'SOP by 2028', metric: 'sop', op: '<=', value: '2028-12-31' }],
  market: {
    own: { attributes: {} },
    segments: [{ id: 'premium', name: 'Premium', demand: 1, heterogeneity: 1, willingnessToPay: {} }],
    technologies: [],
  },
};

describe('output names', () => {
  it('are taken apart as the format writes them', () => {
    expect(parseOutput('ownShare/premium@2030-06')).toEqual({
      name: 'ownShare/premium@2030-06',
      metric: 'ownShare',
      of: 'premium',
      year: 2030,
      month: '2030-06',
    });
    expect(parseOutput('targets/t1')?.of).toBe('t1');
    expect(parseOutput('constructor')).toBeNull();
    expect(parseOutput('something@2030')).toBeNull();
  });

  it('every offered output can be read, has a kind and a title of its own', () => {
    const offered = offeredOutputs(document);
    const titles = offered.map((name) => {
      const output = parseOutput(name);
      expect(output, name).not.toBeNull();
      return output ? `${outputTitle(document, output)} ${outputKind(output)}` : '';
    });
    expect(new Set(titles).size).toBe(offered.length);
  });

  it('a headline of nonsense falls back to figures inside the horizon', () => {
    expect(headlineNames({ ...document, meta: { headline: ['nonsense'] } })).toContain('output@2028');
  });
});

describe('paired change', () => {
  it('a run paired with itself differs by exactly nothing', () => {
    const run = Float64Array.from([3, 1, Number.POSITIVE_INFINITY, 2]);
    expect(pairedChange(run, run)).toEqual({ p10: 0, p50: 0, p90: 0, never: 0, pairs: 3 });
  });

  it('a shift of every trial is that shift with no band, however wide the runs are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 200 }), (values) => {
        const before = Float64Array.from(values);
        const change = pairedChange(
          before,
          before.map((value) => value + 41),
        );
        expect([change?.p10, change?.p50, change?.p90]).toEqual([41, 41, 41]);
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it('compares a preview with the beginning of the full run, and counts what became never', () => {
    const full = Float64Array.from([1, 2, 3, 4]);
    expect(pairedChange(full, Float64Array.from([2, Number.POSITIVE_INFINITY]))).toEqual({
      p10: 1,
      p50: 1,
      p90: 1,
      never: 0.5,
      pairs: 1,
    });
    expect(pairedChange(full, Float64Array.from([Number.POSITIVE_INFINITY]))).toBeNull();
  });
});

describe('density', () => {
  it('of equal values is one spike, of no finite value is none', () => {
    expect(sampleDensity(Float64Array.from([5, 5, 5]))).toEqual({ low: 5, high: 5, heights: [1] });
    expect(sampleDensity(Float64Array.from([Number.POSITIVE_INFINITY]))).toBeNull();
  });

  it('has its top where the samples gather', () => {
    const samples = Float64Array.from({ length: 900 }, (_, index) => (index < 700 ? 10 + index / 700 : index / 10));
    const density = sampleDensity(samples, 20);
    const top = density?.heights.indexOf(1) ?? -1;
    expect(top).toBeLessThan(3);
  });

  it('from percentiles is highest where they lie closest', () => {
    const density = percentileDensity({ P5: 0, P10: 8, P25: 9, P50: 9.5, P75: 10, P90: 11, P95: 20, mean: 10 }, 20);
    expect(density?.heights.indexOf(1)).toBe(9);
  });
});
