'use client';

import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { shareText } from '@/lib/charts/words';
import { formatSignificant } from '@/lib/format/number';
import { type OverlayInput, overlayLane } from '@/lib/insight-view/overlay-lane';
import type { ComparedStudies } from '@/lib/runner/insight-types';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { ChartFigure } from '../charts/chart-figure';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

interface MixtureFansProps {
  readonly before: ScenarioDocument;
  readonly after: ScenarioDocument;
  readonly compared: ComparedStudies;
  /** Probability of the first scenario, in per cent. */
  readonly percent: number;
}

/** Output and own share of the mixture, beside those of both scenarios. */
export function MixtureFans({ before, after, compared, percent }: MixtureFansProps) {
  const mixture = useInsight('mixture');
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer belongs to its weight and its run.
  useEffect(() => mixture.clear(), [percent, compared]);
  const months = mixture.state.value;
  const { seed, sampling, trials } = compared.before.trials;
  const first = { document: before, ...compared.before };
  const mixed = months && {
    ...first,
    document: { ...before, name: 'Both, weighted' },
    trials: { ...first.trials, months: months.map((month) => ({ ...month, bottleneck: {} })) },
  };
  // Last, so that the two keep the colours that they have in the charts above.
  const others = mixed ? [first, { document: after, ...compared.after }, mixed] : [];
  const charts: readonly OverlayInput[] = [
    {
      series: 'output',
      title: 'Output of the mixture (GWh a year)',
      unit: 'GWh/yr',
      word: (value) => `${formatSignificant(value)} GWh/yr`,
      tickText: formatSignificant,
      factor: 12,
      others,
    },
    { series: 'ownShare', title: 'Own share of the mixture (% of all segments)', unit: '%', word: shareText, others },
  ];
  return (
    <>
      <Button
        variant="default"
        disabled={mixture.state.status === 'running'}
        onClick={() =>
          mixture.ask({
            members: [
              { document: before, weight: percent },
              { document: after, weight: 100 - percent },
            ],
            draws: { seed, sampling, trials },
            series: charts.map(({ series }) => series),
          })
        }
      >
        Draw the mixture month by month
      </Button>
      <RunLine insight={mixture} what="The mixture" unit="runs" />
      {mixed
        ? charts.map((chart) => (
            <ChartFigure
              key={chart.series}
              height={240}
              results={first}
              misread="fan"
              make={(frame) => overlayLane(chart, frame)}
            />
          ))
        : null}
    </>
  );
}
