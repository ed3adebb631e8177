import { expect, test } from 'vitest';
import type { MonthFans, Statistics, TrialsResult } from '../../engine/results/result-types';
import { blankDocument } from '../../scenario/blank-document';
import type { ScenarioDocument } from '../../scenario/document';
import { summariseHeadline } from './headline';

const fan = (p50: number | 'never', never = 0): Statistics => ({
  P5: p50,
  P10: p50 === 'never' ? 100 : p50 - 1,
  P25: p50,
  P50: p50,
  P75: p50,
  P90: p50 === 'never' ? 'never' : p50 + 1,
  P95: p50,
  mean: p50,
  never,
});
const months: MonthFans[] = Array.from({ length: 60 }, (_, i) => ({
  month: `${2026 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  fans: { ownShare: fan(i / 100), 'share/nmc': fan(0.5) },
  // Electrolyte binds longest in all, but most of that lies after 2030 or before the status date.
  bottleneck: { funding: i >= 12 ? 0.6 : 0, e: i >= 12 ? 0.4 : 1 },
}));
const document: ScenarioDocument = {
  ...blankDocument('Test', 'CNY', 2026),
  statusDate: '2026-12-31',
  materials: [{ id: 'e', name: 'Electrolyte', intensity: 600, contracts: [] }],
  market: {
    own: { attributes: {} },
    segments: [],
    technologies: [{ id: 'nmc', name: 'NMC', price: 500, attributes: {}, meta: { colour: '#123456' } }],
  },
  targets: [
    { id: 't0', name: 'Output', metric: 'output', op: '>=', value: 1, year: 2030 },
    { id: 't1', name: 'SOP by 2030', metric: 'sop', op: '<=', value: '2030-12-31' },
  ],
};
const trials = {
  mode: 'trials',
  trials: 512,
  seed: 1,
  sampling: 'latin-hypercube',
  engineVersion: '1.0.0',
  documentHash: 'a'.repeat(64),
  sop: fan('never', 0.6),
  peakFunding: fan(9e9),
  months,
  years: [{ year: 2030, fans: { output: fan(4), ownShare: fan(0.01) } }],
  targets: { t0: 0.9, t1: 0.31 },
} as unknown as TrialsResult;

test('the figures of a row are those of the run, with its first target on SOP and its main bottleneck by name', () => {
  const headline = summariseHeadline(document, trials);
  expect(headline.sop).toEqual({ p10: 100, p50: 'never', p90: 'never', never: 0.6 });
  expect(headline.chance).toEqual({ targetName: 'SOP by 2030', probability: 0.31 });
  expect(headline.output2030).toEqual({ p10: 3, p50: 4, p90: 5 });
  expect(headline.bottleneck).toBe('Funding');
  expect(headline.runId).toBe(`${'a'.repeat(64)}-s1-n512-lh-v1.0.0`);
});

test('the thumbnail has the first and the last month, own share first, and the colours of the document', () => {
  const { stack } = summariseHeadline(document, trials);
  expect(stack.technologies).toEqual(['own', 'nmc']);
  expect(stack.colours).toEqual([null, '#123456']);
  expect(stack.shares.map((shares) => shares.length)).toEqual([24, 24]);
  expect([stack.shares[0]?.[0], stack.shares[0]?.at(-1)]).toEqual([0, 0.59]);
});

test('a horizon without 2030 and a scenario without a target on SOP leave their figures out', () => {
  const headline = summariseHeadline({ ...document, targets: [] }, { ...trials, years: [] });
  expect(headline).toMatchObject({ chance: null, output2030: null, share2030: null });
});
