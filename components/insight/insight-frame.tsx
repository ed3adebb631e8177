'use client';

import { Button } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { routes } from '@/lib/routes';
import { ColourSchemeButton } from '../ui/colour-scheme-button';
import styles from './insight.module.css';

interface InsightFrameProps {
  readonly scenarioId: string;
  readonly name: string;
  readonly page: 'Understand' | 'Compare';
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly children: ReactNode;
}

/** The page around insights of a scenario: where one is, the ways on, and the list of what is on it. */
export function InsightFrame({ scenarioId, name, page, sections, children }: InsightFrameProps) {
  const other = page === 'Understand' ? 'Compare' : 'Understand';
  const way = page === 'Understand' ? routes.compare(scenarioId) : routes.understand(scenarioId);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Link href={routes.library() as Route} className={styles.brand}>
          Rampline
        </Link>
        <span aria-hidden="true">▸</span>
        <Link href={routes.scenario(scenarioId) as Route} className={styles.back} title={name} prefetch={false}>
          {name}
        </Link>
        <span aria-hidden="true">▸</span>
        <h1 className={styles.title}>{page}</h1>
        <nav className={styles.ways} aria-label="Scenario">
          <Button variant="subtle" color="gray" component={Link} prefetch={false} href={way as Route}>
            {other}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            component={Link}
            prefetch={false}
            href={routes.present(scenarioId) as Route}
          >
            Present
          </Button>
          <ColourSchemeButton />
        </nav>
      </header>
      <div className={styles.body}>
        <nav className={styles.list} aria-label={`On this page: ${page}`}>
          <ul>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main" className={styles.main}>
          {children}
        </main>
      </div>
    </div>
  );
}
