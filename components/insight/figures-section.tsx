'use client';

import type { PairedChance } from '@/lib/engine/insight/paired-comparison';
import type { Statistics, TrialsResult } from '@/lib/engine/results/result-types';
import { formatPoints, formatProbability } from '@/lib/format/share';
import { differenceText } from '@/lib/insight-view/difference-text';
import { comparedOutputs, kindOfOutput, valueText } from '@/lib/insight-view/output-choices';
import type { ComparedStudies, Study } from '@/lib/runner/insight-types';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { outputStatistics, outputTitle, parseOutput } from '@/lib/workbench/outputs';
import { MisreadingLine } from '../charts/misreading-line';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { PlainTable } from './plain-table';

interface FiguresSectionProps {
  readonly before: ScenarioDocument;
  readonly after: ScenarioDocument;
  readonly compared: ComparedStudies;
  readonly beforeName: string;
  readonly afterName: string;
}

const asNumber = (value: number | 'never') => (value === 'never' ? Number.POSITIVE_INFINITY : value);

/** Middle and 8-in-10 band of an output, and in how many futures there is none. */
function Side({ document, trials, output }: { document: ScenarioDocument; trials: TrialsResult; output: string }) {
  const parsed = parseOutput(output);
  const found: Statistics | null = parsed ? outputStatistics(trials, parsed) : null;
  if (!found || found.none === 1) return found ? 'none in every future' : 'none';
  const word = (value: number | 'never') => valueText(output, asNumber(value), { document, dates: 'month' });
  const never = found.never ? `never in ${formatProbability(found.never)}` : '';
  const none = found.none ? `none in ${formatProbability(found.none)}` : '';
  const rest = [`${word(found.P10)} to ${word(found.P90)}`, never, none].filter(Boolean).join('; ');
  return (
    <span className={styles.side}>
      {word(found.P50)} <span className={styles.muted}>({rest})</span>
    </span>
  );
}

function chanceRow(document: ScenarioDocument, id: string, chance: PairedChance, compared: ComparedStudies) {
  const { before, after, difference, se } = chance;
  const target = document.targets?.find((one) => one.id === id);
  const errorOf = ({ trials }: Study) => trials.chanceErrors?.targets[id];
  return {
    key: `targets/${id}`,
    cells: [
      `Chance: ${target?.name ?? id}`,
      formatProbability(before, errorOf(compared.before)),
      formatProbability(after, errorOf(compared.after)),
      difference === 0 ? 'no change' : formatPoints(difference),
      se === undefined ? '' : `± ${formatPoints(se).replace('+', '')}`,
      '',
    ],
  };
}

/** The headline figures side by side and what they differ by, future by future. */
export function FiguresSection({ before, after, compared, beforeName, afterName }: FiguresSectionProps) {
  const { comparison } = compared;
  const sameCurrency = before.currency === after.currency;
  const outputs = comparedOutputs(before).flatMap((output) => {
    const found = comparison.outputs[output];
    const parsed = parseOutput(output);
    if (!found || !parsed) return [];
    const isMoney = kindOfOutput(output) === 'money' || kindOfOutput(output) === 'pricePerKwh';
    const words = isMoney && !sameCurrency ? null : differenceText(before, output, found);
    return [
      {
        key: output,
        cells: [
          outputTitle(before, parsed),
          <Side key="before" document={before} trials={compared.before.trials} output={output} />,
          <Side key="after" document={after} trials={compared.after.trials} output={output} />,
          words?.middle ?? 'two currencies',
          words?.band ?? '',
          words?.left ?? '',
        ],
      },
    ];
  });
  const chances = Object.entries(comparison.targets).map(([id, chance]) => chanceRow(before, id, chance, compared));
  return (
    <InsightSection
      id="figures"
      title="Figures"
      lead={`Middle and 8-in-10 band of each scenario, and what differs in the same future: ${afterName} less ${beforeName}.`}
    >
      <PlainTable
        whole
        caption="Headline figures side by side"
        columns={[
          { key: 'figure', head: 'Figure' },
          { key: 'before', head: beforeName },
          { key: 'after', head: afterName },
          { key: 'middle', head: 'Difference, middle', numbers: true },
          { key: 'band', head: '8 in 10 futures', numbers: true },
          { key: 'left', head: 'Not compared' },
        ]}
        rows={[...outputs, ...chances]}
      />
      <MisreadingLine chart="comparison" />
    </InsightSection>
  );
}
