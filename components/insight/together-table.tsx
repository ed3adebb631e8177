'use client';

import type { ScenarioResults } from '@/lib/charts/frame';
import { formatProbability } from '@/lib/format/share';
import { jointRows } from '@/lib/insight-view/joint-rows';
import styles from './insight.module.css';
import { PlainTable } from './plain-table';

/** Every two and three targets of the scenario: how often they are met in the same future. */
export function TogetherTable({ results }: { readonly results: ScenarioResults }) {
  const { rows, left } = jointRows(results.document, results.trials);
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={styles.sub}>Targets together</h3>
      <PlainTable
        caption="Chances that targets are met in the same future"
        columns={[
          { key: 'targets', head: 'Targets' },
          { key: 'together', head: 'Together', numbers: true },
          { key: 'product', head: 'If they knew nothing of each other', numbers: true },
        ]}
        rows={rows.map(({ key, names, probability, error, product }) => ({
          key,
          cells: [names.join(' + '), formatProbability(probability, error), formatProbability(product)],
        }))}
      />
      {left > 0 ? <p className={styles.caution}>And {left} more pairs and triples, in the results as JSON.</p> : null}
    </>
  );
}
