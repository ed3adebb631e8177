import type { Calendar, Link, ScenarioDocument, Task } from '../../scenario/document';

export interface NetworkShape {
  readonly tasks: number;
  readonly links: number;
  /** Whole number; the same shape and seed give the same document everywhere. */
  readonly seed?: number;
  /** `days`: Monday to Friday in whole days; `hours`: two shifts a day; `mixed`: these two and a seven-day one. */
  readonly calendars?: 'days' | 'hours' | 'mixed';
  /** Share of links that are not a plain FS without lag (0.15). */
  readonly richLinks?: number;
  /** Share of tasks that are milestones (0.05). */
  readonly milestones?: number;
  /** Tasks under one summary; 0: no summaries (0). */
  readonly tasksPerSummary?: number;
}

const DAYS: Calendar = {
  id: 'days',
  name: 'Monday to Friday',
  workWeek: [1, 2, 3, 4, 5],
  exceptions: Array.from({ length: 20 }, (_, year) => ({
    from: `${2026 + year}-12-24`,
    to: `${2027 + year}-01-02`,
    working: false,
    name: 'Year-end shutdown',
  })),
};
const HOURS: Calendar = {
  id: 'hours',
  name: 'Eight hours a day',
  workWeek: [1, 2, 3, 4, 5],
  hours: [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ],
};
const EVERY_DAY: Calendar = { id: 'every-day', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] };

/** Uniform draws in [0, 1) by Marsaglia's xorshift on 32 bits: for test networks only. */
export function testDraws(seed: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/**
 * A document with a network to measure passes on: tasks in random order of dependence, links from earlier to later
 * ones with a bias to near neighbours, as in real plans. Summaries come after the tasks in the list.
 *
 * @example generateNetwork({ tasks: 1000, links: 2500 })
 */
export function generateNetwork(shape: NetworkShape): ScenarioDocument {
  const draw = testDraws(shape.seed ?? 1);
  const { calendars, pick } = chooseCalendars(shape.calendars ?? 'days', draw);
  const perSummary = shape.tasksPerSummary ?? 0;
  const tasks: Task[] = Array.from({ length: shape.tasks }, (_, index) => ({
    id: `t${index}`,
    name: `Task ${index}`,
    calendar: pick(),
    duration: draw() < (shape.milestones ?? 0.05) ? 0 : 1 + Math.floor(draw() * 240) / 8,
    ...(perSummary > 0 ? { parent: `s${Math.floor(index / perSummary)}` } : {}),
  }));
  const summaries: Task[] =
    perSummary > 0
      ? Array.from({ length: Math.ceil(shape.tasks / perSummary) }, (_, index) => ({
          id: `s${index}`,
          name: `Phase ${index}`,
        }))
      : [];
  return {
    schemaVersion: 2,
    name: `Generated network of ${shape.tasks} tasks and ${shape.links} links`,
    currency: 'CNY',
    horizon: { start: '2026-01', end: '2037-12' },
    calendars,
    tasks: [...tasks, ...summaries],
    links: generateLinks(shape, draw),
  };
}

function chooseCalendars(kind: 'days' | 'hours' | 'mixed', draw: () => number) {
  if (kind === 'days') return { calendars: [DAYS], pick: () => DAYS.id };
  if (kind === 'hours') return { calendars: [HOURS], pick: () => HOURS.id };
  const calendars = [DAYS, HOURS, EVERY_DAY] as const;
  return { calendars, pick: () => calendars[Math.floor(draw() * calendars.length)]?.id ?? DAYS.id };
}

function generateLinks(shape: NetworkShape, draw: () => number): Link[] {
  const types = ['SS', 'FF', 'SF', 'FS'] as const;
  const seen = new Set<string>();
  const links: Link[] = [];
  // Small networks have no room for so many links: stop after enough vain attempts.
  for (let attempt = 0; links.length < shape.links && attempt < shape.links * 20; attempt++) {
    const to = 1 + Math.floor(draw() * (shape.tasks - 1));
    const reach = Math.min(to, Math.max(3, Math.floor(shape.tasks / 20)));
    const from = to - 1 - Math.floor(draw() * reach);
    const isRich = draw() < (shape.richLinks ?? 0.15);
    const type = isRich ? (types[Math.floor(draw() * types.length)] ?? 'FS') : 'FS';
    const lag = isRich ? Math.floor(draw() * 21) - 5 : 0;
    const lagUnit = isRich && draw() < 0.3 ? 'elapsed' : 'working';
    const key = `${from} ${to} ${type}`;
    if (from < 0 || seen.has(key)) continue;
    seen.add(key);
    links.push(isRich ? { from: `t${from}`, to: `t${to}`, type, lag, lagUnit } : { from: `t${from}`, to: `t${to}` });
  }
  return links;
}
