import { blankDocument } from '../../scenario/blank-document';
import type { DocumentError, ScenarioDocument } from '../../scenario/document';
import { upgradeDocument } from '../../scenario/upgrade';
import { type ActionResult, done, NOT_THERE, refused } from '../access/action-result';
import { known, scenarioWhere, workspaceWhere } from '../access/queries';
import { may } from '../access/roles';
import type { Viewer } from '../access/viewer';
import { recordEvent } from '../audit/record-event';
import { database } from '../database/client';
import { prepareReferences } from '../workspaces/create-workspace';
import { membershipRole } from '../workspaces/membership';
import { type CheckedDocument, checkDocument, readDocument } from './checked-document';
import { requestHeadline } from './headline-queue';
import { editable } from './save-draft';
import { addRevision, addScenario, replaceDraft } from './write-scenario';

const MAY_NOT = refused('Your role reads scenarios but does not make or change them. Ask an administrator.');

/** A document under another name; `refused` where the name breaks a rule of the format. */
function renamed(document: ScenarioDocument, name: string): ActionResult<CheckedDocument> {
  const checked = checkDocument({ ...document, name });
  return checked.ok ? done(checked.value) : refused(checked.errors[0]?.message ?? 'The name cannot be used.', 'name');
}

export interface CreateInput {
  readonly workspaceId: string;
  readonly name: string;
  /** Name of a reference scenario to begin from; without one, a blank scenario. */
  readonly template?: string | undefined;
  /** ISO 4217, for a blank scenario. */
  readonly currency?: string | undefined;
  /** A document of unknown origin to begin from, of any version that can be read; it goes before a template. */
  readonly document?: unknown;
}

/** What a new scenario begins with, and what its first revision says; a blank one has none. */
interface Start {
  readonly document: ScenarioDocument;
  readonly origin: string;
  readonly message: string | null;
}

function startOf({ document, template, currency = 'CNY' }: CreateInput): ActionResult<Start> {
  if (document !== undefined) {
    const read = upgradeDocument(document);
    if (!read.ok) return refused(refusalSentence(read.errors), 'document');
    return done({ document: read.value, origin: 'document', message: `From the document ${read.value.name}` });
  }
  if (template === undefined) {
    return done({
      document: blankDocument('Blank', currency, new Date().getUTCFullYear()),
      origin: 'blank',
      message: null,
    });
  }
  const found = prepareReferences().find((reference) => reference.document.name === template);
  if (!found) return refused(`There is no template ${template}.`, 'template');
  return done({ document: found.document, origin: template, message: `From the template ${template}` });
}

/** The first thing that is wrong with a document, and how many more there are. */
function refusalSentence(errors: readonly DocumentError[]): string {
  const first = errors[0]?.message ?? 'It is no scenario document.';
  return errors.length > 1 ? `${first} And ${errors.length - 1} more.` : first;
}

/** Makes a scenario: blank, or a copy of a reference scenario or of a given document with a first revision. */
export async function createScenario(viewer: Viewer, input: CreateInput): Promise<ActionResult<{ id: string }>> {
  const db = await database();
  const role = await membershipRole(db, viewer, input.workspaceId);
  if (!role) return NOT_THERE;
  if (!may(role, 'edit')) return MAY_NOT;
  const start = startOf(input);
  if (start.kind === 'refused') return start;
  const { origin, message } = start.value;
  const named = renamed(start.value.document, input.name);
  if (named.kind === 'refused') return named;
  const document = named.value;
  const id = await db.$transaction(async (transaction) => {
    const { workspaceId } = input;
    const { userId } = viewer;
    const scenarioId = await addScenario(transaction, { workspaceId, userId, document });
    if (message !== null) await addRevision(transaction, { scenarioId, userId, document, message });
    const detail = { template: origin };
    await recordEvent(transaction, { action: 'scenario.create', userId, workspaceId, subjectId: scenarioId, detail });
    return scenarioId;
  });
  requestHeadline(id, 'edited');
  return done({ id });
}

/** Copies the draft of a scenario into a new one of the same workspace. */
export async function forkScenario(
  viewer: Viewer,
  input: { readonly scenarioId: string; readonly name: string },
): Promise<ActionResult<{ id: string }>> {
  const db = await database();
  const source = await db.scenario.findFirst({
    where: scenarioWhere(viewer, input.scenarioId, 'read'),
    select: { id: true, name: true, workspaceId: true, draft: { select: { document: true } } },
  });
  if (!source?.draft) return NOT_THERE;
  const role = await membershipRole(db, viewer, source.workspaceId);
  if (!role || !may(role, 'edit')) return MAY_NOT;
  const named = renamed(readDocument(source.draft.document), input.name);
  if (named.kind === 'refused') return named;
  const document = named.value;
  const id = await db.$transaction(async (transaction) => {
    const { workspaceId } = source;
    const { userId } = viewer;
    const scenarioId = await addScenario(transaction, { workspaceId, userId, document, forkedFromId: source.id });
    await addRevision(transaction, { scenarioId, userId, document, message: `Fork of ${source.name}` });
    const detail = { from: source.id };
    await recordEvent(transaction, { action: 'scenario.fork', userId, workspaceId, subjectId: scenarioId, detail });
    return scenarioId;
  });
  requestHeadline(id, 'edited');
  return done({ id });
}

/** Gives a scenario another name: the document's own, so that it is an edit like any other. */
export async function renameScenario(
  viewer: Viewer,
  input: { readonly scenarioId: string; readonly name: string },
): Promise<ActionResult> {
  const db = await database();
  const before = await editable(db, viewer, input.scenarioId);
  if (!before.ok) return refused(before.message);
  const named = renamed(readDocument(before.draft.document), input.name);
  if (named.kind === 'refused') return named;
  const result = await db.$transaction(async (transaction): Promise<ActionResult> => {
    const found = await editable(transaction, viewer, input.scenarioId);
    if (!found.ok) return refused(found.message);
    if (found.archivedAt) return refused('The scenario is archived. Restore it before renaming it.');
    const { scenarioId } = input;
    const { userId } = viewer;
    const { version } = before.draft;
    const savedAt = await replaceDraft(transaction, { scenarioId, userId, document: named.value, version });
    if (!savedAt) return refused('Somebody saved this scenario at the same moment. Try again.');
    const { workspaceId } = found;
    await recordEvent(transaction, { action: 'scenario.rename', userId, workspaceId, subjectId: scenarioId });
    return done();
  });
  if (result.kind === 'done') requestHeadline(input.scenarioId, 'edited');
  return result;
}

/** Puts a scenario away, or takes it out again. Nothing of it is lost either way. */
export async function setArchived(
  viewer: Viewer,
  input: { readonly scenarioId: string; readonly archived: boolean },
): Promise<ActionResult> {
  const db = await database();
  return db.$transaction(async (transaction): Promise<ActionResult> => {
    const found = await editable(transaction, viewer, input.scenarioId);
    if (!found.ok) return refused(found.message);
    if ((found.archivedAt !== null) === input.archived) return done();
    await transaction.scenario.update({
      where: { id: known(input.scenarioId) },
      data: { archivedAt: input.archived ? new Date() : null },
      select: { id: true },
    });
    await recordEvent(transaction, {
      action: input.archived ? 'scenario.archive' : 'scenario.restore',
      userId: viewer.userId,
      workspaceId: found.workspaceId,
      subjectId: input.scenarioId,
    });
    return done();
  });
}

/** Writes down that somebody took a scenario's document along. */
export async function recordDownload(viewer: Viewer, scenarioId: string): Promise<void> {
  const db = await database();
  const scenario = await db.scenario.findFirst({
    where: { id: known(scenarioId), workspace: workspaceWhere(viewer, 'read') },
    select: { workspaceId: true },
  });
  if (!scenario) return;
  const { workspaceId } = scenario;
  await recordEvent(db, { action: 'scenario.download', userId: viewer.userId, workspaceId, subjectId: scenarioId });
}
