import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { isoDate } from '../calendar/day-number';
import { workTime } from '../calendar/work-time';
import { type ArbitraryNetwork, arbitraryNetwork, inputsOf } from '../testing/arbitrary-network';
import { backwardPass } from './backward-pass';
import { focusPass } from './focus-pass';
import { freeFloatPass } from './free-float';
import { compileNetwork, findTaskCycle, type Network, type TimelineInputs } from './network';
import { reschedule, schedule } from './schedule';
import { taskResults } from './task-results';
import { createTimeline, type Timeline } from './timeline';

interface Run {
  readonly network: Network;
  readonly inputs: TimelineInputs;
  readonly timeline: Timeline;
}

function run(sample: ArbitraryNetwork): Run {
  const network = compileNetwork(sample.document);
  const inputs = inputsOf(sample);
  const timeline = createTimeline(network);
  schedule(network, inputs, timeline);
  backwardPass(network, inputs, timeline);
  focusPass(network, inputs, timeline);
  freeFloatPass(network, inputs, timeline);
  return { network, inputs, timeline };
}

/** Only what the logic says: no pins, late bounds, progress, stalls. */
const LOGIC = { constraints: false, progress: false, stalls: false } as const;
const hasWork = (sample: ArbitraryNetwork) => ({ ...sample, work: sample.work.map((days) => Math.max(days, 0.125)) });
const EARLIER = 1e-8;

function withDocument(sample: ArbitraryNetwork, change: Partial<ScenarioDocument>): ArbitraryNetwork {
  return { ...sample, document: { ...sample.document, ...change } };
}

describe('monotone logic (tasks with work: a milestone may prefer an earlier form of the same work time)', () => {
  test('a later project start never finishes anything earlier', () => {
    fc.assert(
      fc.property(arbitraryNetwork(LOGIC).map(hasWork), fc.nat(30), (sample, days) => {
        const early = run(sample).timeline;
        const late = run(withDocument(sample, { projectStart: isoDate(20_454 + days) })).timeline;
        late.EF.forEach((finish, task) => {
          expect(finish).toBeGreaterThanOrEqual(early.EF[task]! - EARLIER);
        });
      }),
      { seed: 1, numRuns: 120 },
    );
  });

  test('more work never finishes anything earlier, where no link binds a finish (that would start the task earlier)', () => {
    const boundAtStart = (sample: ArbitraryNetwork) =>
      withDocument(sample, {
        links: sample.document.links?.map((link) => ({ ...link, type: link.type?.[0] === 'S' ? 'SS' : 'FS' })),
      });
    const networks = arbitraryNetwork({ ...LOGIC, never: false, summaries: false });
    fc.assert(
      fc.property(networks.map(hasWork).map(boundAtStart), fc.nat(20), (sample, which) => {
        const before = run(sample).timeline;
        const work = sample.work.map((days, task) => (task === which % sample.work.length ? days + 2.5 : days));
        const after = run({ ...sample, work }).timeline;
        after.EF.forEach((finish, task) => {
          expect(finish).toBeGreaterThanOrEqual(before.EF[task]! - EARLIER);
        });
      }),
      { seed: 2, numRuns: 120 },
    );
  });

  test('one link more never makes anything earlier', () => {
    fc.assert(
      fc.property(arbitraryNetwork(LOGIC).map(hasWork), fc.nat(20), (sample, which) => {
        const links = [...(sample.document.links ?? [])];
        fc.pre(links.length > 0);
        const dropped = which % links.length;
        const fewer = {
          ...withDocument(sample, { links: links.filter((_, link) => link !== dropped) }),
          lag: sample.lag.filter((_, link) => link !== dropped),
        };
        const before = run(fewer).timeline;
        const after = run(sample).timeline;
        after.ES.forEach((start, task) => {
          expect(start).toBeGreaterThanOrEqual(before.ES[task]! - EARLIER);
          expect(after.EF[task]).toBeGreaterThanOrEqual(before.EF[task]! - EARLIER);
        });
      }),
      { seed: 3, numRuns: 120 },
    );
  });
});

test('the order of tasks and of links changes no result', () => {
  fc.assert(
    fc.property(arbitraryNetwork(), fc.integer({ min: 1, max: 1000 }), (sample, turn) => {
      const tasks = sample.document.tasks ?? [];
      const links = sample.document.links ?? [];
      const place = tasks
        .map((_, index) => index)
        .sort((a, b) => (((a + 1) * turn * 7919) % 101) - (((b + 1) * turn * 7919) % 101));
      const linkPlace = links.map((_, index) => index).reverse();
      const turned: ArbitraryNetwork = {
        document: {
          ...sample.document,
          tasks: place.map((at) => tasks[at]!),
          links: linkPlace.map((at) => links[at]!),
        },
        work: place.map((at) => sample.work[at]!),
        never: place.map((at) => sample.never[at]!),
        stall: place.map((at) => sample.stall[at]!),
        lag: linkPlace.map((at) => sample.lag[at]!),
      };
      const one = run(sample);
      const other = run(turned);
      const results = taskResults(one.network, one.inputs, one.timeline);
      expect(taskResults(other.network, other.inputs, other.timeline)).toEqual(results);
    }),
    { seed: 4, numRuns: 120 },
  );
});

test('from ES to EF lies exactly the work, in work time', () => {
  fc.assert(
    fc.property(arbitraryNetwork({ progress: false, stalls: false }), (sample) => {
      const { network, timeline } = run(sample);
      sample.document.tasks?.forEach((task, index) => {
        if (task.duration === undefined || !Number.isFinite(timeline.EF[index]!)) return;
        const calendar = network.calendars[network.calendarOf[index]!]!;
        const done = workTime(calendar, timeline.EF[index]!) - workTime(calendar, timeline.ES[index]!);
        expect(done).toBeCloseTo(sample.work[index]!, 7);
      });
    }),
    { seed: 5, numRuns: 120 },
  );
});

test('without late bounds: total float >= free float >= 0, and nothing is more urgent than the focus', () => {
  fc.assert(
    fc.property(arbitraryNetwork(LOGIC), (sample) => {
      const { timeline } = run(withDocument(sample, { floatTo: 'project' }));
      timeline.totalFloat.forEach((total, task) => {
        const free = timeline.freeFloat[task]!;
        if (!Number.isNaN(free)) expect(free).toBeGreaterThanOrEqual(0);
        if (!Number.isNaN(free)) expect(total).toBeGreaterThanOrEqual(free - EARLIER);
        if (!Number.isNaN(total)) expect(total).toBeGreaterThanOrEqual(-EARLIER);
        if (!Number.isNaN(timeline.drivingFloat[task]!))
          expect(timeline.drivingFloat[task]).toBeGreaterThanOrEqual(-EARLIER);
      });
    }),
    { seed: 6, numRuns: 120 },
  );
});

test('a delay by the free float moves no successor, a longer one does or ends the project later', () => {
  fc.assert(
    fc.property(
      arbitraryNetwork({ ...LOGIC, summaries: false, never: false }).map(hasWork),
      fc.nat(20),
      (sample, which) => {
        const task = which % sample.work.length;
        const before = run(sample).timeline;
        const longer = (days: number) =>
          run({ ...sample, work: sample.work.map((own, i) => (i === task ? own + days : own)) }).timeline;
        const finishLinks = (sample.document.links ?? []).filter(
          (link) => link.from === `t${task}` && link.type?.[0] === 'S',
        );
        // A task that grows keeps its start: only links from its finish feel it.
        fc.pre(finishLinks.length === 0);
        fc.pre((sample.document.links ?? []).every((link) => link.to !== `t${task}` || link.type?.[1] !== 'F'));
        const kept = longer(before.freeFloat[task]!);
        kept.EF.forEach((finish, other) => {
          if (other !== task) expect(finish).toBeCloseTo(before.EF[other]!, 7);
        });
        const moved = longer(before.freeFloat[task]! + 1);
        const end = Math.max(...before.EF);
        const isLater = moved.EF.some((finish, other) => other !== task && finish > before.EF[other]! + EARLIER);
        expect(isLater || moved.EF[task]! > end).toBe(true);
      },
    ),
    { seed: 7, numRuns: 120 },
  );
});

test('a timeline that was used before gives what a fresh one gives', () => {
  fc.assert(
    fc.property(arbitraryNetwork(), (sample) => {
      const { network, inputs, timeline } = run({
        ...sample,
        work: sample.work.map((days, task) => (task % 2 === 0 ? 0 : days + 3)),
        never: sample.never.map((never) => !never),
        stall: sample.stall.map((days) => days + 1),
      });
      inputs.work.set(sample.work);
      inputs.never.set(sample.never.map(Number));
      inputs.stall.set(sample.stall);
      schedule(network, inputs, timeline);
      const fresh = run(sample);
      expect(taskResults(network, inputs, timeline)).toEqual(taskResults(fresh.network, fresh.inputs, fresh.timeline));
    }),
    { seed: 8, numRuns: 120 },
  );
});

test('bringing a timeline up to date after a stall gives what a new pass gives', () => {
  fc.assert(
    fc.property(arbitraryNetwork({ stalls: false }), fc.nat(20), fc.nat(400), (sample, which, tenths) => {
      const build = which % sample.work.length;
      const stalled = withDocument(sample, { lines: [{ id: 'l', name: 'l', buildTask: `t${build}` }], focus: 't0' });
      const { network, inputs, timeline } = run(stalled);
      inputs.stall[build] = tenths / 10;
      reschedule(network, inputs, timeline);
      const fresh = run({ ...stalled, stall: sample.stall.map((_, task) => (task === build ? tenths / 10 : 0)) });
      expect(taskResults(network, inputs, timeline)).toEqual(taskResults(fresh.network, fresh.inputs, fresh.timeline));
    }),
    { seed: 9, numRuns: 120 },
  );
});

test('a link that leads nowhere changes nothing', () => {
  const tasks = [
    { id: 'a', name: 'a', duration: 3 },
    { id: 'b', name: 'b', duration: 2 },
  ];
  expect(findTaskCycle({ tasks, links: [{ from: 'a', to: 'gone' }] })).toBeNull();
});
