import { describe, expect, it } from 'vitest';
import hours from '../fixtures/hours.json';
import quantiles from '../fixtures/quantiles.json';
import { validateDocument } from '../validate';
import { fuzzDocuments } from './fuzz-documents';
import { SMALL_DOCUMENT } from './small-document';

/** A list in a list in a list ... */
function deepList(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

describe('broken documents', () => {
  it('may nest a million deep, at any place', () => {
    const deep = deepList(1_000_000);
    for (const broken of [
      { ...SMALL_DOCUMENT, name: deep },
      { ...SMALL_DOCUMENT, tasks: deep },
      { ...SMALL_DOCUMENT, meta: { note: deep } },
      { ...SMALL_DOCUMENT, links: [{ from: 'tests', to: 'sop', lag: deep }] },
    ]) {
      const outcome = validateDocument(broken);
      expect(outcome.ok ? [] : outcome.errors.map(({ rule }) => rule)).toContain('type');
    }
  });

  it('never crash the validation, and each error has a path, a rule and a sentence', () => {
    const options = { sources: [SMALL_DOCUMENT, SMALL_DOCUMENT, hours, quantiles], seed: 1, count: 3000 };
    const report = fuzzDocuments({ ...options, now: () => performance.now() });
    expect(report.failures).toEqual([]);
    // The changes must bite: most documents are refused, and every rule but that of the correlation matrix is met often.
    expect(report.refused).toBeGreaterThan(1500);
    expect(report.accepted).toBeGreaterThan(100);
    for (const rule of [
      'type',
      'range',
      'required',
      'order',
      'unique',
      'reference',
      'unknown-field',
      'cycle',
    ] as const) {
      expect(report.rules[rule], rule).toBeGreaterThan(20);
    }
    // Far above what any takes (0.1 s), far below a hang: the machine may be doing other things.
    expect(report.slowest).toBeLessThan(60_000);
  });

  it('are the same for the same seed', () => {
    const run = () => fuzzDocuments({ sources: [SMALL_DOCUMENT], seed: 5, count: 200 });
    expect(run()).toEqual(run());
  });
});
