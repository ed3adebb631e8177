'use client';

import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { linkKey } from '@/lib/scenario-edits/links';
import { linkId } from '@/lib/workbench/place';
import { MisreadingNote } from '../../charts/misreading-note';
import { Gantt } from '../../gantt/gantt';
import { SectionHeading } from '../../ui/section-heading';
import { Rejected } from '../fields/rejected';
import { addEntry } from '../forms/add-entry';
import { useSharedTime } from '../use-shared-time';
import { useActions, useDocument, useDrawnDocument, useWorkbench } from '../workbench-context';
import styles from './sections.module.css';
import { TimelineTable } from './timeline-table';

export type TimelineView = 'gantt' | 'table';

interface TimelineSectionProps {
  readonly view: TimelineView;
  readonly onView: (view: TimelineView) => void;
}

/** The tasks on the time axis, or the same as a table. */
export function TimelineSection({ view, onView }: TimelineSectionProps) {
  const actions = useActions();
  const document = useDocument();
  const selection = useWorkbench((state) => state.selection);
  const tasks = document.tasks ?? [];
  const within = selection?.kind === 'task' ? tasks.find(({ id }) => id === selection.id) : undefined;
  const isSummary = within && tasks.some(({ parent }) => parent === within.id);
  return (
    <>
      <SectionHeading
        title="Timeline"
        aside={tasks.length > 0 ? `${tasks.length} tasks` : undefined}
        actions={
          <>
            {tasks.length > 0 ? (
              <MisreadingNote name="Gantt" charts={view === 'gantt' ? ['gantt'] : ['criticality']} />
            ) : null}
            <SegmentedControl
              size="xs"
              aria-label="How the timeline is shown"
              value={view}
              onChange={(next) => onView(next as TimelineView)}
              data={[
                { value: 'gantt', label: 'Gantt' },
                { value: 'table', label: 'Table' },
              ]}
            />
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              onClick={() => addEntry(actions, document, 'task', isSummary ? within.id : within?.parent)}
            >
              Add a task
            </Button>
          </>
        }
      />
      <div className={styles.problem}>
        <Rejected field="add/task" />
      </div>
      {tasks.length === 0 ? (
        <p className={styles.empty}>
          What has to happen, in what order: tests, approvals, builds, and the milestone at which production starts. Add
          the first task.
        </p>
      ) : view === 'gantt' ? (
        <TimelineGantt />
      ) : (
        <TimelineTable />
      )}
    </>
  );
}

function TimelineGantt() {
  const actions = useActions();
  const document = useDrawnDocument();
  const shown = useWorkbench((state) => state.run.shown);
  const base = useWorkbench((state) => state.base);
  const selection = useWorkbench((state) => state.selection);
  const time = useSharedTime();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const last = selection?.kind === 'task' ? selection.id : null;
  // Several tasks may be chosen here; the inspector shows the last of them.
  const selected = last === null ? [] : chosen[chosen.length - 1] === last ? chosen : [last];
  const link = selection?.kind === 'link' ? document.links?.find((one) => linkId(one) === selection.id) : undefined;
  return (
    <Gantt
      {...time}
      document={document}
      plan={shown?.update.plan ?? null}
      trials={shown?.update.trials ?? null}
      baseline={document === base.document ? undefined : base.update?.plan.tasks}
      selection={selected}
      onSelect={(ids) => {
        setChosen(ids);
        const id = ids[ids.length - 1];
        actions.select(id === undefined ? null : { kind: 'task', id });
      }}
      selectedLink={link ? linkKey(link) : null}
      onSelectLink={(key) => {
        const found = document.links?.find((one) => linkKey(one) === key);
        if (found) actions.select({ kind: 'link', id: linkId(found) });
        else if (selection?.kind === 'link') actions.select(null);
      }}
      onEdit={actions.edit}
      onGestureEnd={actions.endGesture}
      onOpen={(id) => actions.select({ kind: 'task', id }, `tasks/${id}/duration`)}
    />
  );
}
