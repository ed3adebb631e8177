'use client';

import { Button } from '@mantine/core';
import { FormProblem } from '@/components/forms/form-problem';
import styles from '@/components/forms/forms.module.css';
import { useAction } from '@/components/forms/use-action';
import { routes } from '@/lib/routes';
import { acceptInvitationAction } from '@/lib/server/workspaces/actions';

/** For somebody who is signed in already. */
export function AcceptForm({ token, email }: { readonly token: string; readonly email: string }) {
  const { pending, problemOf, run } = useAction(acceptInvitationAction);

  async function accept() {
    if ((await run({ token })).done) window.location.assign(routes.library());
  }

  return (
    <div className={styles.form}>
      <FormProblem message={problemOf() ?? problemOf('token')} />
      <p>You are signed in as {email}.</p>
      <Button size="sm" loading={pending} onClick={accept}>
        Join the workspace
      </Button>
    </div>
  );
}
