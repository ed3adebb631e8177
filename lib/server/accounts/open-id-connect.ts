import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { recordEvent } from '../audit/record-event';
import type { Database, Transaction } from '../database/client';
import type { OpenIdConnectSettings } from '../environment';
import { invitationUsable, joinByInvitation } from '../workspaces/invitations';
import { createSession } from './sessions';
import { normaliseEmail } from './sign-in';

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

/** Why a person whom the provider knows cannot come in; the sign-in page has the sentences. */
export type IdentityRefusal = 'not-invited' | 'no-claims' | 'no-address' | 'address-taken';

export type IdentityResult =
  | { readonly kind: 'signed-in'; readonly userId: string; readonly sessionId: string }
  | { readonly kind: 'refused'; readonly code: IdentityRefusal };

type Found = { readonly userId: string } | { readonly code: IdentityRefusal };

async function link(transaction: Transaction, userId: string, claims: Claims): Promise<Found> {
  const { iss: issuer, sub: subject } = claims;
  await transaction.identity.create({ data: { userId, issuer, subject } });
  await recordEvent(transaction, { action: 'identity.link', userId, detail: { issuer } });
  return { userId };
}

/** A new person: only with an invitation that can still be used. */
async function register(transaction: Transaction, claims: Claims, invitation: string | undefined): Promise<Found> {
  if (!invitation || !(await invitationUsable(transaction, invitation))) return { code: 'not-invited' };
  if (!claims.email) return { code: 'no-address' };
  const email = normaliseEmail(claims.email);
  if (await transaction.user.findUnique({ where: { email }, select: { id: true } })) return { code: 'address-taken' };
  const { id } = await transaction.user.create({
    data: { email, name: claims.name?.slice(0, 100) || email },
    select: { id: true },
  });
  return link(transaction, id, claims);
}

/**
 * The person behind an identity. The first time, an account with the same address is taken if the provider vouches for
 * the address; later only issuer and subject count, since an address can pass to somebody else.
 */
async function findOrLink(transaction: Transaction, claims: Claims, invitation: string | undefined): Promise<Found> {
  const { iss: issuer, sub: subject } = claims;
  const identity = await transaction.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { userId: true },
  });
  if (identity) return identity;
  if (claims.email && claims.email_verified === true) {
    const user = await transaction.user.findUnique({
      where: { email: normaliseEmail(claims.email) },
      select: { id: true, identities: { where: { issuer }, select: { id: true } } },
    });
    // Where somebody else of the same provider has this account already, two people never share it.
    if (user && user.identities.length === 0) return link(transaction, user.id, claims);
  }
  return register(transaction, claims, invitation);
}

/** Signs a person in whom the provider has just vouched for, and takes their invitation where they bring one. */
export async function signInWithIdentity(
  database: Database,
  given: { readonly profile: unknown; readonly invitation?: string | undefined; readonly device: string },
): Promise<IdentityResult> {
  const claims = claimsSchema.safeParse(given.profile);
  if (!claims.success) return { kind: 'refused', code: 'no-claims' };
  return database.$transaction(async (transaction): Promise<IdentityResult> => {
    const found = await findOrLink(transaction, claims.data, given.invitation);
    if ('code' in found) return { kind: 'refused', code: found.code };
    if (given.invitation) await joinByInvitation(transaction, given.invitation, found.userId);
    const sessionId = await createSession(transaction, found.userId, given.device);
    return { kind: 'signed-in', userId: found.userId, sessionId };
  });
}
