import { describe, expect, test } from 'vitest';
import type { Link, ScenarioDocument, Task } from '../../scenario/document';
import { generateNetwork } from '../testing/generate-network';
import { compileNetwork, createTimelineInputs, findTaskCycle } from './network';
import { schedule } from './schedule';
import { createTimeline } from './timeline';

const task = (id: string, parent?: string): Task => ({
  id,
  name: id,
  ...(parent === undefined ? { duration: 1 } : { duration: 1, parent }),
});
const link = (from: string, to: string, type: Link['type'] = 'FS'): Link => ({ from, to, type });

/** The same cycle, begun at its least id. */
function fromLeast(cycle: readonly string[] | null): string[] {
  if (cycle === null) return [];
  const least = cycle.indexOf([...cycle].sort()[0]!);
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}

describe('a cycle is told by its tasks in order', () => {
  test('neither what leads to it nor what follows from it is named', () => {
    const links = [link('a', 'b'), link('b', 'c'), link('c', 'a', 'SS'), link('c', 'outside'), link('before', 'a')];
    const tasks = ['outside', 'c', 'a', 'b', 'before'].map((id) => task(id));
    expect(fromLeast(findTaskCycle({ tasks, links }))).toEqual(['a', 'b', 'c']);
  });
  test('a task linked to itself', () => {
    expect(findTaskCycle({ tasks: [task('a')], links: [link('a', 'a')] })).toEqual(['a']);
  });
  test.each([
    ['a summary that starts its own child', link('s', 'a', 'SS'), ['a', 's']],
    ['a summary that waits for its own child', link('a', 's', 'FS'), ['a', 's']],
    ['a summary in a summary that waits for what lies under both', link('t', 'a', 'FF'), ['a', 's', 't']],
  ])('%s', (_, wrong, named) => {
    const tasks = [task('a', 's'), task('s', 't'), task('t')];
    const cycle = findTaskCycle({ tasks, links: [wrong] });
    expect([...(cycle ?? [])].sort()).toEqual(named);
  });
  test('through two summaries', () => {
    const tasks = [task('p'), task('q'), task('a', 'p'), task('b', 'q')];
    expect(fromLeast(findTaskCycle({ tasks, links: [link('p', 'b'), link('b', 'a')] }))).toEqual(['a', 'p', 'b']);
    expect(findTaskCycle({ tasks, links: [link('p', 'b'), link('a', 'b')] })).toBeNull();
  });
  test('parents that come round', () => {
    const tasks = [task('a', 'c'), task('b', 'a'), task('c', 'b')];
    expect([...(findTaskCycle({ tasks, links: [] }) ?? [])].sort()).toEqual(['a', 'b', 'c']);
  });
  test('a network with a cycle refuses to be passed through', () => {
    const network = compileNetwork(documentOf([task('a'), task('b')], [link('a', 'b'), link('b', 'a')]));
    expect(() => schedule(network, createTimelineInputs(network), createTimeline(network))).toThrow(/form a cycle/);
  });
});

function documentOf(tasks: Task[], links: Link[]): ScenarioDocument {
  return {
    schemaVersion: 2,
    name: 'Order',
    currency: 'CNY',
    horizon: { start: '2026-01', end: '2030-12' },
    calendars: [{ id: 'all', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] }],
    tasks,
    links,
  };
}

function finishOfAll(document: ScenarioDocument): number {
  const network = compileNetwork(document);
  const inputs = createTimelineInputs(network);
  document.tasks?.forEach((entry, index) => {
    inputs.work[index] = typeof entry.duration === 'number' ? entry.duration : 0;
  });
  document.links?.forEach((entry, index) => {
    inputs.lag[index] = typeof entry.lag === 'number' ? entry.lag : 0;
  });
  const timeline = createTimeline(network);
  schedule(network, inputs, timeline);
  return Math.max(...timeline.EF) - 20_454;
}

describe('large networks, without recursion', () => {
  test('a chain of 10,000 tasks listed backwards takes 10,000 days', () => {
    const tasks = Array.from({ length: 10_000 }, (_, index) => task(`t${index}`)).reverse();
    const links = Array.from({ length: 9999 }, (_, index) => link(`t${index}`, `t${index + 1}`));
    expect(finishOfAll(documentOf(tasks, links))).toBe(10_000);
  });
  test('5,000 tasks with 15,000 links; the limits of the format, 10,000 with 50,000', () => {
    expect(
      finishOfAll(
        generateNetwork({ tasks: 5000, links: 15_000, calendars: 'mixed', tasksPerSummary: 25, richLinks: 0 }),
      ),
    ).toBeGreaterThan(1000);
    expect(finishOfAll(generateNetwork({ tasks: 10_000, links: 50_000 }))).toBeGreaterThan(1000);
  });
  test('summaries nested 5,000 deep', () => {
    const tasks = Array.from({ length: 5000 }, (_, index) =>
      task(`s${index}`, index === 0 ? undefined : `s${index - 1}`),
    );
    tasks.push(task('leaf', 's4999'), task('after'));
    expect(finishOfAll(documentOf(tasks, [link('s0', 'after')]))).toBe(2);
  });
  test('a cycle of 5,000 tasks is named whole', () => {
    const tasks = Array.from({ length: 5000 }, (_, index) => task(`t${index}`));
    const links = tasks.map((_, index) => link(`t${index}`, `t${(index + 1) % 5000}`));
    expect(findTaskCycle({ tasks, links })).toHaveLength(5000);
  });
});

test('the same shape and seed generate the same network', () => {
  const shape = { tasks: 200, links: 500, calendars: 'mixed', seed: 5 } as const;
  expect(generateNetwork(shape)).toEqual(generateNetwork(shape));
  expect(generateNetwork(shape)).not.toEqual(generateNetwork({ ...shape, seed: 6 }));
  expect(generateNetwork(shape).links).toHaveLength(500);
});
