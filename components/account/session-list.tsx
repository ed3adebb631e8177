'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { FormProblem } from '@/components/forms/form-problem';
import forms from '@/components/forms/forms.module.css';
import { useAction } from '@/components/forms/use-action';
import pages from '@/components/site/site-page.module.css';
import { formatMoment } from '@/lib/format/dates';
import { routes } from '@/lib/routes';
import { endSessionAction, signOutEverywhereAction } from '@/lib/server/accounts/actions';
import type { SessionRow } from '@/lib/server/accounts/loaders';

/** The browsers in which a person is signed in, and the ways to end that. */
export function SessionList({ sessions }: { readonly sessions: readonly SessionRow[] }) {
  const router = useRouter();
  const one = useAction(endSessionAction);
  const all = useAction(signOutEverywhereAction as (input: undefined) => ReturnType<typeof signOutEverywhereAction>);

  async function end(sessionId: string) {
    if ((await one.run({ sessionId })).done) router.refresh();
  }
  async function endAll() {
    if ((await all.run(undefined)).done) window.location.assign(routes.signIn());
  }

  return (
    <div className={forms.form}>
      <FormProblem message={one.problemOf() ?? all.problemOf()} />
      <ul className={pages.list}>
        {sessions.map((session) => (
          <li key={session.id} className={pages.item}>
            <span className={pages.itemText}>
              <span className={pages.strong}>
                {session.device}
                {session.current ? ' (this one)' : ''}
              </span>
              <span className={pages.note}>
                Since {formatMoment(session.since)}, last seen {formatMoment(session.lastSeenAt)}
              </span>
            </span>
            {session.current ? null : (
              <Button
                variant="default"
                loading={one.pending}
                aria-label={`End the session ${session.device} since ${formatMoment(session.since)}`}
                onClick={() => void end(session.id)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={forms.actions}>
        <Button variant="default" size="sm" loading={all.pending} onClick={() => void endAll()}>
          Sign out everywhere
        </Button>
      </div>
    </div>
  );
}
