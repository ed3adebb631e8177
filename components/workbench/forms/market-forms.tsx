'use client';

import { formatCount } from '@/lib/format/number';
import type { Pricing, Segment, Technology } from '@/lib/scenario/document';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { anchors, isKnots } from '@/lib/workbench/quantity-kinds';
import fieldStyles from '../fields/fields.module.css';
import { ChoiceField, FlagField, NumberField, TextField } from '../fields/plain-fields';
import { QuantityField } from '../fields/quantity-field';
import { ReferenceField } from '../fields/reference-fields';
import { useActions, useDocument } from '../workbench-context';
import { AttributesEditor } from './attributes-editor';
import { FormGroup } from './form-group';
import styles from './forms.module.css';
import { Rejected, RisksOn } from './task-form';

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
        <label className={fieldStyles.label} htmlFor="pricing-mode">
          Price
        </label>
        <div className={fieldStyles.control}>
          <select
            id="pricing-mode"
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

export function OwnForm() {
  return (
    <>
      <AttributesEditor place="market/own/attributes" title="Own attributes" trajectory />
      <FormGroup title="Adoption">
        <QuantityField place="market/own/adoption/p" />
        <QuantityField place="market/own/adoption/q" />
      </FormGroup>
      <FormGroup>
        <TextField place="market/own/meta/note" label="Note" long optional />
      </FormGroup>
    </>
  );
}

/** Central energy density of own cells, for the range of a vehicle. */
function ownEnergyDensity(density: unknown): number | null {
  if (typeof density === 'number') return density;
  if (typeof density !== 'object' || density === null) return null;
  if (isKnots(density as never)) return null;
  return anchors(density as never).middle;
}

export function SegmentForm({ id }: { readonly id: string }) {
  const document = useDocument();
  const place = `market/segments/${id}`;
  const segment = readPlace(document, place) as Segment | undefined;
  if (!segment) return null;
  const vehicle = segment.meta?.vehicle;
  const density = ownEnergyDensity(document.market?.own.attributes.energyDensity);
  const range =
    vehicle && density !== null && vehicle.consumption > 0
      ? ((density * vehicle.packMass * vehicle.packRatio) / 1000 / vehicle.consumption) * 100
      : null;
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" />
        <QuantityField place={`${place}/demand`} trajectory begin={10} />
        <QuantityField place={`${place}/heterogeneity`} begin={60} />
        <FlagField place={`${place}/eligible`} label="Own cells" words="can be bought here" fallback />
      </FormGroup>
      <AttributesEditor
        place={`${place}/willingnessToPay`}
        title="Willingness to pay"
        unitOf={() => `${document.currency}/kWh per unit`}
      />
      <FormGroup title="Adoption here">
        <QuantityField place={`${place}/adoption/p`} begin={0.03} />
        <QuantityField place={`${place}/adoption/q`} begin={0.38} />
      </FormGroup>
      <VehicleFields place={place} given={vehicle !== undefined} range={range} />
      <RisksOn target={id} />
      <FormGroup>
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}

function VehicleFields({
  place,
  given,
  range,
}: {
  readonly place: string;
  readonly given: boolean;
  readonly range: number | null;
}) {
  const actions = useActions();
  const vehicle = `${place}/meta/vehicle`;
  if (!given) {
    return (
      <FormGroup title="Vehicle">
        <button
          type="button"
          className={styles.pick}
          onClick={() =>
            actions.edit({
              label: 'Vehicle of the segment',
              field: vehicle,
              change: (document) => writePlace(document, vehicle, { packMass: 450, packRatio: 0.7, consumption: 15 }),
            })
          }
        >
          Give a pack, to see the range in km
        </button>
        <Rejected field={vehicle} />
      </FormGroup>
    );
  }
  return (
    <FormGroup title="Vehicle">
      <NumberField place={`${vehicle}/packMass`} />
      <NumberField place={`${vehicle}/packRatio`} />
      <NumberField place={`${vehicle}/consumption`} />
      {range === null ? null : <p className={styles.hint}>Range with own cells: {formatCount(Math.round(range))} km</p>}
    </FormGroup>
  );
}

export function TechnologyForm({ id }: { readonly id: string }) {
  const document = useDocument();
  const place = `market/technologies/${id}`;
  const technology = readPlace(document, place) as Technology | undefined;
  if (!technology) return null;
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" />
        <QuantityField place={`${place}/price`} trajectory begin={500} />
        <QuantityField place={`${place}/availability`} trajectory begin={1} />
        <QuantityField place={`${place}/slip`} />
        <ChoiceField
          place={`${place}/sameAs`}
          label="Is"
          optional="another technology"
          choices={[{ value: 'own', label: 'the same technology, other makers' }]}
        />
      </FormGroup>
      <AttributesEditor place={`${place}/attributes`} title="Attributes" trajectory />
      <FormGroup>
        <TextField place={`${place}/meta/colour`} label="Colour" optional placeholder="#rrggbb, or from the palette" />
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}
