import { ENGINE_VERSION } from '../../engine/version';
import type { Transaction } from '../database/client';
import type { CheckedDocument } from './checked-document';
import type { RevisionRow } from './contract';

interface NewScenario {
  readonly workspaceId: string;
  readonly userId: string;
  readonly document: CheckedDocument;
  readonly forkedFromId?: string;
  /** Headline figures of the same document, where they are known already. */
  readonly headline?: { readonly headline: string | null; readonly headlineHash: string | null };
}

/** What lists show of a document, kept beside it. */
function listed({ document }: CheckedDocument) {
  return { name: document.name, description: document.description ?? '', currency: document.currency };
}

/** Adds a scenario with its draft, inside a transaction that has settled who may. @returns its id. */
export async function addScenario(transaction: Transaction, given: NewScenario): Promise<string> {
  const { workspaceId, userId, document } = given;
  const { id } = await transaction.scenario.create({
    data: {
      ...listed(document),
      ...given.headline,
      workspaceId,
      createdById: userId,
      editedById: userId,
      forkedFromId: given.forkedFromId ?? null,
      draft: { create: { document: document.text, contentHash: document.contentHash, savedById: userId } },
    },
    select: { id: true },
  });
  return id;
}

interface DraftWrite {
  readonly scenarioId: string;
  readonly userId: string;
  readonly document: CheckedDocument;
  readonly version: number;
}

/** Replaces a draft, if it still has the version that the writer began from. @returns when, or null if it has not. */
export async function replaceDraft(transaction: Transaction, given: DraftWrite): Promise<Date | null> {
  const { scenarioId, userId, document, version } = given;
  const savedAt = new Date();
  const { count } = await transaction.draft.updateMany({
    where: { scenarioId, version },
    data: {
      document: document.text,
      contentHash: document.contentHash,
      version: version + 1,
      savedAt,
      savedById: userId,
    },
  });
  if (count === 0) return null;
  await transaction.scenario.update({
    where: { id: scenarioId },
    data: { ...listed(document), editedAt: savedAt, editedById: userId },
    select: { id: true },
  });
  return savedAt;
}

export const REVISION_SELECT = {
  id: true,
  number: true,
  message: true,
  contentHash: true,
  engineVersion: true,
  createdAt: true,
  author: { select: { name: true } },
} as const;

interface RevisionRecord {
  readonly id: string;
  readonly number: number;
  readonly message: string;
  readonly contentHash: string;
  readonly engineVersion: string;
  readonly createdAt: Date;
  readonly author: { readonly name: string };
}

export function revisionRow(record: RevisionRecord): RevisionRow {
  const { id, number, message, contentHash, engineVersion } = record;
  return {
    id,
    number,
    message,
    contentHash,
    engineVersion,
    author: record.author.name,
    at: record.createdAt.toISOString(),
  };
}

interface NewRevision {
  readonly scenarioId: string;
  readonly userId: string;
  readonly document: CheckedDocument;
  readonly message: string;
}

/** Adds the next revision of a scenario, after the latest. */
export async function addRevision(transaction: Transaction, given: NewRevision): Promise<RevisionRow> {
  const { scenarioId, userId, document, message } = given;
  const latest = await transaction.revision.findFirst({
    where: { scenarioId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  });
  const record = await transaction.revision.create({
    data: {
      scenarioId,
      number: (latest?.number ?? 0) + 1,
      parentId: latest?.id ?? null,
      document: document.text,
      contentHash: document.contentHash,
      authorId: userId,
      message,
      engineVersion: ENGINE_VERSION,
    },
    select: REVISION_SELECT,
  });
  return revisionRow(record);
}
