'use server';

import { z } from 'zod';
import type { ActionResult } from '../access/action-result';
import { emailField, idField, passwordField, personNameField, tokenField, workspaceNameField } from '../access/fields';
import { runAction, runOpenAction } from '../access/run-action';
import { changeName, changePassword, endSession, signOutEverywhere } from './account';
import { completeSetUp } from './complete-set-up';

const setUpSchema = z.object({
  token: tokenField,
  name: personNameField,
  email: emailField,
  password: passwordField,
  workspace: workspaceNameField,
});
const passwordSchema = z.object({ current: z.string().max(1000).default(''), next: passwordField });
const nameSchema = z.object({ name: personNameField });
const sessionSchema = z.object({ sessionId: idField });
const nothing = z.undefined();

/** For whoever holds the set-up link; nobody has an account yet. */
export async function completeSetUpAction(input: z.input<typeof setUpSchema>): Promise<ActionResult> {
  return runOpenAction(setUpSchema, input, completeSetUp);
}

export async function changePasswordAction(input: z.input<typeof passwordSchema>): Promise<ActionResult> {
  return runAction(passwordSchema, input, changePassword);
}

export async function changeNameAction(input: z.input<typeof nameSchema>): Promise<ActionResult> {
  return runAction(nameSchema, input, changeName);
}

export async function endSessionAction(input: z.input<typeof sessionSchema>): Promise<ActionResult> {
  return runAction(sessionSchema, input, endSession);
}

export async function signOutEverywhereAction(): Promise<ActionResult> {
  return runAction(nothing, undefined, signOutEverywhere);
}
