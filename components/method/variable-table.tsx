import type { VariableRow } from '@/lib/method/variable-rows';
import { Formula } from './formula';
import styles from './method.module.css';

interface VariableTableProps {
  readonly caption: string;
  readonly rows: readonly VariableRow[];
  readonly kind: 'inputs' | 'results';
}

/** Symbols, units, ranges and meanings of the variables of a section, from the one table of variables. */
export function VariableTable({ caption, rows, kind }: VariableTableProps) {
  if (rows.length === 0) return null;
  return (
    <table className={`${styles.table} ${styles.variables}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{kind === 'inputs' ? 'Input' : 'Result'}</th>
          <th scope="col">Symbol</th>
          <th scope="col">Unit</th>
          {kind === 'inputs' ? <th scope="col">Allowed, default</th> : null}
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.label}
              <code className={styles.path}>{row.id}</code>
            </th>
            <td>{row.symbol === null ? null : <Formula tex={row.symbol} />}</td>
            <td>{row.unit}</td>
            {kind === 'inputs' ? (
              <td>
                {row.allowed}
                {row.given === '' ? null : <span className={styles.given}> ({givenWords(row.given)})</span>}
              </td>
            ) : null}
            <td>{row.explanation}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function givenWords(given: string): string {
  return given === 'required' ? given : `default ${given}`;
}
