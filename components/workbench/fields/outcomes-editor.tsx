'use client';

import { IconPlus, IconTrash } from '@tabler/icons-react';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { fieldText, parseNumber } from '@/lib/workbench/typed-number';
import { SmallButton } from '../../ui/small-button';
import { useActions, useWorkbench } from '../workbench-context';
import { DraftInput } from './draft-input';
import styles from './fields.module.css';

interface Outcome {
  readonly value: number;
  readonly p: number;
}

/** The outcomes of a discrete quantity; probabilities are shares of their sum. */
export function OutcomesEditor({ place, name }: { readonly place: string; readonly name: string }) {
  const actions = useActions();
  const rejected = useWorkbench((state) => state.rejected);
  const outcomes = useWorkbench((state) => readPlace(state.history.present, `${place}/outcomes`)) as readonly Outcome[];
  const put = (next: readonly Outcome[], field: string, text: string) =>
    actions.edit({
      label: `Outcomes of ${name}`,
      field,
      text,
      change: (document) => writePlace(document, `${place}/outcomes`, next),
    });
  const total = outcomes.reduce((sum, { p }) => sum + p, 0);

  function input(outcome: Outcome, index: number, key: 'value' | 'p') {
    const field = `${place}/outcomes/${index}/${key}`;
    return (
      <>
        <DraftInput
          name={`${name}, outcome ${index + 1}, ${key === 'p' ? 'probability' : 'value'}`}
          numeric
          text={fieldText(outcome[key])}
          rejected={rejected[field]?.text}
          errorId={`${field}-error`}
          onDiscard={() => actions.clearRejection(field)}
          onCommit={(text) => {
            const number = parseNumber(text);
            if (number === null) actions.reject(field, text, 'This must be a number.');
            else
              put(
                outcomes.map((other, at) => (at === index ? { ...other, [key]: number } : other)),
                field,
                text,
              );
          }}
        />
        {rejected[field] ? (
          <p className={styles.error} id={`${field}-error`}>
            {rejected[field]?.message}
          </p>
        ) : null}
      </>
    );
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>Value</th>
          <th>Probability</th>
          <th>Share</th>
          <th>
            <SmallButton
              name="Add an outcome"
              icon={<IconPlus size={14} />}
              onClick={() =>
                put(
                  [...outcomes, { value: (outcomes[outcomes.length - 1]?.value ?? 0) + 1, p: 0.1 }],
                  `${place}/outcomes`,
                  '',
                )
              }
            />
          </th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: outcomes have no other identity.
          <tr key={index}>
            <td>{input(outcome, index, 'value')}</td>
            <td>{input(outcome, index, 'p')}</td>
            <td>{total > 0 ? `${Math.round((outcome.p / total) * 100)} %` : ''}</td>
            <td>
              <SmallButton
                name={`Remove outcome ${index + 1}`}
                icon={<IconTrash size={14} />}
                disabled={outcomes.length <= 1}
                onClick={() =>
                  put(
                    outcomes.filter((_, at) => at !== index),
                    `${place}/outcomes`,
                    '',
                  )
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
