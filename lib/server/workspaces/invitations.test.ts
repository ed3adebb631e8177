import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCast, type Cast } from '../testing/cast';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { hashToken } from '../tokens';
import { acceptInvitation, createInvitation, registerByInvitation, revokeInvitation } from './invitations';
import { openInvitation, openMembers } from './loaders';
import { changeRole, removeMember } from './members';

let test_: TestDatabase;
let cast: Cast;
beforeAll(async () => {
  test_ = await openTestDatabase();
  cast = await addCast(test_.database);
});
afterAll(() => test_.close());

async function invite(role: 'analyst' | 'viewer' = 'analyst'): Promise<string> {
  const result = await createInvitation(cast.people.admin, { workspaceId: cast.workspaceId, role, label: 'Wang' });
  if (result.kind === 'refused') throw new RangeError(result.message);
  return decodeURIComponent(result.value.path.split('/').at(-1) ?? '');
}
const person = (email: string) => ({ name: 'Wang', email, password: 'blue kettle walks home' });

test('the link alone holds the token: the database keeps its hash', async () => {
  const token = await invite();
  expect(JSON.stringify(await test_.database.invitation.findMany())).not.toContain(token);
  expect(await test_.database.invitation.count({ where: { tokenHash: hashToken(token) } })).toBe(1);
  expect(await openInvitation(token)).toEqual({ workspaceName: 'Ours', role: 'analyst', by: 'admin' });
});

test('an invitation lets one person in, once, with its role', async () => {
  const token = await invite();
  const both = await Promise.all([
    registerByInvitation({ token, ...person('one@example.org') }),
    registerByInvitation({ token, ...person('two@example.org') }),
  ]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  expect(await openInvitation(token)).toBeNull();
  const page = await openMembers(cast.people.admin, cast.workspaceId);
  expect(page?.members.filter(({ name }) => name === 'Wang').map(({ role }) => role)).toEqual(['analyst']);
});

test('an expired and a withdrawn invitation let nobody in', async () => {
  const expired = await invite();
  const tokenHash = hashToken(expired);
  await test_.database.invitation.update({ where: { tokenHash }, data: { expiresAt: new Date(Date.now() - 1) } });
  const withdrawn = await invite();
  const { id } = await test_.database.invitation.findUniqueOrThrow({ where: { tokenHash: hashToken(withdrawn) } });
  expect((await revokeInvitation(cast.people.admin, { invitationId: id })).kind).toBe('done');
  for (const token of [expired, withdrawn]) {
    expect(await openInvitation(token)).toBeNull();
    expect((await acceptInvitation(cast.people.outsider, { token })).kind).toBe('refused');
    expect((await registerByInvitation({ token, ...person('three@example.org') })).kind).toBe('refused');
  }
  expect(await test_.database.user.count({ where: { email: 'three@example.org' } })).toBe(0);
});

test('with a good link an address that has an account is told so; without one nothing is', async () => {
  const input = person('viewer@example.org');
  expect(await registerByInvitation({ token: await invite(), ...input })).toMatchObject({ field: 'email' });
  const guess = await registerByInvitation({ token: 'x'.repeat(43), ...input });
  expect(guess).toMatchObject({ kind: 'refused' });
  expect(guess).not.toHaveProperty('field');
});

test('a member keeps the role they have: a link is no way up or down', async () => {
  const token = await invite('viewer');
  expect((await acceptInvitation(cast.people.admin, { token })).kind).toBe('done');
  const page = await openMembers(cast.people.admin, cast.workspaceId);
  expect(page?.workspace.role).toBe('admin');
});

test('a workspace never loses its last administrator', async () => {
  const { workspaceId, people } = cast;
  const self = { workspaceId, userId: people.admin.userId };
  expect(await changeRole(people.admin, { ...self, role: 'viewer' })).toMatchObject({ kind: 'refused' });
  expect(await removeMember(people.admin, self)).toMatchObject({ kind: 'refused' });
  await changeRole(people.admin, { workspaceId, userId: people.analyst.userId, role: 'admin' });
  // Both leave at the same moment: one must stay.
  const both = await Promise.all([
    removeMember(people.admin, self),
    removeMember(people.analyst, { workspaceId, userId: people.analyst.userId }),
  ]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
});

test('whoever was removed no longer finds anything', async () => {
  const { workspaceId, people } = cast;
  await test_.database.membership.deleteMany({ where: { workspaceId, userId: people.reviewer.userId } });
  expect(await openMembers(people.reviewer, workspaceId)).toBeNull();
});
