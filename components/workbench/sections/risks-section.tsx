'use client';

import type { Correlation, Risk } from '@/lib/scenario/document';
import { effectVariable } from '@/lib/scenario/variables';
import { inputName } from '@/lib/workbench/input-name';
import { QuantityCell } from '../fields/quantity-cell';
import { useDocument } from '../workbench-context';
import { ObjectTable, type TableRow } from './object-table';
import styles from './sections.module.css';

type CorrelationRow = TableRow & { readonly pair: Correlation };

export function RisksSection() {
  const document = useDocument();
  const risks = document.risks ?? [];
  const pairs: CorrelationRow[] = (document.correlations ?? []).map((pair, index) => ({
    id: String(index),
    name: inputName(document, pair.a),
    pair,
  }));
  const words = (risk: Risk) =>
    risk.impacts.map(({ effect }) => effectVariable(effect)?.label ?? effect).join(', ') || 'nothing yet';
  return (
    <>
      <ObjectTable
        kind="risk"
        title="Risks"
        list="risks"
        rows={risks}
        empty="What may happen, with its chance, what it does to tasks, lines, supply, demand or money, and what can be done about it. Add the first risk."
        columns={[
          {
            label: 'Probability',
            variable: 'risks/*/probability',
            cell: (risk) => (
              <QuantityCell
                place={`risks/${risk.id}/probability`}
                selection={{ kind: 'risk', id: risk.id }}
                owner={risk.name}
              />
            ),
          },
          { label: 'Acts on', width: 200, cell: (risk) => <div className={styles.text}>{words(risk)}</div> },
          {
            label: 'Response',
            width: 90,
            cell: (risk) => (risk.response ? (risk.response.active ? 'taken' : 'planned') : 'none'),
          },
          { label: 'In the plan', width: 90, cell: () => 'does not occur' },
        ]}
      />
      <ObjectTable
        kind="correlation"
        title="Correlations"
        list="correlations"
        rows={pairs}
        empty="Inputs that are high together, such as durations of the same kind of work. Pairs not named are independent."
        columns={[
          {
            label: 'With',
            width: 220,
            cell: ({ pair }) => <div className={styles.text}>{inputName(document, pair.b)}</div>,
          },
          {
            label: 'Correlation',
            variable: 'correlations/*/rho',
            cell: ({ id, name }) => (
              <QuantityCell place={`correlations/${id}/rho`} selection={{ kind: 'correlation', id }} owner={name} />
            ),
          },
        ]}
      />
    </>
  );
}
