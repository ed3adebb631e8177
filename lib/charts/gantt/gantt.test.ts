import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme } from '../../theme/palette';
import { exampleResults, normalStatistics } from '../testing/example-results';
import { overlaps, textBoxes } from '../testing/scene-boxes';
import { timeScale } from '../time/time-scale';
import { toSvg } from '../to-svg';
import { ganttChart, ganttReading, ganttWindow } from './gantt-chart';
import { barBox, GANTT_ROW, ganttLayout } from './gantt-layout';
import { ganttRows } from './gantt-rows';
import { ganttNodes } from './gantt-scene';
import { type Point, type RouteBar, routeLink } from './route-link';

const plain = exampleResults();
const absurd = exampleResults({ absurd: true });
const none: ReadonlySet<string> = new Set();

/** Whether a horizontal or vertical piece goes through the inside of a box. */
function crosses([x1, y1]: Point, [x2, y2]: Point, box: RouteBar): boolean {
  const wide = Math.min(Math.max(x1, x2), box.right) - Math.max(Math.min(x1, x2), box.left);
  const high = Math.min(Math.max(y1, y2), box.bottom) - Math.max(Math.min(y1, y2), box.top);
  return x1 === x2
    ? x1 > box.left + 0.01 && x1 < box.right - 0.01 && high > 0.01
    : y1 > box.top + 0.01 && y1 < box.bottom - 0.01 && wide > 0.01;
}

describe('links', () => {
  const bar = fc.record({ left: fc.integer({ min: 0, max: 800 }), width: fc.integer({ min: 2, max: 400 }) });
  const rows = fc.array(fc.option(bar, { freq: 8 }), { minLength: 2, maxLength: 30 });
  it('run in horizontal and vertical pieces and never through a bar', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), fc.boolean(), fc.boolean(), (list, a, b, fromRight, toRight) => {
        const boxes = list.map((one, row) => {
          const middle = row * GANTT_ROW + GANTT_ROW / 2;
          return one && { left: one.left, right: one.left + one.width, top: middle - 7, bottom: middle + 7 };
        });
        const [from, to] = [a % list.length, b % list.length];
        const points = routeLink({ from, to, fromRight, toRight }, boxes, GANTT_ROW);
        if (from === to || !boxes[from] || !boxes[to]) {
          expect(points).toBeNull();
          return;
        }
        expect(points?.[0]?.[0]).toBe(fromRight ? boxes[from]?.right : boxes[from]?.left);
        expect(points?.at(-1)?.[0]).toBe(toRight ? boxes[to]?.right : boxes[to]?.left);
        for (let index = 1; index < (points?.length ?? 0); index++) {
          const [p, q] = [points?.[index - 1] as Point, points?.[index] as Point];
          expect(p[0] === q[0] || p[1] === q[1]).toBe(true);
          for (const box of boxes) if (box) expect(crosses(p, q, box)).toBe(false);
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
  it('of the example keep clear of every bar, at several widths and with a phase closed', () => {
    for (const right of [250, 600, 1200]) {
      for (const collapsed of [none, new Set(['durability'])]) {
        const scale = timeScale(ganttWindow(plain), 0, right);
        const layout = ganttLayout({ ...plain, collapsed, scale });
        expect(layout.links.length).toBeGreaterThan(3);
        for (const { points } of layout.links) {
          for (let index = 1; index < points.length; index++) {
            for (const one of layout.bars) {
              const box = barBox(one);
              if (box) expect(crosses(points[index - 1] as Point, points[index] as Point, box)).toBe(false);
            }
          }
        }
      }
    }
  });
});

describe('rows', () => {
  it('are the tree depth first, without what lies under a closed phase', () => {
    const rows = ganttRows(plain.document, new Set(['durability']));
    expect(rows.map(({ task }) => task.id).slice(0, 6)).toEqual([
      'tests',
      'winter',
      'summer',
      'abuse',
      'durability',
      'line1',
    ]);
    expect(rows.find(({ task }) => task.id === 'durability')?.expanded).toBe(false);
    expect(rows.find(({ task }) => task.id === 'summer')).toMatchObject({ level: 2, position: 2, siblings: 3 });
    for (const [index, row] of rows.entries()) expect(row.index).toBe(index);
  });
  it('survive unknown parents and parents in a ring', () => {
    const tasks = [
      { id: 'a', name: 'A', parent: 'b' },
      { id: 'b', name: 'B', parent: 'a' },
      { id: 'c', name: 'C', parent: 'nobody' },
    ];
    expect(ganttRows({ ...plain.document, tasks }, none).map(({ task }) => task.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('bars', () => {
  const scale = timeScale(ganttWindow(plain), 0, 900);
  const layout = ganttLayout({ ...plain, collapsed: none, scale });
  it('run from the start to the finish of the plan, whiskers from P10 to P90 around P50', () => {
    for (const bar of layout.bars) {
      expect(bar.x1).toBeGreaterThanOrEqual(bar.x0);
      expect(bar.x0).toBeCloseTo(scale.x(bar.start as number), 9);
      const { p10, p50, p90 } = bar.whisker ?? { p10: 0, p50: 0, p90: 0 };
      expect((p10 ?? 0) <= (p50 ?? 0) && (p50 ?? 0) <= (p90 ?? 0)).toBe(true);
    }
  });
  it('of a range that is never open at the end', () => {
    const open = ganttLayout({ ...absurd, collapsed: none, scale }).bars.find(({ row }) => row.task.id === 'sop');
    expect(open).toMatchObject({ start: null, finish: null, never: 0.3 });
    expect(open?.whisker?.p90).toBeNull();
  });
  it('have no whisker where the date is certain', () => {
    const finish = { ...normalStatistics(21_000, 0), never: 0 };
    const trials = { ...plain.trials, tasks: { winter: { ...plain.trials.tasks.winter!, finish } } };
    const certain = ganttLayout({ ...plain, trials, collapsed: none, scale });
    expect(certain.bars.every((bar) => bar.whisker === null)).toBe(true);
  });
  it('are not there before the first run, but their rows are', () => {
    const early = ganttLayout({ document: plain.document, plan: null, trials: null, collapsed: none, scale });
    expect(early.bars).toHaveLength(plain.document.tasks?.length ?? 0);
    expect(early.links).toEqual([]);
    expect(early.bars.every((bar) => barBox(bar) === null)).toBe(true);
  });
  it('show a ghost of the baseline only where it differs', () => {
    const before = { ...plain.plan.tasks, summer: { ...plain.plan.tasks.summer!, ES: { iso: '', day: 20_600 } } };
    const ghosts = ganttLayout({ ...plain, collapsed: none, scale, baseline: before }).bars.filter(
      (bar) => bar.baseline,
    );
    expect(ghosts.map(({ row }) => row.task.id)).toEqual(['summer']);
  });
});

describe('a bar out of view', () => {
  it('leaves a note at the edge behind which it lies', () => {
    const window = { start: 21_200, end: 21_300 };
    const scale = timeScale(window, 0, 900);
    const layout = ganttLayout({ ...plain, collapsed: none, scale });
    const texts = textBoxes({ tag: 'g', attributes: {}, children: ganttNodes(layout, { theme: lightTheme, scale }) });
    expect(texts.map(({ text }) => text)).toContain('Q1 2029 ›');
    expect(texts.map(({ text }) => text)).toContain('‹ Q2 2026');
    for (const { left, right } of texts) expect(left >= 0 && right <= 900).toBe(true);
  });
});

describe('the picture of the timeline', () => {
  const sizes = [
    [1200, 600],
    [700, 460],
    [520, 240],
    [340, 300],
  ] as const;
  it.each(sizes)('at %s x %s px has no text over another and only finite numbers', (width, height) => {
    for (const results of [plain, absurd]) {
      for (const theme of [lightTheme, darkTheme]) {
        const { scene } = ganttChart(results, { width, height, theme, heading: true, marks: { today: 20_540 } });
        expect(() => toSvg(scene)).not.toThrow();
        expect(overlaps(textBoxes(scene))).toEqual([]);
      }
    }
  });
  it('closes phases until its rows fit', () => {
    const tall = ganttChart(plain, { width: 700, height: 600, theme: lightTheme });
    const low = ganttChart(plain, { width: 700, height: 200, theme: lightTheme });
    expect(textBoxes(low.scene).length).toBeLessThan(textBoxes(tall.scene).length);
    expect(Number(low.scene.attributes.height)).toBeLessThanOrEqual(200);
  });
  it('says the range of the date, what decides it, and never where it is', () => {
    expect(ganttReading(plain).sentence).toMatch(
      /^SOP in Q4 2029 \(8 in 10 futures: Q\d \d{4} to Q\d \d{4}\).* decide the date\.$/,
    );
    expect(ganttReading(absurd).sentence).toContain('never within the horizon in 30 %');
  });
});
