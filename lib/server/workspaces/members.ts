import { type ActionResult, done, NOT_THERE, refused } from '../access/action-result';
import { known } from '../access/queries';
import { may } from '../access/roles';
import type { Viewer } from '../access/viewer';
import { recordEvent } from '../audit/record-event';
import { database, type Transaction } from '../database/client';
import type { Role } from '../scenarios/contract';
import { createWorkspace, prepareReferences } from './create-workspace';
import { membershipRole } from './membership';

const LAST_ADMINISTRATOR = refused(
  'This is the last administrator. Make somebody else an administrator first, so that the workspace keeps one.',
);

async function isLastAdministrator(transaction: Transaction, workspaceId: string, userId: string): Promise<boolean> {
  const others = await transaction.membership.count({ where: { workspaceId, role: 'admin', userId: { not: userId } } });
  return others === 0;
}

export interface RoleInput {
  readonly workspaceId: string;
  readonly userId: string;
  readonly role: Role;
}

/** Gives a member another role. */
export async function changeRole(viewer: Viewer, input: RoleInput): Promise<ActionResult> {
  const db = await database();
  return db.$transaction(async (transaction): Promise<ActionResult> => {
    const { workspaceId, userId, role } = input;
    const own = await membershipRole(transaction, viewer, workspaceId);
    if (!own) return NOT_THERE;
    if (!may(own, 'administer')) return refused('Only an administrator can change roles.');
    const where = { workspaceId_userId: { workspaceId: known(workspaceId), userId: known(userId) } };
    const member = await transaction.membership.findUnique({ where, select: { role: true } });
    if (!member) return NOT_THERE;
    if (member.role === role) return done();
    if (member.role === 'admin' && (await isLastAdministrator(transaction, workspaceId, userId))) {
      return LAST_ADMINISTRATOR;
    }
    await transaction.membership.update({ where, data: { role } });
    const detail = { from: member.role, to: role };
    await recordEvent(transaction, {
      action: 'member.role',
      userId: viewer.userId,
      workspaceId,
      subjectId: userId,
      detail,
    });
    return done();
  });
}

/** Takes a member out of a workspace; anybody may take themselves out. Their work stays. */
export async function removeMember(
  viewer: Viewer,
  input: { readonly workspaceId: string; readonly userId: string },
): Promise<ActionResult> {
  const db = await database();
  return db.$transaction(async (transaction): Promise<ActionResult> => {
    const { workspaceId, userId } = input;
    const own = await membershipRole(transaction, viewer, workspaceId);
    if (!own) return NOT_THERE;
    const leaves = userId === viewer.userId;
    if (!leaves && !may(own, 'administer')) return refused('Only an administrator can remove people.');
    const where = { workspaceId_userId: { workspaceId: known(workspaceId), userId: known(userId) } };
    const member = await transaction.membership.findUnique({ where, select: { role: true } });
    if (!member) return NOT_THERE;
    if (member.role === 'admin' && (await isLastAdministrator(transaction, workspaceId, userId))) {
      return LAST_ADMINISTRATOR;
    }
    await transaction.membership.delete({ where });
    const action = leaves ? 'member.leave' : 'member.remove';
    await recordEvent(transaction, { action, userId: viewer.userId, workspaceId, subjectId: userId });
    return done();
  });
}

/** Makes a further workspace, with the reference scenarios, of which the maker is the administrator. */
export async function addWorkspace(
  viewer: Viewer,
  input: { readonly name: string },
): Promise<ActionResult<{ id: string }>> {
  const db = await database();
  const references = prepareReferences();
  const { userId } = viewer;
  const id = await db.$transaction((transaction) =>
    createWorkspace(transaction, { userId, name: input.name, references }),
  );
  return done({ id });
}

/** Gives a workspace another name. */
export async function renameWorkspace(
  viewer: Viewer,
  input: { readonly workspaceId: string; readonly name: string },
): Promise<ActionResult> {
  const db = await database();
  return db.$transaction(async (transaction): Promise<ActionResult> => {
    const { workspaceId, name } = input;
    const own = await membershipRole(transaction, viewer, workspaceId);
    if (!own) return NOT_THERE;
    if (!may(own, 'administer')) return refused('Only an administrator can rename the workspace.');
    await transaction.workspace.update({ where: { id: known(workspaceId) }, data: { name }, select: { id: true } });
    await recordEvent(transaction, {
      action: 'workspace.rename',
      userId: viewer.userId,
      workspaceId,
      subjectId: workspaceId,
    });
    return done();
  });
}
