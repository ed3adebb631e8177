import { referenceScenarios } from '../../scenario/reference';
import { fuzzDocuments } from '../../scenario/testing/fuzz-documents';
import { type BenchTable, digits } from '../table';

/** Breaks the reference scenarios in many ways; each must be refused in words or stay computable. */
export function fuzzPart(count: number): BenchTable {
  const start = performance.now();
  const report = fuzzDocuments({
    sources: referenceScenarios.map(({ document }) => document),
    seed: 20_260_101,
    count,
    now: () => performance.now(),
  });
  const seconds = (performance.now() - start) / 1000;
  const rules = Object.entries(report.rules)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, errors]) => `${rule} ${digits(errors, 9)}`);
  return {
    title: 'Broken documents',
    head: ['documents', 'number'],
    rows: [
      ['validated', digits(report.documents, 9)],
      ['still valid', digits(report.accepted, 9)],
      ['refused in words', digits(report.refused - report.failures.length, 9)],
      ['failures', digits(report.failures.length, 9)],
      ['seconds', digits(seconds)],
      ['ms of the slowest', digits(report.slowest)],
    ],
    notes: [
      `Errors by rule: ${rules.join(', ')}.`,
      ...report.failures.map(({ number, reason }) => `Document ${number}: ${reason}`),
    ],
  };
}
