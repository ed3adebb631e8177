'use client';

import { Button, CopyButton, NativeSelect, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import forms from '@/components/forms/forms.module.css';
import { useAction } from '@/components/forms/use-action';
import pages from '@/components/site/site-page.module.css';
import { ROLE_SENTENCES, ROLES } from '@/lib/server/access/roles';
import type { Role } from '@/lib/server/scenarios/contract';
import { createInvitationAction } from '@/lib/server/workspaces/actions';

interface InviteFormProps {
  readonly workspaceId: string;
  /** Where people reach this server, before the path. */
  readonly publicAddress: string;
}

/** Makes a link for one person and shows it, once. */
export function InviteForm({ workspaceId, publicAddress }: InviteFormProps) {
  const router = useRouter();
  const [label, setLabel] = useState('');
  const [role, setRole] = useState<Role>('analyst');
  const [link, setLink] = useState<string | null>(null);
  const { pending, problemOf, run } = useAction(createInvitationAction);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ workspaceId, role, label });
    if (!result.done) return;
    setLink(new URL(result.value.path, publicAddress).href);
    setLabel('');
    router.refresh();
  }

  return (
    <form className={forms.form} onSubmit={submit}>
      <p className={pages.note}>A link lets one person join, once, within seven days. Send it in any way you trust.</p>
      <FormProblem message={problemOf()} />
      <div className={pages.row}>
        <TextInput
          className={pages.grow}
          label="For whom (a note to yourself)"
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={problemOf('label')}
        />
        <NativeSelect
          label="Role"
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
          data={[...ROLES]}
        />
        <Button type="submit" size="sm" loading={pending}>
          Make a link
        </Button>
      </div>
      <p className={pages.note}>{ROLE_SENTENCES[role]}</p>
      {link ? <NewLink link={link} /> : null}
    </form>
  );
}

function NewLink({ link }: { readonly link: string }) {
  return (
    <div className={pages.row}>
      <TextInput
        className={pages.grow}
        label="The link; it is shown only now"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button size="sm" variant="default" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
