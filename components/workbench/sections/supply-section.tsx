'use client';

import type { Contract, Material } from '@/lib/scenario/document';
import { eventWords } from '@/lib/workbench/event-words';
import { QuantityCell } from '../fields/quantity-cell';
import { useDocument } from '../workbench-context';
import { ObjectTable, type TableRow } from './object-table';
import styles from './sections.module.css';

type ContractRow = TableRow & { readonly contract: Contract; readonly material: Material };

export function SupplySection() {
  const document = useDocument();
  const materials = document.materials ?? [];
  const rows: ContractRow[] = materials.flatMap((material) =>
    material.contracts.map((contract) => ({ id: contract.id, name: contract.supplier, contract, material })),
  );
  const material = (row: Material, field: string) => (
    <QuantityCell
      place={`materials/${row.id}/${field}`}
      selection={{ kind: 'material', id: row.id }}
      owner={row.name}
    />
  );
  const contract = (row: ContractRow, field: string) => (
    <QuantityCell
      place={`materials/${row.material.id}/contracts/${row.id}/${field}`}
      selection={{ kind: 'contract', id: row.id }}
      owner={row.name}
    />
  );
  return (
    <>
      <ObjectTable
        kind="material"
        title="Materials"
        list="materials"
        ordered
        rows={materials}
        empty="Materials that can run short: name each, say how many tonnes a GWh takes, and give it contracts. Add the first material."
        columns={[
          {
            label: 'Intensity',
            variable: 'materials/*/intensity',
            width: 150,
            cell: (row) => material(row, 'intensity'),
          },
          {
            label: 'Initial stock',
            variable: 'materials/*/stock/initial',
            cell: (row) => material(row, 'stock/initial'),
          },
          { label: 'Largest stock', variable: 'materials/*/stock/max', cell: (row) => material(row, 'stock/max') },
          { label: 'Contracts', width: 72, cell: (row) => row.contracts.length },
        ]}
      />
      <ObjectTable
        kind="contract"
        title="Contracts"
        list={materials.length === 1 ? `materials/${materials[0]?.id}/contracts` : 'contracts'}
        ordered={materials.length === 1}
        rows={rows}
        empty="Contracts bring the materials: a supplier, a start, tonnes a year, a price."
        columns={[
          { label: 'Material', width: 130, cell: (row) => <div className={styles.text}>{row.material.name}</div> },
          {
            label: 'Starts',
            width: 140,
            cell: (row) => <div className={styles.text}>{eventWords(document, row.contract.start)}</div>,
          },
          {
            label: 'Volume',
            variable: 'materials/*/contracts/*/volume',
            width: 150,
            cell: (row) => contract(row, 'volume'),
          },
          { label: 'Ramp', variable: 'materials/*/contracts/*/ramp', cell: (row) => contract(row, 'ramp') },
          {
            label: 'Price',
            variable: 'materials/*/contracts/*/price',
            width: 150,
            cell: (row) => contract(row, 'price'),
          },
          {
            label: 'Take or pay',
            variable: 'materials/*/contracts/*/takeOrPay',
            cell: (row) => contract(row, 'takeOrPay'),
          },
        ]}
      />
    </>
  );
}
