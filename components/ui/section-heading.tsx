import type { ReactNode } from 'react';
import styles from './section-heading.module.css';

interface SectionHeadingProps {
  readonly title: string;
  readonly level?: 2 | 3;
  /** A count or a sum behind the title. */
  readonly aside?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
  readonly id?: string;
}

export function SectionHeading({ title, level = 2, aside, actions, id }: SectionHeadingProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={styles.heading}>
      <Heading id={id} className={styles.title}>
        {title}
      </Heading>
      {aside ? <span className={styles.aside}>{aside}</span> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
