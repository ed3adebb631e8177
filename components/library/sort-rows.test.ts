import { expect, test } from 'vitest';
import type { Headline, ScenarioRow } from '@/lib/server/scenarios/contract';
import { figureOf } from './figures';
import { searchRows, sortRows } from './sort-rows';

const headline: Headline = {
  sop: { p10: 21_000, p50: 21_500, p90: 'never', never: 0.12 },
  chance: { targetName: 'SOP by 2028', probability: 0.31 },
  output2030: { p10: 1.2, p50: 4.1, p90: 9.8 },
  share2030: { p10: 0.002, p50: 0.006, p90: 0.013 },
  peakFunding: { p10: 6.1e9, p50: 7.9e9, p90: 10.4e9 },
  bottleneck: 'Sulfide electrolyte',
  stack: { technologies: ['own'], colours: [null], shares: [[0, 0.1]] },
  runId: '',
};
const row = (name: string, sop: number | 'never' | null): ScenarioRow => ({
  id: name,
  name,
  description: '',
  currency: 'CNY',
  archived: false,
  unsaved: false,
  editedAt: '2026-01-01T00:00:00.000Z',
  editedBy: 'Li',
  headline: sop === null ? null : { ...headline, sop: { ...headline.sop, p50: sop } },
  headlinePending: false,
});
const rows = [row('Line 10', 'never'), row('Line 9', 300), row('unknown', null), row('Line 8', 100)];
const names = (sorted: readonly ScenarioRow[]) => sorted.map(({ name }) => name);

test('never is the latest date, and what is not known yet stays last both ways', () => {
  expect(names(sortRows(rows, { column: 'sop', descending: false }))).toEqual([
    'Line 8',
    'Line 9',
    'Line 10',
    'unknown',
  ]);
  expect(names(sortRows(rows, { column: 'sop', descending: true }))).toEqual([
    'Line 10',
    'Line 9',
    'Line 8',
    'unknown',
  ]);
});

test('names sort as people count: 9 before 10', () => {
  expect(names(sortRows(rows, { column: 'name', descending: false }))).toEqual([
    'Line 8',
    'Line 9',
    'Line 10',
    'unknown',
  ]);
});

test('a search finds rows with every word, in any field and case', () => {
  expect(names(searchRows(rows, 'LINE sulfide 9'))).toEqual(['Line 9']);
  expect(searchRows(rows, '  ')).toHaveLength(4);
});

test('a figure shows its middle with its range, never and none in words', () => {
  const shown = row('x', 21_500);
  expect(figureOf(shown, 'sop')).toEqual({ value: 'Q4 2028', range: 'Q2 27 – never, never in 12 %' });
  expect(figureOf(shown, 'output')).toEqual({ value: '4.1 GWh', range: '1.2 – 9.8' });
  expect(figureOf(shown, 'funding')?.value).toBe('¥7.9 bn');
  expect(figureOf(row('x', null), 'sop')).toBeNull();
});

test('never in every future is said once, and equal ends are no range', () => {
  const sop = { p10: 'never', p50: 'never', p90: 'never', never: 1 } as const;
  const output2030 = { p10: 0, p50: 0, p90: 0 };
  const shown = { ...row('x', 1), headline: { ...headline, sop, output2030 } };
  expect(figureOf(shown, 'sop')).toEqual({ value: 'never', range: 'in every future' });
  expect(figureOf(shown, 'output')).toEqual({ value: '0 GWh', range: '' });
});
