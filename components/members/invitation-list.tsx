'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { FormProblem } from '@/components/forms/form-problem';
import { useAction } from '@/components/forms/use-action';
import pages from '@/components/site/site-page.module.css';
import { formatMoment } from '@/lib/format/dates';
import { revokeInvitationAction } from '@/lib/server/workspaces/actions';
import type { InvitationRow } from '@/lib/server/workspaces/loaders';

/** The links that can still be used. */
export function InvitationList({ invitations }: { readonly invitations: readonly InvitationRow[] }) {
  const router = useRouter();
  const { pending, problemOf, run } = useAction(revokeInvitationAction);

  async function revoke(invitationId: string) {
    if ((await run({ invitationId })).done) router.refresh();
  }

  if (invitations.length === 0) return <p className={pages.note}>No link is open.</p>;
  return (
    <>
      <FormProblem message={problemOf()} />
      <ul className={pages.list}>
        {invitations.map((invitation) => (
          <li key={invitation.id} className={pages.item}>
            <span className={pages.itemText}>
              <span className={pages.strong} title={invitation.label}>
                {invitation.label || 'Without a note'}
              </span>
              <span className={pages.note}>
                {invitation.role}, by {invitation.by}, until {formatMoment(invitation.expiresAt)}
              </span>
            </span>
            <Button
              variant="default"
              loading={pending}
              aria-label={`Withdraw the invitation ${invitation.label || 'without a note'}`}
              onClick={() => void revoke(invitation.id)}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
