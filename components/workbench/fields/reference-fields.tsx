'use client';

import type { EventDate, ScenarioDocument } from '@/lib/scenario/document';
import { useDocument } from '../workbench-context';
import { DraftInput } from './draft-input';
import { FieldLabel } from './field-label';
import { FieldRow } from './field-row';
import styles from './fields.module.css';
import { type Choice, ChoiceField } from './plain-fields';
import { QuantityField } from './quantity-field';
import { useField } from './use-field';

type ListName = 'tasks' | 'calendars' | 'technologies' | 'segments' | 'lines';

/** What can be referred to, by name. */
export function choicesOf(document: ScenarioDocument, list: ListName): readonly Choice[] {
  const entries =
    list === 'technologies'
      ? document.market?.technologies
      : list === 'segments'
        ? document.market?.segments
        : document[list];
  return (entries ?? []).map(({ id, name }) => ({ value: id, label: name || id }));
}

/** A reference to one thing of a list. */
export function ReferenceField({
  place,
  label,
  list,
  optional,
  exclude,
}: {
  readonly place: string;
  readonly label: string;
  readonly list: ListName;
  readonly optional?: string;
  readonly exclude?: string;
}) {
  const document = useDocument();
  const choices = choicesOf(document, list).filter(({ value }) => value !== exclude);
  return <ChoiceField place={place} label={label} choices={choices} optional={optional} />;
}

/** References to several tasks: those chosen, and one more. */
export function TaskListField({ place, label }: { readonly place: string; readonly label: string }) {
  const document = useDocument();
  const field = useField(place, label);
  const chosen = (field.value as readonly string[] | undefined) ?? [];
  const names = new Map((document.tasks ?? []).map(({ id, name }) => [id, name]));
  return (
    <FieldRow
      label={<FieldLabel place={place} label={label} />}
      error={field.rejection?.message}
      errorId={field.errorId}
    >
      <div className={styles.stack}>
        {chosen.map((id) => (
          <button
            key={id}
            type="button"
            className={styles.summary}
            aria-label={`${label}: remove ${names.get(id) ?? id}`}
            onClick={() => {
              const rest = chosen.filter((other) => other !== id);
              field.write(rest.length > 0 ? rest : undefined, '');
            }}
          >
            <span className={styles.summaryText}>{names.get(id) ?? id}</span>
            <span className={styles.sourced}>remove</span>
          </button>
        ))}
        <select
          className={styles.select}
          aria-label={`${label}: add a task`}
          value=""
          onChange={({ target }) => target.value && field.write([...chosen, target.value], '')}
        >
          <option value="">add a task</option>
          {(document.tasks ?? [])
            .filter(({ id }) => !chosen.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </div>
    </FieldRow>
  );
}

/** A date, or an event of a task with a lag. */
export function EventField({
  place,
  label,
  optional,
}: {
  readonly place: string;
  readonly label: string;
  readonly optional?: string;
}) {
  const document = useDocument();
  const field = useField(place, label);
  const value = field.value as EventDate | undefined;
  const mode = value === undefined ? 'none' : typeof value === 'string' ? 'date' : 'task';
  const tasks = document.tasks ?? [];

  function choose(next: string) {
    if (next === 'none') field.write(undefined, '');
    else if (next === 'date') field.write(document.statusDate ?? `${document.horizon.start}-01`, '');
    else field.write(tasks[0] ? { task: tasks[0].id } : undefined, '');
  }
  return (
    <>
      <FieldRow
        label={<FieldLabel place={place} label={label} />}
        error={field.rejection?.message}
        errorId={field.errorId}
      >
        <select
          className={styles.select}
          aria-label={`${label}: by date or by task`}
          value={mode}
          onChange={({ target }) => choose(target.value)}
        >
          {optional === undefined ? null : <option value="none">{optional}</option>}
          <option value="date">on a date</option>
          <option value="task" disabled={tasks.length === 0}>
            with a task
          </option>
        </select>
        {mode === 'date' ? (
          <DraftInput
            name={`${label}, date`}
            text={typeof value === 'string' ? value : ''}
            rejected={field.rejection?.text}
            errorId={field.errorId}
            onDiscard={field.clear}
            onCommit={(text) => field.write(text.trim(), text)}
          />
        ) : null}
      </FieldRow>
      {mode === 'task' ? (
        <>
          <ReferenceField place={`${place}/task`} label={`${label}: task`} list="tasks" />
          <ChoiceField
            place={`${place}/event`}
            label={`${label}: its`}
            fallback="finish"
            choices={[
              { value: 'finish', label: 'finish' },
              { value: 'start', label: 'start' },
            ]}
          />
          <QuantityField place={`${place}/lag`} />
        </>
      ) : null}
    </>
  );
}
