import type { ChartFrame, ScenarioResults, TimeChart } from '../charts/frame';
import { fanSeries } from '../charts/lanes/fan';
import { fanLane } from '../charts/lanes/fan-lane';
import { amount, money, shareText } from '../charts/words';
import type { FutureResult, MonthResult } from '../engine/results/result-types';
import { formatMonthText } from '../format/dates';
import { formatWithUnit } from '../format/number';

export type FutureLaneId = 'output' | 'ownShare' | 'cash';

interface FutureLaneKind {
  readonly title: string;
  readonly unit: string;
  readonly pick: (month: MonthResult) => number;
  readonly word: (value: number) => string;
}

function kindOf(id: FutureLaneId, currency: string): FutureLaneKind {
  switch (id) {
    case 'output':
      return {
        title: 'Output of this future among all',
        unit: 'GWh a month',
        pick: (month) => month.output,
        word: (value) => formatWithUnit(value, 'GWh'),
      };
    case 'ownShare':
      return {
        title: 'Own share in this future among all',
        unit: '%',
        pick: (month) => month.shares.own ?? Number.NaN,
        word: shareText,
      };
    case 'cash':
      return {
        title: 'Cash in this future among all',
        unit: currency,
        pick: (month) => month.cash,
        word: (value) => money(value, currency),
      };
    default:
      return id satisfies never;
  }
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** One future as a dashed line over the fan of all of them. */
export function futureLane(
  id: FutureLaneId,
  {
    results,
    future,
    trial,
  }: { readonly results: ScenarioResults; readonly future: FutureResult; readonly trial: number },
  frame: ChartFrame,
): TimeChart {
  const kind = kindOf(id, results.document.currency);
  const values = future.months.map((month) => finite(kind.pick(month)));
  const last = future.months.at(-1);
  const first = future.months.find((month) => kind.pick(month) > 0);
  const sentence = last
    ? `It ends at ${kind.word(kind.pick(last))} in ${formatMonthText(last.month)}${
        id === 'cash'
          ? ''
          : first
            ? `; the first month above zero is ${formatMonthText(first.month)}`
            : '; it is never above zero'
      }.`
    : 'The horizon has no month.';
  const { accent, text } = frame.theme;
  return fanLane(
    {
      id: `future-${id}`,
      title: `${kind.title} (${kind.unit})`,
      unit: kind.unit,
      sentence,
      word: kind.word,
      tickText: id === 'ownShare' ? shareText : amount,
      series: [
        { id: 'all', label: 'all futures', colour: accent, fan: fanSeries(results.trials, id) },
        { id: 'this', label: `future ${trial}`, colour: text, values, dash: '6 3' },
      ],
    },
    results,
    frame,
  );
}
