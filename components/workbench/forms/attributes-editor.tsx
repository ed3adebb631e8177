'use client';

import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { SmallButton } from '../../ui/small-button';
import fieldStyles from '../fields/fields.module.css';
import { QuantityField } from '../fields/quantity-field';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument, useWorkbench } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';

/** Units that are usual for attributes of cells; others are written without one. */
const knownUnits: Readonly<Record<string, string>> = {
  energyDensity: 'Wh/kg',
  energyDensityVolumetric: 'Wh/l',
  cycleLife: 'cycles',
  chargeTime: 'min',
};

export const attributeUnit = (name: string) => knownUnits[name] ?? '';

interface AttributesEditorProps {
  readonly place: string;
  readonly title: string;
  readonly trajectory?: boolean;
  readonly unitOf?: (name: string) => string;
}

/** A record of named inputs: attributes, or what a segment pays for each. */
export function AttributesEditor({ place, title, trajectory, unitOf = attributeUnit }: AttributesEditorProps) {
  const actions = useActions();
  const document = useDocument();
  const [name, setName] = useState('');
  const record = useWorkbench((state) => readPlace(state.history.present, place)) as
    | Record<string, unknown>
    | undefined;
  const names = Object.keys(record ?? {});
  const known = new Set([
    ...Object.keys(document.market?.own.attributes ?? {}),
    ...(document.market?.technologies ?? []).flatMap(({ attributes }) => Object.keys(attributes)),
    ...(document.market?.segments ?? []).flatMap(({ willingnessToPay }) => Object.keys(willingnessToPay)),
  ]);
  const listId = `${place}-names`;

  function add() {
    const wished = name.trim();
    if (wished === '') return;
    const result = actions.edit({
      label: `${title}: ${wished}`,
      field: place,
      text: wished,
      change: (before) => writePlace(before, place, { ...(record ?? {}), [wished]: record?.[wished] ?? 0 }),
    });
    if (result.ok) setName('');
  }
  return (
    <FormGroup title={title}>
      {names.map((key) => (
        <div key={key} className={styles.attribute}>
          <QuantityField place={`${place}/${key}`} label={key} unit={unitOf(key)} trajectory={trajectory} />
          <SmallButton
            name={`Remove ${key}`}
            icon={<IconTrash size={14} />}
            onClick={() =>
              actions.edit({
                label: `Remove ${key}`,
                field: place,
                change: (before) => writePlace(before, `${place}/${key}`, undefined),
              })
            }
          />
        </div>
      ))}
      <form
        className={fieldStyles.field}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label className={fieldStyles.label} htmlFor={`${place}-new`}>
          Add
        </label>
        <div className={fieldStyles.control}>
          <input
            id={`${place}-new`}
            className={fieldStyles.input}
            list={listId}
            placeholder="name, such as energyDensity"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <datalist id={listId}>
            {[...known]
              .filter((key) => !names.includes(key))
              .map((key) => (
                <option key={key} value={key} />
              ))}
          </datalist>
          <SmallButton name={`Add to ${title}`} icon={<IconPlus size={14} />} onClick={add} />
        </div>
        <Rejected field={place} />
      </form>
    </FormGroup>
  );
}
