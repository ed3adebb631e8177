import { scenarioWhere } from '../access/queries';
import { may, roleOf } from '../access/roles';
import type { Viewer } from '../access/viewer';
import { recordEvent } from '../audit/record-event';
import { database, type Transaction } from '../database/client';
import { type CheckedDocument, checkDocument, readDocument } from './checked-document';
import type { NameRevisionResult, SaveDraftResult } from './contract';
import { requestHeadline } from './headline-queue';
import { addRevision, replaceDraft } from './write-scenario';

/** Saves come every few seconds; the log says once in so long that somebody is editing. */
const AUDIT_EVERY_MILLISECONDS = 10 * 60_000;

export const NOT_THERE = 'The scenario does not exist, or you are no longer a member of its workspace.';

/** A scenario that the viewer may edit now, or the sentence why not. */
export async function editable(transaction: Transaction, viewer: Viewer, scenarioId: string) {
  const scenario = await transaction.scenario.findFirst({
    where: scenarioWhere(viewer, scenarioId, 'read'),
    select: {
      workspaceId: true,
      name: true,
      archivedAt: true,
      workspace: { select: { memberships: { where: { userId: viewer.userId }, select: { role: true } } } },
      draft: {
        select: {
          document: true,
          contentHash: true,
          version: true,
          savedAt: true,
          savedBy: { select: { name: true } },
        },
      },
    },
  });
  const role = scenario?.workspace.memberships[0]?.role;
  if (!scenario?.draft || !role) return { ok: false, message: NOT_THERE } as const;
  if (!may(roleOf(role), 'edit')) {
    return {
      ok: false,
      message: `Your role, ${role}, reads scenarios but does not change them. Fork it, or ask an administrator.`,
    } as const;
  }
  return {
    ok: true,
    workspaceId: scenario.workspaceId,
    archivedAt: scenario.archivedAt,
    draft: scenario.draft,
  } as const;
}

type Editable = Extract<Awaited<ReturnType<typeof editable>>, { ok: true }>;

function stale(draft: Editable['draft']): Extract<SaveDraftResult, { kind: 'stale' }> {
  return {
    kind: 'stale',
    theirs: {
      document: readDocument(draft.document),
      version: draft.version,
      savedBy: draft.savedBy.name,
      savedAt: draft.savedAt.toISOString(),
    },
  };
}

async function auditSave(transaction: Transaction, viewer: Viewer, workspaceId: string, scenarioId: string) {
  const since = new Date(Date.now() - AUDIT_EVERY_MILLISECONDS);
  const recent = await transaction.auditEvent.findFirst({
    where: { action: 'scenario.save', workspaceId, userId: viewer.userId, subjectId: scenarioId, at: { gt: since } },
    select: { id: true },
  });
  if (recent) return;
  await recordEvent(transaction, {
    action: 'scenario.save',
    userId: viewer.userId,
    workspaceId,
    subjectId: scenarioId,
  });
}

export interface SaveDraftInput {
  readonly scenarioId: string;
  /** The version that the writer began from. */
  readonly version: number;
  readonly document: unknown;
}

/** Writes a checked document over the draft of which it is the next state. */
async function saveChecked(
  transaction: Transaction,
  viewer: Viewer,
  given: { readonly scenarioId: string; readonly version: number; readonly document: CheckedDocument },
): Promise<SaveDraftResult> {
  const { scenarioId, version, document } = given;
  const found = await editable(transaction, viewer, scenarioId);
  if (!found.ok) return { kind: 'failed', message: found.message };
  if (found.archivedAt) return { kind: 'failed', message: 'The scenario is archived. Restore it before changing it.' };
  const { draft } = found;
  // The same state again: a save whose answer got lost on the way, or nothing new.
  if (draft.contentHash === document.contentHash) {
    return { kind: 'saved', version: draft.version, savedAt: draft.savedAt.toISOString() };
  }
  if (draft.version !== version) return stale(draft);
  const savedAt = await replaceDraft(transaction, { scenarioId, userId: viewer.userId, document, version });
  if (!savedAt) return stale(draft);
  await auditSave(transaction, viewer, found.workspaceId, scenarioId);
  return { kind: 'saved', version: version + 1, savedAt: savedAt.toISOString() };
}

/** Saves a draft; never over what somebody else saved meanwhile. */
export async function saveDraft(viewer: Viewer, input: SaveDraftInput): Promise<SaveDraftResult> {
  const db = await database();
  // Whether the scenario is there comes first: a stranger learns nothing from how a document is judged.
  const found = await editable(db, viewer, input.scenarioId);
  if (!found.ok) return { kind: 'failed', message: found.message };
  const checked = checkDocument(input.document);
  if (!checked.ok) return { kind: 'refused', errors: checked.errors };
  const result = await db.$transaction((transaction) =>
    saveChecked(transaction, viewer, { ...input, document: checked.value }),
  );
  if (result.kind === 'saved') requestHeadline(input.scenarioId, 'edited');
  return result;
}

export interface NameRevisionInput extends SaveDraftInput {
  readonly message: string;
}

/** Keeps a state under a number and a message, for good; the draft must be the one the writer began from. */
export async function nameRevision(viewer: Viewer, input: NameRevisionInput): Promise<NameRevisionResult> {
  const db = await database();
  const found = await editable(db, viewer, input.scenarioId);
  if (!found.ok) return { kind: 'failed', message: found.message };
  const checked = checkDocument(input.document);
  if (!checked.ok) return { kind: 'refused', errors: checked.errors };
  return db.$transaction(async (transaction): Promise<NameRevisionResult> => {
    const now = await editable(transaction, viewer, input.scenarioId);
    if (!now.ok) return { kind: 'failed', message: now.message };
    if (now.archivedAt) return { kind: 'failed', message: 'The scenario is archived. Restore it before changing it.' };
    if (now.draft.version !== input.version && now.draft.contentHash !== checked.value.contentHash) {
      return stale(now.draft);
    }
    const { scenarioId, message } = input;
    const revision = await addRevision(transaction, {
      scenarioId,
      userId: viewer.userId,
      document: checked.value,
      message,
    });
    await recordEvent(transaction, {
      action: 'revision.name',
      userId: viewer.userId,
      workspaceId: now.workspaceId,
      subjectId: revision.id,
      detail: { scenarioId, number: revision.number },
    });
    return { kind: 'named', revision };
  });
}
