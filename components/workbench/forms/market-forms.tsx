'use client';

import { formatCount } from '@/lib/format/number';
import type { Segment, Technology } from '@/lib/scenario/document';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { anchors, isKnots } from '@/lib/workbench/quantity-kinds';
import { ChoiceField, FlagField, NumberField, TextField } from '../fields/plain-fields';
import { QuantityField } from '../fields/quantity-field';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument } from '../workbench-context';
import { AttributesEditor } from './attributes-editor';
import { FormGroup } from './form-group';
import styles from './forms.module.css';
import { RisksOn } from './risks-on';

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
