import type { Metadata } from 'next';
import { MethodArticle } from '@/components/method/method-article';
import { SiteHeader } from '@/components/site/site-header';
import { routes } from '@/lib/routes';
import { requireViewer } from '@/lib/server/access/viewer';
import { openAccount } from '@/lib/server/accounts/loaders';
import { listWorkspaces } from '@/lib/server/workspaces/loaders';

export const metadata: Metadata = { title: 'Method' };

export default async function MethodPage() {
  const viewer = await requireViewer(routes.method());
  const [account, workspaces] = await Promise.all([openAccount(viewer), listWorkspaces(viewer)]);
  return (
    <>
      <SiteHeader userName={account?.name ?? ''} workspaces={workspaces} current={workspaces[0]} page="method" />
      <main id="main">
        <MethodArticle />
      </main>
    </>
  );
}
