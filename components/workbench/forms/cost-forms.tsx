'use client';
import type { Pricing } from '@/lib/scenario/document';
import { writePlace } from '@/lib/workbench/place';
import { FieldLabel } from '../fields/field-label';
import fieldStyles from '../fields/fields.module.css';
import { TextField } from '../fields/plain-fields';
import { QuantityField } from '../fields/quantity-field';
import { ReferenceField } from '../fields/reference-fields';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';

export function CostForm() {
  return (
    <FormGroup>
      <QuantityField place="cost/otherMaterials" trajectory />
      <QuantityField place="cost/conversion" trajectory />
      <QuantityField place="cost/learningRate" />
      <QuantityField place="cost/referenceVolume" begin={1} />
      <QuantityField place="cost/spillover" />
      <TextField place="cost/meta/note" label="Note" long optional />
    </FormGroup>
  );
}

const modes = [
  { value: 'cost-plus', label: 'cost plus a mark-up' },
  { value: 'parity', label: 'parity with a technology' },
  { value: 'value', label: 'share of the value to buyers' },
  { value: 'trajectory', label: 'a price of its own' },
];

export function PricingForm() {
  const actions = useActions();
  const document = useDocument();
  const pricing = document.pricing;

  function choose(mode: string) {
    const technology = document.market?.technologies[0]?.id ?? '';
    const segment = document.market?.segments[0]?.id ?? '';
    const limits = { floor: pricing?.floor, cap: pricing?.cap };
    const byMode: Record<string, Pricing | undefined> = {
      'cost-plus': { mode: 'cost-plus', markup: 0.2, ...limits },
      parity: { mode: 'parity', technology, premium: 0, ...limits },
      value: { mode: 'value', technology, segment, share: 0.5, ...limits },
      trajectory: { mode: 'trajectory', price: 800, ...limits },
    };
    actions.edit({
      label: 'Pricing',
      field: 'pricing/mode',
      change: (before) => writePlace(before, 'pricing', byMode[mode]),
    });
  }
  return (
    <FormGroup>
      <div className={fieldStyles.field}>
        <span className={fieldStyles.label}>
          <FieldLabel place="pricing/mode" label="Price" />
        </span>
        <div className={fieldStyles.control}>
          <select
            id="pricing-mode"
            aria-label="Price"
            className={fieldStyles.select}
            value={pricing?.mode ?? ''}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{pricing ? 'none: nothing is sold' : 'choose how the price is made'}</option>
            {modes.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <Rejected field="pricing/mode" />
      </div>
      {pricing?.mode === 'cost-plus' ? <QuantityField place="pricing/markup" /> : null}
      {pricing?.mode === 'parity' || pricing?.mode === 'value' ? (
        <ReferenceField place="pricing/technology" label="Compared with" list="technologies" />
      ) : null}
      {pricing?.mode === 'parity' ? <QuantityField place="pricing/premium" trajectory /> : null}
      {pricing?.mode === 'value' ? (
        <>
          <ReferenceField place="pricing/segment" label="Value to" list="segments" />
          <QuantityField place="pricing/share" />
        </>
      ) : null}
      {pricing?.mode === 'trajectory' ? <QuantityField place="pricing/price" trajectory /> : null}
      {pricing ? (
        <>
          <QuantityField place="pricing/floor" trajectory />
          <QuantityField place="pricing/cap" trajectory begin={2000} />
        </>
      ) : null}
      {pricing?.mode === 'cost-plus' ? (
        <p className={styles.hint}>Cost plus passes every cost on to the buyer, so it hides what dear material does.</p>
      ) : null}
    </FormGroup>
  );
}
