import { referenceScenarios } from '@/lib/scenario/reference';
import { recordEvent } from '../audit/record-event';
import type { Transaction } from '../database/client';
import { type CheckedDocument, checkDocument } from '../scenarios/checked-document';
import { addRevision, addScenario } from '../scenarios/write-scenario';

let references: readonly CheckedDocument[] | undefined;

/** The reference scenarios, validated once per process. @throws RangeError where one of them is not valid. */
export function prepareReferences(): readonly CheckedDocument[] {
  references ??= referenceScenarios.map(({ document }) => {
    const checked = checkDocument(document);
    if (checked.ok) return checked.value;
    throw new RangeError(`The reference scenario ${document.name} is not valid: ${checked.errors[0]?.message}`);
  });
  return references;
}

export interface NewWorkspace {
  readonly userId: string;
  readonly name: string;
  readonly references: readonly CheckedDocument[];
}

/** Makes a workspace with its first administrator and the reference scenarios, each with a first revision. */
export async function createWorkspace(transaction: Transaction, given: NewWorkspace): Promise<string> {
  const { userId, name } = given;
  const { id: workspaceId } = await transaction.workspace.create({ data: { name }, select: { id: true } });
  await transaction.membership.create({ data: { workspaceId, userId, role: 'admin' } });
  await recordEvent(transaction, { action: 'workspace.create', userId, workspaceId, subjectId: workspaceId });
  // Listed newest first, so the first reference is written last.
  for (const document of [...given.references].reverse()) {
    const scenarioId = await addScenario(transaction, { workspaceId, userId, document });
    await addRevision(transaction, { scenarioId, userId, document, message: 'As delivered' });
    await recordEvent(transaction, { action: 'scenario.create', userId, workspaceId, subjectId: scenarioId });
  }
  return workspaceId;
}
