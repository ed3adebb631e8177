'use client';

import { useState } from 'react';
import type { TrialsResult } from '@/lib/engine/results/result-types';
import { formatDay } from '@/lib/format/dates';
import { formatDecimals } from '@/lib/format/number';
import { formatProbability } from '@/lib/format/share';
import { type IndexColumn, sortedIndices, type TaskIndices, taskIndices } from '@/lib/insight-view/task-indices';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { resultVariable } from '@/lib/scenario/variables';
import { HelpTerm } from '../ui/help-term';
import styles from './insight.module.css';

interface Column {
  readonly id: IndexColumn;
  readonly head: string;
  /** The result that explains it. */
  readonly variable?: string;
  readonly text: (row: TaskIndices) => string;
}

const decimals = (value: number, places: number) => (Number.isNaN(value) ? 'none' : formatDecimals(value, places));
const day = (value: number) => formatDay(value, 'finish');

const COLUMNS: readonly Column[] = [
  { id: 'name', head: 'Task', text: ({ name }) => name },
  { id: 'finishP10', head: 'Finish P10', text: ({ finishP10 }) => day(finishP10) },
  { id: 'finishP50', head: 'P50', text: ({ finishP50 }) => day(finishP50) },
  { id: 'finishP90', head: 'P90', text: ({ finishP90 }) => day(finishP90) },
  {
    id: 'criticality',
    head: 'Criticality',
    variable: 'criticality',
    text: ({ criticality, criticalityError }) => formatProbability(criticality, criticalityError),
  },
  { id: 'ssi', head: 'SSI', variable: 'ssi', text: ({ ssi }) => decimals(ssi, 2) },
  { id: 'cruciality', head: 'Cruciality', variable: 'cruciality', text: ({ cruciality }) => decimals(cruciality, 2) },
  {
    id: 'mergeBias',
    head: 'Merge bias (d)',
    variable: 'mergeBias',
    text: ({ mergeBias }) => decimals(mergeBias, 1),
  },
];

interface IndicesTableProps {
  readonly document: ScenarioDocument;
  readonly trials: TrialsResult;
}

/** Criticality, SSI, cruciality and merge bias of every task, in the order that is asked for. */
export function IndicesTable({ document, trials }: IndicesTableProps) {
  const [order, setOrder] = useState<{ column: IndexColumn; descending: boolean }>({
    column: 'criticality',
    descending: true,
  });
  const rows = sortedIndices(taskIndices(document, trials), order.column, order.descending);
  const sortBy = (column: IndexColumn) =>
    setOrder({ column, descending: order.column === column ? !order.descending : column !== 'name' });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Tasks by what they decide">
      <table className={styles.table}>
        <caption className="r-hidden">Tasks by what they decide</caption>
        <thead>
          <tr>
            {COLUMNS.map(({ id, head }) => {
              const sorted = order.column === id;
              const direction = order.descending ? 'descending' : 'ascending';
              return (
                <th
                  key={id}
                  scope="col"
                  data-numbers={id !== 'name' || undefined}
                  aria-sort={sorted ? direction : undefined}
                >
                  <button type="button" className={styles.sort} onClick={() => sortBy(id)}>
                    {head}
                    <span aria-hidden="true">{sorted ? (order.descending ? ' ▾' : ' ▴') : ''}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {COLUMNS.map(({ id, text }) =>
                id === 'name' ? (
                  <th key={id} scope="row">
                    {row.name}
                  </th>
                ) : (
                  <td key={id} data-numbers>
                    {text(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the columns mean, each a step from its method. */
export function IndicesTerms() {
  const terms = COLUMNS.flatMap(({ variable, head }) => {
    const found = variable ? resultVariable(`tasks/any/${variable}`) : undefined;
    return found ? [{ head, found }] : [];
  });
  return (
    <p className={styles.caution}>
      {terms.map(({ head, found }) => (
        <span key={head} className={styles.term}>
          <HelpTerm sentence={found.explanation} anchor={found.anchor}>
            {found.label}
          </HelpTerm>
        </span>
      ))}
    </p>
  );
}
