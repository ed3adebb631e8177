import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openAuthBrowser } from '../testing/auth-browser';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { changePassword, endSession, signOutEverywhere } from './account';
import { hashPassword } from './password';
import { findSession } from './sessions';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await openTestDatabase();
  const passwordHash = await hashPassword('blue kettle walks home');
  await test_.database.user.create({ data: { email: 'li@example.org', name: 'Li', passwordHash } });
});
afterAll(() => test_.close());
beforeEach(async () => {
  await test_.database.signInAttempt.deleteMany({});
});

async function signedIn() {
  const browser = openAuthBrowser({ 'x-forwarded-for': '10.0.0.1', 'user-agent': 'X11; Linux Firefox/132.0' });
  const answer = await browser.post('/api/auth/callback/password', {
    email: ' Li@Example.org ',
    password: 'blue kettle walks home',
  });
  expect(answer.location).toBe('http://localhost:3000');
  const { viewer } = await browser.session();
  const found = await findSession(test_.database, viewer?.sessionId);
  if (!found) throw new RangeError('not signed in');
  return { browser, viewer: found };
}

test('the right password begins a session; the cookie names nothing that could be read or changed', async () => {
  const { browser, viewer } = await signedIn();
  expect(viewer).toMatchObject({ name: 'Li', email: 'li@example.org' });
  const cookie = browser.cookies.get('next-auth.session-token') ?? '';
  expect(Buffer.from(cookie.split('.')[0] ?? '', 'base64url').toString()).toContain('A256GCM');
  expect(cookie).not.toContain(viewer.sessionId);
  const row = await test_.database.session.findUnique({ where: { id: viewer.sessionId } });
  expect(row?.device).toBe('Firefox on Linux');
});

test('a wrong password and an unknown address read the same, and begin nothing', async () => {
  const before = await test_.database.session.count();
  const browser = openAuthBrowser();
  const wrong = await browser.post('/api/auth/callback/password', { email: 'li@example.org', password: 'wrong' });
  const unknown = await browser.post('/api/auth/callback/password', { email: 'x@example.org', password: 'wrong' });
  expect(decodeURIComponent(wrong.location ?? '')).toContain('The e-mail address or the password is wrong.');
  expect(unknown.location).toBe(wrong.location);
  expect(await test_.database.session.count()).toBe(before);
});

test('after ten failures the right password does not help either', async () => {
  const browser = openAuthBrowser();
  const attempt = (password: string) =>
    browser.post('/api/auth/callback/password', { email: 'li@example.org', password });
  for (let i = 0; i < 10; i++) await attempt('wrong');
  expect(decodeURIComponent((await attempt('blue kettle walks home')).location ?? '')).toMatch(/Too many attempts/);
});

test('a form without the page’s token is not believed', async () => {
  const { viewer } = await signedIn();
  const browser = openAuthBrowser();
  await browser.get('/api/auth/csrf');
  const forged = await browser.get(`/api/auth/callback/password?email=li@example.org&password=blue kettle walks home`);
  expect(forged.status).not.toBe(302);
  expect(await browser.session()).toEqual({});
  expect(viewer.userId).toBeTruthy();
});

test('a revoked session is nobody at once, and its cookie is cleared', async () => {
  const { browser, viewer } = await signedIn();
  const other = await signedIn();
  expect((await endSession(viewer, { sessionId: other.viewer.sessionId })).kind).toBe('done');
  expect(await other.browser.session()).toEqual({});
  expect(other.browser.cookies.has('next-auth.session-token')).toBe(false);
  expect((await browser.session()).viewer?.userId).toBe(viewer.userId);
});

test('signing out ends the session row too: a copy of the cookie is worth nothing', async () => {
  const { browser } = await signedIn();
  const copy = openAuthBrowser();
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  await browser.post('/api/auth/signout', {});
  expect(await copy.session()).toEqual({});
});

test('signing out everywhere ends this session as well', async () => {
  const first = await signedIn();
  const second = await signedIn();
  await signOutEverywhere(second.viewer);
  expect(await first.browser.session()).toEqual({});
  expect(await second.browser.session()).toEqual({});
});

test('another password ends every other session and needs the current one', async () => {
  const first = await signedIn();
  const second = await signedIn();
  const wrong = await changePassword(second.viewer, { current: 'wrong', next: 'green kettle walks home' });
  expect(wrong).toMatchObject({ kind: 'refused', field: 'current' });
  const weak = await changePassword(second.viewer, { current: 'blue kettle walks home', next: 'password1234' });
  expect(weak).toMatchObject({ kind: 'refused', field: 'next' });
  const changed = await changePassword(second.viewer, {
    current: 'blue kettle walks home',
    next: 'green kettle walks home',
  });
  expect(changed.kind).toBe('done');
  expect(await first.browser.session()).toEqual({});
  expect((await second.browser.session()).viewer?.userId).toBe(second.viewer.userId);
  await changePassword(second.viewer, { current: 'green kettle walks home', next: 'blue kettle walks home' });
});

test('a session that is over is nobody', async () => {
  const { viewer } = await signedIn();
  await test_.database.session.update({ where: { id: viewer.sessionId }, data: { expiresAt: new Date(0) } });
  expect(await findSession(test_.database, viewer.sessionId)).toBeNull();
});
