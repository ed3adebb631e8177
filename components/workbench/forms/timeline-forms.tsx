'use client';

import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Calendar, CalendarException } from '@/lib/scenario/document';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { SmallButton } from '../../ui/small-button';
import { DraftInput } from '../fields/draft-input';
import fieldStyles from '../fields/fields.module.css';
import { ChoiceField, DateField, NumberField, TextField } from '../fields/plain-fields';
import { QuantityField } from '../fields/quantity-field';
import { ReferenceField } from '../fields/reference-fields';
import { useActions, useDocument, useWorkbench } from '../workbench-context';
import { addEntry } from './add-entry';
import { FormGroup } from './form-group';
import styles from './forms.module.css';
import { Rejected } from './task-form';

export function LinkForm({ id }: { readonly id: string }) {
  const place = `links/${id}`;
  return (
    <FormGroup>
      <ReferenceField place={`${place}/from`} label="From" list="tasks" />
      <ReferenceField place={`${place}/to`} label="To" list="tasks" />
      <ChoiceField
        place={`${place}/type`}
        label="Type"
        fallback="FS"
        choices={[
          { value: 'FS', label: 'finish to start' },
          { value: 'SS', label: 'start to start' },
          { value: 'FF', label: 'finish to finish' },
          { value: 'SF', label: 'start to finish' },
        ]}
      />
      <QuantityField place={`${place}/lag`} />
      <ChoiceField
        place={`${place}/lagUnit`}
        label="Lag counts"
        fallback="working"
        choices={[
          { value: 'working', label: 'working days' },
          { value: 'elapsed', label: 'elapsed days' },
        ]}
      />
      <TextField place={`${place}/meta/note`} label="Note" long optional />
    </FormGroup>
  );
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function CalendarForm({ id }: { readonly id: string }) {
  const actions = useActions();
  const document = useDocument();
  const place = `calendars/${id}`;
  const calendar = readPlace(document, place) as Calendar | undefined;
  if (!calendar) return null;
  const exceptions = calendar.exceptions ?? [];
  const setExceptions = (next: readonly CalendarException[], field: string, text: string) =>
    actions.edit({
      label: `Exceptions of ${calendar.name}`,
      field,
      text,
      change: (before) => writePlace(before, `${place}/exceptions`, next),
    });
  const newException: CalendarException = {
    from: document.statusDate?.slice(0, 10) ?? `${document.horizon.start}-01`,
    working: false,
    name: 'Holiday',
  };
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" />
        <div className={fieldStyles.field}>
          <span className={fieldStyles.label}>Work week</span>
          <div className={styles.days}>
            {weekdays.map((day, index) => {
              const works = calendar.workWeek.includes(index + 1);
              return (
                <label key={day} className={styles.day}>
                  <input
                    type="checkbox"
                    checked={works}
                    onChange={() => {
                      const next = works
                        ? calendar.workWeek.filter((one) => one !== index + 1)
                        : [...calendar.workWeek, index + 1].sort();
                      actions.edit({
                        label: `Work week of ${calendar.name}`,
                        field: `${place}/workWeek`,
                        change: (before) => writePlace(before, `${place}/workWeek`, next),
                      });
                    }}
                  />
                  {day}
                </label>
              );
            })}
          </div>
          <Rejected field={`${place}/workWeek`} />
        </div>
        <HoursField place={place} calendar={calendar} />
        <NumberField place={`${place}/hoursPerDay`} optional />
      </FormGroup>
      <FormGroup
        title={`Exceptions (${exceptions.length})`}
        actions={
          <SmallButton
            name="Add an exception"
            icon={<IconPlus size={14} />}
            onClick={() => setExceptions([...exceptions, newException], `${place}/exceptions`, '')}
          />
        }
      >
        <Rejected field={`${place}/exceptions`} />
        {exceptions.map((exception, index) => (
          <ExceptionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: exceptions have no identity but their place.
            key={index}
            place={`${place}/exceptions/${index}`}
            exception={exception}
            onChange={(next, field, text) =>
              setExceptions(
                next
                  ? exceptions.map((one, at) => (at === index ? next : one))
                  : exceptions.filter((_, at) => at !== index),
                field,
                text,
              )
            }
          />
        ))}
      </FormGroup>
      <FormGroup>
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}

function hoursText(hours: Calendar['hours']): string {
  return Array.isArray(hours) ? hours.map((interval) => interval.join('-')).join(', ') : '';
}

/** Daily hours as `08:00-12:00, 13:00-17:00`; empty: a working day works through. */
function HoursField({ place, calendar }: { readonly place: string; readonly calendar: Calendar }) {
  const actions = useActions();
  const field = `${place}/hours`;
  const rejection = useWorkbench((state) => state.rejected[field]);
  const byWeekday = calendar.hours !== undefined && !Array.isArray(calendar.hours);
  return (
    <div className={fieldStyles.field}>
      <span className={fieldStyles.label}>Daily hours</span>
      <div className={fieldStyles.control}>
        <DraftInput
          name="Daily hours"
          text={byWeekday ? 'by weekday, as imported' : hoursText(calendar.hours)}
          placeholder="the whole day"
          rejected={rejection?.text}
          errorId={`${field}-error`}
          onDiscard={() => actions.clearRejection(field)}
          onCommit={(text) => {
            const hours = text.split(',').map((part) => part.trim().split(/\s*[-–]\s*/));
            actions.edit({
              label: `Hours of ${calendar.name}`,
              field,
              text,
              change: (document) => writePlace(document, field, text.trim() === '' ? undefined : hours),
            });
          }}
        />
      </div>
      <Rejected field={field} />
    </div>
  );
}

interface ExceptionRowProps {
  readonly place: string;
  readonly exception: CalendarException;
  readonly onChange: (next: CalendarException | null, field: string, text: string) => void;
}

function ExceptionRow({ place, exception, onChange }: ExceptionRowProps) {
  const actions = useActions();
  const rejected = useWorkbench((state) => state.rejected);
  const input = (key: 'name' | 'from' | 'to', label: string) => (
    <DraftInput
      name={`${label} of ${exception.name ?? exception.from}`}
      text={exception[key] ?? ''}
      placeholder={key === 'to' ? exception.from : undefined}
      rejected={rejected[`${place}/${key}`]?.text}
      errorId={`${place}/${key}-error`}
      onDiscard={() => actions.clearRejection(`${place}/${key}`)}
      onCommit={(text) =>
        onChange(
          { ...exception, [key]: text.trim() === '' && key !== 'from' ? undefined : text.trim() },
          `${place}/${key}`,
          text,
        )
      }
    />
  );
  return (
    <div className={styles.exception}>
      {input('name', 'Name')}
      {input('from', 'From')}
      {input('to', 'To')}
      <label className={fieldStyles.check}>
        <input
          type="checkbox"
          checked={exception.working}
          onChange={({ target }) => onChange({ ...exception, working: target.checked }, place, '')}
        />
        works
      </label>
      <SmallButton
        name={`Remove ${exception.name ?? exception.from}`}
        icon={<IconTrash size={14} />}
        onClick={() => onChange(null, place, '')}
      />
      {(['name', 'from', 'to'] as const).map((key) => (
        <Rejected key={key} field={`${place}/${key}`} />
      ))}
      <Rejected field={place} />
    </div>
  );
}

/** The scenario itself: its name, horizon, dates, run. */
export function ScenarioForm() {
  const actions = useActions();
  const document = useDocument();
  return (
    <>
      <FormGroup>
        <TextField place="name" label="Name" />
        <TextField place="description" label="Description" long optional />
        <TextField place="currency" label="Currency" />
        <NumberField place="priceBase" optional />
      </FormGroup>
      <FormGroup title="Time">
        <DateField place="horizon/start" label="First month" month />
        <DateField place="horizon/end" label="Last month" month />
        <DateField place="projectStart" label="Project start" optional />
        <DateField place="statusDate" label="Status date" optional />
        <ReferenceField place="focus" label="Focus" list="tasks" optional="the first line's last requirement" />
        <ChoiceField
          place="floatTo"
          label="Float counts to"
          fallback="project"
          choices={[
            { value: 'project', label: "the project's finish" },
            { value: 'each-end', label: 'each open end' },
          ]}
        />
      </FormGroup>
      <FormGroup
        title="Calendars"
        actions={
          <SmallButton
            name="Add a calendar"
            icon={<IconPlus size={14} />}
            onClick={() => addEntry(actions, document, 'calendar')}
          />
        }
      >
        <Rejected field="add/calendar" />
        <Rejected field="remove/calendar" />
        {(document.calendars ?? []).length === 0 ? (
          <p className={styles.hint}>None given: Monday to Friday counts.</p>
        ) : null}
        <ul className={styles.list}>
          {(document.calendars ?? []).map(({ id, name }, index) => (
            <li key={id} className={styles.listRow}>
              <button type="button" className={styles.pick} onClick={() => actions.select({ kind: 'calendar', id })}>
                {name}
                {index === 0 ? ' (default)' : ''}
              </button>
              <SmallButton
                name={`Remove ${name}`}
                icon={<IconTrash size={14} />}
                onClick={() =>
                  actions.edit({
                    label: `Remove ${name}`,
                    field: 'remove/calendar',
                    change: (before) => writePlace(before, `calendars/${id}`, undefined),
                  })
                }
              />
            </li>
          ))}
        </ul>
      </FormGroup>
      <FormGroup title="Run">
        <NumberField place="run/trials" />
        <NumberField place="run/seed" />
        <ChoiceField
          place="run/sampling"
          label="Sampling"
          fallback="latin-hypercube"
          choices={[
            { value: 'latin-hypercube', label: 'Latin hypercube' },
            { value: 'monte-carlo', label: 'Monte Carlo' },
          ]}
        />
      </FormGroup>
    </>
  );
}
