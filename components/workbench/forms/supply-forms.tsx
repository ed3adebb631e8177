'use client';

import { IconPlus } from '@tabler/icons-react';
import type { Material, Tranche } from '@/lib/scenario/document';
import { readPlace } from '@/lib/workbench/place';
import { SmallButton } from '../../ui/small-button';
import { ChoiceField, NumberField, TextField } from '../fields/plain-fields';
import { QuantityField } from '../fields/quantity-field';
import { EventField } from '../fields/reference-fields';
import { useActions, useDocument } from '../workbench-context';
import { addEntry } from './add-entry';
import { FormGroup } from './form-group';
import styles from './forms.module.css';
import { RisksOn } from './risks-on';

export function MaterialForm({ id }: { readonly id: string }) {
  const actions = useActions();
  const document = useDocument();
  const place = `materials/${id}`;
  const material = readPlace(document, place) as Material | undefined;
  if (!material) return null;
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" />
        <QuantityField place={`${place}/intensity`} trajectory begin={100} />
        <QuantityField place={`${place}/stock/initial`} />
        <QuantityField place={`${place}/stock/max`} />
      </FormGroup>
      <FormGroup
        title="Contracts"
        actions={
          <SmallButton
            name="Add a contract"
            icon={<IconPlus size={14} />}
            onClick={() => addEntry(actions, document, 'contract', id)}
          />
        }
      >
        <ul className={styles.list}>
          {material.contracts.map(({ id: contract, supplier }) => (
            <li key={contract} className={styles.listRow}>
              <button
                type="button"
                className={styles.pick}
                onClick={() => actions.select({ kind: 'contract', id: contract })}
              >
                {supplier || contract}
              </button>
            </li>
          ))}
        </ul>
      </FormGroup>
      <RisksOn target={id} />
      <FormGroup>
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}

export function ContractForm({ id }: { readonly id: string }) {
  const document = useDocument();
  const owner = document.materials?.find(({ contracts }) => contracts.some((contract) => contract.id === id));
  if (!owner) return null;
  const place = `materials/${owner.id}/contracts/${id}`;
  return (
    <>
      <FormGroup>
        <p className={styles.hint}>Supplies {owner.name}.</p>
        <TextField place={`${place}/supplier`} label="Supplier" />
        <EventField place={`${place}/start`} label="Starts" />
        <QuantityField place={`${place}/volume`} begin={100} />
        <QuantityField place={`${place}/ramp`} />
        <QuantityField place={`${place}/price`} trajectory label="price" unit={`${document.currency}/kg`} />
        <QuantityField place={`${place}/takeOrPay`} />
      </FormGroup>
      <RisksOn target={id} />
      <FormGroup>
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}

export function FundingForm() {
  return (
    <FormGroup>
      <ChoiceField
        place="funding/policy"
        label="Without cash"
        fallback="soft"
        choices={[
          { value: 'soft', label: 'build on: a gap to be filled (soft)' },
          { value: 'hard', label: 'builds wait (hard)' },
        ]}
      />
      <NumberField place="funding/grace" optional />
      <QuantityField place="funding/initialCash" />
      <QuantityField place="funding/overhead" trajectory />
      <QuantityField place="funding/rnd" trajectory />
      <QuantityField place="funding/wacc" />
      <QuantityField place="funding/taxRate" />
      <QuantityField place="funding/terminalMultiple" />
      <TextField place="funding/meta/note" label="Note" long optional />
    </FormGroup>
  );
}

export function TrancheForm({ id }: { readonly id: string }) {
  const document = useDocument();
  const place = `funding/tranches/${id}`;
  const tranche = readPlace(document, place) as Tranche | undefined;
  if (!tranche) return null;
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" optional placeholder={id} />
        <ChoiceField
          place={`${place}/kind`}
          label="Kind"
          fallback="equity"
          choices={[
            { value: 'equity', label: 'equity' },
            { value: 'debt', label: 'debt' },
            { value: 'grant', label: 'grant' },
          ]}
        />
        <QuantityField place={`${place}/amount`} />
        <EventField place={`${place}/on`} label="Arrives" />
        <QuantityField place={`${place}/probability`} />
        {tranche.kind === 'debt' ? (
          <>
            <QuantityField place={`${place}/interest`} />
            <QuantityField place={`${place}/term`} />
          </>
        ) : null}
      </FormGroup>
      <RisksOn target={id} />
      <FormGroup>
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}
