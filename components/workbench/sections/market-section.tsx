'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Segment, Technology } from '@/lib/scenario/document';
import { SectionHeading } from '../../ui/section-heading';
import { CalibrateDialog } from '../calibrate-dialog';
import { QuantityCell } from '../fields/quantity-cell';
import { useActions, useDocument } from '../workbench-context';
import { ObjectTable } from './object-table';
import styles from './sections.module.css';

export function MarketSection() {
  const actions = useActions();
  const document = useDocument();
  const [calibrating, setCalibrating] = useState(false);
  const segments = document.market?.segments ?? [];
  const technologies = document.market?.technologies ?? [];
  const segment = (row: Segment, field: string) => (
    <QuantityCell
      place={`market/segments/${row.id}/${field}`}
      selection={{ kind: 'segment', id: row.id }}
      owner={row.name}
    />
  );
  const technology = (row: Technology, field: string) => (
    <QuantityCell
      place={`market/technologies/${row.id}/${field}`}
      selection={{ kind: 'technology', id: row.id }}
      owner={row.name}
    />
  );
  const own = Object.keys(document.market?.own.attributes ?? {});
  return (
    <>
      <ObjectTable
        kind="segment"
        title="Segments"
        list="market/segments"
        rows={segments}
        empty="Who buys: each segment with the cells it takes in a year, how far its buyers differ, and what they pay for each attribute. Add the first segment."
        columns={[
          { label: 'Demand', variable: 'market/segments/*/demand', width: 160, cell: (row) => segment(row, 'demand') },
          {
            label: 'Heterogeneity',
            variable: 'market/segments/*/heterogeneity',
            width: 140,
            cell: (row) => segment(row, 'heterogeneity'),
          },
          {
            label: 'Pays for',
            width: 160,
            cell: (row) => (
              <div className={styles.text}>{Object.keys(row.willingnessToPay).join(', ') || 'price alone'}</div>
            ),
          },
          { label: 'Own cells', width: 72, cell: (row) => (row.eligible === false ? 'no' : 'yes') },
        ]}
      />
      <ObjectTable
        kind="technology"
        title="Other technologies"
        list="market/technologies"
        rows={technologies}
        empty="What buyers can take instead: each with its price, its attributes, and how much of it there is. Add the first technology."
        columns={[
          {
            label: 'Price',
            variable: 'market/technologies/*/price',
            width: 160,
            cell: (row) => technology(row, 'price'),
          },
          {
            label: 'Availability',
            variable: 'market/technologies/*/availability',
            width: 140,
            cell: (row) => technology(row, 'availability'),
          },
          { label: 'Slip', variable: 'market/technologies/*/slip', cell: (row) => technology(row, 'slip') },
          { label: 'Same as own', width: 84, cell: (row) => (row.sameAs === 'own' ? 'yes' : 'no') },
        ]}
      />
      {segments.length > 0 && technologies.length > 0 ? (
        <section aria-label="Calibration">
          <SectionHeading
            title="Calibration"
            actions={
              <Button variant="subtle" size="compact-sm" onClick={() => setCalibrating(true)}>
                Calibrate to observed shares
              </Button>
            }
          />
          <p className={styles.empty}>
            The market begins with the shares of a year that was observed: what buyers see in each technology beyond
            price and attributes follows from them.
          </p>
        </section>
      ) : null}
      {calibrating ? <CalibrateDialog onClose={() => setCalibrating(false)} /> : null}
      <section aria-label="Own technology">
        <SectionHeading
          title="Own technology"
          actions={
            <Button variant="subtle" size="compact-sm" onClick={() => actions.select({ kind: 'own', id: '' })}>
              Attributes and adoption
            </Button>
          }
        />
        <p className={styles.empty}>
          {own.length > 0 ? `Attributes: ${own.join(', ')}.` : 'No attributes yet: buyers compare the price alone.'}
        </p>
      </section>
    </>
  );
}
