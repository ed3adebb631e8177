import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf, checkPortIsFree, wantedAddress } from './address.mjs';
import { prepareSecrets, secretsFile } from './secrets.mjs';
import { alone } from './start-lock.mjs';
import { checkNodeVersion, sentenceFor } from './terms.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rampline-launcher-'));
  vi.stubEnv('RAMPLINE_DATA', folder);
  vi.stubEnv('NEXTAUTH_SECRET', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('the Node.js version', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('%s is new enough', (version) => {
    expect(() => checkNodeVersion(version)).not.toThrow();
  });
  it.each(['18.20.8', '20.18.3', '19.9.0'])('%s is refused in one sentence that names both versions', (version) => {
    expect(() => checkNodeVersion(version)).toThrow(
      new RegExp(`needs Node\\.js 20\\.19 or newer, and this is ${version}`),
    );
  });
});

describe('the address', () => {
  it('is 127.0.0.1:3000 unless PORT and HOST say otherwise', () => {
    expect(addressOf(wantedAddress({}))).toBe('http://127.0.0.1:3000');
    expect(addressOf(wantedAddress({ HOST: '::1', PORT: '8080' }))).toBe('http://[::1]:8080');
    expect(addressOf(wantedAddress({ HOST: '0.0.0.0' }))).toBe('http://127.0.0.1:3000');
  });
  it.each(['0', '65536', '80a', '1.5'])('refuses PORT=%s with the allowed range', (port) => {
    expect(() => wantedAddress({ PORT: port })).toThrow(
      `PORT is "${port}"; it must be a whole number from 1 to 65535.`,
    );
  });
  it('says in one sentence that a port is taken', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    await expect(checkPortIsFree({ host: '127.0.0.1', port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
    await new Promise((resolve) => server.close(resolve));
    await expect(checkPortIsFree({ host: '127.0.0.1', port })).resolves.toBeUndefined();
  });
});

describe('the secrets file', () => {
  it('is made once, readable by its owner alone, and kept', () => {
    const first = prepareSecrets();
    expect(statSync(secretsFile()).mode & 0o777).toBe(0o600);
    expect(first.NEXTAUTH_SECRET?.length).toBeGreaterThanOrEqual(32);
    expect(prepareSecrets()).toEqual(first);
  });
  it('gets its mode back when somebody widened it', () => {
    prepareSecrets();
    chmodSync(secretsFile(), 0o644);
    prepareSecrets();
    expect(statSync(secretsFile()).mode & 0o777).toBe(0o600);
  });
  it('is never replaced when it cannot be understood', () => {
    writeFileSync(secretsFile(), '{"NEXTAUTH_SEC');
    expect(() => prepareSecrets()).toThrow('is not valid JSON');
    expect(readFileSync(secretsFile(), 'utf8')).toBe('{"NEXTAUTH_SEC');
  });
  it('gives way to the environment', () => {
    vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40));
    expect(prepareSecrets().NEXTAUTH_SECRET).toBe('x'.repeat(40));
  });
});

describe('the start lock', () => {
  it('refuses a second start while the first is at work, and lets it in afterwards', async () => {
    writeFileSync(path.join(folder, 'start.lock'), `${process.ppid}\n`);
    await expect(alone(async () => 1)).rejects.toThrow(`Another start (process ${process.ppid})`);
    rmSync(path.join(folder, 'start.lock'));
    await expect(alone(async () => 1)).resolves.toBe(1);
  });
  it('is taken over from a process that is gone', async () => {
    writeFileSync(path.join(folder, 'start.lock'), '4194303\n');
    await expect(alone(async () => 2)).resolves.toBe(2);
  });
});

describe('what the system says becomes one sentence', () => {
  it.each([
    ['ENOSPC: no space left on device, write', 'The disk is full'],
    ['SQLITE_FULL: database or disk is full', 'The disk is full'],
    ['EROFS: read-only file system', 'The place is read-only'],
    ['EACCES: permission denied, open', 'Permission is missing'],
  ])('%s', (text, sentence) => {
    const said = sentenceFor('building the application', text);
    expect(said).toContain(sentence);
    expect(said).toContain('building the application');
  });
  it('stays silent about what it does not know', () => {
    expect(sentenceFor('x', 'TypeError: a is not a function')).toBeNull();
  });
});
