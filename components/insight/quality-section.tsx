'use client';

import { useEffect } from 'react';
import type { QualityCheck } from '@/lib/engine/insight/schedule-quality';
import { formatSignificant } from '@/lib/format/number';
import { formatShare } from '@/lib/format/share';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { MisreadingLine } from '../charts/misreading-line';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { PlainTable } from './plain-table';
import { RunLine } from './run-line';
import { useInsight } from './use-insight';

const MOST_NAMES = 8;

function figure({ unit }: QualityCheck, value: number | null): string {
  if (value === null) return 'nothing to measure';
  return unit === 'share' ? formatShare(value) : formatSignificant(value);
}

function failing(document: ScenarioDocument, { tasks, pass }: QualityCheck): string {
  if (pass !== false) return '';
  const names = tasks.map((id) => document.tasks?.find((task) => task.id === id)?.name || id);
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${names.slice(0, MOST_NAMES).join('; ')}${more}`;
}

interface QualitySectionProps {
  readonly document: ScenarioDocument;
  /** Not while the futures are computed: they come first. */
  readonly ready: boolean;
}

/** Whether the network of tasks is fit to be computed. */
export function QualitySection({ document, ready }: QualitySectionProps) {
  const quality = useInsight('quality');
  const hasTasks = (document.tasks ?? []).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each document.
  useEffect(() => {
    if (hasTasks && ready && quality.state.status === 'idle') quality.ask({ document });
  }, [document, hasTasks, ready]);
  const rows = quality.state.value;
  const failed = rows?.filter(({ pass }) => pass === false).length ?? 0;
  return (
    <InsightSection
      id="quality"
      title="Schedule quality"
      lead="The plan's network against thresholds as published by the DCMA for schedule assessment; resources are left out, the model has none."
    >
      {hasTasks ? null : (
        <p className={styles.empty}>The scenario has no task yet, so there is no schedule to assess.</p>
      )}
      <RunLine insight={quality} what="Schedule quality" unit="runs" />
      {rows ? (
        <>
          <p className={styles.answer}>
            {failed === 0 ? 'No point fails.' : `${failed} of ${rows.length} points fail their threshold.`}
          </p>
          <PlainTable
            whole
            caption="Points of schedule quality"
            columns={[
              { key: 'point', head: 'Point' },
              { key: 'value', head: 'Found', numbers: true },
              { key: 'threshold', head: 'Threshold', numbers: true },
              { key: 'pass', head: 'Result' },
              { key: 'tasks', head: 'Tasks that count against it' },
            ]}
            rows={rows.map((check) => ({
              key: check.id,
              cells: [
                check.sentence,
                figure(check, check.value),
                `${check.op === '<=' ? '≤' : '≥'} ${figure(check, check.threshold)}`,
                <Verdict key="pass" holds={check.pass} />,
                failing(document, check),
              ],
            }))}
          />
          <MisreadingLine chart="quality" />
        </>
      ) : null}
    </InsightSection>
  );
}

/** Pass or fail, in a word beside its colour. */
export function Verdict({ holds }: { readonly holds: boolean | null }) {
  if (holds === null) return <span className={styles.muted}>not measured</span>;
  return <span className={holds ? styles.good : styles.bad}>{holds ? '✓ passes' : '✗ fails'}</span>;
}
