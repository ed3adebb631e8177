'use client';

import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { monthSpan } from '@/lib/charts/time/months';
import type { Quantity, Trajectory } from '@/lib/scenario/document';
import { unitText, variableOf } from '@/lib/scenario/variables';
import { writePlace } from '@/lib/workbench/place';
import { anchors, isKnots, metaOf, summary, withMeta } from '@/lib/workbench/quantity-kinds';
import { fieldText, parseNumber } from '@/lib/workbench/typed-number';
import { useActions, useWorkbench } from '../workbench-context';
import { DraftInput } from './draft-input';
import { FieldLabel } from './field-label';
import styles from './fields.module.css';
import { KnotsEditor } from './knots-editor';
import { QuantityEditor, stepped } from './quantity-editor';
import { KnotsSketch, QuantitySpark } from './quantity-sketch';
import { useField } from './use-field';

interface QuantityFieldProps {
  readonly place: string;
  /** Where the table of variables does not say it: names of attributes. */
  readonly label?: string;
  readonly unit?: string;
  /** A path through time may be given. */
  readonly trajectory?: boolean;
  /** What to begin with where nothing is written and the table has no default. */
  readonly begin?: number;
}

const unitInWords = (unit: string, low: number | undefined, high: number | undefined) =>
  unit === '' && low === 0 && high === 1 ? '0–1' : unit;

/** One input of the model, closed: what it says in a line; open: everything about it. */
export function QuantityField({ place, label, unit, trajectory, begin = 0 }: QuantityFieldProps) {
  const variable = variableOf(place);
  const name = label ?? variable?.label ?? place;
  const field = useField(place, name);
  const actions = useActions();
  const currency = useWorkbench((state) => state.history.present.currency);
  const [opened, setOpened] = useState(false);
  const asked = useWorkbench((state) => state.openField === place);
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!asked) return;
    setOpened(true);
    actions.fieldOpened();
    host.current?.scrollIntoView({ block: 'nearest' });
    host.current?.querySelector<HTMLElement>('button[aria-expanded]')?.focus();
  }, [asked, actions]);
  const editorId = useId();
  const value = field.value as Trajectory | undefined;
  const shownUnit =
    metaOf(value)?.unit ??
    unit ??
    unitInWords(unitText(variable?.unit ?? '', currency), variable?.range.low, variable?.range.high);
  const isPath = value !== undefined && isKnots(value);
  const clear = variable && !variable.required && value !== undefined ? () => field.write(undefined, '') : undefined;
  const assume = variable?.defaultValue ?? begin;
  const sources = (metaOf(value)?.evidence?.length ?? 0) + (metaOf(value)?.sources?.length ?? 0);
  // As a reference in a text: [6] for six sources, [a] for an assumption.
  const mark = sources > 0 ? `[${sources}]` : metaOf(value)?.assumption ? '[a]' : '';
  const markWords = sources > 0 ? `${sources} ${sources === 1 ? 'source' : 'sources'}` : 'assumed';

  // A bare number is typed in its row; words beside it and distributions stand behind the arrow.
  const plain = value === undefined || typeof value === 'number';
  function type(text: string) {
    const typed = parseNumber(text);
    if (typed !== null) field.write(typed, text);
    else if (text.trim() === '' && !variable?.required) field.write(undefined, text);
    else field.reject(text, `${name} must be a number, not “${text.slice(0, 40)}”.`);
  }
  return (
    <div className={styles.field} data-place={place} ref={host}>
      <span className={styles.label}>
        <FieldLabel place={place} label={name} />
      </span>
      <div className={styles.control}>
        {plain ? (
          <>
            <DraftInput
              name={name}
              numeric
              text={fieldText(typeof value === 'number' ? value : undefined)}
              placeholder={variable?.defaultValue === undefined ? 'not given' : fieldText(variable.defaultValue)}
              rejected={field.rejection?.text}
              errorId={field.errorId}
              onDiscard={field.clear}
              onCommit={type}
              onStep={(by) => type(String(stepped(typeof value === 'number' ? value : assume, by)))}
            />
            {shownUnit ? <span className={styles.unit}>{shownUnit}</span> : null}
          </>
        ) : null}
        <button
          type="button"
          className={plain ? styles.open : styles.summary}
          aria-expanded={opened}
          aria-controls={opened ? editorId : undefined}
          aria-label={
            plain
              ? `${name}: distribution and source`
              : `${name}: ${summary(value)} ${shownUnit}${mark ? `, ${markWords}` : ''}`
          }
          title={plain ? 'Distribution and source' : undefined}
          onClick={() => setOpened(!opened)}
        >
          {opened ? <IconChevronDown size={12} aria-hidden /> : <IconChevronRight size={12} aria-hidden />}
          {plain ? null : (
            <>
              <span className={styles.summaryText}>{summary(value)}</span>
              <span className={styles.unit}>{shownUnit}</span>
            </>
          )}
          {isPath ? <KnotsSketch knots={value} width={40} height={16} /> : null}
          {!plain && !isPath && typeof value === 'object' && value.kind !== 'fixed' ? (
            <QuantitySpark quantity={value} />
          ) : null}
          {mark ? (
            <span className={styles.sourced} title={markWords}>
              {mark}
            </span>
          ) : null}
        </button>
      </div>
      {field.rejection ? (
        <p className={styles.error} id={field.errorId}>
          {field.rejection.message}
        </p>
      ) : null}
      {opened ? (
        <fieldset id={editorId} aria-label={name} className={styles.editorHost}>
          {isPath ? (
            <KnotsEditor
              place={place}
              name={name}
              knots={value}
              onConstant={() => {
                const first = value.knots[0];
                const constant = first ? ('value' in first ? first.value : first.mode) : assume;
                field.write(withMeta(constant, value.meta), '');
              }}
            />
          ) : (
            <QuantityEditor
              place={place}
              name={name}
              quantity={(value as Quantity | undefined) ?? assume}
              range={variable?.range}
              unit={shownUnit}
              onClear={clear}
            />
          )}
          {trajectory && !isPath ? (
            <button
              type="button"
              className={styles.summary}
              onClick={() =>
                actions.edit({
                  label: name,
                  field: place,
                  change: (document) => {
                    const { start, end } = document.horizon;
                    const { low, middle, high } = anchors((value as Quantity | undefined) ?? assume);
                    const spread = high > low ? { low, mode: middle, high } : { value: middle };
                    const knots = [
                      { date: isoDay(monthSpan(start).start), ...spread },
                      { date: isoDay(monthSpan(end).start), ...spread },
                    ];
                    return writePlace(document, place, withMeta({ interpolate: 'linear', knots }, metaOf(value)));
                  },
                })
              }
            >
              Let it change with time
            </button>
          ) : null}
        </fieldset>
      ) : null}
    </div>
  );
}

const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
