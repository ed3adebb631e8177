import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import LibSql from 'libsql';
import { DatabaseProblem, databaseFile, databaseProblem } from './database-problem';

/** Prisma's own table, to the letter, so that its tools agree with us about what has been applied. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

interface Migration {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: string | null;
}

export interface MigrateOptions {
  /** `file:` address of the database. */
  readonly url: string;
  /** Folder of the migrations, in Prisma's layout; default `prisma/migrations` under the working directory. */
  readonly folder?: string;
  /** Milliseconds to wait for another program's lock. */
  readonly timeoutMilliseconds?: number;
  /** Called before each migration, inside the lock. */
  readonly onMigration?: (name: string) => void;
}

function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    });
}

/** The migrations still to apply. @throws DatabaseProblem where the database's history is not a start of ours. */
function pending(migrations: readonly Migration[], applied: readonly Applied[], file: string): readonly Migration[] {
  for (const row of applied) {
    const ours = migrations.find((migration) => migration.name === row.migration_name);
    if (!ours) {
      throw new DatabaseProblem(
        `The database ${file} was made by a newer version (it has the migration ${row.migration_name}). Update Rampline, or restore a backup made with this version.`,
      );
    }
    if (row.finished_at === null) {
      throw new DatabaseProblem(
        `The migration ${row.migration_name} of the database ${file} was begun by another tool and never finished. Restore a backup from before it.`,
      );
    }
    if (row.checksum !== ours.checksum) {
      throw new DatabaseProblem(
        `The migration ${row.migration_name} was changed after it had been applied to the database ${file}. Restore the original file under prisma/migrations.`,
      );
    }
  }
  const names = new Set(applied.map((row) => row.migration_name));
  return migrations.filter((migration) => !names.has(migration.name));
}

function prismaTime(): string {
  return new Date().toISOString().replace('Z', '+00:00');
}

function apply(database: LibSql.Database, migration: Migration, file: string): void {
  const started = prismaTime();
  database.exec(migration.script);
  const orphans = database.prepare('PRAGMA foreign_key_check').all();
  if (orphans.length > 0) {
    throw new DatabaseProblem(
      `The migration ${migration.name} would leave ${orphans.length} rows of the database ${file} without what they refer to; it was undone.`,
    );
  }
  database
    .prepare(
      'INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)',
    )
    .run(randomUUID(), migration.checksum, prismaTime(), migration.name, started);
}

/**
 * Applies in one transaction, under the write lock, what is missing; a kill at any moment leaves either all or nothing.
 * Foreign keys go off before the transaction begins: inside one the switch does nothing, and redefining a table would
 * then delete the rows that refer to it.
 */
function migrateOpen(database: LibSql.Database, options: MigrateOptions, file: string): readonly string[] {
  const migrations = readMigrations(resolve(options.folder ?? 'prisma/migrations'));
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(MIGRATIONS_TABLE);
    const applied = database
      .prepare('SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL')
      .all() as Applied[];
    const missing = pending(migrations, applied, file);
    for (const migration of missing) {
      options.onMigration?.(migration.name);
      apply(database, migration, file);
    }
    database.exec('COMMIT');
    return missing.map((migration) => migration.name);
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  } finally {
    database.exec('PRAGMA foreign_keys = ON');
  }
}

/**
 * Brings the database up to date, making it where there is none.
 * @returns names of the migrations applied, none where there was nothing to do.
 * @throws DatabaseProblem with one sentence: locked, read-only, full disk, no database, of a newer version.
 */
export function migrateDatabase(options: MigrateOptions): readonly string[] {
  const file = databaseFile(options.url);
  let database: LibSql.Database | undefined;
  try {
    if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    database = new LibSql(file, { timeout: options.timeoutMilliseconds ?? 10_000 });
    database.prepare('PRAGMA journal_mode = WAL').get();
    return migrateOpen(database, options, file);
  } catch (error) {
    throw databaseProblem(error, options.url) ?? error;
  } finally {
    if (database?.open) database.close();
  }
}
