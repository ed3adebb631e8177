'use server';

import { z } from 'zod';
import { type ActionResult, done } from '../access/action-result';
import {
  emailField,
  idField,
  passwordField,
  personNameField,
  roleField,
  tokenField,
  workspaceNameField,
} from '../access/fields';
import { runAction, runOpenAction } from '../access/run-action';
import { rememberInvitation } from '../accounts/invitation-cookie';
import { acceptInvitation, createInvitation, registerByInvitation, revokeInvitation } from './invitations';
import { addWorkspace, changeRole, removeMember, renameWorkspace } from './members';

const inviteSchema = z.object({
  workspaceId: idField,
  role: roleField,
  label: z.string().trim().max(200, 'The note has more than 200 characters.').default(''),
});
const invitationSchema = z.object({ invitationId: idField });
const acceptSchema = z.object({ token: tokenField });
const registerSchema = z.object({
  token: tokenField,
  name: personNameField,
  email: emailField,
  password: passwordField,
});
const memberSchema = z.object({ workspaceId: idField, userId: idField });
const memberRoleSchema = memberSchema.extend({ role: roleField });
const newWorkspaceSchema = z.object({ name: workspaceNameField });
const renameSchema = z.object({ workspaceId: idField, name: workspaceNameField });

export async function createInvitationAction(
  input: z.input<typeof inviteSchema>,
): Promise<ActionResult<{ path: string }>> {
  return runAction(inviteSchema, input, createInvitation);
}

export async function revokeInvitationAction(input: z.input<typeof invitationSchema>): Promise<ActionResult> {
  return runAction(invitationSchema, input, revokeInvitation);
}

export async function acceptInvitationAction(input: z.input<typeof acceptSchema>): Promise<ActionResult> {
  return runAction(acceptSchema, input, acceptInvitation);
}

/** For whoever holds the link; they have no account yet. */
export async function registerByInvitationAction(input: z.input<typeof registerSchema>): Promise<ActionResult> {
  return runOpenAction(registerSchema, input, registerByInvitation);
}

/** For whoever holds the link and goes on to sign in at the provider. */
export async function rememberInvitationAction(input: z.input<typeof acceptSchema>): Promise<ActionResult> {
  return runOpenAction(acceptSchema, input, async ({ token }) => {
    await rememberInvitation(token);
    return done();
  });
}

export async function changeRoleAction(input: z.input<typeof memberRoleSchema>): Promise<ActionResult> {
  return runAction(memberRoleSchema, input, changeRole);
}

export async function removeMemberAction(input: z.input<typeof memberSchema>): Promise<ActionResult> {
  return runAction(memberSchema, input, removeMember);
}

export async function createWorkspaceAction(
  input: z.input<typeof newWorkspaceSchema>,
): Promise<ActionResult<{ id: string }>> {
  return runAction(newWorkspaceSchema, input, addWorkspace);
}

export async function renameWorkspaceAction(input: z.input<typeof renameSchema>): Promise<ActionResult> {
  return runAction(renameSchema, input, renameWorkspace);
}
