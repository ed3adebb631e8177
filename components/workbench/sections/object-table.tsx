'use client';

import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { unitText, variableOfPattern } from '@/lib/scenario/variables';
import { moveEntry } from '@/lib/workbench/place';
import { removeEntry } from '@/lib/workbench/remove-entry';
import { type ObjectKind, objectKinds } from '@/lib/workbench/sections';
import { HelpTerm } from '../../ui/help-term';
import { SectionHeading } from '../../ui/section-heading';
import { SmallButton } from '../../ui/small-button';
import { Rejected } from '../fields/rejected';
import { addEntry } from '../forms/add-entry';
import { useActions, useDocument, useWorkbench } from '../workbench-context';
import styles from './sections.module.css';

export interface TableRow {
  readonly id: string;
  readonly name: string;
}

export interface TableColumn<Row extends TableRow> {
  readonly label: string;
  /** Pattern in the table of variables: its sentence, its unit, its method. */
  readonly variable?: string;
  readonly width?: number;
  readonly cell: (row: Row) => ReactNode;
}

interface ObjectTableProps<Row extends TableRow> {
  readonly kind: ObjectKind;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  /** The list that the rows stand in. */
  readonly list: string;
  /** What goes here, and why. */
  readonly empty: string;
  readonly within?: string;
  /** The order of the list means something. */
  readonly ordered?: boolean;
  readonly level?: 2 | 3;
}

/** Things of one kind: a row for each, their main inputs in place, the rest in the inspector. */
export function ObjectTable<Row extends TableRow>(props: ObjectTableProps<Row>) {
  const { kind, title, rows, columns, list, empty, within, ordered, level } = props;
  const actions = useActions();
  const document = useDocument();
  const selection = useWorkbench((state) => state.selection);
  const one = objectKinds[kind].one.toLowerCase();
  const add = () => addEntry(actions, document, kind, within);
  return (
    <section aria-label={title}>
      <SectionHeading
        title={title}
        level={level}
        aside={rows.length > 0 ? rows.length : undefined}
        actions={
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
            Add a {one}
          </Button>
        }
      />
      <div className={styles.problem}>
        <Rejected field={`add/${kind}`} />
        <Rejected field={`remove/${kind}`} />
      </div>
      {rows.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.first}>
                  Name
                </th>
                {columns.map((column) => (
                  <th key={column.label} scope="col" style={{ minWidth: column.width ?? 104 }}>
                    <ColumnHead column={column} currency={document.currency} />
                  </th>
                ))}
                <th scope="col">
                  <span className="r-hidden">Order and removal</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.id} data-selected={(selection?.kind === kind && selection.id === row.id) || undefined}>
                  <th scope="row" className={styles.first}>
                    <button
                      type="button"
                      className={styles.name}
                      title={row.name}
                      onClick={() => actions.select({ kind, id: row.id })}
                    >
                      {row.name || row.id}
                    </button>
                  </th>
                  {columns.map((column) => (
                    <td key={column.label}>{column.cell(row)}</td>
                  ))}
                  <td className={styles.rowTools}>
                    {ordered ? (
                      <>
                        <SmallButton
                          name={`Move ${row.name} up`}
                          disabled={index === 0}
                          icon={<IconArrowUp size={14} />}
                          onClick={() =>
                            actions.edit({
                              label: `Move ${row.name}`,
                              change: (before) => moveEntry(before, list, row.id, -1),
                            })
                          }
                        />
                        <SmallButton
                          name={`Move ${row.name} down`}
                          disabled={index === rows.length - 1}
                          icon={<IconArrowDown size={14} />}
                          onClick={() =>
                            actions.edit({
                              label: `Move ${row.name}`,
                              change: (before) => moveEntry(before, list, row.id, 1),
                            })
                          }
                        />
                      </>
                    ) : null}
                    <SmallButton
                      name={`Remove ${row.name}`}
                      icon={<IconTrash size={14} />}
                      onClick={() => {
                        const result = actions.edit({
                          label: `Remove ${row.name}`,
                          field: `remove/${kind}`,
                          change: (before) => removeEntry(before, { kind, id: row.id }),
                        });
                        if (result.ok && selection?.kind === kind && selection.id === row.id) actions.select(null);
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function ColumnHead<Row extends TableRow>({
  column,
  currency,
}: {
  readonly column: TableColumn<Row>;
  readonly currency: string;
}) {
  const variable = column.variable ? variableOfPattern(column.variable) : undefined;
  if (!variable) return <>{column.label}</>;
  return (
    <>
      <HelpTerm sentence={variable.explanation} anchor={variable.anchor}>
        {column.label}
      </HelpTerm>
      {variable.unit ? <span className={styles.columnUnit}> {unitText(variable.unit, currency)}</span> : null}
    </>
  );
}
