import type { TrialsResult } from '../../engine/results/result-types';
import { yearFan } from '../../findings/market-finding';
import { materialLooks } from '../colours';
import type { ChartFrame, ScenarioResults, TimeChart } from '../frame';
import { amount, chanceText, finiteText, money, number3, rangeText } from '../words';
import { type FanSeries, fanSeries, percentileAt, planSeries } from './fan';
import { fanLane, type LaneSeries } from './fan-lane';
import { decemberIndex, focusYear } from './years';

const perYear = (value: number) => value * 12;

/** A fan in yearly terms: a month's amount times twelve, so that it compares with nameplates and yearly contracts. */
function yearlyFan(trials: TrialsResult, name: string) {
  return fanSeries(trials, name).map((at) => {
    if (!at) return null;
    const scaled = (value: number | 'never') => (value === 'never' ? value : perYear(value));
    const { P5, P10, P25, P50, P75, P90, P95, mean } = at;
    return {
      P5: scaled(P5),
      P10: scaled(P10),
      P25: scaled(P25),
      P50: scaled(P50),
      P75: scaled(P75),
      P90: scaled(P90),
      P95: scaled(P95),
      mean: scaled(mean),
    };
  });
}

/** P50 by month; null where the month has none. */
const medians = (fan: FanSeries) => fan.map((_, month) => percentileAt(fan, month, 'P50'));

/** Output against capacity and demand, as yearly rates. */
export function outputLane(results: ScenarioResults, frame: ChartFrame): TimeChart {
  const { plan, trials } = results;
  const { theme } = frame;
  const year = focusYear(results);
  const fan = yearFan(trials, year, 'output');
  const series: LaneSeries[] = [
    {
      id: 'output',
      label: 'Output',
      colour: theme.accent,
      fan: yearlyFan(trials, 'output'),
      plan: planSeries(plan, (month) => perYear(month.output)),
    },
    {
      id: 'capacity',
      label: 'Starts capacity, P50',
      colour: theme.palette[9] ?? theme.muted,
      values: medians(yearlyFan(trials, 'startsCapacity')),
    },
    {
      id: 'demand',
      label: 'Demand, plan',
      colour: theme.muted,
      dash: '2 3',
      values: planSeries(plan, (month) => perYear(month.demand)),
    },
  ];
  return fanLane(
    {
      id: 'output',
      title: 'Output against capacity and demand (GWh a year)',
      unit: 'GWh/yr',
      sentence: fan
        ? `Output of ${year} is ${rangeText(fan, (value) => `${number3(value)} GWh`)}.`
        : 'No year of the horizon has results yet.',
      word: number3,
      tickText: amount,
      series,
    },
    results,
    frame,
  );
}

function supplySentence(results: ScenarioResults, materialId: string, name: string): string {
  const year = focusYear(results);
  let worst = 0;
  let worstMonth = '';
  let expected = 0;
  for (const month of results.trials.months) {
    const chance = month.bottleneck[materialId] ?? 0;
    if (chance > worst) {
      worst = chance;
      worstMonth = month.month;
    }
    if (month.month.startsWith(`${year}`)) expected += chance;
  }
  if (worst === 0) return `${name} never limits the starts in any of the futures.`;
  return `${name} limits the starts most in ${worstMonth} (${chanceText(worst)} of the futures); in ${year} for ${number3(expected)} months on average.`;
}

/** Need of one material against its supply, in tonnes a year, with the stock at the month's end. */
export function supplyLane(results: ScenarioResults, frame: ChartFrame, materialId: string): TimeChart {
  const { document, plan, trials } = results;
  const look = materialLooks(document, frame.theme).find((one) => one.id === materialId);
  const name = look?.label ?? materialId;
  const colour = look?.colour ?? frame.theme.accent;
  const series: LaneSeries[] = [
    {
      id: 'use',
      label: 'Use',
      colour,
      fan: yearlyFan(trials, `use/${materialId}`),
      plan: planSeries(plan, (month) => perYear(month.materials[materialId]?.use ?? 0)),
    },
    {
      id: 'supply',
      label: 'Supply, plan',
      colour: frame.theme.text,
      dash: '6 2',
      values: planSeries(plan, (month) => perYear(month.materials[materialId]?.supply ?? 0)),
    },
    {
      id: 'stock',
      label: 'Stock (t), P50',
      colour: frame.theme.muted,
      dash: '1 3',
      values: medians(fanSeries(trials, `stock/${materialId}`)),
    },
  ];
  return fanLane(
    {
      id: `supply/${materialId}`,
      title: `${name}: need against supply (t a year)`,
      unit: 't/yr',
      sentence: supplySentence(results, materialId, name),
      word: amount,
      series,
    },
    results,
    frame,
  );
}

/** Unit cost against price, per good kWh. */
export function costLane(results: ScenarioResults, frame: ChartFrame): TimeChart {
  const { document, plan, trials } = results;
  const year = focusYear(results);
  const at = trials.months[decemberIndex(trials, year)];
  const word = (value: number) => money(value, document.currency);
  const [cost, price] = [at?.fans.unitCost, at?.fans.price];
  const { theme } = frame;
  return fanLane(
    {
      id: 'cost',
      title: `Variable unit cost and price (${document.currency} per kWh)`,
      unit: `${document.currency}/kWh`,
      sentence:
        cost && price && at
          ? `In ${at.month} a kWh costs ${rangeText(cost, word)} and sells for ${finiteText(price.P50, word)}.`
          : 'There is neither cost nor price yet.',
      word: number3,
      tickText: amount,
      series: [
        {
          id: 'unitCost',
          label: 'Unit cost',
          colour: theme.accent,
          fan: fanSeries(trials, 'unitCost'),
          plan: planSeries(plan, (month) => month.unitCost),
        },
        { id: 'price', label: 'Price', colour: theme.palette[3] ?? theme.muted, fan: fanSeries(trials, 'price') },
      ],
    },
    results,
    frame,
  );
}

/** Cash at the month's end. */
export function cashLane(results: ScenarioResults, frame: ChartFrame): TimeChart {
  const { document, plan, trials } = results;
  const word = (value: number) => money(value, document.currency);
  const need = rangeText(trials.peakFunding, word);
  const short =
    trials.shortfall > 0
      ? `money runs short in ${chanceText(trials.shortfall)} of the futures`
      : 'money never runs short';
  return fanLane(
    {
      id: 'cash',
      title: `Cash at the month's end (${document.currency})`,
      unit: document.currency,
      sentence: `Peak funding need is ${need}; ${short}.`,
      word: (value) => word(value),
      tickText: amount,
      series: [
        {
          id: 'cash',
          label: 'Cash',
          colour: frame.theme.accent,
          fan: fanSeries(trials, 'cash'),
          plan: planSeries(plan, (month) => month.cash),
        },
      ],
    },
    results,
    frame,
  );
}
