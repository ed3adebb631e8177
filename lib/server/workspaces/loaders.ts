import { known, workspaceWhere } from '../access/queries';
import { roleOf } from '../access/roles';
import type { Viewer } from '../access/viewer';
import { database } from '../database/client';
import type { Role } from '../scenarios/contract';
import { hashToken } from '../tokens';

export interface WorkspaceRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** The workspaces of which the viewer is a member, by name. */
export async function listWorkspaces(viewer: Viewer): Promise<readonly WorkspaceRow[]> {
  const db = await database();
  const memberships = await db.membership.findMany({
    where: { userId: known(viewer.userId) },
    select: { role: true, workspace: { select: { id: true, name: true } } },
    orderBy: [{ workspace: { name: 'asc' } }, { workspaceId: 'asc' }],
  });
  return memberships.map(({ role, workspace }) => ({ ...workspace, role: roleOf(role) }));
}

export interface MemberRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: string;
}

export interface InvitationRow {
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly by: string;
  readonly expiresAt: string;
}

export interface MembersPage {
  readonly workspace: WorkspaceRow;
  readonly members: readonly MemberRow[];
  /** Open ones; null for those who may not invite. */
  readonly invitations: readonly InvitationRow[] | null;
}

async function openInvitations(viewer: Viewer, workspaceId: string): Promise<readonly InvitationRow[]> {
  const db = await database();
  const records = await db.invitation.findMany({
    where: {
      workspaceId,
      workspace: workspaceWhere(viewer, 'administer'),
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: new Date() },
    },
    select: { id: true, label: true, role: true, expiresAt: true, createdBy: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return records.map(({ id, label, role, expiresAt, createdBy }) => ({
    id,
    label,
    role: roleOf(role),
    by: createdBy.name,
    expiresAt: expiresAt.toISOString(),
  }));
}

/** Who is in a workspace, and who has been invited; null where there is no such workspace for the viewer. */
export async function openMembers(viewer: Viewer, workspaceId: string): Promise<MembersPage | null> {
  const db = await database();
  const record = await db.workspace.findFirst({
    where: { id: known(workspaceId), ...workspaceWhere(viewer, 'read') },
    select: {
      id: true,
      name: true,
      memberships: {
        select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
        orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
      },
    },
  });
  if (!record) return null;
  const members = record.memberships.map(({ role, createdAt, user }) => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    role: roleOf(role),
    since: createdAt.toISOString(),
  }));
  const role = members.find((member) => member.userId === viewer.userId)?.role;
  if (!role) return null;
  return {
    workspace: { id: record.id, name: record.name, role },
    members,
    invitations: role === 'admin' ? await openInvitations(viewer, workspaceId) : null,
  };
}

export interface InvitationPage {
  readonly workspaceName: string;
  readonly role: Role;
  readonly by: string;
}

/** What an invitation link invites to; its token is the permission. Null for one that cannot be used. */
export async function openInvitation(token: string): Promise<InvitationPage | null> {
  const db = await database();
  const record = await db.invitation.findFirst({
    where: { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { role: true, workspace: { select: { name: true } }, createdBy: { select: { name: true } } },
  });
  return record ? { workspaceName: record.workspace.name, role: roleOf(record.role), by: record.createdBy.name } : null;
}
