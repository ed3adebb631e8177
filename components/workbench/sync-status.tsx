'use client';

import { useEffect, useState } from 'react';
import { formatAgo } from '@/lib/format/dates';
import type { SyncState } from '@/lib/workbench/draft-sync';
import styles from './header.module.css';
import { useActions, useWorkbench } from './workbench-context';

function syncWords(sync: SyncState, now: number): string {
  switch (sync.kind) {
    case 'saved':
      return `saved ${formatAgo(sync.at, now)}`;
    case 'unsaved':
      return 'changed';
    case 'saving':
      return 'saving';
    case 'offline':
      return 'offline, kept here';
    case 'stale':
      return 'somebody else saved';
    case 'refused':
      return 'not saved';
    case 'not-kept':
      return 'what-if, not kept';
    default:
      return sync satisfies never;
  }
}

function syncExplanation(sync: SyncState): string | undefined {
  if (sync.kind === 'offline') return `${sync.message} Your changes are kept in this browser and sent when it answers.`;
  if (sync.kind === 'refused') return sync.errors.map(({ message }) => message).join(' ');
  if (sync.kind === 'not-kept') return 'You may read this scenario and try things; nothing of it is saved.';
  return undefined;
}

/** Whether the draft is safe, in words. */
export function SyncStatus() {
  const sync = useWorkbench((state) => state.sync);
  const actions = useActions();
  // The server does not know the reader's clock: nothing relative until the page is alive.
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), sync.kind === 'saved' ? 5000 : 1000);
    return () => clearInterval(timer);
  }, [sync]);
  return (
    <span className={styles.sync} data-kind={sync.kind} title={syncExplanation(sync)}>
      <output aria-label="Draft">
        {now === null ? '' : syncWords(sync, Math.max(now, sync.kind === 'saved' ? sync.at : 0))}
      </output>
      {sync.kind === 'offline' ? (
        <button type="button" className={styles.link} onClick={actions.retrySave}>
          try now
        </button>
      ) : null}
      {sync.kind === 'not-kept' ? (
        <button type="button" className={styles.link} onClick={actions.backToBase}>
          back to the saved state
        </button>
      ) : null}
    </span>
  );
}
