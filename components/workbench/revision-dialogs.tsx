'use client';

import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatMoment } from '@/lib/format/dates';
import type { RevisionRow } from '@/lib/server/scenarios/contract';
import { documentChanges } from '@/lib/workbench/document-changes';
import { refusalMessage } from '@/lib/workbench/store';
import styles from './dialogs.module.css';
import { ChangeList } from './stale-dialog';
import { useActions, useDocument, useWorkbench } from './workbench-context';

const UNREACHED = 'The server does not answer. Your draft is as it was; try again.';

/** Names the present state, with a message that says why. */
export function RevisionDialog({ onClose }: { readonly onClose: () => void }) {
  const actions = useActions();
  const document = useDocument();
  const base = useWorkbench((state) => state.base);
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (message.trim() === '') {
      setProblem('Say what changed, so that others find this revision again.');
      return;
    }
    setBusy(true);
    const result = await actions.nameRevision(message.trim());
    setBusy(false);
    if (result.kind === 'named') {
      actions.announce(`Revision ${result.revision.number} is named.`);
      onClose();
    } else if (result.kind === 'stale') onClose();
    else setProblem(result.kind === 'refused' ? refusalMessage(result.errors) : result.message);
  }
  return (
    <Modal opened onClose={onClose} title="Name a revision" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Textarea
          label="What changed and why"
          data-autofocus
          autosize
          minRows={2}
          value={message}
          error={problem}
          onChange={({ currentTarget }) => setMessage(currentTarget.value)}
        />
        <ChangeList title={`Changed since ${base.name}`} changes={documentChanges(base.document, document)} />
        <div className={styles.buttons}>
          <Button type="submit" loading={busy}>
            Name it
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** What was named, newest first; the draft can be made what any of them kept. */
export function RevisionsDialog({ onClose }: { readonly onClose: () => void }) {
  const actions = useActions();
  const revisions = useWorkbench((state) => state.revisions);
  const mayEdit = useWorkbench((state) => state.scenario.mayEdit);
  const [taking, setTaking] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(revision: RevisionRow) {
    setTaking(revision.id);
    const refusal = await actions.takeRevision(revision).catch(() => UNREACHED);
    setTaking(null);
    setProblem(refusal);
    if (refusal === null) onClose();
  }
  return (
    <Modal opened onClose={onClose} title="Revisions" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      {revisions.length === 0 ? (
        <p className={styles.text}>No revision yet. Name one when the scenario says what you want to stand by.</p>
      ) : (
        <ol className={styles.revisions} reversed>
          {revisions.map((revision) => (
            <li key={revision.id}>
              <strong>{revision.number}</strong> {revision.message}
              <small>
                {revision.author}, {formatMoment(revision.at)}, document {revision.contentHash.slice(0, 12)}, engine{' '}
                {revision.engineVersion}
              </small>
              {mayEdit ? (
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={taking === revision.id}
                  disabled={taking !== null}
                  aria-label={`Take the state of revision ${revision.number}`}
                  onClick={() => take(revision)}
                >
                  Take this state
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </Modal>
  );
}
