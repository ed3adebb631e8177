import type { ReactNode } from 'react';
import styles from './insight.module.css';

interface PlainTableProps {
  /** What it shows, for readers of the screen. */
  readonly caption: string;
  /** At its full height, for a table of few rows. */
  readonly whole?: boolean;
  readonly columns: readonly { readonly key: string; readonly head: ReactNode; readonly numbers?: boolean }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[]; readonly mark?: string }[];
}

/** A table of words and numbers; the first cell of a row is its name. Scrolls sideways where there is no room. */
export function PlainTable({ caption, whole, columns, rows }: PlainTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={whole ? `${styles.scroll} ${styles.whole}` : styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className="r-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, numbers }) => (
              <th key={key} scope="col" data-numbers={numbers || undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, mark }) => (
            <tr key={key} data-mark={mark}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[0]?.key} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]?.key} data-numbers={columns[index]?.numbers || undefined}>
                    {cell}
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
