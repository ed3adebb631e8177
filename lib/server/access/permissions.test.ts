import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addCast, type Cast } from '../testing/cast';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { addTestScenario, checkedBlank } from '../testing/test-scenario';
import { hashToken, newToken } from '../tokens';
import type { Viewer } from './viewer';

// Who asks, as the request would say.
let asking: Viewer | null = null;
vi.mock('./viewer', () => ({
  currentViewer: async () => asking,
  requireViewer: async () => asking,
}));
vi.mock('next/headers', () => ({
  cookies: async () => ({ set: () => undefined, get: () => undefined, delete: () => undefined }),
  headers: async () => new Headers(),
}));

// Threads need the build; the same engine runs in place.
vi.mock('../../runner/node-runner', async () => {
  const { createInPlaceRunner } = await import('../../runner/in-place-runner');
  return { createNodeRunner: createInPlaceRunner };
});

/** What became of a call: done or shown, not allowed, or not there. */
type Answer = 'yes' | 'no' | 'nothing';
type Person = keyof Cast['people'];
const EVERYBODY: readonly Person[] = ['stranger', 'outsider', 'viewer', 'reviewer', 'analyst', 'admin'];

let test_: TestDatabase;
let cast: Cast;
beforeAll(async () => {
  test_ = await openTestDatabase();
  cast = await addCast(test_.database);
});
afterAll(() => test_.close());

interface Row {
  readonly call: (viewer: Viewer, modules: Modules) => Promise<unknown>;
  /** In the order of EVERYBODY. */
  readonly answers: readonly [Answer, Answer, Answer, Answer, Answer, Answer];
}
type Exported = (...given: unknown[]) => Promise<unknown>;
type Modules = (name: string) => Exported;

const members: Row['answers'] = ['nothing', 'nothing', 'yes', 'yes', 'yes', 'yes'];
const editors: Row['answers'] = ['no', 'nothing', 'no', 'no', 'yes', 'yes'];
const administrators: Row['answers'] = ['no', 'nothing', 'no', 'no', 'no', 'yes'];
/** Of an action on what only administrators can see at all. */
const administratorsSee: Row['answers'] = ['no', 'nothing', 'nothing', 'nothing', 'nothing', 'yes'];
const anybodySignedIn: Row['answers'] = ['no', 'yes', 'yes', 'yes', 'yes', 'yes'];

const scenario = () => addTestScenario(test_.database, cast);
async function invitation(): Promise<{ id: string; token: string }> {
  const token = newToken();
  const { id } = await test_.database.invitation.create({
    data: {
      workspaceId: cast.workspaceId,
      tokenHash: hashToken(token),
      role: 'viewer',
      createdById: cast.people.admin.userId,
      expiresAt: new Date(Date.now() + 60_000),
    },
    select: { id: true },
  });
  return { id, token };
}
async function extraMember(): Promise<string> {
  const email = `${newToken()}@example.org`;
  const { id } = await test_.database.user.create({ data: { email, name: 'extra' }, select: { id: true } });
  await test_.database.membership.create({ data: { workspaceId: cast.workspaceId, userId: id, role: 'viewer' } });
  return id;
}
const params = (given: Record<string, string>) => ({ params: Promise.resolve(given) });

const ROWS: Readonly<Record<string, Row>> = {
  'scenarios/loaders listScenarios': {
    call: async (viewer, of) => {
      await scenario();
      return of('listScenarios')(viewer, cast.workspaceId);
    },
    answers: members,
  },
  'scenarios/loaders openScenario': {
    call: async (viewer, of) => of('openScenario')(viewer, (await scenario()).scenarioId),
    answers: members,
  },
  'scenarios/loaders listRevisions': {
    call: async (viewer, of) => of('listRevisions')(viewer, (await scenario()).scenarioId),
    answers: members,
  },
  'scenarios/loaders readRevision': {
    call: async (viewer, of) => of('readRevision')(viewer, (await scenario()).revisionId),
    answers: members,
  },
  'scenarios/actions readRevisionAction': {
    call: async (_, of) => of('readRevisionAction')({ revisionId: (await scenario()).revisionId }),
    answers: ['no', 'nothing', 'yes', 'yes', 'yes', 'yes'],
  },
  'scenarios/loaders readDraftDocument': {
    call: async (viewer, of) => of('readDraftDocument')(viewer, (await scenario()).scenarioId),
    answers: members,
  },
  'scenarios/actions createScenarioAction': {
    call: async (_, of) => of('createScenarioAction')({ workspaceId: cast.workspaceId, name: 'New' }),
    answers: editors,
  },
  'scenarios/actions forkScenarioAction': {
    call: async (_, of) => of('forkScenarioAction')({ scenarioId: (await scenario()).scenarioId, name: 'Fork' }),
    answers: editors,
  },
  'scenarios/actions renameScenarioAction': {
    call: async (_, of) => of('renameScenarioAction')({ scenarioId: (await scenario()).scenarioId, name: 'Other' }),
    answers: editors,
  },
  'scenarios/actions archiveScenarioAction': {
    call: async (_, of) => of('archiveScenarioAction')({ scenarioId: (await scenario()).scenarioId }),
    answers: editors,
  },
  'scenarios/actions restoreScenarioAction': {
    call: async (_, of) => of('restoreScenarioAction')({ scenarioId: (await scenario()).scenarioId }),
    answers: editors,
  },
  'scenarios/actions saveDraftAction': {
    call: async (_, of) => {
      const { scenarioId } = await scenario();
      return of('saveDraftAction')({ scenarioId, version: 1, document: checkedBlank('Changed').document });
    },
    answers: editors,
  },
  'scenarios/actions nameRevisionAction': {
    call: async (_, of) => {
      const { scenarioId, document } = await scenario();
      return of('nameRevisionAction')({ scenarioId, version: 1, document: document.document, message: 'Named' });
    },
    answers: editors,
  },
  'workspaces/loaders listWorkspaces': {
    call: async (viewer, of) => of('listWorkspaces')(viewer),
    answers: ['nothing', 'yes', 'yes', 'yes', 'yes', 'yes'],
  },
  'workspaces/loaders openMembers': {
    call: (viewer, of) => of('openMembers')(viewer, cast.workspaceId),
    answers: members,
  },
  'workspaces/loaders openInvitation': {
    // The link is the permission.
    call: async (_, of) => of('openInvitation')((await invitation()).token),
    answers: ['yes', 'yes', 'yes', 'yes', 'yes', 'yes'],
  },
  'workspaces/actions createInvitationAction': {
    call: (_, of) => of('createInvitationAction')({ workspaceId: cast.workspaceId, role: 'viewer' }),
    answers: administrators,
  },
  'workspaces/actions revokeInvitationAction': {
    call: async (_, of) => of('revokeInvitationAction')({ invitationId: (await invitation()).id }),
    answers: administratorsSee,
  },
  'workspaces/actions acceptInvitationAction': {
    call: async (viewer, of) => {
      const result = await of('acceptInvitationAction')({ token: (await invitation()).token });
      const { userId } = cast.people.outsider;
      if (viewer.userId === userId)
        await test_.database.membership.deleteMany({ where: { userId, workspaceId: cast.workspaceId } });
      return result;
    },
    answers: anybodySignedIn,
  },
  'workspaces/actions registerByInvitationAction': {
    call: async (_, of) =>
      of('registerByInvitationAction')({
        token: (await invitation()).token,
        name: 'New',
        email: `${newToken()}@example.org`,
        password: 'blue kettle walks home',
      }),
    answers: ['yes', 'yes', 'yes', 'yes', 'yes', 'yes'],
  },
  'workspaces/actions rememberInvitationAction': {
    call: async (_, of) => of('rememberInvitationAction')({ token: (await invitation()).token }),
    answers: ['yes', 'yes', 'yes', 'yes', 'yes', 'yes'],
  },
  'workspaces/actions changeRoleAction': {
    call: async (_, of) =>
      of('changeRoleAction')({ workspaceId: cast.workspaceId, userId: await extraMember(), role: 'analyst' }),
    answers: administrators,
  },
  'workspaces/actions removeMemberAction': {
    call: async (_, of) => of('removeMemberAction')({ workspaceId: cast.workspaceId, userId: await extraMember() }),
    answers: administrators,
  },
  'workspaces/actions createWorkspaceAction': {
    call: async (viewer, of) => {
      const result = await of('createWorkspaceAction')({ name: 'Further' });
      await test_.database.workspace.deleteMany({
        where: { name: 'Further', memberships: { some: { userId: viewer.userId } } },
      });
      return result;
    },
    answers: anybodySignedIn,
  },
  'workspaces/actions renameWorkspaceAction': {
    call: (_, of) => of('renameWorkspaceAction')({ workspaceId: cast.workspaceId, name: 'Ours still' }),
    answers: administrators,
  },
  'accounts/loaders openAccount': {
    call: (viewer, of) => of('openAccount')(viewer),
    answers: ['nothing', 'yes', 'yes', 'yes', 'yes', 'yes'],
  },
  'accounts/actions completeSetUpAction': {
    // Somebody has an account: the set-up is over for all.
    call: (_, of) =>
      of('completeSetUpAction')({
        token: newToken(),
        name: 'New',
        email: 'new@example.org',
        password: 'blue kettle walks home',
        workspace: 'New',
      }),
    answers: ['no', 'no', 'no', 'no', 'no', 'no'],
  },
  'accounts/actions changePasswordAction': {
    call: async (viewer, of) => {
      const result = await of('changePasswordAction')({ current: '', next: 'blue kettle walks home' });
      await test_.database.user.updateMany({ where: { id: viewer.userId }, data: { passwordHash: null } });
      return result;
    },
    answers: anybodySignedIn,
  },
  'accounts/actions changeNameAction': {
    call: (viewer, of) => of('changeNameAction')({ name: viewer.name }),
    answers: anybodySignedIn,
  },
  'accounts/actions endSessionAction': {
    // Of the administrator: nobody ends the session of somebody else.
    call: async (viewer, of) => {
      const { userId } = viewer === cast.people.stranger ? cast.people.admin : viewer;
      const expiresAt = new Date(Date.now() + 60_000);
      const { id } = await test_.database.session.create({ data: { userId, expiresAt }, select: { id: true } });
      return of('endSessionAction')({ sessionId: id });
    },
    answers: anybodySignedIn,
  },
  'accounts/actions signOutEverywhereAction': {
    call: (_, of) => of('signOutEverywhereAction')(),
    answers: anybodySignedIn,
  },
  'api/scenarios/[scenarioId]/document GET': {
    call: async (_, of) => {
      const { scenarioId } = await scenario();
      return of('GET')(new Request('http://x.invalid/'), params({ scenarioId }));
    },
    answers: members,
  },
  'api/scenarios/[scenarioId]/brief GET': {
    call: async (_, of) => {
      const { scenarioId } = await scenario();
      return of('GET')(new Request('http://x.invalid/'), params({ scenarioId }));
    },
    answers: members,
  },
};

/** Open to anybody, and why. */
const OPEN: Readonly<Record<string, string>> = {
  'api/health GET': 'says only whether the server works',
  'api/auth/[...nextauth] GET': 'is how one signs in; next-auth guards it itself',
  'api/auth/[...nextauth] POST': 'as above',
};

const NOT_THERE = /does not exist|No longer|no longer a member/;

function answerOf(result: unknown): Answer {
  if (result === null || (Array.isArray(result) && result.length === 0)) return 'nothing';
  if (result instanceof Response) return result.status === 404 ? 'nothing' : result.ok ? 'yes' : 'no';
  const { kind, message = '' } = result as { kind?: string; message?: string };
  if (kind === 'refused' || kind === 'failed') return NOT_THERE.test(message) ? 'nothing' : 'no';
  return 'yes';
}

interface Place {
  readonly name: string;
  readonly load: () => Promise<Record<string, unknown>>;
}

function places(): readonly Place[] {
  const features = readdirSync('lib/server').flatMap((feature) =>
    ['loaders', 'actions'].flatMap((part) => {
      const path = `lib/server/${feature}/${part}.ts`;
      return existsSync(path) ? [{ name: `${feature}/${part}`, load: () => import(`../${feature}/${part}.ts`) }] : [];
    }),
  );
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('route.ts'))
    .map((path) => ({
      name: path.replace(/\/route\.ts$/, ''),
      load: () => import(/* @vite-ignore */ `${process.cwd()}/app/${path}`),
    }));
  return [...features, ...routes];
}

async function callables(): Promise<readonly { readonly name: string; readonly place: Place }[]> {
  const lists = await Promise.all(
    places().map(async (place) =>
      Object.entries(await place.load())
        .filter(([, value]) => typeof value === 'function')
        .map(([name]) => ({ name: `${place.name} ${name}`, place })),
    ),
  );
  return lists.flat();
}

test('every loader, action and route has its row here, and every row its loader, action or route', async () => {
  const found = (await callables()).map(({ name }) => name).sort();
  expect([...Object.keys(ROWS), ...Object.keys(OPEN)].sort()).toEqual(found);
});

test.each(Object.keys(ROWS))('%s', async (name) => {
  const row = ROWS[name];
  const place = (await callables()).find((callable) => callable.name === name)?.place;
  if (!row || !place) throw new RangeError(name);
  const module = await place.load();
  const answers: Record<string, Answer> = {};
  for (const person of EVERYBODY) {
    const viewer = cast.people[person];
    asking = person === 'stranger' ? null : viewer;
    const result = await row.call(viewer, (exported) => module[exported] as Exported);
    answers[person] = answerOf(result);
  }
  expect(answers).toEqual(Object.fromEntries(EVERYBODY.map((person, i) => [person, row.answers[i]])));
});

test('every page of those who are signed in asks who that is', () => {
  const pages = readdirSync('app/(app)', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('page.tsx'),
  );
  const silent = pages.filter((path) => !/requireViewer\(/.test(readFileSync(`app/(app)/${path}`, 'utf8')));
  expect(pages.length).toBeGreaterThan(2);
  expect(silent).toEqual([]);
});
