import type { ChartFrame, ScenarioResults, TimeChart } from '../charts/frame';
import { fanSeries } from '../charts/lanes/fan';
import { fanLane } from '../charts/lanes/fan-lane';
import { amount, money, shareText } from '../charts/words';
import type { FutureResult, MonthResult } from '../engine/results/result-types';
import { formatMonthText } from '../format/dates';
import { formatWithUnit } from '../format/number';
import type { ScenarioDocument } from '../scenario/document';

export type FutureLaneId = 'output' | 'ownShare' | 'cash' | `supply/${string}`;

interface FutureLaneKind {
  /** The series of the fan. */
  readonly series: string;
  readonly title: string;
  readonly unit: string;
  readonly pick: (month: MonthResult) => number;
  readonly word: (value: number) => string;
  /** A second line of this future, under its own name. */
  readonly also?: { readonly label: string; readonly pick: (month: MonthResult) => number };
}

function kindOf(id: FutureLaneId, document: ScenarioDocument): FutureLaneKind {
  const { currency } = document;
  switch (id) {
    case 'output':
      return {
        series: id,
        title: 'Output of this future among all',
        unit: 'GWh a month',
        pick: (month) => month.output,
        word: (value) => formatWithUnit(value, 'GWh'),
      };
    case 'ownShare':
      return {
        series: id,
        title: 'Own share in this future among all',
        unit: '%',
        pick: (month) => month.shares.own ?? Number.NaN,
        word: shareText,
      };
    case 'cash':
      return {
        series: id,
        title: 'Cash in this future among all',
        unit: currency,
        pick: (month) => month.cash,
        word: (value) => money(value, currency),
      };
    default:
      return supplyKind(id.slice('supply/'.length), document);
  }
}

function supplyKind(material: string, document: ScenarioDocument): FutureLaneKind {
  const name = document.materials?.find(({ id }) => id === material)?.name || material;
  return {
    series: `use/${material}`,
    title: `${name}: use in this future among all, and its supply`,
    unit: 't a month',
    pick: (month) => month.materials[material]?.use ?? Number.NaN,
    word: (value) => formatWithUnit(value, 't'),
    also: { label: 'supply', pick: (month) => month.materials[material]?.supply ?? Number.NaN },
  };
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
  const kind = kindOf(id, results.document);
  const { also } = kind;
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
  const { accent, text, muted } = frame.theme;
  return fanLane(
    {
      id: `future-${id}`,
      title: `${kind.title} (${kind.unit})`,
      unit: kind.unit,
      sentence,
      word: kind.word,
      tickText: id === 'ownShare' ? shareText : amount,
      series: [
        { id: 'all', label: 'all futures', colour: accent, fan: fanSeries(results.trials, kind.series) },
        { id: 'this', label: `future ${trial}`, colour: text, values, dash: '6 3' },
        ...(also
          ? [
              {
                id: 'also',
                label: also.label,
                colour: muted,
                values: future.months.map((month) => finite(also.pick(month))),
                dash: '2 3',
              },
            ]
          : []),
      ],
    },
    results,
    frame,
  );
}
