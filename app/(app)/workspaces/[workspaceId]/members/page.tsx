import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InvitationList } from '@/components/members/invitation-list';
import { InviteForm } from '@/components/members/invite-form';
import { MemberList } from '@/components/members/member-list';
import { WorkspaceNameForm } from '@/components/members/workspace-name-form';
import { SiteHeader } from '@/components/site/site-header';
import pages from '@/components/site/site-page.module.css';
import { routes } from '@/lib/routes';
import { requireViewer } from '@/lib/server/access/viewer';
import { environment } from '@/lib/server/environment';
import { listWorkspaces, openMembers } from '@/lib/server/workspaces/loaders';

export const metadata: Metadata = { title: 'Members' };

interface Props {
  readonly params: Promise<{ readonly workspaceId: string }>;
}

export default async function MembersPage({ params }: Props) {
  const workspaceId = decodeURIComponent((await params).workspaceId);
  const viewer = await requireViewer(routes.members(workspaceId));
  const [page, workspaces] = await Promise.all([openMembers(viewer, workspaceId), listWorkspaces(viewer)]);
  if (!page) notFound();
  const { workspace, members, invitations } = page;
  return (
    <>
      <SiteHeader userName={viewer.name} workspaces={workspaces} current={workspace} page="members" />
      <main id="main" className={pages.narrow}>
        <h1 className={pages.title}>Members of {workspace.name}</h1>
        <section className={pages.section} aria-labelledby="members">
          <h2 id="members">Members</h2>
          <MemberList
            workspaceId={workspaceId}
            members={members}
            viewerId={viewer.userId}
            viewerRole={workspace.role}
          />
        </section>
        {invitations ? (
          <section className={pages.section} aria-labelledby="invitations">
            <h2 id="invitations">Invitations</h2>
            <InviteForm workspaceId={workspaceId} publicAddress={environment().publicAddress} />
            <InvitationList invitations={invitations} />
          </section>
        ) : null}
        {invitations ? (
          <section className={pages.section} aria-labelledby="workspace">
            <h2 id="workspace">Workspace</h2>
            <WorkspaceNameForm workspaceId={workspaceId} name={workspace.name} />
          </section>
        ) : null}
      </main>
    </>
  );
}
