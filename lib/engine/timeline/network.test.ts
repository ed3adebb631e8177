import { describe, expect, test } from 'vitest';
import type { Line, ScenarioDocument, Task } from '../../scenario/document';
import { compileCalendar } from '../calendar/compile-calendar';
import { dayNumber } from '../calendar/day-number';
import { add } from '../calendar/work-time';
import { focusFinish } from './focus-pass';
import { projectFinish } from './latest-finish';
import { compileNetwork, createTimelineInputs } from './network';
import { schedule } from './schedule';
import { taskResults } from './task-results';
import { createTimeline } from './timeline';

function documentOf(tasks: Task[], more: Partial<ScenarioDocument> = {}): ScenarioDocument {
  return {
    schemaVersion: 2,
    name: 'Network',
    currency: 'CNY',
    horizon: { start: '2026-01', end: '2030-12' },
    tasks,
    ...more,
  };
}

function run(document: ScenarioDocument, work: readonly number[]) {
  const network = compileNetwork(document);
  const inputs = createTimelineInputs(network);
  inputs.work.set(work);
  const timeline = createTimeline(network);
  schedule(network, inputs, timeline);
  return { network, inputs, timeline, results: taskResults(network, inputs, timeline) };
}

const task = (id: string, more: Partial<Task> = {}): Task => ({ id, name: id, duration: 1, ...more });
const line = (id: string, more: Partial<Line>): Line => ({ id, name: id, buildTask: 'build', ...more });

describe('what the scenario is about', () => {
  const tasks = ['build', 'permit', 'sop', 'last'].map((id) => task(id));
  const focusOf = (more: Partial<ScenarioDocument>) => {
    const network = compileNetwork(documentOf(tasks, more));
    return network.focus < 0 ? 'project' : network.taskIds[network.focus];
  };
  test('as named; else the last requirement of the first commercial line, its build, the project', () => {
    const pilot = line('pilot', { commercial: false, requires: ['last'] });
    expect(focusOf({ focus: 'permit', lines: [line('l', {})] })).toBe('permit');
    expect(focusOf({ lines: [pilot, line('l', { requires: ['permit', 'sop'] })] })).toBe('sop');
    expect(focusOf({ lines: [line('l', { requires: [] }), line('m', { requires: ['sop'] })] })).toBe('build');
    expect(focusOf({ lines: [pilot] })).toBe('project');
    expect(focusOf({})).toBe('project');
  });
});

test('without tasks the project is never finished, and nothing fails', () => {
  const { network, timeline, results } = run(documentOf([]), []);
  expect(Object.keys(results)).toEqual([]);
  expect(projectFinish(timeline)).toBe(Number.POSITIVE_INFINITY);
  expect(focusFinish(network, timeline)).toBe(Number.POSITIVE_INFINITY);
});

test('work far behind the tables of the horizon ends where the calendar says', () => {
  const { results } = run(documentOf([task('long')]), [40_000]);
  const expected = add(compileCalendar(undefined, { from: 0, until: 0 }), dayNumber('2026-01-01', 'start'), 40_000);
  expect(results.long?.EF).toMatchObject({ day: expected });
  expect(results.long?.totalFloat).toBe(0);
  expect(results.long?.EF).toHaveProperty('iso', '2179-04-29T00:00:00Z');
});

test('ids that name parts of every object are ids like others', () => {
  const tasks = ['__proto__', 'constructor', 'toString'].map((id) => task(id));
  const { results } = run(documentOf(tasks, { links: [{ from: '__proto__', to: 'constructor' }] }), [1, 1, 1]);
  expect(Object.keys(results)).toEqual(['__proto__', 'constructor', 'toString']);
  expect(results.constructor).toMatchObject({ shownFinish: '2026-01-02' });
});

describe('what is reported', () => {
  test('late bounds that are kept or broken, by name', () => {
    const tasks = [
      task('kept', { deadline: '2026-01-02', constraint: { type: 'FNLT', date: '2026-01-02' } }),
      task('broken', { deadline: '2026-01-02', constraint: { type: 'FNLT', date: '2026-01-01' } }),
      task('late start', { constraint: { type: 'SNLT', date: '2026-01-01' } }),
    ];
    const more = { links: [{ from: 'kept', to: 'late start' }] };
    const { results } = run(documentOf(tasks, more), [2, 3, 1]);
    expect(results.kept?.conflict).toEqual([]);
    expect(results.broken?.conflict).toEqual(['FNLT', 'deadline']);
    expect(results.broken?.totalFloat).toBe(-2);
    expect(results['late start']?.conflict).toEqual(['SNLT']);
    expect(results['late start']?.totalFloat).toBe(-2);
  });

  test('a pin before what leads to it is a conflict and gives negative float before it', () => {
    const tasks = [task('before'), task('pinned', { constraint: { type: 'MFO', date: '2026-01-02' } })];
    const { results } = run(documentOf(tasks, { links: [{ from: 'before', to: 'pinned' }] }), [3, 1]);
    expect(results.pinned).toMatchObject({ conflict: ['MFO'], totalFloat: 0 });
    expect(results.before).toMatchObject({ conflict: [], totalFloat: -2 });
  });

  test('a start milestone is shown on its own day, a finish milestone on the day before', () => {
    const tasks = [task('work'), task('end', { duration: 0 }), task('begin', { duration: 0 })];
    const links = [
      { from: 'work', to: 'end' },
      { from: 'work', to: 'begin', type: 'FS', lag: 2, lagUnit: 'elapsed' },
    ] as const;
    const document = documentOf(tasks, { links });
    const network = compileNetwork(document);
    const inputs = createTimelineInputs(network);
    inputs.work.set([2, 0, 0]);
    inputs.lag.set([0, 2]);
    const timeline = createTimeline(network);
    schedule(network, inputs, timeline);
    const results = taskResults(network, inputs, timeline);
    expect(results.end).toMatchObject({ shownFinish: '2026-01-02', EF: { iso: '2026-01-03T00:00:00Z' } });
    expect(results.begin).toMatchObject({ shownFinish: '2026-01-05', EF: { iso: '2026-01-05T00:00:00Z' } });
  });

  test('finished work is what was worked', () => {
    const done = task('done', { actualStart: '2026-01-05', actualFinish: '2026-01-13' });
    const { results } = run(documentOf([done]), [99]);
    expect(results.done).toMatchObject({ work: 7, totalFloat: null, freeFloat: null, critical: false, driving: false });
  });
});
