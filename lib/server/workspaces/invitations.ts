import { routes } from '../../routes';
import { type ActionResult, done, NOT_THERE, refused } from '../access/action-result';
import { known, workspaceWhere } from '../access/queries';
import { may } from '../access/roles';
import type { Viewer } from '../access/viewer';
import { hashPassword, passwordProblem } from '../accounts/password';
import { normaliseEmail } from '../accounts/sign-in';
import { recordEvent } from '../audit/record-event';
import { type Database, database, type Transaction } from '../database/client';
import type { Role } from '../scenarios/contract';
import { hashToken, newToken } from '../tokens';
import { membershipRole } from './membership';

const VALID_DAYS = 7;
const SPENT = refused('This invitation has been used, withdrawn or has expired. Ask for a new one.');

export interface InviteInput {
  readonly workspaceId: string;
  readonly role: Role;
  readonly label: string;
}

/** Makes a link by which one person may join. @returns its path; the token in it is kept nowhere. */
export async function createInvitation(viewer: Viewer, input: InviteInput): Promise<ActionResult<{ path: string }>> {
  const db = await database();
  const own = await membershipRole(db, viewer, input.workspaceId);
  if (!own) return NOT_THERE;
  if (!may(own, 'administer')) return refused('Only an administrator can invite people.');
  const token = newToken();
  const { workspaceId, role, label } = input;
  await db.$transaction(async (transaction) => {
    const { id } = await transaction.invitation.create({
      data: {
        workspaceId,
        role,
        label,
        tokenHash: hashToken(token),
        createdById: viewer.userId,
        expiresAt: new Date(Date.now() + VALID_DAYS * 86_400_000),
      },
      select: { id: true },
    });
    const { userId } = viewer;
    await recordEvent(transaction, {
      action: 'invitation.create',
      userId,
      workspaceId,
      subjectId: id,
      detail: { role },
    });
  });
  return done({ path: routes.invitation(token) });
}

/** Withdraws an invitation that nobody has used. */
export async function revokeInvitation(
  viewer: Viewer,
  input: { readonly invitationId: string },
): Promise<ActionResult> {
  const db = await database();
  return db.$transaction(async (transaction): Promise<ActionResult> => {
    const record = await transaction.invitation.findFirst({
      where: {
        id: known(input.invitationId),
        acceptedAt: null,
        revokedAt: null,
        workspace: workspaceWhere(viewer, 'administer'),
      },
      select: { id: true, workspaceId: true },
    });
    if (!record) return NOT_THERE;
    await transaction.invitation.update({ where: { id: record.id }, data: { revokedAt: new Date() } });
    const { userId } = viewer;
    const { workspaceId, id: subjectId } = record;
    await recordEvent(transaction, { action: 'invitation.revoke', userId, workspaceId, subjectId });
    return done();
  });
}

function usable(token: string) {
  return { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
}

/** Whether an invitation's link can still be used. */
export async function invitationUsable(from: Database | Transaction, token: string): Promise<boolean> {
  return (await from.invitation.count({ where: usable(token) })) > 0;
}

/** Uses an invitation up for a person. @returns false for one that cannot be used. */
export async function joinByInvitation(transaction: Transaction, token: string, userId: string): Promise<boolean> {
  const invitation = await transaction.invitation.findFirst({
    where: usable(token),
    select: { id: true, workspaceId: true, role: true },
  });
  if (!invitation) return false;
  const { id, workspaceId, role } = invitation;
  await transaction.invitation.update({ where: { id }, data: { acceptedAt: new Date(), acceptedById: userId } });
  // Whoever is a member keeps the role that they have: a link is no way to change it.
  const member = await transaction.membership.findFirst({ where: { workspaceId, userId }, select: { userId: true } });
  if (member) return true;
  await transaction.membership.create({ data: { workspaceId, userId, role } });
  await recordEvent(transaction, { action: 'member.join', userId, workspaceId, subjectId: id, detail: { role } });
  return true;
}

/** Somebody with an account takes an invitation. */
export async function acceptInvitation(viewer: Viewer, input: { readonly token: string }): Promise<ActionResult> {
  const db = await database();
  return db.$transaction(async (transaction) =>
    (await joinByInvitation(transaction, input.token, viewer.userId)) ? done() : SPENT,
  );
}

export interface RegisterInput {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Somebody without an account takes an invitation and makes one. */
export async function registerByInvitation(input: RegisterInput): Promise<ActionResult> {
  const db = await database();
  const problem = passwordProblem(input.password, [input.name, input.email]);
  if (problem) return refused(problem, 'password');
  const passwordHash = await hashPassword(input.password);
  const email = normaliseEmail(input.email);
  return db.$transaction(async (transaction): Promise<ActionResult> => {
    // Before the address: without a good link nobody learns who has an account.
    if (!(await invitationUsable(transaction, input.token))) return SPENT;
    if (await transaction.user.findUnique({ where: { email }, select: { id: true } })) {
      return refused('There is an account with this address. Sign in, then open the link again.', 'email');
    }
    const { id } = await transaction.user.create({
      data: { name: input.name, email, passwordHash },
      select: { id: true },
    });
    await joinByInvitation(transaction, input.token, id);
    return done();
  });
}
