'use client';

import { formatDay } from '@/lib/format/dates';
import { formatProbability } from '@/lib/format/share';
import { QuantityCell } from '../fields/quantity-cell';
import { useDocument, useWorkbench } from '../workbench-context';
import { ObjectTable } from './object-table';

/** The tasks as a table: the same that the Gantt shows. */
export function TimelineTable() {
  const document = useDocument();
  const shown = useWorkbench((state) => state.run.shown);
  const tasks = document.tasks ?? [];
  const parents = new Set(tasks.map(({ parent }) => parent));
  return (
    <ObjectTable
      kind="task"
      title="Tasks"
      list="tasks"
      ordered
      rows={tasks}
      empty="What has to happen, in what order: tests, approvals, builds, and the milestone at which production starts. Add the first task."
      columns={[
        {
          label: 'Duration',
          variable: 'tasks/*/duration',
          width: 140,
          cell: (task) =>
            parents.has(task.id) ? (
              'summary'
            ) : (
              <QuantityCell
                place={`tasks/${task.id}/duration`}
                selection={{ kind: 'task', id: task.id }}
                owner={task.name}
              />
            ),
        },
        {
          label: 'Start, plan',
          width: 100,
          cell: ({ id }) => {
            const start = shown?.update.plan.tasks[id]?.ES;
            return start === undefined ? '' : formatDay(start === 'never' ? 'never' : start.day);
          },
        },
        {
          label: 'Finish, plan',
          width: 100,
          cell: ({ id }) => {
            const finish = shown?.update.plan.tasks[id]?.EF;
            return finish === undefined ? '' : formatDay(finish === 'never' ? 'never' : finish.day, 'finish');
          },
        },
        {
          label: 'Finish, P10 – P90',
          width: 190,
          cell: ({ id }) => {
            const finish = shown?.update.trials.tasks[id]?.finish;
            return finish ? `${formatDay(finish.P10, 'finish')} – ${formatDay(finish.P90, 'finish')}` : '';
          },
        },
        {
          label: 'On the path',
          width: 84,
          cell: ({ id }) => {
            const task = shown?.update.trials.tasks[id];
            return task ? formatProbability(task.criticality) : '';
          },
        },
      ]}
    />
  );
}
