'use client';

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Route } from 'next';
import Link from 'next/link';
import { formatDay, formatMoment } from '@/lib/format/dates';
import { routes } from '@/lib/routes';
import type { ScenarioRow } from '@/lib/server/scenarios/contract';
import { FIGURE_COLUMNS, FIGURE_TITLES, type FigureColumn, figureOf } from './figures';
import styles from './library-table.module.css';
import type { RowDialogState } from './row-dialog';
import { RowMenu } from './row-menu';
import type { Sort, SortColumn } from './sort-rows';
import { StackThumbnail } from './stack-thumbnail';

interface LibraryTableProps {
  readonly rows: readonly ScenarioRow[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly mayEdit: boolean;
  readonly onDialog: (state: RowDialogState) => void;
}

/** Columns that are read from the largest down, so that the first click puts the largest on top. */
const LARGEST_FIRST: ReadonlySet<SortColumn> = new Set<SortColumn>(['edited', 'chance', 'output', 'share', 'funding']);

// On a narrow page the table is laid out as blocks, which would take its meaning from screen readers: the roles keep it.
export function LibraryTable({ rows, sort, onSort, mayEdit, onDialog }: LibraryTableProps) {
  const heads: readonly (readonly [SortColumn, string])[] = [
    ['name', 'Scenario'],
    ...FIGURE_COLUMNS.map((column) => [column, FIGURE_TITLES[column]] as const),
    ['edited', 'Last edit'],
  ];
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: lost when the table is laid out as blocks
    <table className={styles.table} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {heads.map(([column, title]) => (
            <SortHead key={column} column={column} title={title} sort={sort} onSort={onSort} />
          ))}
          <th role="columnheader" scope="col" className={styles.menuHead}>
            <span className="r-hidden">More</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <LibraryRow key={row.id} row={row} mayEdit={mayEdit} onDialog={onDialog} />
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  );
}

interface SortHeadProps {
  readonly column: SortColumn;
  readonly title: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

function SortHead({ column, title, sort, onSort }: SortHeadProps) {
  const active = sort.column === column;
  const descending = active ? !sort.descending : LARGEST_FIRST.has(column);
  const direction = sort.descending ? 'descending' : 'ascending';
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: lost when the table is laid out as blocks
    <th role="columnheader" scope="col" aria-sort={active ? direction : undefined}>
      <button type="button" className={styles.sort} onClick={() => onSort({ column, descending })}>
        {title}
        {active ? <Arrow size={12} aria-hidden /> : null}
      </button>
    </th>
  );
}

interface LibraryRowProps {
  readonly row: ScenarioRow;
  readonly mayEdit: boolean;
  readonly onDialog: (state: RowDialogState) => void;
}

function state(row: ScenarioRow): string | null {
  if (row.archived) return 'archived';
  return row.unsaved ? 'no revision of this state' : null;
}

function LibraryRow({ row, mayEdit, onDialog }: LibraryRowProps) {
  const remark = state(row);
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: lost when the table is laid out as blocks
    <tr role="row">
      <th role="rowheader" scope="row" className={styles.name}>
        <div className={styles.nameLine}>
          {row.headline ? (
            <StackThumbnail stack={row.headline.stack} />
          ) : (
            <span className={styles.noStack} aria-hidden="true" />
          )}
          <div className={styles.nameText}>
            <Link href={routes.scenario(row.id) as Route} className={styles.link} title={row.name}>
              {row.name}
            </Link>
            <span className={styles.range} title={row.description}>
              {remark ? <span className={styles.remark}>{remark}</span> : row.description}
            </span>
          </div>
        </div>
      </th>
      {FIGURE_COLUMNS.map((column) => (
        <FigureCell key={column} row={row} column={column} />
      ))}
      <td role="cell" data-label="Last edit" className={styles.edited}>
        <time dateTime={row.editedAt} title={formatMoment(row.editedAt)}>
          {formatDay(Date.parse(row.editedAt) / 86_400_000)}
        </time>
        <span className={styles.range} title={row.editedBy}>
          {row.editedBy}
        </span>
      </td>
      <td role="cell" className={styles.menu}>
        <RowMenu row={row} mayEdit={mayEdit} onDialog={onDialog} />
      </td>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  );
}

function FigureCell({ row, column }: { readonly row: ScenarioRow; readonly column: FigureColumn }) {
  const figure = figureOf(row, column);
  const waiting = row.headlinePending && !row.archived;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: lost when the table is laid out as blocks
    <td role="cell" data-label={FIGURE_TITLES[column]} data-old={waiting || undefined}>
      {figure ? (
        <>
          <span className={styles.value} title={figure.value}>
            {figure.value}
          </span>
          <span className={styles.range} title={figure.range}>
            {figure.range}
          </span>
        </>
      ) : (
        <span className={styles.range}>{waiting ? 'computing…' : 'not computed'}</span>
      )}
    </td>
  );
}
