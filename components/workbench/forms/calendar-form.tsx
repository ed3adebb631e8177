'use client';

import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Calendar, CalendarException } from '@/lib/scenario/document';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { SmallButton } from '../../ui/small-button';
import { DraftInput } from '../fields/draft-input';
import { FieldLabel } from '../fields/field-label';
import fieldStyles from '../fields/fields.module.css';
import { NumberField, TextField } from '../fields/plain-fields';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument, useWorkbench } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';

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
          <span className={fieldStyles.label}>
            <FieldLabel place={`${place}/workWeek`} label="Work week" />
          </span>
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
      <span className={fieldStyles.label}>
        <FieldLabel place={`${place}/hours`} label="Daily hours" />
      </span>
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
