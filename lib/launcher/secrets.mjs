// The secrets that a server needs and nobody should have to invent: made once, kept beside the database, mode 600.
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { dataFolder, StartError, sentenceFor } from './terms.mjs';

const NAMES = ['NEXTAUTH_SECRET'];

export function secretsFile() {
  return path.join(dataFolder(), 'secrets.json');
}

function read(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw new StartError(
      `The secrets file ${file} cannot be read (${error.code}); give this user access to it and start again.`,
    );
  }
  try {
    const value = JSON.parse(text);
    if (value && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // Told below: a file that cannot be understood must not be replaced, since sessions hang on it.
  }
  throw new StartError(
    `The secrets file ${file} is not valid JSON; restore it from a backup, or move it away to have new secrets made (everybody signs in again).`,
  );
}

/** The secrets as environment variables; whatever is set in the environment already wins. */
export function prepareSecrets() {
  const file = secretsFile();
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const kept = read(file);
    const missing = NAMES.filter((name) => typeof kept[name] !== 'string' || kept[name].length < 32);
    if (missing.length > 0) {
      for (const name of missing) kept[name] = randomBytes(48).toString('base64url');
      // Written beside and renamed, so that an interruption leaves the old file or the new one, never half of one.
      const fresh = `${file}.${process.pid}`;
      const handle = openSync(fresh, 'w', 0o600);
      writeSync(handle, `${JSON.stringify(kept, null, 2)}\n`);
      fsyncSync(handle);
      closeSync(handle);
      renameSync(fresh, file);
    }
    chmodSync(file, 0o600);
    return Object.fromEntries(NAMES.map((name) => [name, process.env[name] ?? kept[name]]));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      sentenceFor('writing the secrets file', `${error.code} ${error.message}`) ??
        `The secrets file ${file} could not be written: ${error.message}.`,
    );
  }
}
