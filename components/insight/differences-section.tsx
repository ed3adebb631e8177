'use client';

import { differencesBetween } from '@/lib/insight-view/input-differences';
import type { ScenarioDocument } from '@/lib/scenario/document';
import styles from './insight.module.css';
import { InsightSection } from './insight-section';
import { PlainTable } from './plain-table';

interface DifferencesSectionProps {
  readonly before: ScenarioDocument;
  readonly after: ScenarioDocument;
  readonly beforeName: string;
  readonly afterName: string;
}

/** Every input in which two scenarios differ, and whatever else does. */
export function DifferencesSection({ before, after, beforeName, afterName }: DifferencesSectionProps) {
  const { inputs, other } = differencesBetween(before, after);
  return (
    <InsightSection
      id="inputs"
      title="Inputs"
      lead="What the two scenarios say differently. Notes and sources are left out: they change no number."
    >
      {inputs.length === 0 && other.length === 0 ? <p className={styles.empty}>They differ in no input.</p> : null}
      {inputs.length > 0 ? (
        <>
          <p className={styles.answer}>
            {inputs.length} {inputs.length === 1 ? 'input differs' : 'inputs differ'}.
          </p>
          <PlainTable
            caption="Inputs that differ"
            columns={[
              { key: 'label', head: 'Input' },
              { key: 'before', head: beforeName },
              { key: 'after', head: afterName },
            ]}
            rows={inputs.map(({ path, label, before: old, after: now }) => ({
              key: path,
              cells: [
                <span key="label" title={path}>
                  {label}
                </span>,
                old,
                now,
              ],
            }))}
          />
        </>
      ) : null}
      {other.length > 0 ? (
        <>
          <h3 className={styles.sub}>Beside the inputs</h3>
          <ul className={styles.plain}>
            {other.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
    </InsightSection>
  );
}
