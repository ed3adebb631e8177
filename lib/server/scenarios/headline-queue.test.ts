import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Statistics, TrialsResult } from '../../engine/results/result-types';
import { addCast, type Cast } from '../testing/cast';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { addTestScenario, checkedBlank } from '../testing/test-scenario';
import { updateHeadline } from './headline-queue';
import { listScenarios } from './loaders';
import { saveDraft } from './save-draft';

const flat = { P10: 1, P50: 1, P90: 1 } as Statistics;
const results = { sop: flat, peakFunding: flat, months: [], years: [], targets: {}, documentHash: '' };
const simulate = vi.fn(async () => results as unknown as TrialsResult);

let test_: TestDatabase;
let cast: Cast;
beforeAll(async () => {
  test_ = await openTestDatabase();
  cast = await addCast(test_.database);
});
afterAll(() => test_.close());

const row = async (scenarioId: string) =>
  (await listScenarios(cast.people.analyst, cast.workspaceId)).find(({ id }) => id === scenarioId);
const save = (scenarioId: string, version: number, name: string) =>
  saveDraft(cast.people.analyst, { scenarioId, version, document: checkedBlank(name).document });

test('figures are there after a run, and old ones say so once the draft moves on', async () => {
  const { scenarioId } = await addTestScenario(test_.database, cast, 'A');
  expect(await row(scenarioId)).toMatchObject({ headline: null, headlinePending: true });
  await updateHeadline(scenarioId, simulate);
  expect(await row(scenarioId)).toMatchObject({ headline: { sop: { p50: 1 } }, headlinePending: false });
  await save(scenarioId, 1, 'B');
  expect(await row(scenarioId)).toMatchObject({ headline: { sop: { p50: 1 } }, headlinePending: true });
});

test('figures of a state that has passed are thrown away', async () => {
  const { scenarioId } = await addTestScenario(test_.database, cast, 'C');
  await updateHeadline(scenarioId, async () => {
    await save(scenarioId, 1, 'D');
    return simulate();
  });
  expect(await row(scenarioId)).toMatchObject({ headline: null, headlinePending: true });
});

test('what cannot be computed is not tried again at once, unless it changes', async () => {
  const { scenarioId } = await addTestScenario(test_.database, cast, 'E');
  const failing = vi.fn(async () => {
    throw new RangeError('cannot');
  });
  await updateHeadline(scenarioId, failing);
  await updateHeadline(scenarioId, failing);
  expect(failing).toHaveBeenCalledTimes(1);
  await save(scenarioId, 1, 'F');
  await updateHeadline(scenarioId, failing);
  expect(failing).toHaveBeenCalledTimes(2);
});
