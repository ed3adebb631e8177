'use client';

import { Button } from '@mantine/core';
import { formatDay } from '@/lib/format/dates';
import { formatMoney } from '@/lib/format/money';
import { formatCount, formatSignificant } from '@/lib/format/number';
import type { Line } from '@/lib/scenario/document';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { FlagField, TextField } from '../fields/plain-fields';
import { QuantityField } from '../fields/quantity-field';
import { EventField, ReferenceField, TaskListField } from '../fields/reference-fields';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument, useWorkbench } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';
import { RisksOn } from './risks-on';

export function LineForm({ id }: { readonly id: string }) {
  const document = useDocument();
  const place = `lines/${id}`;
  const line = readPlace(document, place) as Line | undefined;
  if (!line) return null;
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" />
        <FlagField place={`${place}/commercial`} label="Kind" words="commercial: sells what it makes" fallback />
        <ReferenceField place={`${place}/buildTask`} label="Built by" list="tasks" />
        <TaskListField place={`${place}/requires`} label="Also needs" />
        {line.commercial === false ? (
          <EventField place={`${place}/until`} label="Runs until" optional="start of production" />
        ) : null}
      </FormGroup>
      <LineFigures id={id} />
      <CapacityFields place={place} line={line} />
      <FormGroup title="Investment and cost">
        {line.capexPerGWh === undefined ? <QuantityField place={`${place}/capex`} /> : null}
        {line.capex === undefined ? <QuantityField place={`${place}/capexPerGWh`} /> : null}
        <QuantityField place={`${place}/conversionFactor`} begin={1} />
        <QuantityField place={`${place}/fixedOpex`} />
        <QuantityField place={`${place}/life`} />
        <QuantityField place={`${place}/holdBelow`} />
      </FormGroup>
      <FormGroup title="Yield">
        <QuantityField place={`${place}/yield/initial`} />
        <QuantityField place={`${place}/yield/mature`} />
        <QuantityField place={`${place}/yield/timeConstant`} />
      </FormGroup>
      <FormGroup title="Utilisation">
        <QuantityField place={`${place}/utilisation/initial`} />
        <QuantityField place={`${place}/utilisation/mature`} />
        <QuantityField place={`${place}/utilisation/ramp`} />
      </FormGroup>
      <RisksOn target={id} />
      <FormGroup>
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}

const processStart = {
  arealCapacity: 5,
  voltage: 3.7,
  coatedWidth: 0.6,
  speed: 10,
  hoursPerYear: 6000,
  sides: 2,
  lanes: 1,
};

/** Capacity as one number, or from the process of the line. */
function CapacityFields({ place, line }: { readonly place: string; readonly line: Line }) {
  const actions = useActions();
  const swap = (byProcess: boolean) =>
    actions.edit({
      label: byProcess ? `Capacity of ${line.name} from its process` : `Nameplate of ${line.name}`,
      field: `${place}/process`,
      change: (document) =>
        byProcess
          ? writePlace(writePlace(document, `${place}/nameplate`, undefined), `${place}/process`, processStart)
          : writePlace(writePlace(document, `${place}/process`, undefined), `${place}/nameplate`, 1),
    });
  return (
    <FormGroup
      title="Capacity"
      actions={
        <Button variant="subtle" size="compact-xs" onClick={() => swap(!line.process)}>
          {line.process ? 'as one number' : 'from the process'}
        </Button>
      }
    >
      {line.process ? (
        ['arealCapacity', 'voltage', 'coatedWidth', 'speed', 'hoursPerYear', 'sides', 'lanes', 'cellCapacity'].map(
          (key) => <QuantityField key={key} place={`${place}/process/${key}`} begin={1} />,
        )
      ) : (
        <QuantityField place={`${place}/nameplate`} />
      )}
      <Rejected field={`${place}/process`} />
    </FormGroup>
  );
}

function LineFigures({ id }: { readonly id: string }) {
  const shown = useWorkbench((state) => state.run.shown);
  const plan = shown?.update.plan.lines[id];
  const trials = shown?.update.trials.lines[id];
  if (!plan || !shown) return null;
  const currency = shown.document.currency;
  const rows: [string, string][] = [
    ['Makes', `${formatSignificant(plan.nameplate)} GWh/year`],
    ['Ready, plan', formatDay(plan.ready === 'never' ? 'never' : plan.ready.day, 'finish')],
  ];
  if (plan.cellsPerYear !== null) rows.splice(1, 0, ['Cells', `${formatCount(Math.round(plan.cellsPerYear))} a year`]);
  if (trials) {
    const { P10, P50, P90 } = trials.ready;
    rows.push(['Ready P50', formatDay(P50, 'finish')]);
    rows.push(['8 in 10 futures', `${formatDay(P10, 'finish')} to ${formatDay(P90, 'finish')}`]);
  }
  if (plan.stall > 0) rows.push(['Stalls for', `${formatSignificant(plan.stall)} days in the plan`]);
  rows.push(['Paid, plan', formatMoney(plan.capexPaid, { currency })]);
  return (
    <FormGroup title="In the run">
      <dl>
        {rows.map(([term, words]) => (
          <div key={term} className={styles.line}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </FormGroup>
  );
}
