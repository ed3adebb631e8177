import { limitLooks } from '../colours';
import type { ChartFrame, ScenarioResults, TimeChart } from '../frame';
import { dateDay, monthSpan } from '../time/months';
import { chanceText, number3 } from '../words';
import { stackLane } from './stack-lane';

/** Expected months of each limit between the status date and the end of 2030 (or of the horizon). */
export function expectedLimitMonths(results: ScenarioResults): ReadonlyMap<string, number> {
  const status = results.document.statusDate;
  const from = status ? dateDay(status, 'finish') : Number.NEGATIVE_INFINITY;
  const months = new Map<string, number>();
  for (const { month, bottleneck } of results.trials.months) {
    if (month > '2030-12' || monthSpan(month).end <= from) continue;
    for (const [label, probability] of Object.entries(bottleneck)) {
      months.set(label, (months.get(label) ?? 0) + probability);
    }
  }
  return months;
}

/** The label with the most expected months; null where there are none. */
export function mainBottleneck(results: ScenarioResults): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [label, count] of expectedLimitMonths(results)) {
    if (count <= most) continue;
    most = count;
    best = label;
  }
  return best;
}

function sentence(results: ScenarioResults, name: (id: string) => string): string {
  const main = mainBottleneck(results);
  if (main === null) return 'Nothing limits the months before the end of 2030.';
  const months = expectedLimitMonths(results).get(main) ?? 0;
  let worst = { month: '', probability: 0 };
  for (const { month, bottleneck } of results.trials.months) {
    const probability = bottleneck[main] ?? 0;
    if (probability > worst.probability) worst = { month, probability };
  }
  return `${name(main)} holds it back most: ${number3(months)} months on average up to the end of 2030, at most in ${worst.month} (${chanceText(worst.probability)} of the futures).`;
}

/** What limits each month: probabilities stacked, each limit with a pattern of its own. */
export function bottleneckLane(results: ScenarioResults, frame: ChartFrame): TimeChart {
  const known = limitLooks(results.document, frame.theme);
  const ids = new Set(known.map((look) => look.id));
  const extra = new Set(results.trials.months.flatMap((month) => Object.keys(month.bottleneck)));
  const looks = [
    ...known,
    ...[...extra].filter((id) => !ids.has(id)).map((id) => ({ id, label: id, colour: frame.theme.muted })),
  ];
  return stackLane(
    {
      id: 'bottleneck',
      title: 'What holds it back, by month (% of the futures)',
      unit: '% of futures',
      sentence: sentence(results, (id) => looks.find((look) => look.id === id)?.label ?? id),
      looks,
      rows: results.trials.months.map(({ bottleneck }) => looks.map((look) => bottleneck[look.id] ?? 0)),
      shape: 'steps',
      word: chanceText,
    },
    results,
    frame,
  );
}
