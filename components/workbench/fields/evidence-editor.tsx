'use client';

import { Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { EvidenceRecord, QuantityMeta, Source, Trajectory } from '@/lib/scenario/document';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { metaOf, shortNumber, withMeta } from '@/lib/workbench/quantity-kinds';
import { SmallButton } from '../../ui/small-button';
import { useActions, useWorkbench } from '../workbench-context';
import { DraftInput } from './draft-input';
import styles from './fields.module.css';

const noSources: readonly Source[] = [];

/** A record as published: `45 – 60 – 90 d`. */
export function recordFigures(record: EvidenceRecord): string {
  const numbers = [record.low, record.mode, record.high].filter((value) => value !== undefined).map(shortNumber);
  const value = typeof record.value === 'number' ? shortNumber(record.value) : (record.value ?? '');
  return `${numbers.length > 0 ? numbers.join(' – ') : value} ${record.unit}`.trim();
}

/** Where a number comes from: records and sources, or an assumption with its reason; unit shown and note. */
export function EvidenceEditor({ place, name }: { readonly place: string; readonly name: string }) {
  const actions = useActions();
  const value = useWorkbench((state) => readPlace(state.history.present, place)) as Trajectory | undefined;
  const sources = useWorkbench((state) => state.history.present.sources ?? noSources);
  // The list of all records is long; it is made when somebody wants it.
  const [picking, setPicking] = useState(false);
  const meta = metaOf(value) ?? {};
  const records = sources.flatMap((source) => (source.meta?.records ?? []).map((record) => ({ source, record })));

  function put(next: QuantityMeta, what: string) {
    actions.edit({
      label: `${what} of ${name}`,
      field: `${place}/meta`,
      gesture: `${place}/meta/${what}`,
      change: (document) => {
        const before = readPlace(document, place) as Trajectory | undefined;
        return before === undefined ? document : writePlace(document, place, withMeta(before, next));
      },
    });
  }
  const text = (key: 'assumption' | 'note' | 'unit', label: string, multiline: boolean) => (
    <div className={styles.cell}>
      <span aria-hidden="true">{label}</span>
      <DraftInput
        name={`${label} of ${name}`}
        text={meta[key] ?? ''}
        multiline={multiline}
        onCommit={(typed) => put({ ...meta, [key]: typed.trim() === '' ? undefined : typed }, label)}
      />
    </div>
  );
  const without = (list: readonly string[] | undefined, id: string) => {
    const rest = (list ?? []).filter((entry) => entry !== id);
    return rest.length > 0 ? rest : undefined;
  };
  return (
    <>
      <div className={styles.cell}>
        <span>Where it comes from</span>
        <ul className={styles.chips} aria-label={`Sources of ${name}`}>
          {(meta.evidence ?? []).map((id) => {
            const found = records.find(({ record }) => record.id === id);
            return (
              <li key={id} className={styles.chip}>
                <span>
                  {found ? `${found.record.quantity}: ${recordFigures(found.record)}` : id}
                  <small>
                    {found ? `${id}, ${found.source.publisher ?? found.source.title}` : 'record not in this document'}
                  </small>
                </span>
                <SmallButton
                  name={`Remove record ${id}`}
                  icon={<IconX size={14} />}
                  onClick={() => put({ ...meta, evidence: without(meta.evidence, id) }, 'Evidence')}
                />
              </li>
            );
          })}
          {(meta.sources ?? []).map((id) => (
            <li key={id} className={styles.chip}>
              <span>{sources.find((source) => source.id === id)?.title ?? id}</span>
              <SmallButton
                name={`Remove source ${id}`}
                icon={<IconX size={14} />}
                onClick={() => put({ ...meta, sources: without(meta.sources, id) }, 'Sources')}
              />
            </li>
          ))}
        </ul>
        {picking ? (
          <Select
            aria-label={`Add a source or a record to ${name}`}
            placeholder="Add a source or a record"
            size="xs"
            searchable
            withScrollArea={false}
            styles={{ options: { maxHeight: 220, overflowY: 'auto' } }}
            attributes={{ options: { tabIndex: 0 } }}
            autoFocus
            defaultDropdownOpened
            onDropdownClose={() => setPicking(false)}
            value={null}
            limit={60}
            nothingFoundMessage="No such source. Add it under Sources."
            comboboxProps={{ withinPortal: true }}
            data={[
              {
                group: 'Records',
                items: records
                  .filter(({ record }) => !meta.evidence?.includes(record.id))
                  .map(({ record, source }) => ({
                    value: `r/${record.id}`,
                    label: `${record.id} ${record.quantity}: ${recordFigures(record)} (${source.publisher ?? source.title})`,
                  })),
              },
              {
                group: 'Sources',
                items: sources
                  .filter(({ id }) => !meta.sources?.includes(id))
                  .map(({ id, title }) => ({ value: `s/${id}`, label: title })),
              },
            ]}
            onChange={(chosen) => {
              if (!chosen) return;
              const id = chosen.slice(2);
              if (chosen.startsWith('r/')) put({ ...meta, evidence: [...(meta.evidence ?? []), id] }, 'Evidence');
              else put({ ...meta, sources: [...(meta.sources ?? []), id] }, 'Sources');
            }}
          />
        ) : (
          <button type="button" className={styles.pick} onClick={() => setPicking(true)}>
            Add a source or a record to {name}
          </button>
        )}
      </div>
      {text('assumption', 'Assumption', true)}
      {text('note', 'Note', true)}
      {text('unit', 'Unit shown', false)}
    </>
  );
}
