'use client';

import type { Tranche } from '@/lib/scenario/document';
import { eventWords } from '@/lib/workbench/event-words';
import { SectionHeading } from '../../ui/section-heading';
import { QuantityCell } from '../fields/quantity-cell';
import { CostForm, PricingForm } from '../forms/cost-forms';
import { FundingForm } from '../forms/supply-forms';
import { useDocument } from '../workbench-context';
import { ObjectTable } from './object-table';
import styles from './sections.module.css';

type TrancheRow = Tranche & { readonly name: string };

export function InvestmentSection() {
  const document = useDocument();
  const rows: TrancheRow[] = (document.funding?.tranches ?? []).map((tranche) => ({
    ...tranche,
    name: tranche.name ?? tranche.id,
  }));
  const cell = (row: TrancheRow, field: string) => (
    <QuantityCell
      place={`funding/tranches/${row.id}/${field}`}
      selection={{ kind: 'tranche', id: row.id }}
      owner={row.name}
    />
  );
  return (
    <>
      <ObjectTable
        kind="tranche"
        title="Tranches"
        list="funding/tranches"
        rows={rows}
        empty="Money that comes in: equity, debt, grants, each on a date or with a milestone, each with a chance to fail. Add the first tranche."
        columns={[
          { label: 'Kind', width: 64, cell: (row) => row.kind ?? 'equity' },
          {
            label: 'Arrives',
            width: 180,
            cell: (row) => <div className={styles.text}>{eventWords(document, row.on)}</div>,
          },
          { label: 'Amount', variable: 'funding/tranches/*/amount', width: 160, cell: (row) => cell(row, 'amount') },
          { label: 'Probability', variable: 'funding/tranches/*/probability', cell: (row) => cell(row, 'probability') },
        ]}
      />
      <SectionHeading title="Cash and rates" />
      <div className={styles.narrow}>
        <FundingForm />
      </div>
    </>
  );
}

export function CostSection() {
  return (
    <div className={styles.columns}>
      <section aria-label="Cost">
        <SectionHeading title="Cost" />
        <CostForm />
      </section>
      <section aria-label="Price">
        <SectionHeading title="Price" />
        <PricingForm />
      </section>
    </div>
  );
}
