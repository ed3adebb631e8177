import { headers } from 'next/headers';
import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { routes } from '../../routes';
import type { Viewer } from '../access/viewer';
import { recordEvent } from '../audit/record-event';
import { type Database, database } from '../database/client';
import { environment } from '../environment';
import { errorName, log } from '../log';
import { deviceName } from './device-name';
import { takeRememberedInvitation } from './invitation-cookie';
import { openIdConnectProvider, signInWithIdentity } from './open-id-connect';
import { findSession, SESSION_DAYS } from './sessions';
import { signInWithPassword } from './sign-in';

declare module 'next-auth' {
  interface Session {
    viewer: Viewer;
  }
  interface User {
    sessionId?: string;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string;
    viewer?: Viewer;
  }
}

/** A session that has ended; next-auth then clears the cookie. */
class SessionOver extends Error {
  override readonly name = 'SessionOver';
}

function passwordProvider(db: Database) {
  return CredentialsProvider({
    id: 'password',
    name: 'Password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(credentials, request) {
      const headers = (request.headers ?? {}) as Record<string, string | undefined>;
      const result = await signInWithPassword(db, {
        email: String(credentials?.email ?? ''),
        password: String(credentials?.password ?? ''),
        address: headers['x-forwarded-for']?.split(',')[0]?.trim() ?? 'unknown',
        device: deviceName(headers['user-agent']),
      });
      if (result.kind === 'refused') throw new Error(result.message);
      return { id: result.userId, sessionId: result.sessionId };
    },
  });
}

const callbacks = (db: Database): NonNullable<AuthOptions['callbacks']> => ({
  async signIn({ user, account, profile }) {
    if (account?.type !== 'oauth') return true;
    const result = await signInWithIdentity(db, {
      profile,
      invitation: await takeRememberedInvitation(),
      device: deviceName((await headers()).get('user-agent')),
    });
    if (result.kind === 'refused') return `${routes.signIn()}?error=${result.code}`;
    user.sessionId = result.sessionId;
    return true;
  },
  async jwt({ token, user }) {
    // Only the session's id goes into the cookie; name and roles are looked up, so that they are never old.
    const sessionId = user?.sessionId ?? token.sessionId;
    const viewer = await findSession(db, sessionId);
    if (!viewer || !sessionId) throw new SessionOver();
    return { sessionId, viewer };
  },
  session({ session, token }) {
    if (!token.viewer) throw new SessionOver();
    return { expires: session.expires, viewer: token.viewer };
  },
  redirect({ url, baseUrl }) {
    if (url.startsWith('/') && !url.startsWith('//')) return `${baseUrl}${url}`;
    return URL.canParse(url) && new URL(url).origin === baseUrl ? url : baseUrl;
  },
});

/** How next-auth signs people in and looks sessions up. */
export async function authOptions(): Promise<AuthOptions> {
  const db = await database();
  const { openIdConnect, secret } = environment();
  return {
    secret,
    session: { strategy: 'jwt', maxAge: SESSION_DAYS * 86_400 },
    pages: { signIn: routes.signIn(), error: routes.signIn(), signOut: routes.signIn() },
    providers: [passwordProvider(db), ...(openIdConnect ? [openIdConnectProvider(openIdConnect)] : [])],
    callbacks: callbacks(db),
    events: {
      async signOut({ token }) {
        const viewer = token.viewer;
        if (!viewer) return;
        await db.session.updateMany({ where: { id: viewer.sessionId }, data: { revokedAt: new Date() } });
        await recordEvent(db, { action: 'session.sign-out', userId: viewer.userId, subjectId: viewer.sessionId });
      },
    },
    logger: {
      error(code, metadata) {
        const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown }).error;
        // A session that has ended, or a cookie of another secret, is an ordinary thing; a failing database is not.
        if (code === 'JWT_SESSION_ERROR' && /^(SessionOver|JW\w+)$/.test(errorName(error).split(' ')[0] ?? '')) return;
        log('error', 'sign-in', { code, error: errorName(error) });
      },
      warn: (code) => log('warn', 'sign-in', { code }),
      debug: () => undefined,
    },
  };
}
