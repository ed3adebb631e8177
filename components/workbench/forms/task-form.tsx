'use client';

import { Button } from '@mantine/core';
import { IconLink, IconPlus, IconTrash } from '@tabler/icons-react';
import { formatDay } from '@/lib/format/dates';
import { formatSignificant } from '@/lib/format/number';
import { formatProbability } from '@/lib/format/share';
import type { Link, Task } from '@/lib/scenario/document';
import { appendTo, linkId, readPlace, writePlace } from '@/lib/workbench/place';
import { SmallButton } from '../../ui/small-button';
import { FieldLabel } from '../fields/field-label';
import fieldStyles from '../fields/fields.module.css';
import { ChoiceField, DateField, NumberField, TextField } from '../fields/plain-fields';
import { QuantityField } from '../fields/quantity-field';
import { ReferenceField } from '../fields/reference-fields';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument, useWorkbench } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';
import { RisksOn } from './risks-on';

const constraints = [
  { value: 'ASAP', label: 'as soon as possible' },
  { value: 'ALAP', label: 'as late as possible' },
  { value: 'SNET', label: 'start not earlier than' },
  { value: 'FNET', label: 'finish not earlier than' },
  { value: 'MSO', label: 'must start on' },
  { value: 'MFO', label: 'must finish on' },
  { value: 'SNLT', label: 'start not later than' },
  { value: 'FNLT', label: 'finish not later than' },
];
const noLinks: readonly Link[] = [];

export function TaskForm({ id }: { readonly id: string }) {
  const document = useDocument();
  const place = `tasks/${id}`;
  const task = readPlace(document, place) as Task | undefined;
  if (!task) return null;
  const summary = (document.tasks ?? []).some(({ parent }) => parent === id);
  const constrained = task.constraint && !['ASAP', 'ALAP'].includes(task.constraint.type);
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" />
        {summary ? (
          <p className={styles.hint}>A summary starts with its first task and finishes with its last.</p>
        ) : (
          <QuantityField place={`${place}/duration`} begin={20} />
        )}
        <ReferenceField
          place={`${place}/parent`}
          label="Part of"
          list="tasks"
          optional="nothing: top level"
          exclude={id}
        />
        <ReferenceField place={`${place}/calendar`} label="Calendar" list="calendars" optional="the first calendar" />
      </FormGroup>
      <TaskFigures id={id} />
      <TaskLinks id={id} />
      {summary ? null : <GateFields place={place} task={task} />}
      <FormGroup title="Dates that bind">
        <ConstraintField place={place} task={task} />
        {constrained ? <DateField place={`${place}/constraint/date`} label="Date" /> : null}
        <DateField place={`${place}/deadline`} label="Deadline" optional />
      </FormGroup>
      <FormGroup title="Progress">
        <DateField place={`${place}/actualStart`} label="Actual start" optional />
        <DateField place={`${place}/actualFinish`} label="Actual finish" optional />
        <NumberField place={`${place}/percentComplete`} />
        <QuantityField place={`${place}/remainingDuration`} />
      </FormGroup>
      <RisksOn target={id} />
      <FormGroup>
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}

function ConstraintField({ place, task }: { readonly place: string; readonly task: Task }) {
  const actions = useActions();
  const document = useDocument();
  const type = task.constraint?.type ?? 'ASAP';
  return (
    <div className={fieldStyles.field}>
      <span className={fieldStyles.label}>
        <FieldLabel place={`${place}/constraint`} label="Constraint" />
      </span>
      <div className={fieldStyles.control}>
        <select
          id={`${place}-constraint`}
          aria-label="Constraint"
          className={fieldStyles.select}
          value={type}
          onChange={({ target }) => {
            const next = target.value;
            const date = task.constraint?.date ?? document.statusDate?.slice(0, 10) ?? `${document.horizon.start}-01`;
            const bare = next === 'ASAP' || next === 'ALAP';
            const constraint = next === 'ASAP' ? undefined : bare ? { type: next } : { type: next, date };
            actions.edit({
              label: `Constraint of ${task.name}`,
              field: `${place}/constraint`,
              change: (before) => writePlace(before, `${place}/constraint`, constraint),
            });
          }}
        >
          {constraints.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Rejected field={`${place}/constraint`} />
    </div>
  );
}

function GateFields({ place, task }: { readonly place: string; readonly task: Task }) {
  const actions = useActions();
  const set = (gate: unknown, label: string) =>
    actions.edit({ label, field: `${place}/gate`, change: (document) => writePlace(document, `${place}/gate`, gate) });
  if (!task.gate) {
    return (
      <FormGroup title="Gate">
        <Button
          className={styles.add}
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => set({ passProbability: 0.9, rework: 20, maxAttempts: 2 }, `Gate at ${task.name}`)}
        >
          Make it a gate that can fail
        </Button>
        <Rejected field={`${place}/gate`} />
      </FormGroup>
    );
  }
  return (
    <FormGroup
      title="Gate"
      actions={
        <SmallButton
          name="Remove the gate"
          icon={<IconTrash size={14} />}
          onClick={() => set(undefined, `No gate at ${task.name}`)}
        />
      }
    >
      <QuantityField place={`${place}/gate/passProbability`} />
      <QuantityField place={`${place}/gate/rework`} />
      <NumberField place={`${place}/gate/maxAttempts`} />
      <QuantityField place={`${place}/gate/costPerRework`} />
      <ChoiceField
        place={`${place}/gate/onFail`}
        label="When failed"
        fallback="stop"
        choices={[
          { value: 'stop', label: 'what follows never happens' },
          { value: 'continue', label: 'go on' },
          { value: 'abandon', label: 'the programme ends' },
        ]}
      />
      <Rejected field={`${place}/gate`} />
    </FormGroup>
  );
}

function TaskLinks({ id }: { readonly id: string }) {
  const actions = useActions();
  const links = useWorkbench((state) => state.history.present.links ?? noLinks);
  const document = useDocument();
  const name = (task: string) => document.tasks?.find((one) => one.id === task)?.name ?? task;
  const into = links.filter(({ to }) => to === id);
  const out = links.filter(({ from }) => from === id);
  const row = (link: Link, other: string, way: string) => (
    <li key={linkId(link)} className={styles.listRow}>
      <button type="button" className={styles.pick} onClick={() => actions.select({ kind: 'link', id: linkId(link) })}>
        {way} {name(other)} ({link.type ?? 'FS'})
      </button>
      <SmallButton
        name={`Remove the link ${way} ${name(other)}`}
        icon={<IconTrash size={14} />}
        onClick={() =>
          actions.edit({
            label: 'Remove a link',
            change: (before) => writePlace(before, `links/${linkId(link)}`, undefined),
          })
        }
      />
    </li>
  );
  return (
    <FormGroup title="Links">
      {into.length + out.length === 0 ? (
        <p className={styles.hint}>Nothing leads here and nothing follows yet.</p>
      ) : null}
      <ul className={styles.list}>
        {into.map((link) => row(link, link.from, 'after'))}
        {out.map((link) => row(link, link.to, 'before'))}
      </ul>
      <div className={fieldStyles.field}>
        <label className={fieldStyles.label} htmlFor={`after-${id}`}>
          <IconLink size={12} aria-hidden /> Comes after
        </label>
        <select
          id={`after-${id}`}
          className={fieldStyles.select}
          value=""
          onChange={({ target }) => {
            const from = target.value;
            if (!from) return;
            actions.edit({
              label: `Link from ${name(from)}`,
              field: `links-into/${id}`,
              change: (before) => appendTo(before, 'links', { from, to: id }),
            });
          }}
        >
          <option value="">add a task before this one</option>
          {(document.tasks ?? [])
            .filter((task) => task.id !== id && !into.some(({ from }) => from === task.id))
            .map((task) => (
              <option key={task.id} value={task.id}>
                {task.name}
              </option>
            ))}
        </select>
        <Rejected field={`links-into/${id}`} />
      </div>
    </FormGroup>
  );
}

/** What the run says about the task. */
function TaskFigures({ id }: { readonly id: string }) {
  const shown = useWorkbench((state) => state.run.shown);
  const plan = shown?.update.plan.tasks[id];
  const trials = shown?.update.trials.tasks[id];
  if (!plan) return null;
  const day = (instant: typeof plan.EF, edge: 'start' | 'finish') =>
    formatDay(instant === 'never' ? 'never' : instant.day, edge);
  const float = plan.totalFloat === null ? 'none' : `${formatSignificant(plan.totalFloat)} d`;
  const rows: [string, string][] = [
    ['Plan', `${day(plan.ES, 'start')} to ${day(plan.EF, 'finish')}`],
    ['Float', plan.critical ? `${float}, critical` : float],
  ];
  if (trials) {
    const { P10, P50, P90, never } = trials.finish;
    rows.push(['Finish P50', formatDay(P50, 'finish')]);
    rows.push(['8 in 10 futures', `${formatDay(P10, 'finish')} to ${formatDay(P90, 'finish')}`]);
    if (never) rows.push(['Never', `${formatProbability(never)} of futures`]);
    rows.push(['On the path', formatProbability(trials.criticality)]);
  }
  if (plan.conflict.length > 0) rows.push(['Conflict', `the logic breaks ${plan.conflict.join(', ')}`]);
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
