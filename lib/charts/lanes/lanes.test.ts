import { describe, expect, it } from 'vitest';
import type { MonthFans } from '../../engine/results/result-types';
import { mainBottleneck } from '../../findings/bottleneck-finding';
import { darkTheme, lightTheme } from '../../theme/palette';
import type { ChartFrame } from '../frame';
import { exampleResults } from '../testing/example-results';
import { overlaps, pathNumbers, seriesNodes, textBoxes, walk } from '../testing/scene-boxes';
import { toSvg } from '../to-svg';
import { percentileName } from './fan';
import { type LaneId, lane, laneIds, laneName } from './lane-catalogue';
import { meanShares } from './share-lanes';
import { stackLayers } from './stack-lane';

const plain = exampleResults();
const absurd = exampleResults({ absurd: true });
const cases = [
  ['plain', plain],
  ['absurd', absurd],
  ['one year', exampleResults({ years: 1 })],
  ['50 years', exampleResults({ years: 50 })],
] as const;
const sizes = [
  [1200, 600],
  [700, 260],
  [520, 240],
  [340, 260],
] as const;
const frame = (width: number, height: number, more: Partial<ChartFrame> = {}): ChartFrame => ({
  width,
  height,
  theme: lightTheme,
  ...more,
});
const ids = laneIds(plain.document);

describe.each(cases)('lanes of the %s example', (_, results) => {
  it.each(ids)('%s: every number in the picture is finite, at every size, light and dark', (id) => {
    for (const [width, height] of sizes) {
      for (const theme of [lightTheme, darkTheme]) {
        expect(() => toSvg(lane(id, results, frame(width, height, { theme, heading: true })).scene)).not.toThrow();
      }
    }
  });
  it.each(ids)('%s: no text covers another, and none leaves the picture', (id) => {
    for (const [width, height] of sizes) {
      const boxes = textBoxes(
        lane(id, results, frame(width, height, { heading: true, marks: { today: 20_600 } })).scene,
      );
      expect(overlaps(boxes), `${width} px`).toEqual([]);
      for (const box of boxes) {
        expect(box.left, box.text).toBeGreaterThanOrEqual(-0.5);
        expect(box.right, box.text).toBeLessThanOrEqual(width + 0.5);
      }
    }
  });
  it.each(ids)('%s: says one sentence, a title with a unit, and a row for each month', (id) => {
    const { reading } = lane(id, results, frame(700, 260));
    expect(reading.sentence).toMatch(/^\S.*\.$/s);
    expect(reading.sentence).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(reading.title.length).toBeGreaterThan(3);
    expect(reading.table.rows).toHaveLength(results.trials.months.length);
    for (const row of reading.table.rows) expect(row).toHaveLength(reading.table.columns.length);
  });
});

describe('a fan', () => {
  it.each(['output', 'cost', 'cash', 'ownShare'] as LaneId[])('%s: each band lies inside the wider one', (id) => {
    const chart = lane(id, plain, frame(700, 260));
    const base = id === 'cost' ? 'unitCost' : id === 'ownShare' ? 'own' : id;
    const [outer, middle, inner] = ['P5-P95', 'P10-P90', 'P25-P75'].map((band) =>
      pathNumbers(seriesNodes(chart.scene, `${base}-${band}`)[0]?.attributes.d),
    ) as [number[], number[], number[]];
    const count = plain.trials.months.length;
    expect(outer).toHaveLength(4 * count);
    for (const [wide, narrow] of [
      [outer, middle],
      [middle, inner],
    ] as const) {
      for (let month = 0; month < count; month++) {
        // The area's path runs along the upper edge and back along the lower one; y grows downwards.
        const upper = (path: number[]) => path[2 * month + 1] as number;
        const lower = (path: number[]) => path[4 * count - 1 - 2 * month] as number;
        const [wideTop, wideBottom] = [upper(wide), lower(wide)].sort((a, b) => a - b) as [number, number];
        const [top, bottom] = [upper(narrow), lower(narrow)].sort((a, b) => a - b) as [number, number];
        expect(wideTop).toBeLessThanOrEqual(top + 0.011);
        expect(wideBottom).toBeGreaterThanOrEqual(bottom - 0.011);
      }
    }
  });
  it('has a gap where a percentile is never', () => {
    const path = seriesNodes(lane('cost', absurd, frame(700, 260)).scene, 'unitCost-P50')[0];
    const months = absurd.trials.months.filter(({ fans }) => typeof fans.unitCost?.P50 === 'number').length;
    expect(months).toBeLessThan(absurd.trials.months.length);
    expect(pathNumbers(path?.attributes.d)).toHaveLength(2 * months);
  });
  it('names the place of the plan among the trials', () => {
    const statistics = { P5: 0, P10: 10, P25: 25, P50: 50, P75: 75, P90: 90, P95: 'never', mean: 50 } as const;
    expect(percentileName(statistics, 30)).toBe('P30');
    expect(percentileName(statistics, -1)).toBe('under P5');
    expect(percentileName({ ...statistics, P95: 95 }, 96)).toBe('over P95');
    expect(percentileName({ ...statistics, P5: 0, P10: 0, P25: 0, P50: 0, P75: 0, P90: 0, P95: 0 }, 0)).toBeNull();
  });
  it('draws the plan dashed and says its percentile', () => {
    const { scene } = lane('ownShare', plain, frame(700, 260));
    expect(seriesNodes(scene, 'plan')[0]?.attributes['stroke-dasharray']).toBeDefined();
    expect(textBoxes(scene).some(({ text }) => /^plan \(P\d+\)$/.test(text))).toBe(true);
  });
});

describe('a stack', () => {
  const technologies = plain.document.market?.technologies.map(({ id }) => id) ?? [];
  it('of shares adds up to 1 in every month with demand, to 0 in one without', () => {
    for (const results of [plain, absurd]) {
      for (const month of meanShares(results.trials, technologies)) {
        const sum = month.reduce((total, part) => total + part, 0);
        expect(sum === 0 || Math.abs(sum - 1) < 1e-9).toBe(true);
      }
    }
    expect(meanShares(absurd.trials, technologies)[140]!.every((part) => part === 0)).toBe(true);
  });
  it('leaves no gap between one part and the next', () => {
    const looks = [1, 2, 3].map((part) => ({ id: `${part}`, label: '', colour: '#000000' }));
    const layers = stackLayers(looks, [
      [0.2, 0.3, 0.5],
      [0, 0, 1],
    ]);
    expect(layers[0]?.lower).toEqual([0, 0]);
    expect(layers[1]?.lower).toEqual(layers[0]?.upper);
    expect(layers[2]?.lower).toEqual(layers[1]?.upper);
    expect(layers[2]?.upper).toEqual([1, 1]);
  });
  it('of limits gives each limit a pattern of its own beside its colour', () => {
    const { key } = lane('bottleneck', plain, frame(700, 260));
    expect(new Set(key.map((entry) => entry.mark)).size).toBe(key.length);
    expect(new Set(key.map((entry) => entry.colour)).size).toBe(key.length);
  });
  it('shows own in the accent', () => {
    expect(lane('share', plain, frame(700, 260)).key[0]).toMatchObject({ id: 'own', colour: lightTheme.accent });
  });
  it('of one segment has own and all others', () => {
    const chart = lane('share', plain, frame(700, 260), { market: { segment: 'captive' } });
    expect(chart.key.map(({ id }) => id)).toEqual(['own', 'others']);
    expect(chart.reading.sentence).toContain('Own brands');
  });
});

describe('the lane of limits', () => {
  it('names the label with the most expected months between status date and the end of 2030', () => {
    const months: MonthFans[] = [
      { month: '2029-12', fans: {}, bottleneck: { schedule: 0.4, demand: 0.6 } },
      { month: '2030-01', fans: {}, bottleneck: { schedule: 0.9, demand: 0.1 } },
      { month: '2031-01', fans: {}, bottleneck: { demand: 1 } },
    ];
    const results = { ...plain, trials: { ...plain.trials, months } };
    expect(mainBottleneck(results.document, results.trials)).toBe('schedule');
    const later = { ...results, document: { ...plain.document, statusDate: '2030-01-31' } };
    expect(mainBottleneck(later.document, later.trials)).toBeNull();
  });
});

describe('the S-curve', () => {
  it('never falls', () => {
    const numbers = pathNumbers(seriesNodes(lane('sop', plain, frame(700, 260)).scene, 'sop')[0]?.attributes.d);
    const ys = numbers.filter((_, index) => index % 2 === 1);
    for (const [index, y] of ys.entries()) if (index > 0) expect(y).toBeLessThanOrEqual(ys[index - 1] as number);
  });
  it('says how often it comes not before the end of the horizon', () => {
    expect(lane('sop', absurd, frame(700, 260)).reading.sentence).toMatch(/not before 2038 in 30 % of futures/);
  });
  it('says that it never comes in words, not as a date', () => {
    const never = { ...plain.trials.sop, P10: 'never', P50: 'never', P90: 'never', mean: 'never', never: 1 } as const;
    const results = { ...plain, trials: { ...plain.trials, sop: never } };
    const { sentence } = lane('sop', results, frame(700, 260)).reading;
    expect(sentence).toMatch(/^SOP comes in no future before \d{4}\.$/);
  });
  it('tells the sampling error of a chance beside it where it is a point or more', () => {
    const target = plain.document.targets?.find(({ metric }) => metric === 'sop');
    const errors = (error: number) => ({ shortfall: 0, abandoned: 0, targets: { [target?.id ?? '']: error } });
    const told = (error: number) => {
      const results = { ...plain, trials: { ...plain.trials, chanceErrors: errors(error) } };
      return JSON.stringify(lane('sop', results, frame(700, 260)).reading.table.rows);
    };
    expect(told(0.021)).toMatch(/ % ± 2/);
    expect(told(0.001)).not.toContain('±');
  });
  it('names a target at the foot of the curve left of its line, where the curve does not rise, else right of it', () => {
    const target = plain.document.targets?.find(({ metric }) => metric === 'sop');
    const first = plain.trials.cdf.sop.findIndex((chance) => chance > 0.01);
    const sides = [first, plain.trials.cdf.sop.findIndex((chance) => chance > 0.8)].map((index) => {
      const value = `${plain.trials.months[index]?.month}-28`;
      const results = {
        ...plain,
        document: { ...plain.document, targets: [{ ...target!, value }] },
        trials: { ...plain.trials, targets: { [target!.id]: plain.trials.cdf.sop[index]! } },
      };
      const { scene } = lane('sop', results, frame(1200, 600));
      const name = textBoxes(scene).find(({ text }) => text.startsWith(`${target?.name}:`));
      const line = [...walk(scene)].find(({ node }) => node.attributes['stroke-dasharray'] === '5 3');
      return name!.left < Number(line?.node.attributes.x1) ? 'left' : 'right';
    });
    expect(sides).toEqual(['left', 'right']);
  });
  it('lets no name lie on the curve or on the line of a target', () => {
    const target = plain.document.targets?.find(({ metric }) => metric === 'sop');
    for (const value of ['2026-06-30', '2027-12-31', '2029-06-30', '2030-12-31', '2032-12-31']) {
      const [at] = plain.trials.months.flatMap(({ month }, index) => (value.startsWith(month) ? [index] : []));
      const probability = plain.trials.cdf.sop[at ?? 0] ?? 0;
      const results = {
        ...plain,
        document: { ...plain.document, targets: [{ ...target!, value, name: 'First cars' }] },
        trials: { ...plain.trials, targets: { [target!.id]: probability } },
      };
      const { scene } = lane('sop', results, frame(800, 200));
      const points = pathNumbers(seriesNodes(scene, 'sop')[0]?.attributes.d);
      const dashed = [...walk(scene)].find(({ node }) => node.attributes['stroke-dasharray'] === '5 3');
      const line = Number(dashed?.node.attributes.x1);
      expect(line).toBeGreaterThan(0);
      const names = textBoxes(scene).filter(({ text }) => /^P\d\d |: .*%/.test(text));
      expect(names.length).toBeGreaterThan(1);
      for (const { text, left, right, top, bottom } of names) {
        // A tenth of each step of the curve at a time.
        for (let i = 0; i < 10 * (points.length / 2 - 1); i++) {
          const [from, part] = [2 * Math.floor(i / 10), (i % 10) / 10];
          const x = points[from]! + part * (points[from + 2]! - points[from]!);
          const y = points[from + 1]! + part * (points[from + 3]! - points[from + 1]!);
          expect([value, text, x > left && x < right && y > top && y < bottom]).toEqual([value, text, false]);
        }
        expect([value, text, line > left && line < right]).toEqual([value, text, false]);
      }
    }
  });
});

describe('every lane', () => {
  it('has a short name and figures for each month, none outside', () => {
    for (const id of ids) {
      const chart = lane(id, plain, frame(700, 260));
      expect(laneName(id, plain.document)).not.toBe('');
      expect(chart.figuresAt(60).length).toBeGreaterThan(0);
      expect(chart.figuresAt(-1)).toEqual([]);
      expect(chart.figuresAt(10_000)).toEqual([]);
    }
  });
  it('stands on the same scale as every other one when given the same columns', () => {
    const plots = ids.map(
      (id) => lane(id, plain, frame(700, 168, { plotLeft: 48, plotRight: 16, axis: 'none', labels: 'inside' })).plot,
    );
    for (const { left, right } of plots) expect([left, right]).toEqual([48, 684]);
  });
});
