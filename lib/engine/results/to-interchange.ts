import type { FutureResult, MonthFans, Statistics, TaskResult, TrialsResult, YearFans } from './result-types';
import { PERCENTILES } from './statistics';

/** Plain data, as JSON takes it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One future as the interchange format writes it: the shown finish of what is never finished says so. */
export function futureToInterchange(future: FutureResult): Json {
  const tasks = mapRecord(future.tasks, (task: TaskResult) => ({
    ...task,
    shownFinish: task.EF === 'never' ? 'never' : task.shownFinish,
  }));
  return { ...future, tasks } as unknown as Json;
}

/** Trials as the interchange format writes them: fans stand in their month and year, samples are left out. */
export function trialsToInterchange(trials: TrialsResult): Json {
  const { samples: _, chanceErrors: __, ...rest } = trials;
  return {
    ...rest,
    sop: statistics(trials.sop),
    focus: statistics(trials.focus),
    projectFinish: statistics(trials.projectFinish),
    npv: statistics(trials.npv),
    irr: trials.irr.none === 1 ? { none: 1 } : statistics(trials.irr),
    peakFunding: statistics(trials.peakFunding),
    tasks: mapRecord(trials.tasks, (task) => ({
      ...task,
      start: statistics(task.start),
      finish: statistics(task.finish),
    })),
    lines: mapRecord(trials.lines, (line) => mapRecord(line, statistics)),
    months: trials.months.map(({ month, fans, bottleneck }: MonthFans) => ({
      month,
      ...mapRecord(fans, statistics),
      bottleneck,
    })),
    years: trials.years.map(({ year, fans }: YearFans) => ({ year, ...mapRecord(fans, statistics) })),
  } as unknown as Json;
}

/** The sampling error of a percentile that is never is never. */
function statistics(figures: Statistics): Statistics {
  if (figures.se === undefined) return figures;
  const se: Record<string, number | 'never'> = {};
  for (const name of [...PERCENTILES, 'mean'] as const) {
    const error = figures.se[name];
    if (error !== undefined) se[name] = error;
    else if (figures[name] === 'never' && name !== 'mean') se[name] = 'never';
  }
  return { ...figures, se: se as Record<string, number> };
}

function mapRecord<T, U>(from: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  const to: Record<string, U> = Object.create(null);
  for (const [key, value] of Object.entries(from)) to[key] = change(value);
  return to;
}
