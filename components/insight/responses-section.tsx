'use client';

import { Button } from '@mantine/core';
import type { DrawOptions } from '@/lib/engine/insight/laboratory';
import type { PairedDifference } from '@/lib/engine/insight/paired-comparison';
import type { ResponseWorth } from '@/lib/engine/insight/risk-responses';
import { formatPoints } from '@/lib/format/share';
import { differenceText } from '@/lib/insight-view/difference-text';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { MisreadingLine } from '../charts/misreading-line';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { PlainTable } from './plain-table';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

interface ResponsesSectionProps {
  readonly document: ScenarioDocument;
  readonly draws: DrawOptions;
}

function worthRow(document: ScenarioDocument, worth: ResponseWorth) {
  const risk = document.risks?.find(({ id }) => id === worth.risk);
  const target = document.targets?.[0];
  const chance = target ? worth.targets[target.id] : undefined;
  const words = (output: string, found: PairedDifference | undefined) =>
    found ? differenceText(document, output, found).mean : 'none';
  return {
    key: worth.risk,
    cells: [
      risk?.name || worth.risk,
      worth.active ? 'taken' : 'not taken',
      words('sop', worth.outputs.sop),
      words('npv', worth.outputs.npv),
      words('peakFunding', worth.outputs.peakFunding),
      ...(target ? [chance ? formatPoints(chance.difference) : 'none'] : []),
    ],
  };
}

/** What each response to a risk is worth, with and without it under the same draws. */
export function ResponsesSection({ document, draws }: ResponsesSectionProps) {
  const responses = useInsight('responses');
  const count = (document.risks ?? []).filter(({ response }) => response !== undefined).length;
  const rows = responses.state.value;
  const target = document.targets?.[0];
  return (
    <InsightSection
      id="responses"
      title="Risk responses"
      lead="What each response is worth: all results with it less all results without it, future by future, everything else as it is."
    >
      {count === 0 ? (
        <p className={styles.empty}>
          No risk has a response yet. Give one to a risk, with its cost, and its worth can be computed here.
        </p>
      ) : (
        <Button
          variant="default"
          disabled={responses.state.status === 'running'}
          onClick={() => responses.ask({ document, draws, outputs: [] })}
        >
          Compute the worth of {count} {count === 1 ? 'response' : 'responses'}
        </Button>
      )}
      <RunLine insight={responses} what="Worth of responses" unit="runs" />
      {rows && rows.length > 0 ? (
        <>
          <PlainTable
            whole
            caption="Worth of each response: mean change by taking it"
            columns={[
              { key: 'risk', head: 'Risk' },
              { key: 'active', head: 'Response' },
              { key: 'sop', head: 'SOP', numbers: true },
              { key: 'npv', head: 'NPV', numbers: true },
              { key: 'peakFunding', head: 'Peak funding', numbers: true },
              ...(target ? [{ key: 'chance', head: `Chance of “${target.name}”`, numbers: true }] : []),
            ]}
            rows={rows.map((worth) => worthRow(document, worth))}
          />
          <MisreadingLine chart="responses" />
        </>
      ) : null}
    </InsightSection>
  );
}
