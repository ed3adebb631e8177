import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { attemptSucceeded, beginAttempt } from './attempts';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await openTestDatabase();
});
afterAll(() => test_.close());
beforeEach(async () => {
  await test_.database.signInAttempt.deleteMany({});
});

const start = new Date('2026-03-01T12:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const attempt = (account: string, address: string, now = start) =>
  beginAttempt(test_.database, { account, address, now });

test('ten failures for an account close it for what is left of a quarter of an hour, from any address', async () => {
  for (let i = 0; i < 10; i++) expect((await attempt('a@b.c', `10.0.0.${i}`, later(i / 2))).allowed).toBe(true);
  expect(await attempt(' A@B.C ', '10.9.9.9', later(5))).toEqual({ allowed: false, waitMinutes: 10 });
  expect((await attempt('other@b.c', '10.9.9.9', later(5))).allowed).toBe(true);
  expect((await attempt('a@b.c', '10.9.9.9', later(15.1))).allowed).toBe(true);
});

test('fifty failures from one address close it, whichever the accounts', async () => {
  for (let i = 0; i < 50; i++) expect((await attempt(`${i}@b.c`, '10.0.0.1')).allowed).toBe(true);
  expect((await attempt('fresh@b.c', '10.0.0.1')).allowed).toBe(false);
  expect((await attempt('fresh@b.c', '10.0.0.2')).allowed).toBe(true);
});

test('many attempts at once do not slip through', async () => {
  const outcomes = await Promise.all(Array.from({ length: 30 }, (_, i) => attempt('a@b.c', `10.0.1.${i}`)));
  expect(outcomes.filter(({ allowed }) => allowed)).toHaveLength(10);
});

test('successes do not count, and who tried cannot be read from the rows', async () => {
  for (let i = 0; i < 20; i++) {
    const outcome = await attempt('a@b.c', '10.0.0.1');
    if (outcome.allowed) await attemptSucceeded(test_.database, outcome.attemptId);
    expect(outcome.allowed).toBe(true);
  }
  const rows = await test_.database.signInAttempt.findMany();
  expect(JSON.stringify(rows)).not.toMatch(/a@b\.c|10\.0\.0\.1/);
});
