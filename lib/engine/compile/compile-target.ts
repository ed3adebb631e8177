import type { Target } from '../../scenario/document';
import { dayNumber } from '../calendar/day-number';
import type { MonthTable } from '../calendar/horizon';
import { type Compiler, indexById, required, taskOf } from './compiler';
import { METRIC, type TargetModel } from './model';

export function compileTarget(compiler: Compiler, target: Target): TargetModel {
  const { document, months } = compiler;
  const isDate = ['sop', 'focus', 'projectFinish', 'taskStart', 'taskFinish'].includes(target.metric);
  const technologies = indexById(document.market?.technologies);
  const segments = indexById(document.market?.segments);
  const month = target.month === undefined ? -1 : months.months.indexOf(target.month);
  const year = calendarYears(months).find((entry) => entry.year === target.year);
  return {
    id: target.id,
    metric: METRIC[target.metric],
    atMost: target.op === '<=',
    value:
      typeof target.value === 'number'
        ? target.value
        : dayNumber(target.value, target.metric === 'taskStart' ? 'start' : 'finish'),
    isDate,
    task: target.task === undefined ? -1 : taskOf(compiler, target.task),
    from: month >= 0 ? month : (year?.from ?? 0),
    to: month >= 0 ? month + 1 : (year?.to ?? 0),
    segment: target.segment === undefined ? -1 : required(segments.get(target.segment), 'segment', target.segment),
    technology:
      target.technology === undefined
        ? -1
        : required(technologies.get(target.technology), 'technology', target.technology),
  };
}

export function calendarYears(months: MonthTable): { year: number; from: number; to: number }[] {
  const years: { year: number; from: number; to: number }[] = [];
  months.months.forEach((month, index) => {
    const year = Number(month.slice(0, 4));
    const last = years.at(-1);
    if (last?.year === year) last.to = index + 1;
    else years.push({ year, from: index, to: index + 1 });
  });
  return years;
}
