import { describe, expect, test } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { compileNetwork, createTimelineInputs } from './network';
import { schedule } from './schedule';
import { taskResults } from './task-results';
import { createTimeline } from './timeline';

/** Activity: duration, predecessors, and what the book says: ES, EF, LS, LF, slack. */
type Activity = readonly [
  duration: number,
  after: string,
  ES: number,
  EF: number,
  LS: number,
  LF: number,
  slack: number,
];

function run(activities: Readonly<Record<string, Activity>>) {
  const ids = Object.keys(activities);
  const document: ScenarioDocument = {
    schemaVersion: 2,
    name: 'Textbook',
    currency: 'USD',
    horizon: { start: '2026-01', end: '2026-12' },
    calendars: [{ id: 'all', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] }],
    tasks: ids.map((id) => ({ id, name: id, duration: activities[id]![0] })),
    links: ids.flatMap((id) => [...activities[id]![1]].map((from) => ({ from, to: id }))),
  };
  const network = compileNetwork(document);
  const inputs = createTimelineInputs(network);
  inputs.work.set(ids.map((id) => activities[id]![0]));
  const timeline = createTimeline(network);
  schedule(network, inputs, timeline);
  return taskResults(network, inputs, timeline);
}

const since = (instant: unknown) => (instant as { day: number }).day - 20_454;

/**
 * Hillier and Lieberman, Introduction to Operations Research (8th edition, chapter 22, "Reliable Construction Co."):
 * 44 weeks, critical path A B C E F J L N.
 */
const RELIABLE: Readonly<Record<string, Activity>> = {
  A: [2, '', 0, 2, 0, 2, 0],
  B: [4, 'A', 2, 6, 2, 6, 0],
  C: [10, 'B', 6, 16, 6, 16, 0],
  D: [6, 'C', 16, 22, 20, 26, 4],
  E: [4, 'C', 16, 20, 16, 20, 0],
  F: [5, 'E', 20, 25, 20, 25, 0],
  G: [7, 'D', 22, 29, 26, 33, 4],
  H: [9, 'EG', 29, 38, 33, 42, 4],
  I: [7, 'C', 16, 23, 18, 25, 2],
  J: [8, 'FI', 25, 33, 25, 33, 0],
  K: [4, 'J', 33, 37, 34, 38, 1],
  L: [5, 'J', 33, 38, 33, 38, 0],
  M: [2, 'H', 38, 40, 42, 44, 4],
  N: [6, 'KL', 38, 44, 38, 44, 0],
};

/** The example of the article "Program evaluation and review technique" (Wikipedia), expected times; path a c e g. */
const PERT: Readonly<Record<string, Activity>> = {
  a: [4, '', 0, 4, 0, 4, 0],
  b: [5.33, '', 0, 5.33, 3.84, 9.17, 3.84],
  c: [5.17, 'a', 4, 9.17, 4, 9.17, 0],
  d: [6.33, 'a', 4, 10.33, 8.68, 15.01, 4.68],
  e: [5.17, 'bc', 9.17, 14.34, 9.17, 14.34, 0],
  f: [4.5, 'd', 10.33, 14.83, 15.01, 19.51, 4.68],
  g: [5.17, 'e', 14.34, 19.51, 14.34, 19.51, 0],
};

describe.each([
  ['Reliable Construction (Hillier and Lieberman)', RELIABLE],
  ['PERT network (Wikipedia)', PERT],
])('%s', (_, activities) => {
  const results = run(activities);
  test.each(Object.keys(activities))('activity %s', (id) => {
    const [, , ES, EF, LS, LF, slack] = activities[id]!;
    const result = results[id]!;
    expect(since(result.ES)).toBeCloseTo(ES, 8);
    expect(since(result.EF)).toBeCloseTo(EF, 8);
    expect(since(result.LS)).toBeCloseTo(LS, 8);
    expect(since(result.LF)).toBeCloseTo(LF, 8);
    expect(result.totalFloat).toBeCloseTo(slack, 8);
    expect(result.critical).toBe(slack === 0);
    expect(result.driving).toBe(slack === 0);
  });
});
