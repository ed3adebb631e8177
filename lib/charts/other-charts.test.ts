import { describe, expect, it } from 'vitest';
import { lightTheme } from '../theme/palette';
import { jclChart, jointProbability } from './jcl/jcl-chart';
import { dodge } from './labels';
import type { SceneNode } from './scene';
import { exampleResults } from './testing/example-results';
import { overlaps, seriesNodes, textBoxes } from './testing/scene-boxes';
import { toSvg } from './to-svg';
import { tornadoChart } from './tornado/tornado-chart';
import { amount, dayName, quarterName } from './words';

const sizes = [
  [1200, 600],
  [520, 240],
  [340, 240],
] as const;
const results = exampleResults({ absurd: true });

describe('the tornado', () => {
  const input = {
    outputName: 'SOP',
    rows: results.trials.sensitivity.sop ?? [],
    centre: 21_863,
    labelOf: (path: string) => `${path} `.repeat(12),
    word: quarterName,
  };
  it.each(sizes)('at %s x %s px: finite, no text over another', (width, height) => {
    const { scene } = tornadoChart(input, { width, height, theme: lightTheme, heading: true });
    expect(() => toSvg(scene)).not.toThrow();
    expect(overlaps(textBoxes(scene))).toEqual([]);
  });
  it('puts the widest swing on top, and one that ends in never above all', () => {
    const rows = [
      { path: 'small', spearman: 0.1, low: 10, high: 12 },
      { path: 'wide', spearman: 0.1, low: 30, high: 5 },
      { path: 'endless', spearman: 0.1, low: 10, high: 'never' as const },
      { path: 'nothing', spearman: null, low: 10, high: 10 },
    ];
    const chart = tornadoChart(
      { ...input, rows, labelOf: (path) => path, word: String, centre: 11 },
      { width: 700, height: 300, theme: lightTheme },
    );
    expect(chart.reading.table.rows.map(([name]) => name)).toEqual(['endless', 'wide', 'small']);
    expect(chart.reading.sentence).toBe('endless moves SOP most: from 10 where it is low to never where it is high.');
  });
  it('without any input says so', () => {
    expect(
      tornadoChart({ ...input, rows: [], centre: null }, { width: 340, height: 200, theme: lightTheme }).reading
        .sentence,
    ).toBe('No input moves SOP.');
  });
});

describe('the joint chart', () => {
  const dates = [20_500, 20_600, 20_700, Number.POSITIVE_INFINITY];
  const money = [1e9, 3e9, 2e9, 5e9];
  const base = { dates, money, dateName: 'SOP', moneyName: 'Peak funding', currency: 'CNY' };
  it('counts trials that keep both targets; never keeps none', () => {
    expect(jointProbability({ ...base, day: 20_650, limit: 2e9 })).toBe(0.25);
    expect(jointProbability({ ...base, day: 20_650 })).toBe(0.5);
    expect(jointProbability({ ...base, limit: 9e9 })).toBe(1);
  });
  it.each(sizes)('at %s x %s px: finite, no text over another, a dot for each trial', (width, height) => {
    const { scene, reading } = jclChart(
      { ...base, day: 20_650, limit: 2e9 },
      { width, height, theme: lightTheme, heading: true },
    );
    expect(() => toSvg(scene)).not.toThrow();
    expect(overlaps(textBoxes(scene))).toEqual([]);
    expect((seriesNodes(scene, 'dots')[0] as SceneNode).children).toHaveLength(4);
    expect(reading.sentence).toContain('in 25 % of the futures');
  });
  it('survives no trials at all and all never', () => {
    for (const list of [[], [Number.POSITIVE_INFINITY]]) {
      const chart = jclChart(
        { ...base, dates: list, money: list.map(() => 1) },
        { width: 340, height: 240, theme: lightTheme },
      );
      expect(() => toSvg(chart.scene)).not.toThrow();
    }
  });
});

describe('labels at ends', () => {
  it('keep their order and their distance, and stay inside', () => {
    for (const wishes of [[50, 51, 52, 10], [0, 0, 0], [99, 100, 98, 97, 96], [5]]) {
      const places = dodge(wishes, 14, 0, 100);
      const sorted = [...places].sort((a, b) => a - b);
      for (let index = 1; index < sorted.length; index++) {
        expect((sorted[index] as number) - (sorted[index - 1] as number)).toBeGreaterThanOrEqual(14 - 1e-9);
      }
      for (const place of places) expect(place >= -1e-9 && place <= 100 + 1e-9).toBe(true);
    }
    const wide = dodge([20, 60], 14, 0, 100);
    expect(wide).toEqual([20, 60]);
  });
});

describe('words on axes', () => {
  it.each([
    [0, '0'],
    [250_000, '250 k'],
    [-3.1e9, '−3.1 bn'],
    [999_999, '1 m'],
    [4e21, '4e21'],
  ])('%s reads %s', (value, text) => expect(amount(value)).toBe(text));
  it('name days in UTC', () => {
    expect(dayName(20_454)).toBe('1 Jan 2026');
  });
});
