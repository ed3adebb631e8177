import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from '../testing/run-program';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';

let test_: TestDatabase;

beforeAll(async () => {
  test_ = await openTestDatabase();
});
afterAll(() => test_.close());

async function pragma(name: string): Promise<unknown> {
  const rows = await test_.database.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
  return Number.isNaN(Number(Object.values(rows[0] ?? {})[0]))
    ? Object.values(rows[0] ?? {})[0]
    : Number(Object.values(rows[0] ?? {})[0]);
}

test('write-ahead log, full synchronisation, foreign keys and the busy timeout are in force', async () => {
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('foreign_keys')).toBe(1);
  expect(await pragma('busy_timeout')).toBe(5000);
});

test('a row cannot refer to one that does not exist', async () => {
  await expect(
    test_.database.membership.create({ data: { workspaceId: 'nowhere', userId: 'nobody', role: 'viewer' } }),
  ).rejects.toThrow(/[Ff]oreign key/);
});

test('a failed transaction leaves nothing and the next one works', async () => {
  await expect(
    test_.database.$transaction(async (transaction) => {
      await transaction.workspace.create({ data: { name: 'half' } });
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await test_.database.workspace.count({ where: { name: 'half' } })).toBe(0);
  await test_.database.$transaction(async (transaction) => transaction.workspace.create({ data: { name: 'whole' } }));
  expect(await test_.database.workspace.count({ where: { name: 'whole' } })).toBe(1);
});

test('two processes that write at the same time lose no transaction', async () => {
  const program = 'lib/server/testing/write-transactions.program.ts';
  const before = await test_.database.workspace.count();
  const ends = await Promise.all(['a', 'b'].map((name) => runProgram(program, [test_.url, '100', name])));
  expect(ends).toEqual(ends.map(() => ({ code: 0, signal: null, stderr: '' })));
  expect(await test_.database.workspace.count()).toBe(before + 200);
});

test('transactions at the same time in one process wait for each other and open no further connection', async () => {
  const descriptors = () => readdirSync('/proc/self/fd').length;
  await test_.database.$transaction(async (transaction) => transaction.user.count());
  const before = process.platform === 'linux' ? descriptors() : 0;
  await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      test_.database.$transaction(async (transaction) => {
        const count = await transaction.user.count();
        await transaction.user.create({ data: { email: `${i}@example.org`, name: `after ${count}` } });
      }),
    ),
  );
  const names = (await test_.database.user.findMany({ select: { name: true } })).map((user) => user.name);
  expect(new Set(names).size).toBe(50);
  if (process.platform === 'linux') expect(descriptors()).toBeLessThanOrEqual(before + 2);
});
