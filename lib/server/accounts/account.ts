import { type ActionResult, done, NOT_THERE, refused } from '../access/action-result';
import { known } from '../access/queries';
import type { Viewer } from '../access/viewer';
import { recordEvent } from '../audit/record-event';
import { database } from '../database/client';
import { attemptSucceeded, beginAttempt, waitSentence } from './attempts';
import { hashPassword, passwordProblem, verifyPassword } from './password';
import { revokeSessions } from './sessions';

export interface PasswordInput {
  readonly current: string;
  readonly next: string;
}

/** Chooses another password and ends every other session of the person. */
export async function changePassword(viewer: Viewer, input: PasswordInput): Promise<ActionResult> {
  const db = await database();
  const user = await db.user.findUnique({
    where: { id: known(viewer.userId) },
    select: { passwordHash: true, name: true, email: true },
  });
  if (!user) return NOT_THERE;
  if (user.passwordHash !== null) {
    // An open browser is no licence to guess at leisure.
    const attempt = await beginAttempt(db, { account: `password of ${viewer.userId}`, address: viewer.sessionId });
    if (!attempt.allowed) return refused(waitSentence(attempt.waitMinutes), 'current');
    if (!(await verifyPassword(user.passwordHash, input.current))) {
      return refused('This is not your current password.', 'current');
    }
    await attemptSucceeded(db, attempt.attemptId);
  }
  const problem = passwordProblem(input.next, [user.name, user.email]);
  if (problem) return refused(problem, 'next');
  const passwordHash = await hashPassword(input.next);
  return db.$transaction(async (transaction) => {
    await transaction.user.update({ where: { id: viewer.userId }, data: { passwordHash }, select: { id: true } });
    await revokeSessions(transaction, viewer.userId, viewer.sessionId);
    await recordEvent(transaction, { action: 'password.change', userId: viewer.userId });
    return done();
  });
}

/** Changes the name that others see. */
export async function changeName(viewer: Viewer, input: { readonly name: string }): Promise<ActionResult> {
  const db = await database();
  return db.$transaction(async (transaction) => {
    await transaction.user.update({
      where: { id: known(viewer.userId) },
      data: { name: input.name },
      select: { id: true },
    });
    await recordEvent(transaction, { action: 'profile.change', userId: viewer.userId });
    return done();
  });
}

/** Ends one session of the viewer's own. */
export async function endSession(viewer: Viewer, input: { readonly sessionId: string }): Promise<ActionResult> {
  const db = await database();
  return db.$transaction(async (transaction): Promise<ActionResult> => {
    const { count } = await transaction.session.updateMany({
      where: { id: known(input.sessionId), userId: known(viewer.userId), revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return refused('This session has ended already.');
    await recordEvent(transaction, { action: 'session.sign-out', userId: viewer.userId, subjectId: input.sessionId });
    return done();
  });
}

/** Ends every session of the viewer, this one too. */
export async function signOutEverywhere(viewer: Viewer): Promise<ActionResult> {
  const db = await database();
  return db.$transaction(async (transaction) => {
    const count = await revokeSessions(transaction, known(viewer.userId));
    await recordEvent(transaction, { action: 'session.sign-out-everywhere', userId: viewer.userId, detail: { count } });
    return done();
  });
}
