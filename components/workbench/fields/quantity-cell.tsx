'use client';

import type { Trajectory } from '@/lib/scenario/document';
import { variableOf } from '@/lib/scenario/variables';
import { readPlace } from '@/lib/workbench/place';
import { isKnots, summary } from '@/lib/workbench/quantity-kinds';
import type { Selection } from '@/lib/workbench/sections';
import { fieldText, parseNumber } from '@/lib/workbench/typed-number';
import { useActions, useWorkbench } from '../workbench-context';
import { DraftInput } from './draft-input';
import styles from './fields.module.css';
import { stepped } from './quantity-editor';
import { KnotsSketch, QuantitySpark } from './quantity-sketch';
import { useField } from './use-field';

interface QuantityCellProps {
  readonly place: string;
  /** The thing that the input belongs to, for the inspector. */
  readonly selection: Selection;
  /** Name of that thing, for readers of the screen. */
  readonly owner: string;
}

/** An input in a table: a number is typed in place, anything richer opens in the inspector. */
export function QuantityCell({ place, selection, owner }: QuantityCellProps) {
  const variable = variableOf(place);
  const name = `${variable?.label ?? place} of ${owner}`;
  const field = useField(place, name);
  const actions = useActions();
  const value = useWorkbench((state) => readPlace(state.history.present, place)) as Trajectory | undefined;
  const number = typeof value === 'number' ? value : undefined;
  const rich = typeof value === 'object';

  if (rich && field.rejection === undefined) {
    return (
      <button
        type="button"
        className={styles.summary}
        aria-label={`${name}: ${summary(value)}`}
        onClick={() => actions.select(selection, place)}
      >
        <span className={styles.summaryText}>{summary(value)}</span>
        {isKnots(value) ? <KnotsSketch knots={value} width={40} height={16} /> : null}
        {!isKnots(value) && value.kind !== 'fixed' ? <QuantitySpark quantity={value} /> : null}
      </button>
    );
  }
  function commit(text: string) {
    const typed = parseNumber(text);
    if (typed !== null) field.write(typed, text);
    else if (text.trim() === '' && !variable?.required) field.write(undefined, text);
    else field.reject(text, `${variable?.label ?? 'This'} must be a number, not “${text.slice(0, 40)}”.`);
  }
  return (
    <>
      <DraftInput
        name={name}
        numeric
        text={fieldText(number)}
        placeholder={variable?.defaultValue === undefined ? '' : fieldText(variable.defaultValue)}
        rejected={field.rejection?.text}
        errorId={field.errorId}
        onDiscard={field.clear}
        onCommit={commit}
        onStep={(by) => number !== undefined && commit(String(stepped(number, by)))}
      />
      {field.rejection ? (
        <p className={styles.error} id={field.errorId}>
          {field.rejection.message}
        </p>
      ) : null}
    </>
  );
}
