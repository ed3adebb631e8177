import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SiteHeader } from '@/components/site/site-header';
import { NewWorkspaceForm } from '@/components/site/workspace-menu';
import { routes } from '@/lib/routes';
import { may } from '@/lib/server/access/roles';
import { requireViewer } from '@/lib/server/access/viewer';
import { listScenarios } from '@/lib/server/scenarios/loaders';
import { scenarioTemplates } from '@/lib/server/scenarios/templates';
import { listWorkspaces } from '@/lib/server/workspaces/loaders';
import { Library } from './_library/library';
import styles from './_library/library.module.css';

export const metadata: Metadata = { title: 'Library' };

interface Props {
  readonly searchParams: Promise<{ readonly workspace?: string }>;
}

export default async function LibraryPage({ searchParams }: Props) {
  const { workspace } = await searchParams;
  const viewer = await requireViewer(workspace ? routes.workspace(workspace) : routes.library());
  const workspaces = await listWorkspaces(viewer);
  const current = workspace ? workspaces.find(({ id }) => id === workspace) : workspaces[0];
  if (workspace && !current) notFound();
  return (
    <>
      <SiteHeader userName={viewer.name} workspaces={workspaces} current={current} page="library" />
      <main id="main" className={styles.main}>
        {current ? (
          <Library
            key={current.id}
            workspaceId={current.id}
            mayEdit={may(current.role, 'edit')}
            rows={await listScenarios(viewer, current.id)}
            templates={scenarioTemplates()}
          />
        ) : (
          <div className={styles.empty}>
            <h1>You are not in a workspace</h1>
            <p>Open the link of an invitation, or make a workspace of your own.</p>
            <NewWorkspaceForm />
          </div>
        )}
      </main>
    </>
  );
}
