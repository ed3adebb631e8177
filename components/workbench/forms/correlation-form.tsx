'use client';

import { readPlace } from '@/lib/workbench/place';
import { NumberField, TextField } from '../fields/plain-fields';
import { useWorkbench } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';
import { InputPathField } from './input-path-field';

export function CorrelationForm({ id }: { readonly id: string }) {
  const place = `correlations/${id}`;
  const present = useWorkbench((state) => readPlace(state.history.present, place) !== undefined);
  if (!present) return null;
  return (
    <FormGroup>
      <InputPathField place={`${place}/a`} label="One input" events />
      <InputPathField place={`${place}/b`} label="The other" events />
      <NumberField place={`${place}/rho`} />
      <p className={styles.hint}>
        Correlation of their normal scores: above 0 they are high together. Pairs not named have 0.
      </p>
      <TextField place={`${place}/meta/note`} label="Note" long optional />
    </FormGroup>
  );
}
