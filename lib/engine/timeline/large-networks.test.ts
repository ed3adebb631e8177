import { describe, expect, test } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { generateNetwork, type NetworkShape, testDraws } from '../testing/generate-network';
import { backwardPass } from './backward-pass';
import { focusPass } from './focus-pass';
import { compileNetwork, createTimelineInputs } from './network';
import { schedule } from './schedule';
import { createTimeline, type Timeline } from './timeline';

const LARGE: NetworkShape = { tasks: 5000, links: 15_000, calendars: 'mixed', tasksPerSummary: 50 };

function run(document: ScenarioDocument): Timeline {
  const network = compileNetwork(document);
  const inputs = createTimelineInputs(network);
  document.tasks?.forEach((task, i) => {
    inputs.work[i] = typeof task.duration === 'number' ? task.duration : 0;
  });
  document.links?.forEach((link, i) => {
    inputs.lag[i] = typeof link.lag === 'number' ? link.lag : 0;
  });
  const timeline = createTimeline(network);
  schedule(network, inputs, timeline);
  backwardPass(network, inputs, timeline);
  focusPass(network, inputs, timeline);
  return timeline;
}

function shuffled<Item>(items: readonly Item[], draw: () => number): Item[] {
  return items
    .map((item) => ({ item, place: draw() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** What is found of each task, by id. */
function byId(document: ScenarioDocument, timeline: Timeline): Map<string, number[]> {
  const { ES, EF, LS, LF, totalFloat, critical, drivingFloat } = timeline;
  const fields = [ES, EF, LS, LF, totalFloat, critical, drivingFloat];
  return new Map(document.tasks?.map(({ id }, i) => [id, fields.map((values) => values[i]!)]));
}

describe('5,000 tasks with 15,000 links of all types, three calendars, summaries', () => {
  test('the order of tasks and of links changes no bit of any date or float', () => {
    const document = generateNetwork(LARGE);
    const draw = testDraws(9);
    const turned = { ...document, tasks: shuffled(document.tasks!, draw), links: shuffled(document.links!, draw) };
    // Without calendars of their own summaries take the first that is listed, in both.
    const found = byId(turned, run(turned));
    for (const [id, values] of byId(document, run(document))) expect(found.get(id), id).toEqual(values);
  });

  test('a later project start never finishes anything earlier, without pins', () => {
    // A milestone may prefer an earlier form of the same work time.
    const document = generateNetwork({ ...LARGE, milestones: 0 });
    const early = run(document);
    for (const projectStart of ['2026-01-02', '2026-01-17', '2026-03-05T10:30:00Z', '2027-12-28']) {
      const late = run({ ...document, projectStart });
      const earlier = late.EF.findIndex((finish, task) => finish < early.EF[task]! - 1e-8);
      expect(earlier, projectStart).toBe(-1);
    }
  });

  test('nothing that follows by a plain link starts before what it follows, nor must end before it must', () => {
    const document = generateNetwork(LARGE);
    const { ES, EF, LS, LF } = run(document);
    const place = new Map(document.tasks?.map(({ id }, index) => [id, index]));
    const plain = document.links!.filter(({ type, lag }) => (type ?? 'FS') === 'FS' && (lag ?? 0) === 0);
    expect(plain.length).toBeGreaterThan(10_000);
    const broken = plain.filter(({ from, to }) => {
      const [a, b] = [place.get(from)!, place.get(to)!];
      // The late date of a milestone is the earliest or the latest form of its work time.
      const haveWork = document.tasks![a]!.duration !== 0 && document.tasks![b]!.duration !== 0;
      return ES[b]! < EF[a]! - 1e-8 || (haveWork && LS[b]! < LF[a]! - 1e-8);
    });
    expect(broken).toEqual([]);
  });
});
