'use client';

import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import forms from '@/components/forms/forms.module.css';
import { useAction } from '@/components/forms/use-action';
import { routes } from '@/lib/routes';
import { createWorkspaceAction } from '@/lib/server/workspaces/actions';
import type { WorkspaceRow } from '@/lib/server/workspaces/loaders';
import styles from './site-header.module.css';

interface WorkspaceMenuProps {
  readonly workspaces: readonly WorkspaceRow[];
  readonly current: WorkspaceRow;
}

export function WorkspaceMenu({ workspaces, current }: WorkspaceMenuProps) {
  const [naming, setNaming] = useState(false);
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className={styles.switch} aria-label={`Workspace ${current.name}`}>
            <span>{current.name}</span>
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {workspaces.map((workspace) => (
            <Menu.Item
              key={workspace.id}
              component={Link}
              href={routes.workspace(workspace.id) as Route}
              leftSection={workspace.id === current.id ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
              aria-current={workspace.id === current.id ? 'true' : undefined}
            >
              {workspace.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setNaming(true)}>
            New workspace
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={naming} onClose={() => setNaming(false)} title="New workspace">
        <NewWorkspaceForm onDone={() => setNaming(false)} />
      </Modal>
    </>
  );
}

export function NewWorkspaceForm({ onDone }: { readonly onDone?: () => void }) {
  const router = useRouter();
  const [name, setName] = useState('');
  const { pending, problemOf, run } = useAction(createWorkspaceAction);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ name });
    if (!result.done) return;
    onDone?.();
    router.push(routes.workspace(result.value.id) as Route);
  }

  return (
    <form className={forms.form} onSubmit={submit}>
      <FormProblem message={problemOf()} />
      <TextInput
        label="Name"
        description="It begins with the reference scenarios; you are its administrator."
        data-autofocus
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problemOf('name')}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={pending}>
          Create the workspace
        </Button>
      </div>
    </form>
  );
}
