'use client';

import { shareText } from '@/lib/charts/words';
import { formatMoney } from '@/lib/format/money';
import { formatSignificant } from '@/lib/format/number';
import { type OverlayInput, overlayLane } from '@/lib/insight-view/overlay-lane';
import type { ComparedStudies } from '@/lib/runner/insight-types';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { ChartFigure } from '../charts/chart-figure';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';

interface OverlaysSectionProps {
  readonly before: ScenarioDocument;
  readonly after: ScenarioDocument;
  readonly compared: ComparedStudies;
}

const perYear = (value: number) => `${formatSignificant(value)} GWh/yr`;

/** Output, own share and cash of both scenarios on one axis each. */
export function OverlaysSection({ before, after, compared }: OverlaysSectionProps) {
  const first = { document: before, ...compared.before };
  const others = [first, { document: after, ...compared.after }];
  const { currency } = before;
  const charts: OverlayInput[] = [
    {
      series: 'output',
      title: 'Output (GWh a year)',
      unit: 'GWh/yr',
      word: perYear,
      tickText: formatSignificant,
      factor: 12,
      others,
    },
    { series: 'ownShare', title: 'Own share of all segments (%)', unit: '%', word: shareText, others },
  ];
  // Amounts in two currencies have no common axis.
  if (currency === after.currency) {
    const word = (value: number) => formatMoney(value, { currency });
    charts.push({ series: 'cash', title: `Cash at the month's end (${currency})`, unit: currency, word, others });
  }
  return (
    <InsightSection
      id="charts"
      title="Over time"
      lead="Medians as lines, 8 in 10 futures as bands, both scenarios on one axis."
    >
      {charts.map((chart) => (
        <ChartFigure
          key={chart.series}
          height={240}
          results={first}
          misread="overlay"
          make={(frame) => overlayLane(chart, frame)}
        />
      ))}
      {charts.length < 3 ? (
        <p className={styles.empty}>Cash is left out: the two scenarios count in different currencies.</p>
      ) : null}
    </InsightSection>
  );
}
