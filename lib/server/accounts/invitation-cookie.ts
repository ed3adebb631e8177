import { cookies } from 'next/headers';
import { environment } from '../environment';

const COOKIE = 'rampline.invitation';
/** As long as a sign-in at a provider may take. */
const SECONDS = 15 * 60;

/** Keeps an invitation in the browser while its holder signs in at the provider. */
export async function rememberInvitation(token: string): Promise<void> {
  (await cookies()).set(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: environment().publicAddress.startsWith('https:'),
    maxAge: SECONDS,
    path: '/',
  });
}

/** The invitation that was kept, once. */
export async function takeRememberedInvitation(): Promise<string | undefined> {
  const jar = await cookies();
  const token = jar.get(COOKIE)?.value;
  if (token) jar.delete(COOKIE);
  return token;
}
