import type { Database } from '../database/client';
import { attemptSucceeded, beginAttempt, waitSentence } from './attempts';
import { verifyPassword } from './password';
import { createSession } from './sessions';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly device: string;
}

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly userId: string; readonly sessionId: string }
  | { readonly kind: 'refused'; readonly message: string };

/** The same for an unknown address as for a wrong password: nobody learns who has an account. */
const WRONG = 'The e-mail address or the password is wrong.';

export function normaliseEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** Signs a person in by password: counts the attempt, checks, begins a session. */
export async function signInWithPassword(database: Database, input: SignInInput): Promise<SignInResult> {
  const email = normaliseEmail(input.email);
  const attempt = await beginAttempt(database, { account: email, address: input.address });
  if (!attempt.allowed) return { kind: 'refused', message: waitSentence(attempt.waitMinutes) };
  const user = await database.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  const right = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user || !right) return { kind: 'refused', message: WRONG };
  await attemptSucceeded(database, attempt.attemptId);
  const sessionId = await createSession(database, user.id, input.device);
  return { kind: 'signed-in', userId: user.id, sessionId };
}
