import type { TrialsResult } from '../../engine/results/result-types';
import { yearFan } from '../../findings/market-finding';
import { technologyLooks } from '../colours';
import type { ChartFrame, ScenarioResults, TimeChart } from '../frame';
import { rangeText, shareText } from '../words';
import { fanSeries, percentileAt, planSeries } from './fan';
import { fanLane } from './fan-lane';
import { stackLane } from './stack-lane';
import { focusYear } from './years';

/** Which market: all demand, or one segment of it. */
export type Market = 'all' | { readonly segment: string };

function segmentName(results: ScenarioResults, market: Market): string {
  if (market === 'all') return 'all demand';
  return results.document.market?.segments.find((segment) => segment.id === market.segment)?.name ?? market.segment;
}

/** The series of own's share of a market. */
export const ownKey = (market: Market) => (market === 'all' ? 'ownShare' : `segment/${market.segment}`);

/** The series that add up to the whole market: own, then each technology by its id. */
export const shareSeries = (technologies: readonly string[]): readonly string[] => [
  'ownShare',
  ...technologies.map((id) => `share/${id}`),
];

/**
 * Mean shares by month: own, each technology, unserved; they add up to 1, or to 0 in a month without demand.
 *
 * @param technologies their ids
 */
export function meanShares(trials: TrialsResult, technologies: readonly string[]): number[][] {
  const fans = shareSeries(technologies).map((name) => fanSeries(trials, name));
  return trials.months.map((_, month) =>
    withUnserved(fans.map((fan) => Math.max(0, percentileAt(fan, month, 'mean') ?? 0))),
  );
}

function withUnserved(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum < 1e-9) return [...parts.map(() => 0), 0];
  // Rounding may carry the sum a hair beyond 1; the parts then give way together.
  return sum > 1 ? [...parts.map((part) => part / sum), 0] : [...parts, sum > 1 - 1e-9 ? 0 : 1 - sum];
}

function shareSentence(results: ScenarioResults, market: Market): string {
  const year = focusYear(results);
  const fan = yearFan(results.trials, year, ownKey(market));
  if (!fan) return 'No year of the horizon has results yet.';
  const where = market === 'all' ? 'of all demand' : `of ${segmentName(results, market)}`;
  return `Own share ${where} in ${year} is ${rangeText(fan, shareText)}.`;
}

/** Market share by technology: means stacked. For a segment: own, and everybody else. */
export function shareLane(results: ScenarioResults, frame: ChartFrame, market: Market = 'all'): TimeChart {
  const looks = technologyLooks(results.document, frame.theme);
  const technologies = looks.slice(1, -1).map((look) => look.id);
  const others = { id: 'others', label: 'All others', colour: frame.theme.axis };
  const rows =
    market === 'all'
      ? meanShares(results.trials, technologies)
      : fanSeries(results.trials, ownKey(market)).map((_, index, own) => {
          const share = Math.min(1, Math.max(0, percentileAt(own, index, 'mean') ?? 0));
          return [share, 1 - share];
        });
  return stackLane(
    {
      id: 'share',
      title:
        market === 'all'
          ? 'Market share by technology, mean of the futures (% of GWh)'
          : `Own share of ${segmentName(results, market)}, mean of the futures (% of GWh)`,
      unit: '% of GWh',
      sentence: shareSentence(results, market),
      looks: market === 'all' ? looks : [...looks.slice(0, 1), others],
      rows,
      shape: 'lines',
      word: shareText,
    },
    results,
    frame,
  );
}

/** Own share alone, on its own axis, with its fan. */
export function ownShareLane(results: ScenarioResults, frame: ChartFrame, market: Market = 'all'): TimeChart {
  const fan = fanSeries(results.trials, ownKey(market));
  const plan = planSeries(results.plan, (month) =>
    market === 'all' ? (month.shares.own ?? 0) : (month.segments[market.segment]?.own ?? 0),
  );
  return fanLane(
    {
      id: 'ownShare',
      title: `Own share of ${segmentName(results, market)} (% of GWh)`,
      unit: '% of GWh',
      sentence: shareSentence(results, market),
      word: shareText,
      series: [{ id: 'own', label: 'Own', colour: frame.theme.accent, fan, plan }],
    },
    results,
    frame,
  );
}
