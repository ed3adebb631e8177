import type { Account } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { recordEvent } from '../audit/record-event';
import type { Database, Transaction } from '../database/client';
import type { OpenIdConnectSettings } from '../environment';
import { createSession } from './sessions';
import { normaliseEmail, type SignInResult } from './sign-in';

const claimsSchema = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});

type Claims = z.infer<typeof claimsSchema>;

/** The provider that the environment names; found by discovery, with PKCE, state and nonce. */
export function openIdConnectProvider(settings: OpenIdConnectSettings): OAuthConfig<Claims> {
  return {
    id: 'oidc',
    name: settings.name,
    type: 'oauth',
    wellKnown: `${settings.issuer}/.well-known/openid-configuration`,
    clientId: settings.clientId,
    ...(settings.clientSecret
      ? { clientSecret: settings.clientSecret }
      : { client: { token_endpoint_auth_method: 'none' } }),
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (claims) => ({ id: claims.sub }),
  };
}

const NOT_INVITED =
  'You are known to the provider but not here. Ask an administrator for an invitation and open its link while signed in there.';

/**
 * The person behind an identity. The first time, an account with the same address is taken if the provider vouches for
 * the address; later only issuer and subject count, since an address can pass to somebody else.
 */
async function findOrLink(transaction: Transaction, claims: Claims): Promise<string | null> {
  const { iss: issuer, sub: subject } = claims;
  const identity = await transaction.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { userId: true },
  });
  if (identity) return identity.userId;
  if (!claims.email || claims.email_verified !== true) return null;
  const user = await transaction.user.findUnique({
    where: { email: normaliseEmail(claims.email) },
    select: { id: true, identities: { where: { issuer }, select: { id: true } } },
  });
  // Somebody else of the same provider has this account already: two people never share one.
  if (!user || user.identities.length > 0) return null;
  await transaction.identity.create({ data: { userId: user.id, issuer, subject } });
  await recordEvent(transaction, { action: 'identity.link', userId: user.id, detail: { issuer } });
  return user.id;
}

/** Signs a person in whom the provider has just vouched for. */
export async function signInWithIdentity(
  database: Database,
  given: { readonly account: Account; readonly profile: unknown },
): Promise<SignInResult> {
  const claims = claimsSchema.safeParse(given.profile);
  if (!claims.success) return { kind: 'refused', message: 'The provider did not say who you are.' };
  return database.$transaction(async (transaction) => {
    const userId = await findOrLink(transaction, claims.data);
    if (!userId) return { kind: 'refused', message: NOT_INVITED };
    const sessionId = await createSession(transaction, userId, 'Organisation sign-in');
    return { kind: 'signed-in', userId, sessionId };
  });
}
