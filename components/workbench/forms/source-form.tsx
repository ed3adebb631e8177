'use client';

import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { EvidenceRecord, Source } from '@/lib/scenario/document';
import { freshId, readPlace, writePlace } from '@/lib/workbench/place';
import { fieldText, parseNumber } from '@/lib/workbench/typed-number';
import { SmallButton } from '../../ui/small-button';
import { DraftInput } from '../fields/draft-input';
import { FieldRow } from '../fields/field-row';
import { TextField } from '../fields/plain-fields';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument, useWorkbench } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';

export function SourceForm({ id }: { readonly id: string }) {
  const actions = useActions();
  const document = useDocument();
  const place = `sources/${id}`;
  const source = readPlace(document, place) as Source | undefined;
  if (!source) return null;
  const records = source.meta?.records ?? [];
  const list = `${place}/meta/records`;
  const add = () => {
    const taken = (document.sources ?? []).flatMap(({ meta }) => meta?.records ?? []);
    const record = { id: freshId(taken, `${id} record`), quantity: 'New figure', unit: '' };
    actions.edit({
      label: 'Add a record',
      field: list,
      change: (before) => writePlace(before, list, [...records, record]),
    });
  };
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/title`} label="Title" />
        <TextField place={`${place}/publisher`} label="Publisher" optional />
        <TextField place={`${place}/date`} label="Date" optional />
        <TextField place={`${place}/url`} label="Address" optional />
        <TextField place={`${place}/accessed`} label="Accessed" optional />
        <TextField place={`${place}/note`} label="Note" long optional />
      </FormGroup>
      <FormGroup
        title={`Records as published (${records.length})`}
        actions={<SmallButton name="Add a record" icon={<IconPlus size={14} />} onClick={add} />}
      >
        <Rejected field={list} />
        {records.map((record) => (
          <RecordFields
            key={record.id}
            place={`${list}/${record.id}`}
            record={record}
            onRemove={() =>
              actions.edit({
                label: `Remove record ${record.id}`,
                field: list,
                change: (before) =>
                  writePlace(
                    before,
                    list,
                    records.length > 1 ? records.filter(({ id: other }) => other !== record.id) : undefined,
                  ),
              })
            }
          />
        ))}
      </FormGroup>
    </>
  );
}

function RecordFields({
  place,
  record,
  onRemove,
}: {
  readonly place: string;
  readonly record: EvidenceRecord;
  readonly onRemove: () => void;
}) {
  return (
    <div className={styles.entry}>
      <div className={styles.entryHead}>
        {record.id}
        <SmallButton name={`Remove record ${record.id}`} icon={<IconTrash size={14} />} onClick={onRemove} />
      </div>
      <TextField place={`${place}/quantity`} label="Quantity" />
      <TextField place={`${place}/unit`} label="Unit" />
      {(['low', 'mode', 'high', 'year'] as const).map((key) => (
        <RecordNumber
          key={key}
          place={`${place}/${key}`}
          label={{ low: 'Low', mode: 'Likely', high: 'High', year: 'Year' }[key]}
        />
      ))}
      <RecordNumber place={`${place}/value`} label="Value" words />
      <TextField place={`${place}/region`} label="Region" optional />
      <TextField place={`${place}/note`} label="Note" long optional />
    </div>
  );
}

/** A number as published; `words`: may be a text where the source gives no number. */
function RecordNumber({
  place,
  label,
  words,
}: {
  readonly place: string;
  readonly label: string;
  readonly words?: boolean;
}) {
  const actions = useActions();
  const value = useWorkbench((state) => readPlace(state.history.present, place));
  const rejection = useWorkbench((state) => state.rejected[place]);
  return (
    <FieldRow label={label} error={rejection?.message} errorId={`${place}-error`}>
      <DraftInput
        name={label}
        numeric={!words}
        text={typeof value === 'number' ? fieldText(value) : typeof value === 'string' ? value : ''}
        rejected={rejection?.text}
        errorId={`${place}-error`}
        onDiscard={() => actions.clearRejection(place)}
        onCommit={(text) => {
          const number = parseNumber(text);
          if (number === null && text.trim() !== '' && !words) {
            actions.reject(place, text, `${label} must be a number, not “${text.slice(0, 40)}”.`);
            return;
          }
          const next = text.trim() === '' ? undefined : (number ?? text.trim());
          actions.edit({
            label,
            field: place,
            text,
            gesture: place,
            change: (document) => writePlace(document, place, next),
          });
        }}
      />
    </FieldRow>
  );
}
