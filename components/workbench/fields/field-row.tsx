'use client';

import type { ReactNode } from 'react';
import styles from './fields.module.css';

interface FieldRowProps {
  readonly label: ReactNode;
  /** Id of the control that the label names. */
  readonly htmlFor?: string;
  readonly error?: string;
  readonly errorId?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A label, its control, and the reason beside it where something was refused. */
export function FieldRow({ label, htmlFor, error, errorId, wide, children }: FieldRowProps) {
  return (
    <div className={wide ? `${styles.field} ${styles.wide}` : styles.field}>
      {htmlFor ? (
        <label className={styles.label} htmlFor={htmlFor}>
          {label}
        </label>
      ) : (
        <span className={styles.label}>{label}</span>
      )}
      <div className={styles.control}>{children}</div>
      {error ? (
        <p className={styles.error} id={errorId}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
