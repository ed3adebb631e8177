import type { Metadata } from 'next';
import { ROLE_SENTENCES } from '@/lib/server/access/roles';
import { currentViewer } from '@/lib/server/access/viewer';
import { environment } from '@/lib/server/environment';
import { openInvitation } from '@/lib/server/workspaces/loaders';
import styles from '../../auth.module.css';
import { AcceptForm } from './accept-form';
import { RegisterForm } from './register-form';

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' };

export default async function InvitationPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const token = decodeURIComponent((await params).token);
  const [invitation, viewer] = await Promise.all([openInvitation(token), currentViewer()]);
  if (!invitation) {
    return (
      <>
        <h1 className={styles.title}>This invitation cannot be used</h1>
        <p>It has been used already, was withdrawn, or is older than a week. Ask whoever sent it for a new one.</p>
      </>
    );
  }
  return (
    <>
      <h1 className={styles.title}>Join {invitation.workspaceName}</h1>
      <p className={styles.lead}>
        {invitation.by} invites you as {invitation.role}. {ROLE_SENTENCES[invitation.role]}
      </p>
      {viewer ? (
        <AcceptForm token={token} email={viewer.email} />
      ) : (
        <RegisterForm token={token} provider={environment().openIdConnect?.name ?? null} />
      )}
    </>
  );
}
