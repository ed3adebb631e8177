import { expectedMonths, mainBottleneck } from '../../findings/bottleneck-finding';
import { limitLooks } from '../colours';
import type { ChartFrame, ScenarioResults, TimeChart } from '../frame';
import { chanceText, number3 } from '../words';
import { stackLane } from './stack-lane';

function sentence(results: ScenarioResults, name: (id: string) => string): string {
  const main = mainBottleneck(results.document, results.trials);
  if (main === null) return 'Nothing limits the months before the end of 2030.';
  const months = expectedMonths(results.document, results.trials)[0]?.months ?? 0;
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
      word: (value) => chanceText(value),
    },
    results,
    frame,
  );
}
