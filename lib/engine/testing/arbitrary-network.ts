import fc from 'fast-check';
import type { Calendar, ConstraintType, Link, ScenarioDocument, Task } from '../../scenario/document';
import { isoDate, isoInstant } from '../calendar/day-number';
import { compileNetwork, createTimelineInputs, findTaskCycle, type TimelineInputs } from '../timeline/network';

/** Small random networks with every rule of the timeline in them, for properties. */
export interface ArbitraryNetwork {
  readonly document: ScenarioDocument;
  readonly work: readonly number[];
  readonly never: readonly boolean[];
  readonly lag: readonly number[];
  readonly stall: readonly number[];
}

export interface NetworkWishes {
  /** Pins, late bounds, ALAP (true). */
  readonly constraints?: boolean;
  readonly progress?: boolean;
  readonly summaries?: boolean;
  readonly stalls?: boolean;
  readonly never?: boolean;
  /** Only lags >= 0 (false). */
  readonly noLeads?: boolean;
}

export const NETWORK_CALENDARS: readonly Calendar[] = [
  {
    id: 'week',
    name: 'Monday to Friday',
    workWeek: [1, 2, 3, 4, 5],
    exceptions: [{ from: '2026-01-15', to: '2026-01-22', working: false }],
  },
  { id: 'all', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] },
  {
    id: 'shift',
    name: 'Eight hours with a break',
    workWeek: [1, 2, 3, 4, 5],
    hours: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
  },
  {
    id: 'touching',
    name: 'Shifts that touch, by weekday',
    workWeek: [2, 3, 6],
    hours: {
      '2': [
        ['00:00', '08:00'],
        ['08:00', '24:00'],
      ],
      '3': [['00:00', '12:00']],
      '6': [['06:00', '18:00']],
    },
    hoursPerDay: 12,
    exceptions: [{ from: '2026-02-09', to: '2026-02-10', working: true, hours: [['10:00', '14:00']] }],
  },
];

const FIRST_DAY = 20_454;
const day = fc.oneof(
  fc.integer({ min: 0, max: 50 }).map((days) => isoDate(FIRST_DAY + days)),
  fc.integer({ min: 0, max: 50 * 4 }).map((quarters) => isoInstant(FIRST_DAY + quarters / 4)),
);
const TASK_CONSTRAINTS: readonly ConstraintType[] = ['ASAP', 'ALAP', 'SNET', 'FNET', 'MSO', 'MFO', 'SNLT', 'FNLT'];
const SUMMARY_CONSTRAINTS: readonly ConstraintType[] = ['SNET', 'FNLT'];
const seldom = (probability: number) => fc.integer({ min: 0, max: 999 }).map((draw) => draw < probability * 1000);

const sometimes = <T>(arbitrary: fc.Arbitrary<T>, probability: number): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: Math.round(100 * (1 - probability)), arbitrary: fc.constant(undefined) },
    { weight: Math.round(100 * probability), arbitrary },
  );

const taskDraw = fc.record({
  calendar: fc.constantFrom(...NETWORK_CALENDARS.map((calendar) => calendar.id)),
  parent: sometimes(fc.nat(20), 0.4),
  eighths: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) },
  ),
  constraint: sometimes(fc.record({ type: fc.nat(7), date: day }), 0.4),
  deadline: sometimes(day, 0.15),
  isStarted: seldom(0.15),
  isFinished: seldom(0.5),
  actual: fc.nat(40),
  span: fc.nat(8),
  isNever: seldom(0.06),
  stall: sometimes(fc.nat(40), 0.15),
});
type TaskDraw = typeof taskDraw extends fc.Arbitrary<infer T> ? T : never;
const linkDraw = fc.record({
  from: fc.nat(20),
  to: fc.nat(20),
  type: fc.constantFrom('FS', 'FS', 'SS', 'FF', 'SF') as fc.Arbitrary<NonNullable<Link['type']>>,
  halves: fc.oneof(fc.constant(0), fc.integer({ min: -8, max: 12 })),
  isElapsed: fc.boolean(),
});

function buildTask(
  draw: TaskDraw,
  index: number,
  summaries: ReadonlySet<number>,
  parent: number,
  wishes: NetworkWishes,
): Task {
  const isSummary = summaries.has(index);
  const types = isSummary ? SUMMARY_CONSTRAINTS : TASK_CONSTRAINTS;
  const type = types[(draw.constraint?.type ?? 0) % types.length] ?? 'ASAP';
  const hasConstraint = draw.constraint !== undefined && wishes.constraints !== false;
  const hasProgress = draw.isStarted && !isSummary && wishes.progress !== false;
  return {
    id: `t${index}`,
    name: `t${index}`,
    calendar: draw.calendar,
    ...(parent >= 0 ? { parent: `t${parent}` } : {}),
    ...(isSummary ? {} : { duration: draw.eighths / 8 }),
    ...(hasConstraint ? { constraint: { type, date: draw.constraint?.date ?? '' } } : {}),
    ...(draw.deadline !== undefined && wishes.constraints !== false ? { deadline: draw.deadline } : {}),
    ...(hasProgress ? { actualStart: isoDate(FIRST_DAY + draw.actual) } : {}),
    ...(hasProgress && draw.isFinished ? { actualFinish: isoDate(FIRST_DAY + draw.actual + draw.span) } : {}),
  };
}

/** A network without a cycle: links that would close one are dropped. */
export function arbitraryNetwork(wishes: NetworkWishes = {}): fc.Arbitrary<ArbitraryNetwork> {
  return fc
    .record({
      tasks: fc.array(taskDraw, { minLength: 1, maxLength: 9 }),
      links: fc.array(linkDraw, { maxLength: 14 }),
      statusDate: sometimes(day, 0.15),
      isEachEnd: fc.boolean(),
      focus: sometimes(fc.nat(20), 0.5),
    })
    .map(({ tasks: draws, links: linkDraws, statusDate, isEachEnd, focus }) => {
      const count = draws.length;
      // A parent stands later in the list than its child: no parent can be its own ancestor.
      const parents = draws.map(({ parent }, index) =>
        parent === undefined || wishes.summaries === false || index + 1 >= count
          ? -1
          : index + 1 + (parent % (count - index - 1)),
      );
      const summaries = new Set(parents);
      const tasks = draws.map((draw, index) => buildTask(draw, index, summaries, parents[index] ?? -1, wishes));
      const base: ScenarioDocument = {
        schemaVersion: 2,
        name: 'Arbitrary network',
        currency: 'CNY',
        horizon: { start: '2026-01', end: '2026-12' },
        calendars: NETWORK_CALENDARS,
        tasks,
        ...(statusDate !== undefined && wishes.progress !== false ? { statusDate } : {}),
        floatTo: isEachEnd ? 'each-end' : 'project',
        ...(focus === undefined ? {} : { focus: `t${focus % count}` }),
      };
      const links = linksWithoutCycle(
        base,
        linkDraws.map((draw) => buildLink(draw, count, wishes)),
      );
      return {
        document: { ...base, links },
        work: tasks.map((_, index) => (draws[index]?.eighths ?? 0) / 8),
        never: draws.map(({ isNever }) => isNever && wishes.never !== false),
        lag: links.map((link) => (typeof link.lag === 'number' ? link.lag : 0)),
        stall: draws.map(({ stall }) => (wishes.stalls === false ? 0 : (stall ?? 0) / 8)),
      };
    });
}

function buildLink(
  draw: typeof linkDraw extends fc.Arbitrary<infer T> ? T : never,
  count: number,
  wishes: NetworkWishes,
): Link {
  const lag = wishes.noLeads === true ? Math.abs(draw.halves) / 2 : draw.halves / 2;
  return {
    from: `t${draw.from % count}`,
    to: `t${draw.to % count}`,
    type: draw.type,
    lag,
    lagUnit: draw.isElapsed ? 'elapsed' : 'working',
  };
}

function linksWithoutCycle(base: ScenarioDocument, wished: readonly Link[]): Link[] {
  const links: Link[] = [];
  for (const link of wished) {
    if (findTaskCycle({ tasks: base.tasks, links: [...links, link] }) === null) links.push(link);
  }
  return links;
}

/** The inputs of one pass over it. */
export function inputsOf({ document, work, never, lag, stall }: ArbitraryNetwork): TimelineInputs {
  const inputs = createTimelineInputs(compileNetwork(document));
  inputs.work.set(work);
  inputs.never.set(never.map(Number));
  inputs.lag.set(lag);
  inputs.stall.set(stall);
  return inputs;
}
