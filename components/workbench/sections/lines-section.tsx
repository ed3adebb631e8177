'use client';

import { formatQuarter } from '@/lib/format/dates';
import type { Line } from '@/lib/scenario/document';
import { QuantityCell } from '../fields/quantity-cell';
import { useDocument, useWorkbench } from '../workbench-context';
import { ObjectTable } from './object-table';
import styles from './sections.module.css';

const noLines: readonly Line[] = [];

export function LinesSection() {
  const document = useDocument();
  const shown = useWorkbench((state) => state.run.shown);
  const lines = document.lines ?? noLines;
  const cell = (line: Line, field: string) => (
    <QuantityCell place={`lines/${line.id}/${field}`} selection={{ kind: 'line', id: line.id }} owner={line.name} />
  );
  const taskName = (id: string) => document.tasks?.find((task) => task.id === id)?.name ?? id;
  return (
    <ObjectTable
      kind="line"
      title="Lines"
      list="lines"
      ordered
      rows={lines}
      empty="Lines make the cells: a pilot line first, then commercial ones, each built by a task of the timeline, with its capacity, its ramp and its investment. Add the first line."
      columns={[
        { label: 'Kind', width: 80, cell: (line) => (line.commercial === false ? 'pilot' : 'commercial') },
        {
          label: 'Built by',
          width: 140,
          cell: (line) => <div className={styles.text}>{taskName(line.buildTask)}</div>,
        },
        {
          label: 'Capacity',
          variable: 'lines/*/nameplate',
          cell: (line) =>
            line.process
              ? `${shown?.update.plan.lines[line.id]?.nameplate.toPrecision(3) ?? ''} from process`
              : cell(line, 'nameplate'),
        },
        {
          label: 'Investment',
          variable: 'lines/*/capex',
          width: 140,
          cell: (line) => (line.capexPerGWh === undefined ? cell(line, 'capex') : cell(line, 'capexPerGWh')),
        },
        { label: 'Mature yield', variable: 'lines/*/yield/mature', cell: (line) => cell(line, 'yield/mature') },
        { label: 'Ramp', variable: 'lines/*/utilisation/ramp', cell: (line) => cell(line, 'utilisation/ramp') },
        {
          label: 'Ready, P50',
          width: 90,
          cell: (line) => {
            const ready = shown?.update.trials.lines[line.id]?.ready.P50;
            return ready === undefined ? '' : formatQuarter(ready);
          },
        },
      ]}
    />
  );
}
