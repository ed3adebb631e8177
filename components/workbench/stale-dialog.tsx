'use client';

import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '@/lib/format/dates';
import { documentChanges } from '@/lib/workbench/document-changes';
import styles from './dialogs.module.css';
import { useActions, useDocument, useWorkbench } from './workbench-context';

interface StaleDialogProps {
  /** Keeps my state as a new scenario; resolves with a sentence where that failed, null where it is done. */
  readonly onFork: () => Promise<string | null>;
}

/** Somebody else saved meanwhile: shows what they changed, and lets a person decide. Nothing was overwritten. */
export function StaleDialog({ onFork }: StaleDialogProps) {
  const actions = useActions();
  const document = useDocument();
  const saved = useWorkbench((state) => state.saved);
  const sync = useWorkbench((state) => state.sync);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (sync.kind !== 'stale') return null;
  const { theirs } = sync;
  async function fork() {
    setBusy(true);
    setProblem(await onFork());
    setBusy(false);
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={`${theirs.savedBy} saved this scenario while you worked on it`}
    >
      <p className={styles.text}>
        Saved {formatMoment(theirs.savedAt)}. Your changes are safe in this browser; nothing was overwritten.
      </p>
      <ChangeList title="What they changed" changes={documentChanges(saved, theirs.document)} />
      <ChangeList title="What you changed" changes={documentChanges(saved, document)} />
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button loading={busy} onClick={fork}>
          Keep mine as a new scenario
        </Button>
        <Button variant="default" disabled={busy} onClick={() => actions.resolveStale(theirs, 'theirs')}>
          Take theirs
        </Button>
        <Button variant="default" color="red" disabled={busy} onClick={() => actions.resolveStale(theirs, 'overwrite')}>
          Overwrite theirs with mine
        </Button>
      </div>
      <p className={styles.hint}>Taking theirs can be undone: your state stays one step back.</p>
    </Modal>
  );
}

const shownChanges = 40;

export function ChangeList({ title, changes }: { readonly title: string; readonly changes: readonly string[] }) {
  return (
    <section>
      <h3 className={styles.subtitle}>
        {title} ({changes.length})
      </h3>
      {changes.length === 0 ? <p className={styles.hint}>Nothing.</p> : null}
      <ul className={styles.changes}>
        {changes.slice(0, shownChanges).map((change) => (
          <li key={change}>{change}</li>
        ))}
        {changes.length > shownChanges ? <li>and {changes.length - shownChanges} more</li> : null}
      </ul>
    </section>
  );
}
