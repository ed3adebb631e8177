'use client';

import type { ChartReading } from '@/lib/charts/scene';
import { formatSignificant } from '@/lib/format/number';
import styles from './charts.module.css';

/** The numbers behind a chart. */
export function ChartTable({ reading }: { readonly reading: ChartReading }) {
  const { columns, rows } = reading.table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.tableBox} tabIndex={0} aria-label={`Table: ${reading.title}`}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{reading.title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row[0])}>
              {row.map((value, index) =>
                index === 0 ? (
                  <th key={columns[0]} scope="row">
                    {value}
                  </th>
                ) : (
                  <td key={columns[index]}>{typeof value === 'number' ? formatSignificant(value, 6) : value}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
