import type { ReactNode } from 'react';
import styles from './insight.module.css';

interface InsightSectionProps {
  readonly id: string;
  readonly title: string;
  /** What it answers, one sentence. */
  readonly lead: string;
  readonly children: ReactNode;
}

export function InsightSection({ id, title, lead, children }: InsightSectionProps) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.sectionTitle}>
        {title}
      </h2>
      <p className={styles.lead}>{lead}</p>
      {children}
    </section>
  );
}
