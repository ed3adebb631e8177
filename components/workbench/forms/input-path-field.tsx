'use client';

import { Select } from '@mantine/core';
import { listInputs } from '@/lib/engine/inputs/list-inputs';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { variableOf } from '@/lib/scenario/variables';
import { FieldRow } from '../fields/field-row';
import { useField } from '../fields/use-field';
import { useDocument } from '../workbench-context';

/** `duration of Winter test`; the path itself where nothing is known of it. */
export function inputName(document: ScenarioDocument, path: string): string {
  const label = variableOf(path)?.label;
  const parts = path.split('/');
  const id = parts[1] === 'segments' || parts[1] === 'technologies' || parts[1] === 'tranches' ? parts[2] : parts[1];
  const lists: readonly (readonly { readonly id: string; readonly name?: string }[] | undefined)[] = [
    document.tasks,
    document.lines,
    document.materials,
    document.risks,
    document.market?.segments,
    document.market?.technologies,
    document.funding?.tranches,
  ];
  const contract = parts[2] === 'contracts' ? parts[3] : undefined;
  if (contract) {
    const found = document.materials?.flatMap(({ contracts }) => contracts).find((one) => one.id === contract);
    return `${found?.supplier ?? contract}, ${label ?? path}`;
  }
  const name = lists.flatMap((list) => list ?? []).find((one) => one.id === id)?.name;
  const attribute =
    parts.includes('attributes') || parts.includes('willingnessToPay') ? ` ${parts[parts.length - 1]}` : '';
  return name ? `${name}, ${label ?? path}${attribute}` : `${label ?? path}${attribute}`;
}

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
    <FieldRow label={label} error={field.rejection?.message} errorId={field.errorId} wide>
      <Select
        aria-label={label}
        size="xs"
        w="100%"
        searchable
        limit={80}
        value={value}
        data={paths.map((path) => ({ value: path, label: `${inputName(document, path)} · ${path}` }))}
        onChange={(next) => next && field.write(next, next)}
      />
    </FieldRow>
  );
}
