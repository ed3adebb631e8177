import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import LibSql from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runProgram } from '../testing/run-program';
import { migrateDatabase } from './migrate';

let folder = '';
let file = '';
let url = '';
let migrations = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rampline-migrate-'));
  file = join(folder, 'new', 'x.db');
  url = `file:${file}`;
  migrations = join(folder, 'migrations');
  add('1_parents', 'CREATE TABLE parent (id TEXT PRIMARY KEY, name TEXT);');
  add(
    '2_children',
    'CREATE TABLE child (id TEXT PRIMARY KEY, parentId TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE);',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function add(name: string, script: string): void {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, 'migration.sql'), script);
}

function rows(sql: string): Record<string, unknown>[] {
  const database = new LibSql(file);
  try {
    return database.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

function run(script: string): void {
  const database = new LibSql(file);
  database.exec(script);
  database.close();
}

test('what is missing is applied once and recorded as Prisma records it', () => {
  expect(migrateDatabase({ url, folder: migrations })).toEqual(['1_parents', '2_children']);
  expect(migrateDatabase({ url, folder: migrations })).toEqual([]);
  const [first] = rows('SELECT * FROM _prisma_migrations ORDER BY migration_name');
  const script = readFileSync(join(migrations, '1_parents', 'migration.sql'));
  expect(first).toMatchObject({
    checksum: createHash('sha256').update(script).digest('hex'),
    applied_steps_count: 1,
    logs: null,
    rolled_back_at: null,
  });
  expect(first?.finished_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/);
});

test('rows that refer to a table survive its redefinition', () => {
  migrateDatabase({ url, folder: migrations });
  run("PRAGMA foreign_keys = ON; INSERT INTO parent VALUES ('p', 'P'); INSERT INTO child VALUES ('c', 'p');");
  add(
    '3_redefine',
    `CREATE TABLE new_parent (id TEXT PRIMARY KEY, name TEXT, colour TEXT);
     INSERT INTO new_parent (id, name) SELECT id, name FROM parent;
     DROP TABLE parent;
     ALTER TABLE new_parent RENAME TO parent;`,
  );
  expect(migrateDatabase({ url, folder: migrations })).toEqual(['3_redefine']);
  expect(rows('SELECT * FROM child')).toEqual([{ id: 'c', parentId: 'p' }]);
});

test('a migration that would leave rows without what they refer to is undone with all the others of the run', () => {
  migrateDatabase({ url, folder: migrations });
  run("INSERT INTO parent VALUES ('p', 'P'); INSERT INTO child VALUES ('c', 'p');");
  add('3_harmless', 'CREATE TABLE other (id TEXT);');
  add('4_orphans', 'DELETE FROM parent;');
  expect(() => migrateDatabase({ url, folder: migrations })).toThrow(/would leave 1 rows .* it was undone/);
  expect(rows('SELECT * FROM parent')).toHaveLength(1);
  expect(rows("SELECT * FROM sqlite_master WHERE name = 'other'")).toEqual([]);
});

test('killed in the middle, the next start goes on from a whole state', async () => {
  const end = await runProgram('lib/server/testing/killed-migration.program.ts', [url, migrations, '2_children']);
  expect(end.signal).toBe('SIGKILL');
  expect(rows("SELECT name FROM sqlite_master WHERE type = 'table'")).toEqual([]);
  expect(migrateDatabase({ url, folder: migrations })).toEqual(['1_parents', '2_children']);
});

test('a database that another program holds is one sentence', () => {
  migrateDatabase({ url, folder: migrations });
  const holder = new LibSql(file);
  holder.exec('BEGIN IMMEDIATE');
  try {
    expect(() => migrateDatabase({ url, folder: migrations, timeoutMilliseconds: 50 })).toThrow(
      /locked by another program/,
    );
  } finally {
    holder.exec('ROLLBACK');
    holder.close();
  }
});

test('a database of a newer version, a changed migration and a file that is no database are one sentence each', () => {
  migrateDatabase({ url, folder: migrations });
  add('2_children', 'SELECT 1;');
  expect(() => migrateDatabase({ url, folder: migrations })).toThrow(/2_children was changed after/);
  rmSync(join(migrations, '2_children'), { recursive: true });
  expect(() => migrateDatabase({ url, folder: migrations })).toThrow(/made by a newer version/);
  const text = join(folder, 'text.db');
  writeFileSync(text, 'not a database, but long enough to look at '.repeat(100));
  expect(() => migrateDatabase({ url: `file:${text}`, folder: migrations })).toThrow(/is not a database/);
  expect(() => migrateDatabase({ url: `file:${join(text, 'x.db')}`, folder: migrations })).toThrow(/cannot be opened/);
});

test('the shipped migrations hold everything the schema names', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  migrateDatabase({ url });
  const models = [...schema.matchAll(/^model (\w+)/gm)].map((match) => match[1]);
  const tables = rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '!_%' ESCAPE '!'");
  expect(tables.map((table) => table.name).sort()).toEqual(models.sort());
  expect(readdirSync('prisma/migrations')).toContain('migration_lock.toml');
});
