import type { ReactNode } from 'react';
import styles from './forms.module.css';

/** A few fields that belong together, under a small title. */
export function FormGroup({
  title,
  actions,
  children,
}: {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.group}>
      {title ? (
        <div className={styles.groupHead}>
          <h3 className={styles.groupTitle}>{title}</h3>
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
}
