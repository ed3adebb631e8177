'use client';

import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Finite } from '@/lib/engine/results/result-types';
import { formatProbability } from '@/lib/format/share';
import { type MixtureRow, mixtureChances, mixtureRows } from '@/lib/insight-view/mixture-rows';
import { comparedOutputs, kindOfOutput, valueText } from '@/lib/insight-view/output-choices';
import type { ComparedStudies } from '@/lib/runner/insight-types';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { outputTitle, parseOutput } from '@/lib/workbench/outputs';
import { MisreadingLine } from '../charts/misreading-line';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { MixtureFans } from './mixture-fans';
import { PlainTable } from './plain-table';

interface PortfolioSectionProps {
  readonly before: ScenarioDocument;
  readonly after: ScenarioDocument;
  readonly compared: ComparedStudies;
  readonly beforeName: string;
  readonly afterName: string;
}

const asNumber = (value: Finite) => (value === 'never' ? Number.POSITIVE_INFINITY : value);

/** Both scenarios as one, each with a probability: percentiles over the futures of both. */
export function PortfolioSection({ before, after, compared, beforeName, afterName }: PortfolioSectionProps) {
  const [percent, setPercent] = useState(50);
  const members = [
    { trials: compared.before.trials, weight: percent },
    { trials: compared.after.trials, weight: 100 - percent },
  ];
  const sameCurrency = before.currency === after.currency;
  const isTold = (output: string) => sameCurrency || !['money', 'pricePerKwh'].includes(kindOfOutput(output));
  const figures = mixtureRows(members, comparedOutputs(before).filter(isTold));
  const years = compared.before.trials.years.map(({ year }) => year);
  const yearly = years.map((year) => mixtureRows(members, [`output@${year}`, `ownShare@${year}`]));
  const chances = mixtureChances(before, members);
  const word = ({ output }: MixtureRow, value: Finite) =>
    valueText(output, asNumber(value), { document: before, dates: 'month' });
  const band = (row: MixtureRow | undefined) =>
    row ? [word(row, row.statistics.P10), word(row, row.statistics.P50), word(row, row.statistics.P90)] : ['', '', ''];
  return (
    <InsightSection
      id="portfolio"
      title="Both, weighted"
      lead="One forecast out of both scenarios: each is what happens in a share of futures equal to its probability."
    >
      <div className={styles.controls}>
        <NumberInput
          size="xs"
          label={`Probability of ${beforeName} (%)`}
          value={percent}
          min={0}
          max={100}
          clampBehavior="strict"
          onChange={(value) => typeof value === 'number' && setPercent(value)}
        />
        <span className={styles.muted}>
          {afterName}: {100 - percent} %
        </span>
      </div>
      <PlainTable
        whole
        caption="Figures of the mixture"
        columns={[
          { key: 'figure', head: 'Figure' },
          { key: 'p10', head: 'P10', numbers: true },
          { key: 'p50', head: 'P50', numbers: true },
          { key: 'p90', head: 'P90', numbers: true },
          { key: 'never', head: 'Never or none', numbers: true },
        ]}
        rows={[
          ...figures.map((row) => {
            const parsed = parseOutput(row.output);
            const { never, none } = row.statistics;
            const missing = never + none > 0 ? formatProbability(never + none) : '';
            const title = parsed ? outputTitle(before, parsed) : row.output;
            return { key: row.output, cells: [title, ...band(row), missing] };
          }),
          ...chances.map(({ id, name, probability }) => ({
            key: `targets/${id}`,
            cells: [`Chance: ${name}`, '', formatProbability(probability), '', ''],
          })),
        ]}
      />
      <MisreadingLine chart="portfolio" />
      <h3 className={styles.sub}>Over time</h3>
      <MixtureFans {...{ before, after, compared, percent }} />
      <h3 className={styles.sub}>Year by year</h3>
      <PlainTable
        caption="Output and own share of the mixture by year"
        columns={[
          { key: 'year', head: 'Year' },
          { key: 'o10', head: 'Output P10', numbers: true },
          { key: 'o50', head: 'P50', numbers: true },
          { key: 'o90', head: 'P90', numbers: true },
          { key: 's10', head: 'Own share P10', numbers: true },
          { key: 's50', head: 'P50', numbers: true },
          { key: 's90', head: 'P90', numbers: true },
        ]}
        rows={years.map((year, i) => ({
          key: String(year),
          cells: [String(year), ...band(yearly[i]?.[0]), ...band(yearly[i]?.[1])],
        }))}
      />
    </InsightSection>
  );
}
