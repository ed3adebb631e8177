import { describe, expect, it } from 'vitest';
import hours from '../fixtures/hours.json';
import quantiles from '../fixtures/quantiles.json';
import { fuzzDocuments } from './fuzz-documents';
import { SMALL_DOCUMENT } from './small-document';

describe('broken documents', () => {
  it('never crash the validation, and each error has a path, a rule and a sentence', () => {
    const options = { sources: [SMALL_DOCUMENT, SMALL_DOCUMENT, hours, quantiles], seed: 1, count: 3000 };
    const report = fuzzDocuments({ ...options, now: () => performance.now() });
    expect(report.failures).toEqual([]);
    // The changes must bite: most documents are refused, and every rule but that of the correlation matrix is met often.
    expect(report.refused).toBeGreaterThan(1500);
    expect(report.accepted).toBeGreaterThan(100);
    for (const rule of ['type', 'range', 'required', 'order', 'unique', 'reference', 'unknown-field'] as const) {
      expect(report.rules[rule], rule).toBeGreaterThan(20);
    }
    expect(report.slowest).toBeLessThan(5000);
  });

  it('are the same for the same seed', () => {
    const run = () => fuzzDocuments({ sources: [SMALL_DOCUMENT], seed: 5, count: 200 });
    expect(run()).toEqual(run());
  });
});
