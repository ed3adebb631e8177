'use client';

import { Select } from '@mantine/core';
import { listInputs } from '@/lib/engine/inputs/list-inputs';
import { inputName } from '@/lib/workbench/input-name';
import { FieldLabel } from '../fields/field-label';
import { FieldRow } from '../fields/field-row';
import { useField } from '../fields/use-field';
import { useDocument } from '../workbench-context';

interface InputPathFieldProps {
  readonly place: string;
  readonly label: string;
  /** Draws of events too. */
  readonly events?: boolean;
}

/** A reference to an input of the scenario, chosen by its words. */
export function InputPathField({ place, label, events }: InputPathFieldProps) {
  const document = useDocument();
  const field = useField(place, label);
  const value = typeof field.value === 'string' ? field.value : null;
  const paths = [
    ...new Set(
      listInputs(document)
        .filter((input) => events || input.kind !== 'event')
        .map(({ path }) => path),
    ),
  ];
  if (value && !paths.includes(value)) paths.push(value);
  return (
    <FieldRow
      label={<FieldLabel place={place} label={label} />}
      error={field.rejection?.message}
      errorId={field.errorId}
      wide
    >
      <Select
        aria-label={label}
        size="xs"
        w="100%"
        searchable
        withScrollArea={false}
        styles={{ options: { maxHeight: 220, overflowY: 'auto' } }}
        attributes={{ options: { tabIndex: 0 } }}
        limit={80}
        value={value}
        data={paths.map((path) => ({ value: path, label: `${inputName(document, path)} · ${path}` }))}
        onChange={(next) => next && field.write(next, next)}
      />
    </FieldRow>
  );
}
