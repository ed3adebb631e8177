'use client';

import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Check, CheckChange } from '@/lib/scenario/document';
import { offeredOutputs, outputTitle, parseOutput } from '@/lib/workbench/outputs';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { fieldText, parseNumber } from '@/lib/workbench/typed-number';
import { SmallButton } from '../../ui/small-button';
import { DraftInput } from '../fields/draft-input';
import { FieldLabel } from '../fields/field-label';
import { FieldRow } from '../fields/field-row';
import fieldStyles from '../fields/fields.module.css';
import { ChoiceField, TextField } from '../fields/plain-fields';
import { Rejected } from '../fields/rejected';
import { useField } from '../fields/use-field';
import { useActions, useDocument, useWorkbench } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';
import { InputPathField } from './input-path-field';

const expectations = [
  { value: 'up', label: 'rises' },
  { value: 'down', label: 'falls' },
  { value: 'not-up', label: 'does not rise' },
  { value: 'not-down', label: 'does not fall' },
  { value: '<=', label: 'is at most' },
  { value: '>=', label: 'is at least' },
];

export function CheckForm({ id }: { readonly id: string }) {
  const document = useDocument();
  const place = `checks/${id}`;
  const check = readPlace(document, place) as Check | undefined;
  if (!check) return null;
  const outputs = offeredOutputs(document);
  const choices = (outputs.includes(check.output) ? outputs : [...outputs, check.output]).map((name) => {
    const output = parseOutput(name);
    return { value: name, label: output ? outputTitle(document, output) : name };
  });
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" />
        <ChoiceField place={`${place}/output`} label="Then" choices={choices} />
        <ExpectField place={place} check={check} />
        <ChoiceField
          place={`${place}/mode`}
          label="Checked in"
          fallback="deterministic"
          choices={[
            { value: 'deterministic', label: 'the plan' },
            { value: 'trials', label: 'the trials' },
          ]}
        />
      </FormGroup>
      <Changes place={place} check={check} />
      <FormGroup>
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}

function ExpectField({ place, check }: { readonly place: string; readonly check: Check }) {
  const field = useField(`${place}/expect`, `Expectation of ${check.name}`);
  const { expect } = check;
  const compared = typeof expect === 'object';
  const isDate = ['sop', 'focus', 'projectFinish'].includes(check.output);
  return (
    <FieldRow
      label={<FieldLabel place={`${place}/expect`} label="It" />}
      error={field.rejection?.message}
      errorId={field.errorId}
    >
      <select
        className={fieldStyles.select}
        aria-label="Expectation"
        value={compared ? expect.op : expect}
        onChange={({ target }) => {
          const op = target.value;
          if (op !== '<=' && op !== '>=') field.write(op, op);
          else field.write({ op, value: compared ? expect.value : isDate ? '2030-12-31' : 0 }, op);
        }}
      >
        {expectations.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {compared ? (
        <DraftInput
          name="Value expected"
          text={typeof expect.value === 'number' ? fieldText(expect.value) : expect.value}
          rejected={field.rejection?.text}
          errorId={field.errorId}
          onDiscard={field.clear}
          onCommit={(text) => field.write({ op: expect.op, value: parseNumber(text) ?? text.trim() }, text)}
        />
      ) : null}
    </FieldRow>
  );
}

const ways = ['factor', 'offset', 'value'] as const;

function Changes({ place, check }: { readonly place: string; readonly check: Check }) {
  const actions = useActions();
  const rejected = useWorkbench((state) => state.rejected);
  const document = useDocument();
  const set = (change: readonly CheckChange[], field: string, text: string) =>
    actions.edit({
      label: `Changes of ${check.name}`,
      field,
      text,
      change: (before) => writePlace(before, `${place}/change`, change),
    });
  function add() {
    const first = document.materials?.[0]?.contracts[0];
    const path = first
      ? `materials/${document.materials?.[0]?.id}/contracts/${first.id}/volume`
      : 'funding/initialCash';
    set([...check.change, { path, factor: 0.5 }], `${place}/change`, '');
  }
  return (
    <FormGroup title="When" actions={<SmallButton name="Add a change" icon={<IconPlus size={14} />} onClick={add} />}>
      <Rejected field={`${place}/change`} />
      {check.change.length === 0 ? (
        <p className={styles.hint}>Nothing is changed yet: add the input that moves.</p>
      ) : null}
      {check.change.map((change, index) => {
        const way = ways.find((one) => change[one] !== undefined) ?? 'factor';
        const field = `${place}/change/${index}/${way}`;
        const put = (next: CheckChange, text: string) =>
          set(
            check.change.map((other, at) => (at === index ? next : other)),
            field,
            text,
          );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no identity but their place.
          <div key={index} className={styles.entry}>
            <div className={styles.entryHead}>
              Change {index + 1}
              <SmallButton
                name={`Remove change ${index + 1}`}
                icon={<IconTrash size={14} />}
                onClick={() =>
                  set(
                    check.change.filter((_, at) => at !== index),
                    `${place}/change`,
                    '',
                  )
                }
              />
            </div>
            <InputPathField place={`${place}/change/${index}/path`} label="Input" />
            <FieldRow
              label={<FieldLabel place={`${place}/change`} label="By" />}
              error={rejected[field]?.message}
              errorId={`${field}-error`}
            >
              <select
                className={fieldStyles.select}
                aria-label={`Change ${index + 1}, how`}
                value={way}
                onChange={({ target }) =>
                  put({ path: change.path, [target.value]: target.value === 'factor' ? 1 : 0 }, '')
                }
              >
                <option value="factor">times</option>
                <option value="offset">plus</option>
                <option value="value">set to</option>
              </select>
              <DraftInput
                name={`Change ${index + 1}, by`}
                numeric
                text={fieldText(change[way])}
                rejected={rejected[field]?.text}
                errorId={`${field}-error`}
                onDiscard={() => actions.clearRejection(field)}
                onCommit={(text) => {
                  const number = parseNumber(text);
                  if (number === null) actions.reject(field, text, 'This must be a number.');
                  else put({ path: change.path, [way]: number }, text);
                }}
              />
            </FieldRow>
          </div>
        );
      })}
    </FormGroup>
  );
}
