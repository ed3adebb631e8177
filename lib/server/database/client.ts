import { environment } from '../environment';
import { PrismaClient } from '../generated/client';
import { SingleConnectionLibSql } from './libsql-adapter';

export type Database = PrismaClient;
/** The database inside a transaction. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

/**
 * Opens a database. Write-ahead logging is a property of the file and set here once; full synchronisation and foreign
 * keys are libSQL's defaults on every connection, which a test holds.
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = new PrismaClient({
    adapter: new SingleConnectionLibSql(url),
    // Waiting for the one connection counts as waiting, working on it as the transaction.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  await database.$queryRawUnsafe('PRAGMA journal_mode = WAL');
  return database;
}

// Development reloads modules without ending the process: the connection outlives them.
const shared = globalThis as { ramplineDatabase?: Promise<Database> };

/** The database of this process. */
export function database(): Promise<Database> {
  shared.ramplineDatabase ??= openDatabase(environment().databaseUrl);
  return shared.ramplineDatabase;
}

/** Makes another database that of this process; for tests, each of which has its own. */
export function shareDatabase(other: Database): void {
  shared.ramplineDatabase = Promise.resolve(other);
}
