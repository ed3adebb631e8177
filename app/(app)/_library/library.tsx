'use client';

import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { LibraryTable } from '@/components/library/library-table';
import { NewScenarioDialog } from '@/components/library/new-scenario-dialog';
import { RowDialog, type RowDialogState } from '@/components/library/row-dialog';
import { type Sort, searchRows, sortRows } from '@/components/library/sort-rows';
import { useHeadlineRefresh } from '@/components/library/use-headline-refresh';
import type { ScenarioRow } from '@/lib/server/scenarios/contract';
import type { TemplateRow } from '@/lib/server/scenarios/templates';
import styles from './library.module.css';

interface LibraryProps {
  readonly workspaceId: string;
  readonly mayEdit: boolean;
  readonly rows: readonly ScenarioRow[];
  readonly templates: readonly TemplateRow[];
}

/** The scenarios of a workspace with their figures: search, sort, make, fork, rename, put away. */
export function Library({ workspaceId, mayEdit, rows, templates }: LibraryProps) {
  const [search, setSearch] = useState('');
  const [archived, setArchived] = useState(false);
  const [sort, setSort] = useState<Sort>({ column: 'edited', descending: true });
  const [making, setMaking] = useState(false);
  const [dialog, setDialog] = useState<RowDialogState | null>(null);
  useHeadlineRefresh(rows);

  const inView = rows.filter((row) => row.archived === archived);
  const found = sortRows(searchRows(inView, search), sort);
  const archivedCount = rows.filter((row) => row.archived).length;

  return (
    <>
      <div className={styles.bar}>
        <h1 className={styles.title}>Scenarios</h1>
        <TextInput
          className={styles.search}
          size="xs"
          aria-label="Search scenarios"
          placeholder="Search"
          type="search"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {archivedCount > 0 || archived ? (
          <SegmentedControl
            size="xs"
            aria-label="Which scenarios"
            value={archived ? 'archived' : 'current'}
            onChange={(value) => setArchived(value === 'archived')}
            data={[
              { value: 'current', label: `Current ${rows.length - archivedCount}` },
              { value: 'archived', label: `Archived ${archivedCount}` },
            ]}
          />
        ) : null}
        {mayEdit ? (
          <Button className={styles.make} leftSection={<IconPlus size={14} />} onClick={() => setMaking(true)}>
            New scenario
          </Button>
        ) : null}
      </div>
      <p className="r-hidden" role="status">
        {found.length} of {inView.length} scenarios
      </p>
      {found.length > 0 ? (
        <LibraryTable rows={found} sort={sort} onSort={setSort} mayEdit={mayEdit} onDialog={setDialog} />
      ) : (
        <Nothing search={search} archived={archived} mayEdit={mayEdit} onMake={() => setMaking(true)} />
      )}
      <NewScenarioDialog
        opened={making}
        onClose={() => setMaking(false)}
        workspaceId={workspaceId}
        templates={templates}
      />
      <RowDialog state={dialog} onClose={() => setDialog(null)} />
    </>
  );
}

interface NothingProps {
  readonly search: string;
  readonly archived: boolean;
  readonly mayEdit: boolean;
  readonly onMake: () => void;
}

/** What stands where no row is. */
function Nothing({ search, archived, mayEdit, onMake }: NothingProps) {
  if (search.trim()) return <p className={styles.nothing}>No scenario has all of “{search.trim()}”.</p>;
  if (archived) return <p className={styles.nothing}>Nothing is archived.</p>;
  return (
    <div className={styles.nothing}>
      <p>
        Scenarios stand here: a timeline, the lines that scale up, their supply and money, and the market share that
        follows.
      </p>
      {mayEdit ? <Button onClick={onMake}>Make the first one</Button> : null}
    </div>
  );
}
