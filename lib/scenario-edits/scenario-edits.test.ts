import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity, ScenarioDocument, Task } from '../scenario/document';
import type { EditOutcome } from './edit-outcome';
import { addLink, linkKey, removeLink } from './links';
import { moveTask, releaseTask } from './move-task';
import { removeTasks } from './remove-tasks';
import { resizeTask, workingDaysOf } from './resize-task';
import { centralValue, scaleQuantity } from './scale-quantity';
import { shiftWorkingDays, snapToWorkingDay } from './task-calendar';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const pert: Quantity = { kind: 'pert', low: 45, mode: 60, high: 90, meta: { evidence: ['S3-04'] } };
const document: ScenarioDocument = {
  schemaVersion: 2,
  name: 'Edits',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2030-12' },
  calendars: [
    {
      id: 'std',
      name: 'Monday to Friday',
      workWeek: [1, 2, 3, 4, 5],
      exceptions: [{ from: '2026-02-16', to: '2026-02-20', working: false }],
    },
  ],
  tasks: [
    { id: 'phase', name: 'Phase' },
    { id: 'a', name: 'A', parent: 'phase', duration: pert },
    { id: 'b', name: 'B', parent: 'phase', duration: 10 },
    { id: 'c', name: 'C', duration: 5, constraint: { type: 'MSO', date: '2026-06-01' } },
    { id: 'd', name: 'D', duration: 20, actualStart: '2026-01-05', percentComplete: 50 },
    { id: 'e', name: 'E', duration: 5 },
  ],
  links: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'e', lag: 3, id: 'be' },
  ],
  lines: [{ id: 'l', name: 'Line', buildTask: 'b', nameplate: 1 }],
  correlations: [
    { a: 'links/be/lag', b: 'tasks/a/duration', rho: 0.3 },
    { a: 'tasks/a/duration', b: 'tasks/e/duration', rho: 0.2 },
  ],
};
const task = (outcome: EditOutcome, id: string) =>
  outcome.ok ? outcome.document.tasks?.find((one) => one.id === id) : undefined;
const refusal = (outcome: EditOutcome) => (outcome.ok ? '' : outcome.message);

describe('moving', () => {
  it('gives "start not before" the next working day, and says so', () => {
    // 14 February 2026 is a Saturday, the week after is a holiday.
    const outcome = moveTask(document, { taskId: 'a', day: day('2026-02-14'), startsNow: day('2026-01-01') });
    expect(task(outcome, 'a')?.constraint).toEqual({ type: 'SNET', date: '2026-02-23' });
    expect(outcome.ok && outcome.said).toBe('“A” starts not before 23 Feb 2026; its links still hold.');
  });
  it('moves the pin of a pinned start', () => {
    expect(task(moveTask(document, { taskId: 'c', day: day('2026-06-03') }), 'c')?.constraint).toEqual({
      type: 'MSO',
      date: '2026-06-03',
    });
  });
  it('is refused for what began, for earlier than the links allow, and for what is not there', () => {
    expect(refusal(moveTask(document, { taskId: 'd', day: 21_000 }))).toContain('began on 2026-01-05');
    const early = moveTask(document, { taskId: 'b', day: day('2026-03-02'), startsNow: day('2026-04-01') });
    expect(refusal(early)).toContain('as early as its links');
    expect(refusal(moveTask(document, { taskId: 'x', day: 21_000 }))).toContain('no task');
    expect(refusal(moveTask(document, { taskId: 'a', day: Number.NaN }))).toContain('date');
    expect(refusal(moveTask(document, { taskId: 'a', day: 100_000 }))).toContain('2199-12-31');
  });
  it('never changes the document it was given', () => {
    const before = JSON.stringify(document);
    moveTask(document, { taskId: 'a', day: 21_000 });
    resizeTask(document, { taskId: 'a', workingDays: 3 });
    addLink(document, { from: 'a', to: 'e' });
    removeLink(document, 'be');
    removeTasks(document, ['e']);
    expect(JSON.stringify(document)).toBe(before);
  });
  it('can be taken back', () => {
    const moved = moveTask(document, { taskId: 'a', day: day('2026-03-02') });
    if (!moved.ok) throw new RangeError(moved.message);
    expect(task(releaseTask(moved.document, 'a'), 'a')).toEqual(document.tasks?.[1]);
  });
});

describe('working days', () => {
  const a: Task = { id: 'x', name: 'X', duration: 1 };
  it('are those of the calendar', () => {
    expect(snapToWorkingDay(document, a, day('2026-01-03'))).toBe(day('2026-01-05'));
    // Friday the 13th, then a weekend, a week of holidays and another weekend.
    expect(shiftWorkingDays(document, a, day('2026-02-13'), 1)).toBe(day('2026-02-23'));
    expect(shiftWorkingDays(document, a, day('2026-02-23'), -1)).toBe(day('2026-02-13'));
  });
  it('forth and back is where it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_454, max: 22_000 }), fc.integer({ min: 1, max: 300 }), (from, days) => {
        const start = snapToWorkingDay(document, a, from);
        expect(shiftWorkingDays(document, a, shiftWorkingDays(document, a, start, days), -days)).toBe(start);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('resizing', () => {
  it('adds up over presses that come faster than a run', () => {
    let now: ScenarioDocument = document;
    for (let press = 0; press < 3; press += 1) {
      const outcome = resizeTask(now, { taskId: 'a', workingDays: (workingDaysOf(now, 'a') ?? 0) + 20 });
      if (outcome.ok) now = outcome.document;
    }
    expect(workingDaysOf(now, 'a')).toBeCloseTo(120, 9);
  });
  it('scales a range along and keeps its sources', () => {
    const outcome = resizeTask(document, { taskId: 'a', workingDays: 120 });
    expect(task(outcome, 'a')?.duration).toEqual({ ...pert, low: 90, mode: 120, high: 180 });
    expect(outcome.ok && outcome.said).toBe('“A” lasts 120 working days instead of 60; its range scales along.');
  });
  it('changes what is left of a task that has begun', () => {
    const outcome = resizeTask(document, { taskId: 'd', workingDays: 15 });
    expect(task(outcome, 'd')).toMatchObject({ duration: 20, remainingDuration: 15 });
    expect(outcome.ok && outcome.said).toContain('15 working days left instead of 10');
  });
  it('is refused for phases and for impossible lengths', () => {
    expect(refusal(resizeTask(document, { taskId: 'phase', workingDays: 5 }))).toContain('resize one of them');
    for (const workingDays of [-1, Number.NaN, 1e9]) {
      expect(refusal(resizeTask(document, { taskId: 'a', workingDays }))).toContain('between 0 and');
    }
  });
  const kinds: readonly Quantity[] = [
    7,
    { kind: 'fixed', value: 7 },
    { kind: 'uniform', low: 2, high: 9 },
    { kind: 'triangular', low: 1, mode: 3, high: 8 },
    { ...pert, bounds: 'p10-p90', min: 40, max: 95 },
    { kind: 'normal', mean: 10, sd: 2, low: 6, high: 15 },
    { kind: 'lognormal', p10: 4, p90: 9 },
    {
      kind: 'discrete',
      outcomes: [
        { value: 4, p: 1 },
        { value: 6, p: 3 },
      ],
    },
  ];
  it.each(kinds)('a scaled quantity has its central value scaled: %j', (quantity) => {
    for (const factor of [0.5, 1, 3]) {
      expect(centralValue(scaleQuantity(quantity, factor))).toBeCloseTo(centralValue(quantity) * factor, 5);
    }
  });
});

describe('links', () => {
  it('are drawn, and said', () => {
    const outcome = addLink(document, { from: 'a', to: 'e', type: 'SS' });
    expect(outcome.ok && outcome.document.links?.at(-1)).toEqual({ from: 'a', to: 'e', type: 'SS' });
    expect(outcome.ok && outcome.said).toBe('Linked “A” to “E”, start to start.');
  });
  it('that close a ring are refused with the tasks in order', () => {
    expect(refusal(addLink(document, { from: 'e', to: 'a' }))).toMatch(
      /“A” → “B” → “E” → “A”|“B” → “E” → “A” → “B”|“E” → “A” → “B” → “E”/,
    );
  });
  it('to oneself, twice, or between a phase and its own part are refused', () => {
    expect(refusal(addLink(document, { from: 'a', to: 'a' }))).toContain('itself');
    expect(refusal(addLink(document, { from: 'a', to: 'b' }))).toContain('already');
    expect(refusal(addLink(document, { from: 'phase', to: 'a' }))).toContain('inside');
  });
  it('go with the correlations that name their lag', () => {
    const outcome = removeLink(document, 'be');
    expect(outcome.ok && outcome.document.links?.map(linkKey)).toEqual(['a-FS-b']);
    expect(outcome.ok && outcome.document.correlations).toHaveLength(1);
    expect(refusal(removeLink(document, 'nothing'))).not.toBe('');
  });
});

describe('removing tasks', () => {
  it('takes links and correlations along', () => {
    const outcome = removeTasks(document, ['e']);
    if (!outcome.ok) throw new RangeError(outcome.message);
    expect(outcome.document.links).toEqual([{ from: 'a', to: 'b' }]);
    expect(outcome.document.correlations).toEqual([]);
  });
  it('is refused while a line needs one of them, and names it', () => {
    expect(refusal(removeTasks(document, ['phase']))).toBe('“Phase” cannot be removed: used by line “Line”.');
  });
});
