import { known } from '../access/queries';
import type { Viewer } from '../access/viewer';
import { database } from '../database/client';

export interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly since: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

export interface AccountPage {
  readonly name: string;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly sessions: readonly SessionRow[];
}

/** The viewer's own account with its open sessions, the latest first. */
export async function openAccount(viewer: Viewer): Promise<AccountPage | null> {
  const db = await database();
  const user = await db.user.findUnique({
    where: { id: known(viewer.userId) },
    select: {
      name: true,
      email: true,
      passwordHash: true,
      sessions: {
        where: { revokedAt: null, expiresAt: { gt: new Date() } },
        orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
        select: { id: true, device: true, createdAt: true, lastSeenAt: true },
      },
    },
  });
  if (!user) return null;
  const { name, email, passwordHash, sessions } = user;
  return {
    name,
    email,
    hasPassword: passwordHash !== null,
    sessions: sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      since: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === viewer.sessionId,
    })),
  };
}
