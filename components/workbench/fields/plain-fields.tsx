'use client';

import { fieldHelp } from '@/lib/method/field-help';
import { unitText, variableOf } from '@/lib/scenario/variables';
import { fieldText, parseNumber } from '@/lib/workbench/typed-number';
import { useWorkbench } from '../workbench-context';
import { DraftInput } from './draft-input';
import { FieldLabel } from './field-label';
import { FieldRow } from './field-row';
import styles from './fields.module.css';
import { useField } from './use-field';

interface PlaceProps {
  readonly place: string;
  readonly label: string;
}

/** A label with its help is no label of the control, which then has its name itself: a link inside would be read out with it. */
function labelled(place: string, label: string, id: string) {
  return fieldHelp(place) ? { label: <FieldLabel place={place} label={label} /> } : { label, htmlFor: id };
}

function named(place: string, label: string, id: string) {
  return fieldHelp(place) ? { id, name: label } : { id };
}

/** A text; an optional one that is emptied is taken away. */
export function TextField({
  place,
  label,
  optional,
  long,
  placeholder,
}: PlaceProps & { readonly optional?: boolean; readonly long?: boolean; readonly placeholder?: string }) {
  const field = useField(place, label);
  return (
    <FieldRow
      {...labelled(place, label, field.id)}
      error={field.rejection?.message}
      errorId={field.errorId}
      wide={long}
    >
      <DraftInput
        {...named(place, label, field.id)}
        text={typeof field.value === 'string' ? field.value : ''}
        rejected={field.rejection?.text}
        errorId={field.errorId}
        placeholder={placeholder}
        multiline={long}
        onDiscard={field.clear}
        onCommit={(text) => field.write(optional && text.trim() === '' ? undefined : text, text)}
      />
    </FieldRow>
  );
}

/** A date or a month; an optional one that is emptied is taken away. */
export function DateField({
  place,
  label,
  month,
  optional,
}: PlaceProps & { readonly month?: boolean; readonly optional?: boolean }) {
  const field = useField(place, label);
  return (
    <FieldRow {...labelled(place, label, field.id)} error={field.rejection?.message} errorId={field.errorId}>
      <DraftInput
        {...named(place, label, field.id)}
        text={typeof field.value === 'string' ? field.value : ''}
        rejected={field.rejection?.text}
        errorId={field.errorId}
        placeholder={month ? 'YYYY-MM' : 'YYYY-MM-DD'}
        onDiscard={field.clear}
        onCommit={(text) => field.write(optional && text.trim() === '' ? undefined : text.trim(), text)}
      />
    </FieldRow>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a few; the default stands for nothing written. */
export function ChoiceField({
  place,
  label,
  choices,
  fallback,
  optional,
}: PlaceProps & { readonly choices: readonly Choice[]; readonly fallback?: string; readonly optional?: string }) {
  const field = useField(place, label);
  const value = typeof field.value === 'string' ? field.value : (fallback ?? '');
  return (
    <FieldRow {...labelled(place, label, field.id)} error={field.rejection?.message} errorId={field.errorId}>
      <select
        id={field.id}
        aria-label={fieldHelp(place) ? label : undefined}
        className={styles.select}
        value={value}
        onChange={({ target }) => field.write(target.value === '' ? undefined : target.value, target.value)}
      >
        {optional !== undefined || value === '' ? <option value="">{optional ?? 'choose'}</option> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldRow>
  );
}

export function FlagField({
  place,
  label,
  words,
  fallback,
}: PlaceProps & { readonly words: string; readonly fallback: boolean }) {
  const field = useField(place, label);
  const checked = typeof field.value === 'boolean' ? field.value : fallback;
  return (
    <FieldRow
      label={<FieldLabel place={place} label={label} />}
      error={field.rejection?.message}
      errorId={field.errorId}
    >
      <label className={styles.check}>
        <input type="checkbox" checked={checked} onChange={({ target }) => field.write(target.checked, '')} />
        {words}
      </label>
    </FieldRow>
  );
}

/** A number without uncertainty; its words come from the table of variables. */
export function NumberField({
  place,
  label,
  optional,
}: {
  readonly place: string;
  readonly label?: string;
  readonly optional?: boolean;
}) {
  const variable = variableOf(place);
  const name = label ?? variable?.label ?? place;
  const field = useField(place, name);
  const currency = useWorkbench((state) => state.history.present.currency);
  const value = typeof field.value === 'number' ? field.value : undefined;
  return (
    <FieldRow
      label={<FieldLabel place={place} label={name} />}
      error={field.rejection?.message}
      errorId={field.errorId}
    >
      <DraftInput
        name={name}
        numeric
        text={fieldText(value)}
        placeholder={variable?.defaultValue === undefined ? undefined : fieldText(variable.defaultValue)}
        rejected={field.rejection?.text}
        errorId={field.errorId}
        onDiscard={field.clear}
        onCommit={(text) => {
          if (text.trim() === '' && (optional || !variable?.required)) field.write(undefined, text);
          else {
            const number = parseNumber(text);
            if (number === null) field.reject(text, `${name} must be a number, not “${text.slice(0, 40)}”.`);
            else field.write(number, text);
          }
        }}
      />
      {variable?.unit ? <span className={styles.unit}>{unitText(variable.unit, currency)}</span> : null}
    </FieldRow>
  );
}
