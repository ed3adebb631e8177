import type { ScenarioDocument } from '../../scenario/document';
import { isInstantMetric } from '../../scenario/output-name';
import { dayNumber } from '../calendar/day-number';
import type { TrialsRun } from '../types';
import { metricOf } from './figure';

/** A date and an amount of money by trial, with the lines of their targets: what the scatter of joint confidence shows. */
export interface JointConfidence {
  /** Output names of the two axes. */
  readonly date: string;
  readonly money: string;
  /** Day numbers and money by trial; a trial where either is never or none has no point. */
  readonly points: readonly { readonly trial: number; readonly day: number; readonly money: number }[];
  /** Trials without a point: the date never comes, or there is no amount. */
  readonly without: number;
  readonly trials: number;
  /** Where the target lines run: the day, the amount, and which side of each is wished for. */
  readonly lines: {
    readonly day: number | null;
    readonly dayAtMost: boolean;
    readonly money: number | null;
    readonly moneyAtMost: boolean;
  };
  /** Probabilities of both targets, of one alone and of neither; they sum to 1. Null without two target lines. */
  readonly quadrants: {
    readonly both: number;
    readonly dateOnly: number;
    readonly moneyOnly: number;
    readonly neither: number;
  } | null;
}

/**
 * Joint confidence of date and money. Either axis is an output by name; where it is `targets/<id>`, its line is the
 * target's and counts in the quadrants. Null where an axis names nothing that the run kept, or no date.
 *
 * The joint probability is not the product of the two: late futures tend to be dear ones. A point is one future, not an
 * estimate; and a line through the cloud that has 70 % below it is one of many.
 */
export function jointConfidence(
  document: ScenarioDocument,
  run: TrialsRun,
  axes: { readonly date: string; readonly money: string },
): JointConfidence | null {
  const days = run.column(axes.date);
  const amounts = run.column(axes.money);
  const metric = metricOf(document, axes.date);
  if (days === null || amounts === null || metric === undefined || !isInstantMetric(metric)) return null;
  const points: { trial: number; day: number; money: number }[] = [];
  days.forEach((day, trial) => {
    const money = amounts[trial]!;
    if (Number.isFinite(day) && Number.isFinite(money)) points.push({ trial, day, money });
  });
  const dateLine = lineOf(document, axes.date);
  const moneyLine = lineOf(document, axes.money);
  return {
    ...axes,
    points,
    without: days.length - points.length,
    trials: days.length,
    lines: {
      day: dateLine?.value ?? null,
      dayAtMost: dateLine?.atMost ?? true,
      money: moneyLine?.value ?? null,
      moneyAtMost: moneyLine?.atMost ?? true,
    },
    quadrants: quadrantsOf(run, dateLine?.id, moneyLine?.id),
  };
}

function lineOf(document: ScenarioDocument, output: string): { id: string; value: number; atMost: boolean } | null {
  const target = document.targets?.find(({ id }) => `targets/${id}` === output);
  if (target === undefined) return null;
  const edge = target.metric === 'taskStart' ? 'start' : 'finish';
  const value = typeof target.value === 'number' ? target.value : dayNumber(target.value, edge);
  return { id: target.id, value, atMost: target.op === '<=' };
}

function quadrantsOf(
  run: TrialsRun,
  date: string | undefined,
  money: string | undefined,
): JointConfidence['quadrants'] {
  const dates = date === undefined ? null : run.met(date);
  const amounts = money === undefined ? null : run.met(money);
  if (dates === null || amounts === null || dates.length === 0) return null;
  // [neither, date only, money only, both]
  const counts = [0, 0, 0, 0];
  for (let trial = 0; trial < dates.length; trial++) counts[dates[trial]! + 2 * amounts[trial]!]! += 1;
  const [neither, dateOnly, moneyOnly, both] = counts.map((count) => count / dates.length);
  return { both: both!, dateOnly: dateOnly!, moneyOnly: moneyOnly!, neither: neither! };
}
