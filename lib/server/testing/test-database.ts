import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase, shareDatabase } from '../database/client';
import { migrateDatabase } from '../database/migrate';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** A fresh migrated database in a folder of its own, made the one of this process. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'rampline-test-'));
  const url = `file:${join(folder, 'test.db')}`;
  migrateDatabase({ url });
  const database = await openDatabase(url);
  shareDatabase(database);
  return {
    url,
    database,
    close: async () => {
      await database.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
