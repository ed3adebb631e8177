'use client';

import { ActionIcon, Popover } from '@mantine/core';
import { IconEyeQuestion } from '@tabler/icons-react';
import type { Route } from 'next';
import { MISREADINGS, type MisreadChart } from '@/lib/method/misreadings';
import { routes } from '@/lib/routes';
import styles from './charts.module.css';

interface MisreadingNoteProps {
  /** What it is beside, for its name. */
  readonly name: string;
  readonly charts: readonly MisreadChart[];
}

/** Behind a small button: how what stands here is usually misread, and what it says instead. */
export function MisreadingNote({ name, charts }: MisreadingNoteProps) {
  return (
    <Popover position="bottom-end" width="min(340px, calc(100vw - 24px))" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={24} aria-label={`${name}: how it is misread`} title="How it is misread">
          <IconEyeQuestion size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.misreading}>
        {charts.map((chart) => (
          <div key={chart}>
            <p className={styles.misread}>
              Misread as: <q>{MISREADINGS[chart].misread}</q>
            </p>
            <p>{MISREADINGS[chart].instead}</p>
          </div>
        ))}
        <p>
          <a href={routes.method('misreadings') as Route} target="_blank" rel="noreferrer">
            How charts are misread
          </a>
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
