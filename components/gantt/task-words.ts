import type { GanttBar } from '@/lib/charts/gantt/gantt-layout';
import { chanceText, dayName, finiteText } from '@/lib/charts/words';
import type { TrialsResult } from '@/lib/engine/results/result-types';
import { formatDay } from '@/lib/format/dates';
import { formatSignificant } from '@/lib/format/number';

/** `60 d`; nothing where the plan knows no work. */
export function durationText(bar: GanttBar): string {
  const work = bar.result?.work;
  if (bar.row.kind === 'milestone') return '◆';
  return work === null || work === undefined ? '' : `${formatSignificant(work)} d`;
}

export interface TaskWords {
  readonly duration: string;
  readonly start: string;
  readonly finish: string;
  readonly range: string;
  readonly path: string;
}

/** The cells of a task's row, for readers of the screen. */
export function taskWords(bar: GanttBar, trials: TrialsResult | null): TaskWords {
  const { result, row } = bar;
  const statistics = trials?.tasks[row.task.id];
  const finish = statistics?.finish;
  const never = bar.never > 0 ? `; never in ${chanceText(bar.never)}` : '';
  const range = finish
    ? `8 in 10 futures ${finiteText(finish.P10, dayName)} to ${finiteText(finish.P90, dayName)}${never}`
    : 'not simulated yet';
  const kind = row.kind === 'task' ? '' : row.kind === 'milestone' ? 'milestone' : 'phase';
  const work = result?.work;
  return {
    duration: kind || (work === null || work === undefined ? 'no plan yet' : `${formatSignificant(work)} working days`),
    start: bar.start === null ? (result ? 'never' : 'no plan yet') : formatDay(bar.start, 'start'),
    finish: bar.finish === null ? (result ? 'never' : 'no plan yet') : formatDay(bar.finish, 'finish'),
    range,
    path: [
      bar.driving ? 'on the driving path' : '',
      result?.conflict.length ? `conflict with ${result.conflict.join(', ')}` : '',
      statistics ? `decides the focus in ${chanceText(statistics.criticality)}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  };
}
