import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { routes } from '../../routes';
import { authOptions } from '../accounts/auth-options';

/** Who asks: a person with a session that has just been looked up. The first argument of every loader and action. */
export interface Viewer {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
}

/** Who asks, or null for a stranger; looked up once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const session = await getServerSession(await authOptions());
  return session?.viewer ?? null;
});

/** Who asks; a stranger is sent to sign in and comes back to `next`. */
export async function requireViewer(next?: string): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) redirect(routes.signIn(next) as never);
  return viewer;
}
