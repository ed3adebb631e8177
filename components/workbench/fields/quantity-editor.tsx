'use client';

import { useId } from 'react';
import type { Distribution, Quantity } from '@/lib/scenario/document';
import type { Range } from '@/lib/scenario/range';
import { writePlace } from '@/lib/workbench/place';
import {
  convertKind,
  kindFields,
  kindOf,
  plainOrKept,
  type QuantityKind,
  quantityKinds,
} from '@/lib/workbench/quantity-kinds';
import { fieldText, parseNumber } from '@/lib/workbench/typed-number';
import { useActions, useWorkbench } from '../workbench-context';
import { DraftInput } from './draft-input';
import { EvidenceEditor } from './evidence-editor';
import styles from './fields.module.css';
import { OutcomesEditor } from './outcomes-editor';
import { QuantitySliders } from './quantity-sliders';

interface QuantityEditorProps {
  readonly place: string;
  readonly name: string;
  readonly quantity: Quantity;
  readonly range: Range | undefined;
  readonly unit: string;
  /** Goes back to the default: nothing written. */
  readonly onClear?: () => void;
}

/** Everything about one quantity: its kind, its numbers, its ends, where it comes from. */
export function QuantityEditor({ place, name, quantity, range, unit, onClear }: QuantityEditorProps) {
  const actions = useActions();
  const kindId = useId();
  const boundsId = useId();
  const kind = kindOf(quantity);
  const put = (next: Quantity, label: string, inHand = false) =>
    actions.edit({
      label,
      field: place,
      gesture: place,
      inHand,
      change: (document) => writePlace(document, place, next),
    });
  const shaped = kind === 'triangular' || kind === 'pert';
  return (
    <div className={styles.editor}>
      <div className={styles.row}>
        <label className="r-hidden" htmlFor={kindId}>
          Kind of {name}
        </label>
        <select
          id={kindId}
          className={styles.select}
          value={kind}
          onChange={({ target }) => put(convertKind(quantity, target.value as QuantityKind, range), `Kind of ${name}`)}
        >
          {quantityKinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {shaped ? (
          <>
            <label className="r-hidden" htmlFor={boundsId}>
              What low and high of {name} are
            </label>
            <select
              id={boundsId}
              className={styles.select}
              value={(quantity as { bounds?: string }).bounds ?? 'min-max'}
              onChange={({ target }) =>
                put(
                  {
                    ...(quantity as Distribution),
                    bounds: target.value === 'min-max' ? undefined : target.value,
                  } as Quantity,
                  `Ends of ${name}`,
                )
              }
            >
              <option value="min-max">ends: least, most</option>
              <option value="p10-p90">ends: P10, P90</option>
            </select>
          </>
        ) : null}
      </div>
      {kind === 'discrete' ? (
        <OutcomesEditor place={place} name={name} />
      ) : (
        <QuantitySliders
          quantity={typeof quantity === 'object' && quantity.kind === 'fixed' ? quantity : quantity}
          range={range}
          name={name}
          onMove={(next) => put(typeof next === 'number' ? next : plainOrKept(next), name, true)}
          onRelease={() => actions.endGesture()}
        />
      )}
      {kind === 'discrete' ? null : <Parts place={place} name={name} quantity={quantity} unit={unit} />}
      {typeof quantity === 'object' ? <Clip place={place} name={name} quantity={quantity} /> : null}
      <EvidenceEditor place={place} name={name} />
      {onClear ? (
        <button type="button" className={styles.summary} onClick={onClear}>
          Back to the default
        </button>
      ) : null}
    </div>
  );
}

/**
 * The numbers of a quantity. Numbers that wait beside their fields because they did not fit the others are tried again
 * together with each new one, so that low, likely and high can be typed in any order.
 */
function Parts({
  place,
  name,
  quantity,
  unit,
}: {
  readonly place: string;
  readonly name: string;
  readonly quantity: Quantity;
  readonly unit: string;
}) {
  const actions = useActions();
  const rejected = useWorkbench((state) => state.rejected);
  const fields = kindFields[kindOf(quantity)];
  const whole: Distribution = typeof quantity === 'number' ? { kind: 'fixed', value: quantity } : quantity;
  const part = (key: string) => `${place}/${key}`;

  function waiting(except: string): Record<string, number> {
    const found: Record<string, number> = {};
    for (const { key } of fields) {
      const number = parseNumber(rejected[part(key)]?.text ?? '');
      if (key !== except && number !== null) found[key] = number;
    }
    return found;
  }
  function commit(key: string, label: string, text: string, optional: boolean) {
    const field = part(key);
    const number = parseNumber(text);
    if (number === null && !(optional && text.trim() === '')) {
      actions.reject(field, text, `${label} of ${name} must be a number, not “${text.slice(0, 40)}”.`);
      return;
    }
    const value = number ?? undefined;
    const attempt = (others: Record<string, number>) =>
      actions.edit({
        label: `${name}, ${label.toLowerCase()}`,
        field,
        text,
        gesture: field,
        change: (document) =>
          writePlace(document, place, plainOrKept({ ...whole, ...others, [key]: value } as Distribution)),
      });
    const others = waiting(key);
    const together = Object.keys(others).length > 0 ? attempt(others) : null;
    if (together?.ok) for (const other of Object.keys(others)) actions.clearRejection(part(other));
    else attempt({});
  }
  return (
    <div className={styles.numbers}>
      {fields.map(({ key, label, optional = false }) => {
        const rejection = rejected[part(key)];
        const value = (whole as unknown as Record<string, unknown>)[key];
        const number = typeof value === 'number' ? value : undefined;
        return (
          <div key={key} className={styles.cell}>
            <span aria-hidden="true">{key === 'value' && unit ? unit : label}</span>
            <DraftInput
              name={`${name}, ${label.toLowerCase()}`}
              numeric
              text={fieldText(number)}
              placeholder={optional ? (key === 'lambda' ? '4' : 'none') : undefined}
              rejected={rejection?.text}
              errorId={`${place}-${key}-error`}
              onDiscard={() => actions.clearRejection(part(key))}
              onCommit={(text) => commit(key, label, text, optional)}
              onStep={(by) => number !== undefined && commit(key, label, String(stepped(number, by)), optional)}
            />
            {rejection ? (
              <p className={styles.error} id={`${place}-${key}-error`}>
                {rejection.message}
              </p>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

/** One step of the second significant digit. */
export function stepped(value: number, by: number): number {
  const unit = value === 0 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Number((value + by * unit).toPrecision(12));
}

function Clip({
  place,
  name,
  quantity,
}: {
  readonly place: string;
  readonly name: string;
  readonly quantity: Distribution;
}) {
  const actions = useActions();
  const rejected = useWorkbench((state) => state.rejected);
  const open = quantity.min !== undefined || quantity.max !== undefined;
  return (
    <details open={open || undefined}>
      <summary className={styles.caption}>Cut off below or above</summary>
      <div className={styles.numbers}>
        {(['min', 'max'] as const).map((key) => (
          <div key={key} className={styles.cell}>
            <span aria-hidden="true">{key === 'min' ? 'Never below' : 'Never above'}</span>
            <DraftInput
              name={`${name}, never ${key === 'min' ? 'below' : 'above'}`}
              numeric
              text={fieldText(quantity[key])}
              placeholder="none"
              rejected={rejected[`${place}/${key}`]?.text}
              errorId={`${place}-${key}-error`}
              onDiscard={() => actions.clearRejection(`${place}/${key}`)}
              onCommit={(text) => {
                const number = parseNumber(text);
                const field = `${place}/${key}`;
                if (number === null && text.trim() !== '')
                  actions.reject(field, text, `This must be a number, not “${text.slice(0, 40)}”.`);
                else
                  actions.edit({
                    label: `${name}, cut off`,
                    field,
                    text,
                    change: (document) =>
                      writePlace(document, place, plainOrKept({ ...quantity, [key]: number ?? undefined })),
                  });
              }}
            />
            {rejected[`${place}/${key}`] ? (
              <p className={styles.error} id={`${place}-${key}-error`}>
                {rejected[`${place}/${key}`]?.message}
              </p>
            ) : null}
          </div>
        ))}
      </div>
    </details>
  );
}
