'use client';

import { Tooltip } from '@mantine/core';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { routes } from '@/lib/routes';
import styles from './help-term.module.css';

interface HelpTermProps {
  readonly children: ReactNode;
  /** One sentence: on hover and on focus. */
  readonly sentence: string;
  /** Paragraph of the method page, one click away. */
  readonly anchor?: string;
}

/** A term of the field with its sentence; a click leads to the method page, in a window of its own. */
export function HelpTerm({ children, sentence, anchor }: HelpTermProps) {
  return (
    <Tooltip label={anchor ? `${sentence} Click for the method.` : sentence}>
      <a className={styles.term} href={routes.method(anchor) as Route} target="_blank" rel="noreferrer">
        {children}
        <span className="r-hidden">: {sentence}</span>
      </a>
    </Tooltip>
  );
}
