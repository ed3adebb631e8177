import { describe, expect, it } from 'vitest';
import { quantitySampler } from '../engine/distributions/quantity-sampler';
import { lightTheme } from '../theme/palette';
import { densitySketch, histogram, quantileDensity } from './density/density-chart';
import { jclChart, jointProbability } from './jcl/jcl-chart';
import { dodge } from './labels';
import type { SceneNode } from './scene';
import { exampleResults } from './testing/example-results';
import { overlaps, seriesNodes, textBoxes } from './testing/scene-boxes';
import { stackThumbnail } from './thumbnail/stack-thumbnail';
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

describe('densities', () => {
  it('of a uniform are flat, of a triangle highest at its mode', () => {
    const flat = quantileDensity((u) => 10 + 20 * u, 20);
    expect(Math.max(...flat.heights) / Math.min(...flat.heights)).toBeLessThan(1.1);
    const sampler = quantitySampler({ kind: 'triangular', low: 0, mode: 8, high: 10 });
    const triangle = quantileDensity(sampler.quantile, 20);
    const top = triangle.heights.indexOf(Math.max(...triangle.heights));
    const at = triangle.low + ((top + 0.5) / 20) * (triangle.high - triangle.low);
    expect(Math.abs(at - 8)).toBeLessThan(1);
  });
  it('count every finite sample once', () => {
    const shape = histogram([1, 2, 2, 3, Number.NaN, Number.POSITIVE_INFINITY], 4);
    expect(shape?.heights.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(histogram([Number.NaN])).toBeNull();
  });
  it('are drawn for one value, too', () => {
    for (const shape of [histogram([5, 5]), quantileDensity(() => 3), { low: 0, high: 1, heights: [0, 0] }]) {
      if (shape)
        expect(() => toSvg(densitySketch(shape, { width: 80, height: 20, theme: lightTheme, mark: 5 }))).not.toThrow();
    }
  });
});

describe('the thumbnail', () => {
  it('shows own in the accent at the bottom and survives too few points', () => {
    const shares = [
      [0.1, 0.9],
      [0.3, 0.7],
    ];
    const size = { width: 96, height: 28, theme: lightTheme };
    const scene = stackThumbnail({ technologies: ['own', 'lfp'], shares }, size);
    expect(seriesNodes(scene, 'own')[0]?.attributes).toMatchObject({
      fill: lightTheme.accent,
      d: 'M0,25.2L96,19.6L96,28L0,28Z',
    });
    expect(() => toSvg(stackThumbnail({ technologies: ['own'], shares: [] }, size))).not.toThrow();
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
