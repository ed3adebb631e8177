import { ROLES } from '../access/roles';
import type { Viewer } from '../access/viewer';
import type { Database } from '../database/client';
import type { Role } from '../scenarios/contract';

/** One person of each role in a workspace, the administrator of another, and somebody who is not known at all. */
export interface Cast {
  readonly workspaceId: string;
  readonly otherWorkspaceId: string;
  readonly people: Readonly<Record<Role | 'outsider' | 'stranger', Viewer>>;
}

async function addPerson(database: Database, name: string): Promise<Viewer> {
  const email = `${name}@example.org`;
  const user = await database.user.create({ data: { email, name }, select: { id: true } });
  const expiresAt = new Date(Date.now() + 86_400_000);
  const session = await database.session.create({ data: { userId: user.id, expiresAt }, select: { id: true } });
  return { userId: user.id, sessionId: session.id, name, email };
}

/** Fills an empty database with the cast. */
export async function addCast(database: Database): Promise<Cast> {
  const workspace = await database.workspace.create({ data: { name: 'Ours' }, select: { id: true } });
  const other = await database.workspace.create({ data: { name: 'Theirs' }, select: { id: true } });
  const members: [Role, Viewer][] = [];
  for (const role of ROLES) {
    const viewer = await addPerson(database, role);
    await database.membership.create({ data: { workspaceId: workspace.id, userId: viewer.userId, role } });
    members.push([role, viewer]);
  }
  const outsider = await addPerson(database, 'outsider');
  await database.membership.create({ data: { workspaceId: other.id, userId: outsider.userId, role: 'admin' } });
  const stranger: Viewer = { userId: 'nobody', sessionId: 'none', name: 'stranger', email: 'stranger@example.org' };
  return {
    workspaceId: workspace.id,
    otherWorkspaceId: other.id,
    people: { ...(Object.fromEntries(members) as Record<Role, Viewer>), outsider, stranger },
  };
}
