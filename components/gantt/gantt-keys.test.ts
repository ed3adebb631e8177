import type { KeyboardEvent } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ganttLayout } from '@/lib/charts/gantt/gantt-layout';
import { exampleResults } from '@/lib/charts/testing/example-results';
import { timeScale } from '@/lib/charts/time/time-scale';
import { type GanttKeyActions, ganttKeyDown, ganttKeyHelp } from './gantt-keys';
import { taskWords } from './task-words';

const results = exampleResults();
const scale = timeScale({ start: 20_454, end: 22_500 }, 0, 800);
const layoutOf = (collapsed: readonly string[]) => ganttLayout({ ...results, collapsed: new Set(collapsed), scale });

function press(
  taskId: string,
  key: string,
  more: Partial<KeyboardEvent> & { linking?: boolean } = {},
  closed: string[] = [],
) {
  const layout = layoutOf(closed);
  const bar = layout.bars.find(({ row }) => row.task.id === taskId);
  if (!bar) throw new RangeError(`no row for ${taskId}`);
  const names = [
    'focusRow',
    'toggleExpanded',
    'toggleSelected',
    'selectAll',
    'open',
    'shift',
    'stretch',
    'startLink',
  ] as const;
  const others = ['endLink', 'cancel', 'nextLink', 'remove', 'zoom', 'showAll'] as const;
  const actions = Object.fromEntries(
    [...names, ...others].map((name) => [name, vi.fn()]),
  ) as unknown as GanttKeyActions;
  const event = { key, preventDefault: vi.fn(), stopPropagation: vi.fn(), ...more } as unknown as KeyboardEvent;
  ganttKeyDown(event, { layout, bar, linking: more.linking ?? false }, actions);
  const called = Object.entries(actions).flatMap(([name, spy]) => {
    const { calls } = vi.mocked(spy as (...all: unknown[]) => void).mock;
    return calls.map((call) => [name, ...call]);
  });
  return { called, prevented: vi.mocked(event.preventDefault).mock.calls.length > 0 };
}

describe('keys of the Gantt', () => {
  it('walk the tree: rows, open, close, to the parent', () => {
    expect(press('winter', 'ArrowDown').called).toEqual([['focusRow', 2, undefined]]);
    expect(press('tests', 'ArrowUp').called).toEqual([['focusRow', 0, undefined]]);
    expect(press('tests', 'ArrowLeft').called).toEqual([['toggleExpanded', 'tests', false]]);
    expect(press('tests', 'ArrowRight', {}, ['tests']).called).toEqual([['toggleExpanded', 'tests', true]]);
    expect(press('tests', 'ArrowRight').called).toEqual([['focusRow', 1, undefined]]);
    expect(press('summer', 'ArrowLeft').called).toEqual([['focusRow', 0, undefined]]);
  });
  it('move and resize by working days', () => {
    expect(press('summer', 'ArrowRight', { altKey: true }).called).toEqual([['shift', 'summer', 1]]);
    expect(press('summer', 'PageUp', { altKey: true }).called).toEqual([['shift', 'summer', -20]]);
    expect(press('summer', 'ArrowLeft', { altKey: true, shiftKey: true }).called).toEqual([['stretch', 'summer', -1]]);
  });
  it('draw a link: L, then Enter on the task that follows; Enter otherwise opens', () => {
    expect(press('summer', 'l').called).toEqual([['startLink', 'summer']]);
    expect(press('abuse', 'Enter', { linking: true }).called).toEqual([['endLink', 'abuse']]);
    expect(press('abuse', 'Enter').called).toEqual([['open', 'abuse']]);
    expect(press('abuse', 'Escape').called).toEqual([['cancel']]);
  });
  it('select, remove and zoom', () => {
    expect(press('abuse', ' ').called).toEqual([['toggleSelected', 'abuse']]);
    expect(press('abuse', 'a', { ctrlKey: true }).called).toEqual([['selectAll']]);
    expect(press('abuse', 'ArrowDown', { shiftKey: true }).called).toEqual([['focusRow', 4, true]]);
    expect(press('abuse', 'Delete').called).toEqual([['remove', 'abuse']]);
    expect(press('abuse', '-').called).toEqual([['zoom', 1.25]]);
  });
  it('leave every other key to the page: undo, tab, search', () => {
    for (const [key, more] of [
      ['z', { ctrlKey: true }],
      ['Tab', {}],
      ['f', { metaKey: true }],
      ['q', {}],
    ] as const) {
      expect(press('abuse', key, more)).toEqual({ called: [], prevented: false });
    }
  });
  it('are all told', () => {
    for (const word of ['Arrow', 'Space', 'Alt', 'Shift', 'L ', 'N ', 'Delete', 'Escape', 'zoom'])
      expect(ganttKeyHelp).toContain(word);
  });
});

describe('a row in words', () => {
  it('says dates, range, path and conflicts; never is a word', () => {
    const bars = new Map(layoutOf([]).bars.map((bar) => [bar.row.task.id, bar]));
    const sop = taskWords(bars.get('sop')!, results.trials);
    expect(sop.duration).toBe('milestone');
    expect(sop.path).toContain('conflict with deadline');
    expect(sop.range).toMatch(/^8 in 10 futures \d+ \w+ \d{4} to /);
    const absurd = exampleResults({ absurd: true });
    const never = ganttLayout({ ...absurd, collapsed: new Set(), scale }).bars.find(
      ({ row }) => row.task.id === 'sop',
    )!;
    expect(taskWords(never, absurd.trials)).toMatchObject({ start: 'never', finish: 'never' });
    expect(taskWords(never, absurd.trials).range).toContain('to never; never in 30 %');
  });
});
