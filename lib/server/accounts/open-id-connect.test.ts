import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openAuthBrowser } from '../testing/auth-browser';
import { type Claims, type IdentityProvider, startIdentityProvider } from '../testing/identity-provider';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { hashToken, newToken } from '../tokens';

// The one cookie of ours that takes part: the invitation somebody brings along.
let invitationCookie: string | undefined;
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: () => (invitationCookie ? { value: invitationCookie } : undefined),
    delete: () => {
      invitationCookie = undefined;
    },
  }),
}));
const settings = vi.hoisted(() => ({ openIdConnect: null as unknown }));
vi.mock('../environment', async (original) => {
  const real = await original<typeof import('../environment')>();
  return { ...real, environment: () => ({ ...real.environment(), openIdConnect: settings.openIdConnect }) };
});

let test_: TestDatabase;
let provider: IdentityProvider;
beforeAll(async () => {
  test_ = await openTestDatabase();
  provider = await startIdentityProvider();
  const { issuer, clientId, clientSecret } = provider;
  settings.openIdConnect = { issuer, clientId, clientSecret, name: 'Test' };
  await test_.database.user.create({ data: { email: 'li@example.org', name: 'Li' } });
});
afterAll(async () => {
  await test_.close();
  await provider.close();
});
beforeEach(async () => {
  await test_.database.identity.deleteMany({});
  invitationCookie = undefined;
  provider.forgeNonce = false;
});

/** Goes to the provider and back, as a browser does. @returns where it ends and whose session it holds. */
async function enter(claims: Claims) {
  provider.signedIn = claims;
  const browser = openAuthBrowser();
  const away = await browser.post('/api/auth/signin/oidc', { callbackUrl: 'http://localhost:3000/' });
  const back = await fetch(away.location ?? '', { redirect: 'manual' });
  const callback = new URL(back.headers.get('location') ?? '');
  const end = await browser.get(`${callback.pathname}${callback.search}`);
  const { viewer } = await browser.session();
  return { location: end.location, viewer, callback, browser };
}

async function invite(role = 'analyst'): Promise<string> {
  const token = newToken();
  const li = await test_.database.user.findUniqueOrThrow({ where: { email: 'li@example.org' } });
  const workspace = await test_.database.workspace.create({ data: { name: 'W' } });
  await test_.database.invitation.create({
    data: {
      workspaceId: workspace.id,
      tokenHash: hashToken(token),
      role,
      createdById: li.id,
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  return token;
}

test('a verified address leads to the account once; later only issuer and subject count', async () => {
  const first = await enter({ sub: 's1', email: 'Li@example.org', email_verified: true });
  expect(first.viewer).toMatchObject({ email: 'li@example.org' });
  const renamed = await enter({ sub: 's1', email: 'other@example.org', email_verified: false });
  expect(renamed.viewer?.userId).toBe(first.viewer?.userId);
  // Somebody else has got the address meanwhile.
  const other = await enter({ sub: 's2', email: 'li@example.org', email_verified: true });
  expect(other.viewer).toBeUndefined();
});

test('an address that the provider does not vouch for opens nobody’s account', async () => {
  for (const verified of [false, undefined]) {
    const { viewer, location } = await enter({ sub: 's1', email: 'li@example.org', email_verified: verified });
    expect(viewer).toBeUndefined();
    expect(location).toMatch(/\/sign-in\?error=not-invited$/);
  }
});

test('whoever is not invited stays out; an invitation brought along lets one person in, once', async () => {
  const stranger: Claims = { sub: 's3', email: 'wang@example.org', email_verified: true, name: 'Wang' };
  expect((await enter(stranger)).viewer).toBeUndefined();
  invitationCookie = await invite('reviewer');
  const token = invitationCookie;
  const { viewer } = await enter(stranger);
  expect(viewer).toMatchObject({ name: 'Wang', email: 'wang@example.org' });
  const memberships = await test_.database.membership.findMany({ where: { userId: viewer?.userId ?? '' } });
  expect(memberships.map(({ role }) => role)).toEqual(['reviewer']);
  expect(invitationCookie).toBeUndefined();
  invitationCookie = token;
  expect((await enter({ sub: 's4', email: 'zhao@example.org', email_verified: true })).viewer).toBeUndefined();
});

test('an invitation does not open the account of somebody with the same unverified address', async () => {
  invitationCookie = await invite();
  const { viewer, location } = await enter({ sub: 's5', email: 'li@example.org' });
  expect(viewer).toBeUndefined();
  expect(location).toMatch(/error=address-taken$/);
});

test('an answer of the provider with a forged nonce, or replayed in another browser, is not believed', async () => {
  provider.forgeNonce = true;
  const forged = await enter({ sub: 's1', email: 'li@example.org', email_verified: true });
  expect(forged.viewer).toBeUndefined();
  provider.forgeNonce = false;
  const { callback } = await enter({ sub: 's1', email: 'li@example.org', email_verified: true });
  const thief = openAuthBrowser();
  await thief.get(`${callback.pathname}${callback.search}`);
  expect(await thief.session()).toEqual({});
});
