'use client';

import { formatProbability } from '@/lib/format/share';
import type { ScenarioDocument, Target, TargetMetric } from '@/lib/scenario/document';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { DraftInput } from '../fields/draft-input';
import { FieldLabel } from '../fields/field-label';
import { FieldRow } from '../fields/field-row';
import fieldStyles from '../fields/fields.module.css';
import { ChoiceField, DateField, NumberField, TextField } from '../fields/plain-fields';
import { ReferenceField } from '../fields/reference-fields';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument, useWorkbench } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';

interface MetricSpec {
  readonly value: TargetMetric;
  readonly label: string;
  readonly needs?: 'task' | 'period' | 'month';
  readonly date?: boolean;
  readonly begin: number;
}

const metrics: readonly MetricSpec[] = [
  { value: 'sop', label: 'start of production', date: true, begin: 0 },
  { value: 'focus', label: 'focus reached', date: true, begin: 0 },
  { value: 'projectFinish', label: 'project finish', date: true, begin: 0 },
  { value: 'taskStart', label: 'start of a task', needs: 'task', date: true, begin: 0 },
  { value: 'taskFinish', label: 'finish of a task', needs: 'task', date: true, begin: 0 },
  { value: 'npv', label: 'net present value', begin: 0 },
  { value: 'irr', label: 'rate of return', begin: 0.1 },
  { value: 'peakFunding', label: 'peak funding', begin: 10_000_000_000 },
  { value: 'minCash', label: 'least cash', begin: 0 },
  { value: 'cash', label: 'cash in a month', needs: 'month', begin: 0 },
  { value: 'output', label: 'output', needs: 'period', begin: 1 },
  { value: 'startsCapacity', label: 'capacity', needs: 'period', begin: 1 },
  { value: 'ownShare', label: 'own share', needs: 'period', begin: 0.01 },
  { value: 'technologyShare', label: 'share of the technology', needs: 'period', begin: 0.02 },
  { value: 'lead', label: 'lead over a technology', needs: 'period', begin: 0 },
  { value: 'unitCost', label: 'unit cost', needs: 'period', begin: 800 },
  { value: 'price', label: 'price', needs: 'period', begin: 800 },
];
const specOf = (metric: TargetMetric) => metrics.find(({ value }) => value === metric) ?? metrics[0];
const shares = new Set<TargetMetric>(['ownShare', 'technologyShare', 'lead']);

/** A target of another metric: what the new one needs is filled in, what it does not know goes. */
function retarget(document: ScenarioDocument, target: Target, metric: TargetMetric): Target {
  const spec = specOf(metric);
  const { id, name, op, probability, meta } = target;
  const lastYear = Number(document.horizon.end.slice(0, 4));
  return {
    id,
    name,
    metric,
    op: spec?.date || ['unitCost', 'price', 'peakFunding'].includes(metric) ? '<=' : op,
    value: spec?.date ? `${lastYear}-12-31` : (spec?.begin ?? 0),
    ...(spec?.needs === 'task' ? { task: target.task ?? document.tasks?.[0]?.id } : {}),
    ...(spec?.needs === 'month' ? { month: target.month ?? document.horizon.end } : {}),
    ...(spec?.needs === 'period' && !target.month ? { year: target.year ?? lastYear } : {}),
    ...(spec?.needs === 'period' && target.month ? { month: target.month } : {}),
    ...(metric === 'lead' ? { technology: target.technology ?? document.market?.technologies[0]?.id } : {}),
    ...(probability === undefined ? {} : { probability }),
    ...(meta ? { meta } : {}),
  };
}

export function TargetForm({ id }: { readonly id: string }) {
  const actions = useActions();
  const document = useDocument();
  const chance = useWorkbench((state) => state.run.shown?.update.trials.targets[id]);
  const error = useWorkbench((state) => state.run.shown?.update.trials.chanceErrors?.targets[id]);
  const place = `targets/${id}`;
  const target = readPlace(document, place) as Target | undefined;
  if (!target) return null;
  const spec = specOf(target.metric);
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" />
        <div className={fieldStyles.field}>
          <span className={fieldStyles.label}>
            <FieldLabel place={`${place}/metric`} label="Measures" />
          </span>
          <select
            id={`${place}-metric`}
            aria-label="Measures"
            className={fieldStyles.select}
            value={target.metric}
            onChange={({ currentTarget }) =>
              actions.edit({
                label: `Metric of ${target.name}`,
                field: `${place}/metric`,
                change: (before) =>
                  writePlace(before, place, retarget(before, target, currentTarget.value as TargetMetric)),
              })
            }
          >
            {metrics.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <Rejected field={`${place}/metric`} />
        </div>
        <ChoiceField
          place={`${place}/op`}
          label="Must be"
          choices={[
            { value: '<=', label: spec?.date ? 'on or before' : 'at most' },
            { value: '>=', label: spec?.date ? 'on or after' : 'at least' },
          ]}
        />
        {spec?.date ? <DateField place={`${place}/value`} label="Date" /> : <NumberField place={`${place}/value`} />}
        {spec?.needs === 'task' ? <ReferenceField place={`${place}/task`} label="Task" list="tasks" /> : null}
        {spec?.needs === 'month' ? <DateField place={`${place}/month`} label="Month" month /> : null}
        {spec?.needs === 'period' ? <PeriodField place={place} target={target} /> : null}
        {shares.has(target.metric) ? (
          <ReferenceField place={`${place}/segment`} label="In" list="segments" optional="all segments" />
        ) : null}
        {target.metric === 'lead' ? (
          <ReferenceField place={`${place}/technology`} label="Over" list="technologies" />
        ) : null}
        <NumberField place={`${place}/probability`} optional />
      </FormGroup>
      {chance === undefined ? null : (
        <FormGroup title="In the run">
          <p className={styles.hint}>Met in {formatProbability(chance, error)} of futures.</p>
        </FormGroup>
      )}
      <FormGroup>
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}

/** A year or a month, in one field: `2030` or `2030-06`. */
function PeriodField({ place, target }: { readonly place: string; readonly target: Target }) {
  const actions = useActions();
  const field = `${place}/period`;
  const rejection = useWorkbench((state) => state.rejected[field]);
  return (
    <FieldRow
      label={<FieldLabel place={field} label="Year or month" />}
      error={rejection?.message}
      errorId={`${field}-error`}
    >
      <DraftInput
        name="Year or month"
        text={target.month ?? String(target.year ?? '')}
        rejected={rejection?.text}
        errorId={`${field}-error`}
        onDiscard={() => actions.clearRejection(field)}
        onCommit={(text) => {
          const typed = text.trim();
          const { year: _year, month: _month, ...rest } = target;
          const period = /^\d{4}$/.test(typed) ? { year: Number(typed) } : { month: typed };
          actions.edit({
            label: `Period of ${target.name}`,
            field,
            text,
            change: (document) => writePlace(document, place, { ...rest, ...period }),
          });
        }}
      />
    </FieldRow>
  );
}
