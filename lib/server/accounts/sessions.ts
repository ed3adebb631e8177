import type { Viewer } from '../access/viewer';
import { recordEvent } from '../audit/record-event';
import type { Database, Transaction } from '../database/client';
import { errorName, log } from '../log';

export const SESSION_DAYS = 30;
const SEEN_EVERY_MILLISECONDS = 5 * 60_000;

/** Begins a session and writes down that it began. @returns its id, the only thing the cookie holds. */
export async function createSession(to: Database | Transaction, userId: string, device: string): Promise<string> {
  const expiresAt = new Date(Date.now() + SESSION_DAYS * 86_400_000);
  const { id } = await to.session.create({ data: { userId, device, expiresAt }, select: { id: true } });
  await recordEvent(to, { action: 'session.sign-in', userId, subjectId: id });
  return id;
}

/** Who a session belongs to; null for one that is unknown, over or revoked. */
export async function findSession(database: Database, sessionId: unknown): Promise<Viewer | null> {
  if (typeof sessionId !== 'string') return null;
  const now = new Date();
  const session = await database.session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, lastSeenAt: true, user: { select: { id: true, name: true, email: true } } },
  });
  if (!session) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MILLISECONDS) {
    // A busy database must not sign anybody out over a time that is only shown.
    await database.session
      .updateMany({ where: { id: session.id }, data: { lastSeenAt: now } })
      .catch((error) => log('warn', 'session', { error: errorName(error) }));
  }
  const { id, name, email } = session.user;
  return { userId: id, sessionId: session.id, name, email };
}

/** Ends all sessions of a person, or all but one. @returns how many ended. */
export async function revokeSessions(to: Database | Transaction, userId: string, exceptId?: string): Promise<number> {
  const { count } = await to.session.updateMany({
    where: { userId, revokedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    data: { revokedAt: new Date() },
  });
  return count;
}
