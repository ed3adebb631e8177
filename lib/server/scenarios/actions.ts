'use server';

import { z } from 'zod';
import type { ScenarioDocument } from '../../scenario/document';
import { type ActionResult, done, NOT_THERE } from '../access/action-result';
import { idField, scenarioNameField } from '../access/fields';
import { runAction, SIGNED_OUT } from '../access/run-action';
import { currentViewer } from '../access/viewer';
import { errorName, log } from '../log';
import type { NameRevisionResult, SaveDraftResult } from './contract';
import { readRevision } from './loaders';
import { createScenario, forkScenario, renameScenario, setArchived } from './manage-scenarios';
import { nameRevision, saveDraft } from './save-draft';

const createSchema = z.object({
  workspaceId: idField,
  name: scenarioNameField,
  template: z.string().max(200).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'The currency is three capital letters, such as CNY.')
    .optional(),
  document: z.unknown().optional(),
});
const namedSchema = z.object({ scenarioId: idField, name: scenarioNameField });
const scenarioSchema = z.object({ scenarioId: idField });
const keptSchema = z.object({ revisionId: idField });
const saveSchema = z.object({
  scenarioId: idField,
  version: z.number().int().min(1),
  document: z.unknown(),
});
const revisionSchema = saveSchema.extend({
  message: z
    .string('Say what changed.')
    .trim()
    .min(1, 'Say what changed.')
    .max(1000, 'The message has more than 1,000 characters.'),
});

export async function createScenarioAction(input: z.input<typeof createSchema>): Promise<ActionResult<{ id: string }>> {
  return runAction(createSchema, input, createScenario);
}

export async function forkScenarioAction(input: z.input<typeof namedSchema>): Promise<ActionResult<{ id: string }>> {
  return runAction(namedSchema, input, forkScenario);
}

export async function renameScenarioAction(input: z.input<typeof namedSchema>): Promise<ActionResult> {
  return runAction(namedSchema, input, renameScenario);
}

export async function archiveScenarioAction(input: z.input<typeof scenarioSchema>): Promise<ActionResult> {
  return runAction(scenarioSchema, input, (viewer, { scenarioId }) =>
    setArchived(viewer, { scenarioId, archived: true }),
  );
}

export async function restoreScenarioAction(input: z.input<typeof scenarioSchema>): Promise<ActionResult> {
  return runAction(scenarioSchema, input, (viewer, { scenarioId }) =>
    setArchived(viewer, { scenarioId, archived: false }),
  );
}

/** The document that a revision kept, for whoever may read its scenario. */
export async function readRevisionAction(
  input: z.input<typeof keptSchema>,
): Promise<ActionResult<{ document: ScenarioDocument }>> {
  return runAction(keptSchema, input, async (viewer, { revisionId }) => {
    const read = await readRevision(viewer, revisionId);
    return read === null ? NOT_THERE : done({ document: read.document });
  });
}

const NOT_SAVED = 'The server could not save. Your changes are kept in this browser; it will be tried again.';

export async function saveDraftAction(input: z.input<typeof saveSchema>): Promise<SaveDraftResult> {
  const viewer = await currentViewer();
  if (!viewer) return { kind: 'failed', message: SIGNED_OUT };
  const parsed = saveSchema.safeParse(input);
  if (!parsed.success) return { kind: 'failed', message: NOT_SAVED };
  try {
    return await saveDraft(viewer, parsed.data);
  } catch (error) {
    log('error', 'scenario.save', { scenarioId: parsed.data.scenarioId, error: errorName(error) });
    return { kind: 'failed', message: NOT_SAVED };
  }
}

export async function nameRevisionAction(input: z.input<typeof revisionSchema>): Promise<NameRevisionResult> {
  const viewer = await currentViewer();
  if (!viewer) return { kind: 'failed', message: SIGNED_OUT };
  const parsed = revisionSchema.safeParse(input);
  if (!parsed.success) return { kind: 'failed', message: parsed.error.issues[0]?.message ?? NOT_SAVED };
  try {
    return await nameRevision(viewer, parsed.data);
  } catch (error) {
    log('error', 'revision.name', { scenarioId: parsed.data.scenarioId, error: errorName(error) });
    return { kind: 'failed', message: 'The server could not keep the revision. Your draft is safe; try again.' };
  }
}
