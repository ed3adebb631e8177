'use client';

import { type KeyboardEvent, useState } from 'react';
import styles from './fields.module.css';

interface DraftInputProps {
  readonly id?: string;
  readonly name?: string;
  /** The text of the value in force. */
  readonly text: string;
  /** What was typed and refused; it stays. */
  readonly rejected?: string;
  readonly errorId?: string;
  readonly placeholder?: string;
  readonly numeric?: boolean;
  readonly multiline?: boolean;
  readonly type?: 'text' | 'date' | 'month' | 'url';
  readonly disabled?: boolean;
  readonly onCommit: (text: string) => void;
  readonly onDiscard?: () => void;
  /** Up and down arrows; `by` is ±1, or ±10 with Shift. */
  readonly onStep?: (by: number) => void;
}

/** A text that is taken on Enter or when the field is left, and given up with Escape. */
export function DraftInput(props: DraftInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const invalid = props.rejected !== undefined;
  const shown = draft ?? props.rejected ?? props.text;

  function commit() {
    if (draft === null) return;
    setDraft(null);
    if (draft !== (props.rejected ?? props.text)) props.onCommit(draft);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !(props.multiline && !event.metaKey && !event.ctrlKey)) {
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape' && (draft !== null || invalid)) {
      event.stopPropagation();
      setDraft(null);
      props.onDiscard?.();
    } else if (props.onStep && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      commit();
      props.onStep((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
    }
  }
  const shared = {
    id: props.id,
    'aria-label': props.name,
    'aria-invalid': invalid || undefined,
    'aria-describedby': invalid ? props.errorId : undefined,
    value: shown,
    placeholder: props.placeholder,
    disabled: props.disabled,
    onBlur: commit,
    onKeyDown,
  };
  if (props.multiline) {
    return <textarea {...shared} rows={2} className={styles.area} onChange={(event) => setDraft(event.target.value)} />;
  }
  return (
    <input
      {...shared}
      type={props.type ?? 'text'}
      inputMode={props.numeric ? 'decimal' : undefined}
      autoComplete="off"
      className={props.numeric ? `${styles.input} ${styles.number}` : styles.input}
      onChange={(event) => setDraft(event.target.value)}
    />
  );
}
