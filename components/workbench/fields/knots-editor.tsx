'use client';

import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Knot, Knots } from '@/lib/scenario/document';
import { writePlace } from '@/lib/workbench/place';
import { fieldText, parseNumber } from '@/lib/workbench/typed-number';
import { SmallButton } from '../../ui/small-button';
import { useActions, useWorkbench } from '../workbench-context';
import { DraftInput } from './draft-input';
import { EvidenceEditor } from './evidence-editor';
import styles from './fields.module.css';
import { KnotsSketch } from './quantity-sketch';

const columns = ['low', 'mode', 'high'] as const;
type Column = (typeof columns)[number];

const spreadOf = (knot: Knot) => ('value' in knot ? { low: knot.value, mode: knot.value, high: knot.value } : knot);

/** A knot without a width is written as one value. */
function knotOf(date: string, { low, mode, high }: Record<Column, number>): Knot {
  return low === mode && mode === high ? { date, value: mode } : { date, low, mode, high };
}

/** A year after the last date, within what dates allow. */
function laterDate(date: string | undefined): string {
  const year = Number(date?.slice(0, 4) ?? '2026');
  return `${Math.min(2199, year + 1)}${date?.slice(4, 10) ?? '-01-01'}`;
}

/** A path through time: dates with low, likely and high, and how it runs between them. */
export function KnotsEditor({
  place,
  name,
  knots,
  onConstant,
}: {
  readonly place: string;
  readonly name: string;
  readonly knots: Knots;
  readonly onConstant: () => void;
}) {
  const actions = useActions();
  const rejected = useWorkbench((state) => state.rejected);
  const put = (next: Partial<Knots>, field: string, text: string) =>
    actions.edit({
      label: name,
      field,
      text,
      gesture: field,
      change: (document) => writePlace(document, place, { ...knots, ...next }),
    });

  function change(index: number, key: Column | 'date', text: string) {
    const field = `${place}/knots/${index}/${key}`;
    const knot = knots.knots[index];
    if (!knot) return;
    const number = parseNumber(text);
    if (key !== 'date' && number === null) {
      actions.reject(field, text, `This must be a number, not “${text.slice(0, 40)}”.`);
      return;
    }
    const spread = spreadOf(knot);
    // A knot that is one value moves as a whole when its likely value is typed.
    const moved =
      key === 'date'
        ? knotOf(text.trim(), spread)
        : key === 'mode' && 'value' in knot
          ? { date: knot.date, value: number ?? 0 }
          : knotOf(knot.date, { ...spread, [key]: number ?? 0 });
    put({ knots: knots.knots.map((other, at) => (at === index ? moved : other)) }, field, text);
  }
  const errors = knots.knots.flatMap((_, index) =>
    ([...columns, 'date'] as const).flatMap((key) => rejected[`${place}/knots/${index}/${key}`] ?? []),
  );
  return (
    <div className={styles.editor}>
      <KnotsSketch knots={knots} width={296} height={48} />
      <div className={styles.row}>
        <select
          className={styles.select}
          aria-label={`How ${name} runs between dates`}
          value={knots.interpolate}
          onChange={({ target }) => put({ interpolate: target.value as Knots['interpolate'] }, place, '')}
        >
          <option value="linear">straight between dates</option>
          <option value="geometric">by a constant rate</option>
        </select>
        <button type="button" className={styles.summary} onClick={onConstant}>
          Make it constant
        </button>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.dateColumn}>Date</th>
            <th>Low</th>
            <th>Likely</th>
            <th>High</th>
            <th>
              <SmallButton
                name="Add a date"
                icon={<IconPlus size={14} />}
                onClick={() => {
                  const last = knots.knots[knots.knots.length - 1];
                  const next = last ? { ...last, date: laterDate(last.date) } : { date: '2026-01-01', value: 0 };
                  put({ knots: [...knots.knots, next] }, place, '');
                }}
              />
            </th>
          </tr>
        </thead>
        <tbody>
          {knots.knots.map((knot, index) => (
            <tr key={knot.date}>
              {(['date', ...columns] as const).map((key) => {
                const field = `${place}/knots/${index}/${key}`;
                return (
                  <td key={key}>
                    <DraftInput
                      name={`${name}, ${key === 'mode' ? 'likely' : key} at ${knot.date}`}
                      numeric={key !== 'date'}
                      text={key === 'date' ? knot.date : fieldText(spreadOf(knot)[key])}
                      rejected={rejected[field]?.text}
                      errorId={`${place}-knots-error`}
                      onDiscard={() => actions.clearRejection(field)}
                      onCommit={(text) => change(index, key, text)}
                    />
                  </td>
                );
              })}
              <td>
                <SmallButton
                  name={`Remove ${knot.date}`}
                  icon={<IconTrash size={14} />}
                  disabled={knots.knots.length <= 1}
                  onClick={() => put({ knots: knots.knots.filter((_, at) => at !== index) }, place, '')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {errors.length > 0 ? (
        <p className={styles.error} id={`${place}-knots-error`}>
          {errors.map(({ message }) => message).join(' ')}
        </p>
      ) : null}
      <EvidenceEditor place={place} name={name} />
    </div>
  );
}
