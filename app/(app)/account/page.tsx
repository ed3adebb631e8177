import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NameForm } from '@/components/account/name-form';
import { PasswordForm } from '@/components/account/password-form';
import { SessionList } from '@/components/account/session-list';
import { SiteHeader } from '@/components/site/site-header';
import pages from '@/components/site/site-page.module.css';
import { routes } from '@/lib/routes';
import { requireViewer } from '@/lib/server/access/viewer';
import { openAccount } from '@/lib/server/accounts/loaders';
import { listWorkspaces } from '@/lib/server/workspaces/loaders';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const viewer = await requireViewer(routes.account());
  const [account, workspaces] = await Promise.all([openAccount(viewer), listWorkspaces(viewer)]);
  if (!account) notFound();
  return (
    <>
      <SiteHeader userName={account.name} workspaces={workspaces} current={workspaces[0]} page="account" />
      <main id="main" className={pages.narrow}>
        <h1 className={pages.title}>Account</h1>
        <section className={pages.section} aria-labelledby="who">
          <h2 id="who">Who you are</h2>
          <NameForm name={account.name} email={account.email} />
        </section>
        <section className={pages.section} aria-labelledby="password">
          <h2 id="password">Password</h2>
          <PasswordForm hasPassword={account.hasPassword} email={account.email} />
        </section>
        <section className={pages.section} aria-labelledby="sessions">
          <h2 id="sessions">Where you are signed in</h2>
          <SessionList sessions={account.sessions} />
        </section>
      </main>
    </>
  );
}
