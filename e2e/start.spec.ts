import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import LibSql from 'libsql';
import { freePort, startProduct } from './support/start-product';

const launcher = path.resolve('lib/launcher/start.mjs');
let folder: string;

test.beforeEach(() => {
  test.setTimeout(600_000);
  folder = mkdtempSync(path.join(tmpdir(), 'rampline-start-'));
});
test.afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts it where it cannot start, and gives what it said. `afterWords`: interrupts it when it says them. */
async function failingStart(
  env: Readonly<Record<string, string>>,
  { uid, interruptAfter }: { uid?: number; interruptAfter?: RegExp } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [launcher], {
    env: { ...process.env, PORT: String(await freePort()), RAMPLINE_DATA: folder, ...env },
    ...(uid === undefined ? {} : { uid }),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
    if (interruptAfter?.test(out)) child.kill('SIGINT');
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, out, err };
}

const sentences = (text: string) => text.trim().split('\n');

test('a first start offers the set-up, Ctrl-C ends it, and a second start builds nothing and loses nothing', async () => {
  const first = await startProduct({ dataFolder: folder });
  expect(first.opened).toMatch(/\/set-up\?token=[\w-]{20,}$/);
  expect(first.output().match(/https?:\/\//g)).toHaveLength(1);
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(await first.stop('SIGINT')).toBe(130);
  const second = await startProduct({ dataFolder: folder });
  expect(second.output()).not.toMatch(/Installing|Building|Generating|migration/);
  expect((await fetch(`${second.address}/api/health`)).status).toBe(200);
  expect(await second.stop('SIGTERM')).toBe(143);
});

test('a taken port is one sentence', async () => {
  const running = await startProduct({ dataFolder: folder });
  const port = new URL(running.address).port;
  const { code, err } = await failingStart({ PORT: port });
  await running.stop();
  expect(code).toBe(1);
  expect(sentences(err)).toEqual([
    `Port ${port} on 127.0.0.1 is taken by another program; stop it, or choose another port with PORT=3001 npm start.`,
  ]);
});

test('a locked database is one sentence, and starts when the lock is gone', async () => {
  const file = path.join(folder, 'rampline.db');
  const holder = new LibSql(file);
  holder.exec('BEGIN EXCLUSIVE');
  const { code, err } = await failingStart({});
  expect(code).toBe(1);
  expect(sentences(err)).toHaveLength(1);
  expect(err).toMatch(/database .* (locked|in use)/i);
  holder.exec('ROLLBACK');
  holder.close();
  const product = await startProduct({ dataFolder: folder });
  await product.stop();
});

test('a data folder that may not be written is one sentence', async () => {
  chmodSync(folder, 0o555);
  // Permissions do not hold for root, so the start runs as nobody there.
  const root = process.getuid?.() === 0;
  const { code, err } = await failingStart({}, root ? { uid: 65534 } : {});
  expect(code).toBe(1);
  expect(sentences(err)).toHaveLength(1);
  expect(err).toContain('write access');
  expect(readdirSync(folder)).toEqual([]);
});

test('a database that is read-only is one sentence', async () => {
  const product = await startProduct({ dataFolder: folder });
  await product.stop();
  const file = path.join(folder, 'rampline.db');
  const root = process.getuid?.() === 0;
  for (const name of readdirSync(folder)) {
    if (root && !name.startsWith('rampline.db')) chownSync(path.join(folder, name), 65534, 65534);
  }
  chmodSync(file, 0o444);
  if (root) chownSync(folder, 65534, 65534);
  const { code, err } = await failingStart({}, root ? { uid: 65534 } : {});
  expect(code).toBe(1);
  expect(sentences(err)).toHaveLength(1);
  expect(err).toMatch(/database.*(read-only|may not be written|cannot be (opened|written)|permission)/i);
});

test('a full disk is one sentence', async () => {
  const small = path.join(folder, 'small');
  mkdirSync(small);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]).status === 0;
  test.skip(!mounted, 'no small file system can be mounted here');
  try {
    const { code, err } = await failingStart({ RAMPLINE_DATA: small });
    expect(code).toBe(1);
    expect(sentences(err)).toHaveLength(1);
    expect(err).toMatch(/full/i);
  } finally {
    spawnSync('umount', [small]);
  }
});

test('a start that is interrupted while it prepares goes on at the next', async () => {
  const { code } = await failingStart({}, { interruptAfter: /Database: \d+ migration/ });
  expect([130, 1]).toContain(code);
  expect(existsSync(path.join(folder, 'start.lock'))).toBe(false);
  const product = await startProduct({ dataFolder: folder });
  expect((await fetch(`${product.address}/api/health`)).status).toBe(200);
  await product.stop();
});
