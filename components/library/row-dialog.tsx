'use client';

import { Button, Modal, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import forms from '@/components/forms/forms.module.css';
import { useAction } from '@/components/forms/use-action';
import type { ActionResult } from '@/lib/server/access/action-result';
import {
  archiveScenarioAction,
  forkScenarioAction,
  renameScenarioAction,
  restoreScenarioAction,
} from '@/lib/server/scenarios/actions';
import type { ScenarioRow } from '@/lib/server/scenarios/contract';

export interface RowDialogState {
  readonly kind: 'fork' | 'rename' | 'archive' | 'restore';
  readonly row: ScenarioRow;
}

const TITLES = {
  fork: 'Fork the scenario',
  rename: 'Rename the scenario',
  archive: 'Archive the scenario',
  restore: 'Restore the scenario',
} as const;

export function RowDialog({ state, onClose }: { readonly state: RowDialogState | null; readonly onClose: () => void }) {
  return (
    <Modal opened={state !== null} onClose={onClose} title={state ? TITLES[state.kind] : ''}>
      {state?.kind === 'fork' || state?.kind === 'rename' ? (
        <NameForm state={state} onClose={onClose} />
      ) : state ? (
        <PutAwayForm state={state} onClose={onClose} />
      ) : null}
    </Modal>
  );
}

interface FormProps {
  readonly state: RowDialogState;
  readonly onClose: () => void;
}

function NameForm({ state: { kind, row }, onClose }: FormProps) {
  const router = useRouter();
  const fork = kind === 'fork';
  const [name, setName] = useState(fork ? `${row.name} (fork)` : row.name);
  const { pending, problemOf, run } = useAction(
    fork ? forkScenarioAction : (renameScenarioAction as (input: FormInput) => Promise<ActionResult<unknown>>),
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run({ scenarioId: row.id, name })).done) return;
    onClose();
    router.refresh();
  }

  return (
    <form className={forms.form} onSubmit={submit}>
      <FormProblem message={problemOf()} />
      <TextInput
        label="Name"
        description={fork ? 'A copy that goes its own way; the original stays as it is.' : undefined}
        data-autofocus
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problemOf('name')}
      />
      <div className={forms.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={pending}>
          {fork ? 'Fork' : 'Rename'}
        </Button>
      </div>
    </form>
  );
}

interface FormInput {
  readonly scenarioId: string;
  readonly name: string;
}

function PutAwayForm({ state: { kind, row }, onClose }: FormProps) {
  const router = useRouter();
  const archive = kind === 'archive';
  const { pending, problemOf, run } = useAction(archive ? archiveScenarioAction : restoreScenarioAction);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run({ scenarioId: row.id })).done) return;
    onClose();
    router.refresh();
  }

  return (
    <form className={forms.form} onSubmit={submit}>
      <FormProblem message={problemOf()} />
      <p>
        {archive
          ? `“${row.name}” leaves the list and cannot be edited. Nothing is deleted; it can be restored at any time.`
          : `“${row.name}” comes back to the list and can be edited again.`}
      </p>
      <div className={forms.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={pending} data-autofocus>
          {archive ? 'Archive' : 'Restore'}
        </Button>
      </div>
    </form>
  );
}
