import { routes } from '../routes';
import { createSetUpToken } from './accounts/set-up';
import { database } from './database/client';
import { DatabaseProblem, databaseProblem } from './database/database-problem';
import { migrateDatabase } from './database/migrate';
import { environment } from './environment';

/** What the launcher hears, as one line of JSON: how many migrations were applied, where to set up, or what is wrong. */
interface Answer {
  readonly applied?: number;
  readonly setUpPath?: string;
  readonly problem?: string;
}

async function prepare(): Promise<Answer> {
  const { databaseUrl } = environment();
  try {
    const applied = migrateDatabase({ url: databaseUrl }).length;
    const db = await database();
    const token = await createSetUpToken(db);
    await db.$disconnect();
    return token ? { applied, setUpPath: routes.setUp(token) } : { applied };
  } catch (error) {
    const problem = databaseProblem(error, databaseUrl);
    if (problem instanceof DatabaseProblem) return { problem: problem.message };
    throw error;
  }
}

async function answer(): Promise<Answer> {
  try {
    return await prepare();
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

process.stdout.write(`${JSON.stringify(await answer())}\n`);
