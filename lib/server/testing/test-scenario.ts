import { blankDocument } from '../../scenario/blank-document';
import type { Database } from '../database/client';
import { checkDocument } from '../scenarios/checked-document';
import { addRevision, addScenario } from '../scenarios/write-scenario';
import type { Cast } from './cast';

/** A valid document that differs by its name and is simulated in an instant. */
export function checkedBlank(name: string) {
  const checked = checkDocument({ ...blankDocument(name, 'CNY', 2026), run: { trials: 512 } });
  if (!checked.ok) throw new RangeError('The blank document is not valid.');
  return checked.value;
}

/** A scenario with a first revision, made by the analyst. */
export async function addTestScenario(database: Database, cast: Cast, name = 'Scenario') {
  const { userId } = cast.people.analyst;
  const document = checkedBlank(name);
  return database.$transaction(async (transaction) => {
    const scenarioId = await addScenario(transaction, { workspaceId: cast.workspaceId, userId, document });
    const revision = await addRevision(transaction, { scenarioId, userId, document, message: 'First' });
    return { scenarioId, revisionId: revision.id, document };
  });
}
