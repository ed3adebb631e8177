'use client';

import { ChoiceField, TextField } from '../fields/plain-fields';
import { QuantityField } from '../fields/quantity-field';
import { ReferenceField } from '../fields/reference-fields';
import { FormGroup } from './form-group';

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
