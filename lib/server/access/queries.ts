import { type Deed, rolesThatMay } from './roles';
import type { Viewer } from './viewer';

/**
 * The condition under which a workspace is there for the viewer at all. Undefined ids are refused: Prisma drops an
 * undefined condition, and everything would be found.
 */
export function workspaceWhere(viewer: Viewer, deed: Deed) {
  return { memberships: { some: { userId: known(viewer.userId), role: { in: rolesThatMay(deed) } } } };
}

export function scenarioWhere(viewer: Viewer, scenarioId: string, deed: Deed) {
  return { id: known(scenarioId), workspace: workspaceWhere(viewer, deed) };
}

/** A string that is one at run time too. @throws RangeError for anything else. */
export function known(id: string): string {
  if (typeof id !== 'string' || id.length === 0) throw new RangeError('An id is a text with at least one letter.');
  return id;
}
