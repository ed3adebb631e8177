import { cache } from 'react';
import type { ScenarioDocument } from '../../scenario/document';
import { known, scenarioWhere, workspaceWhere } from '../access/queries';
import { may, roleOf } from '../access/roles';
import type { Viewer } from '../access/viewer';
import { database } from '../database/client';
import { readDocument } from './checked-document';
import type { Headline, OpenScenario, RevisionRow, ScenarioRow } from './contract';
import { requestHeadline } from './headline-queue';
import { REVISION_SELECT, revisionRow } from './write-scenario';

const LATEST_REVISION = { orderBy: { number: 'desc' }, take: 1, select: { contentHash: true } } as const;

/** As much of a description as a list has room for. */
const LISTED_LETTERS = 400;
function firstParagraph(description: string): string {
  const [paragraph = ''] = description.trim().split(/\n\s*\n/, 1);
  const letters = [...paragraph];
  return letters.length > LISTED_LETTERS ? `${letters.slice(0, LISTED_LETTERS).join('')}…` : paragraph;
}

/** The scenarios of a workspace, last edited first; none for a workspace that the viewer is not a member of. */
export async function listScenarios(viewer: Viewer, workspaceId: string): Promise<readonly ScenarioRow[]> {
  const db = await database();
  const records = await db.scenario.findMany({
    where: { workspaceId: known(workspaceId), workspace: workspaceWhere(viewer, 'read') },
    orderBy: [{ editedAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      description: true,
      currency: true,
      archivedAt: true,
      editedAt: true,
      editedBy: { select: { name: true } },
      headline: true,
      headlineHash: true,
      draft: { select: { contentHash: true } },
      revisions: LATEST_REVISION,
    },
  });
  return records.map((record) => {
    const draftHash = record.draft?.contentHash;
    const headlinePending = record.headlineHash !== draftHash;
    if (headlinePending && !record.archivedAt) requestHeadline(record.id, 'missed');
    return {
      id: record.id,
      name: record.name,
      description: firstParagraph(record.description),
      currency: record.currency,
      archived: record.archivedAt !== null,
      unsaved: record.revisions[0]?.contentHash !== draftHash,
      editedAt: record.editedAt.toISOString(),
      editedBy: record.editedBy.name,
      headline: record.headline === null ? null : (JSON.parse(record.headline) as Headline),
      headlinePending,
    };
  });
}

/** What the workbench opens with; null where there is no such scenario for the viewer. Read once per request. */
export const openScenario = cache(async (viewer: Viewer, scenarioId: string): Promise<OpenScenario | null> => {
  const db = await database();
  const record = await db.scenario.findFirst({
    where: scenarioWhere(viewer, scenarioId, 'read'),
    select: {
      id: true,
      workspaceId: true,
      name: true,
      archivedAt: true,
      workspace: { select: { memberships: { where: { userId: viewer.userId }, select: { role: true } } } },
      draft: { select: { document: true, version: true, savedAt: true, savedBy: { select: { name: true } } } },
      revisions: { orderBy: { number: 'desc' }, select: REVISION_SELECT },
    },
  });
  const membership = record?.workspace.memberships[0];
  if (!record?.draft || !membership) return null;
  const role = roleOf(membership.role);
  return {
    id: record.id,
    workspaceId: record.workspaceId,
    name: record.name,
    role,
    mayEdit: may(role, 'edit') && record.archivedAt === null,
    draft: {
      document: readDocument(record.draft.document),
      version: record.draft.version,
      savedAt: record.draft.savedAt.toISOString(),
      savedBy: record.draft.savedBy.name,
    },
    revisions: record.revisions.map(revisionRow),
    userName: viewer.name,
  };
});

/** The revisions of a scenario, latest first; null where there is no such scenario for the viewer. */
export async function listRevisions(viewer: Viewer, scenarioId: string): Promise<readonly RevisionRow[] | null> {
  const db = await database();
  const record = await db.scenario.findFirst({
    where: scenarioWhere(viewer, scenarioId, 'read'),
    select: { revisions: { orderBy: { number: 'desc' }, select: REVISION_SELECT } },
  });
  return record ? record.revisions.map(revisionRow) : null;
}

/** The document of a revision; null where there is none for the viewer. */
export async function readRevision(
  viewer: Viewer,
  revisionId: string,
): Promise<{ readonly revision: RevisionRow; readonly document: ScenarioDocument } | null> {
  const db = await database();
  const record = await db.revision.findFirst({
    where: { id: known(revisionId), scenario: { workspace: workspaceWhere(viewer, 'read') } },
    select: { ...REVISION_SELECT, document: true },
  });
  return record ? { revision: revisionRow(record), document: readDocument(record.document) } : null;
}

export interface StoredDocument {
  readonly name: string;
  readonly workspaceId: string;
  readonly document: ScenarioDocument;
}

/** The draft's document, for files made of it; null where there is no such scenario for the viewer. */
export async function readDraftDocument(viewer: Viewer, scenarioId: string): Promise<StoredDocument | null> {
  const db = await database();
  const record = await db.scenario.findFirst({
    where: scenarioWhere(viewer, scenarioId, 'read'),
    select: { name: true, workspaceId: true, draft: { select: { document: true } } },
  });
  if (!record?.draft) return null;
  return { name: record.name, workspaceId: record.workspaceId, document: readDocument(record.draft.document) };
}
