import { afterAll, beforeAll, expect, test } from 'vitest';
import { blankDocument } from '../../scenario/blank-document';
import { documentHash } from '../../scenario/document-hash';
import { addCast, type Cast } from '../testing/cast';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { addTestScenario, checkedBlank } from '../testing/test-scenario';
import { listScenarios, openScenario, readRevision } from './loaders';
import { createScenario, forkScenario, renameScenario, setArchived } from './manage-scenarios';
import { nameRevision, saveDraft } from './save-draft';

let test_: TestDatabase;
let cast: Cast;
beforeAll(async () => {
  test_ = await openTestDatabase();
  cast = await addCast(test_.database);
});
afterAll(() => test_.close());

const analyst = () => cast.people.analyst;
const state = (name: string) => checkedBlank(name).document;
async function fresh() {
  const { scenarioId } = await addTestScenario(test_.database, cast, 'Before');
  return scenarioId;
}

test('a save names the version it began from and gets the next', async () => {
  const scenarioId = await fresh();
  const first = await saveDraft(analyst(), { scenarioId, version: 1, document: state('One') });
  expect(first).toMatchObject({ kind: 'saved', version: 2 });
  const second = await saveDraft(analyst(), { scenarioId, version: 2, document: state('Two') });
  expect(second).toMatchObject({ kind: 'saved', version: 3 });
  const opened = await openScenario(analyst(), scenarioId);
  expect(opened).toMatchObject({ name: 'Two', draft: { version: 3, savedBy: 'analyst' }, mayEdit: true });
  expect(opened?.draft.document).toEqual(state('Two'));
});

test('a stale save changes nothing and gets the other state', async () => {
  const scenarioId = await fresh();
  await saveDraft(cast.people.admin, { scenarioId, version: 1, document: state('Theirs') });
  const late = await saveDraft(analyst(), { scenarioId, version: 1, document: state('Mine') });
  expect(late).toMatchObject({ kind: 'stale', theirs: { version: 2, savedBy: 'admin', document: { name: 'Theirs' } } });
  expect((await openScenario(analyst(), scenarioId))?.draft.document.name).toBe('Theirs');
});

test('of many saves from the same version at the same moment exactly one wins', async () => {
  const scenarioId = await fresh();
  const results = await Promise.all(
    Array.from({ length: 8 }, (_, i) => saveDraft(analyst(), { scenarioId, version: 1, document: state(`S${i}`) })),
  );
  expect(results.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
  expect(results.filter(({ kind }) => kind === 'stale')).toHaveLength(7);
  expect((await openScenario(analyst(), scenarioId))?.draft.version).toBe(2);
});

test('a save whose answer got lost can be sent again', async () => {
  const scenarioId = await fresh();
  const input = { scenarioId, version: 1, document: state('Again') };
  await saveDraft(analyst(), input);
  expect(await saveDraft(analyst(), input)).toMatchObject({ kind: 'saved', version: 2 });
});

test('an invalid document is refused with every error and the draft stays', async () => {
  const scenarioId = await fresh();
  const document = { ...blankDocument('Bad', 'yuan', 2026), horizon: { start: '2030-01', end: '2026-01' } };
  const result = await saveDraft(analyst(), { scenarioId, version: 1, document });
  if (result.kind !== 'refused') throw new RangeError(result.kind);
  expect(result.errors.map(({ path }) => path).join(' ')).toMatch(/currency/);
  expect(result.errors.length).toBeGreaterThan(1);
  expect((await openScenario(analyst(), scenarioId))?.draft.document.name).toBe('Before');
});

test('a revision keeps its state for good, with its hash, its parent and its number', async () => {
  const scenarioId = await fresh();
  await saveDraft(analyst(), { scenarioId, version: 1, document: state('Named') });
  const listed = async () => (await listScenarios(analyst(), cast.workspaceId)).find(({ id }) => id === scenarioId);
  expect((await listed())?.unsaved).toBe(true);
  const named = await nameRevision(analyst(), { scenarioId, version: 2, document: state('Named'), message: 'Why' });
  if (named.kind !== 'named') throw new RangeError(named.kind);
  expect(named.revision).toMatchObject({ number: 2, message: 'Why', author: 'analyst' });
  expect(named.revision.contentHash).toBe(documentHash(state('Named')));
  expect((await listed())?.unsaved).toBe(false);
  await saveDraft(analyst(), { scenarioId, version: 2, document: state('After') });
  const read = await readRevision(analyst(), named.revision.id);
  expect(read?.document.name).toBe('Named');
  const row = await test_.database.revision.findUnique({ where: { id: named.revision.id }, select: { parent: true } });
  expect(row?.parent?.number).toBe(1);
});

test('a revision of a state that somebody changed meanwhile is not made', async () => {
  const scenarioId = await fresh();
  await saveDraft(cast.people.admin, { scenarioId, version: 1, document: state('Theirs') });
  const result = await nameRevision(analyst(), { scenarioId, version: 1, document: state('Mine'), message: 'x' });
  expect(result).toMatchObject({ kind: 'stale', theirs: { version: 2 } });
});

test('a fork goes its own way', async () => {
  const scenarioId = await fresh();
  const fork = await forkScenario(analyst(), { scenarioId, name: 'Fork' });
  if (fork.kind !== 'done') throw new RangeError(fork.message);
  await saveDraft(analyst(), { scenarioId: fork.value.id, version: 1, document: state('Changed') });
  expect((await openScenario(analyst(), scenarioId))?.name).toBe('Before');
  const opened = await openScenario(analyst(), fork.value.id);
  expect(opened?.revisions.map(({ message }) => message)).toEqual(['Fork of Before']);
});

test('renaming is an edit: the document has the name, and who edits meanwhile is told', async () => {
  const scenarioId = await fresh();
  expect(await renameScenario(analyst(), { scenarioId, name: 'Renamed' })).toMatchObject({ kind: 'done' });
  const opened = await openScenario(analyst(), scenarioId);
  expect(opened).toMatchObject({ name: 'Renamed', draft: { version: 2, document: { name: 'Renamed' } } });
});

test('an archived scenario is read, not changed, until it is restored', async () => {
  const scenarioId = await fresh();
  await setArchived(analyst(), { scenarioId, archived: true });
  expect((await openScenario(analyst(), scenarioId))?.mayEdit).toBe(false);
  const refused = await saveDraft(analyst(), { scenarioId, version: 1, document: state('No') });
  expect(refused).toMatchObject({ kind: 'failed', message: expect.stringMatching(/archived/) });
  await setArchived(analyst(), { scenarioId, archived: false });
  expect(await saveDraft(analyst(), { scenarioId, version: 1, document: state('Yes') })).toMatchObject({
    kind: 'saved',
  });
});

test('a blank scenario has no revision; one from a template has one', async () => {
  const { workspaceId } = cast;
  const blank = await createScenario(analyst(), { workspaceId, name: 'Blank one', currency: 'EUR' });
  if (blank.kind !== 'done') throw new RangeError(blank.message);
  expect(await openScenario(analyst(), blank.value.id)).toMatchObject({
    revisions: [],
    draft: { document: { name: 'Blank one', currency: 'EUR' } },
  });
  const wrong = await createScenario(analyst(), { workspaceId, name: 'x', template: 'None such' });
  expect(wrong).toMatchObject({ kind: 'refused', field: 'template' });
});

test('a scenario begins from a document that is valid, under the name that is given, with a first revision', async () => {
  const { workspaceId } = cast;
  const document = { ...state('From elsewhere'), description: 'Kept' };
  const made = await createScenario(analyst(), { workspaceId, name: 'Mine', document });
  if (made.kind !== 'done') throw new RangeError(made.message);
  expect(await openScenario(analyst(), made.value.id)).toMatchObject({
    revisions: [{ number: 1, message: 'From the document From elsewhere' }],
    draft: { document: { ...document, name: 'Mine' } },
  });
  const refusals: [unknown, RegExp][] = [
    [null, /must be|missing/],
    [{ ...document, schemaVersion: 7 }, /version/],
    [{ ...document, currency: 'euro', tasks: [{ id: 'a', name: 'A', duration: -1 }] }, /currency.*And 1 more\.$/],
  ];
  for (const [broken, words] of refusals) {
    const answer = await createScenario(analyst(), { workspaceId, name: 'x', document: broken });
    expect(answer).toMatchObject({ kind: 'refused', field: 'document', message: expect.stringMatching(words) });
  }
});

test('each deed leaves one event, in the words of the log', async () => {
  const scenarioId = await fresh();
  await saveDraft(analyst(), { scenarioId, version: 1, document: state('1') });
  await saveDraft(analyst(), { scenarioId, version: 2, document: state('2') });
  await renameScenario(analyst(), { scenarioId, name: '3' });
  await setArchived(analyst(), { scenarioId, archived: true });
  await setArchived(analyst(), { scenarioId, archived: true });
  const events = await test_.database.auditEvent.findMany({ where: { subjectId: scenarioId }, orderBy: { at: 'asc' } });
  expect(events.map(({ action }) => action)).toEqual(['scenario.save', 'scenario.rename', 'scenario.archive']);
});
