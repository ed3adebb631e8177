import { known } from '../access/queries';
import { roleOf } from '../access/roles';
import type { Viewer } from '../access/viewer';
import type { Database, Transaction } from '../database/client';
import type { Role } from '../scenarios/contract';

/** The viewer's role in a workspace; null where it is not theirs. */
export async function membershipRole(
  from: Database | Transaction,
  viewer: Viewer,
  workspaceId: string,
): Promise<Role | null> {
  const membership = await from.membership.findFirst({
    where: { workspaceId: known(workspaceId), userId: known(viewer.userId) },
    select: { role: true },
  });
  return membership ? roleOf(membership.role) : null;
}
