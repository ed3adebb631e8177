// What the launcher's steps share: where things are, how they speak, how they end. Only Node's own modules, since it
// runs before anything is installed.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const MINIMUM_NODE = [20, 19];

/** An end that is explained in one sentence; everything else is our mistake and shows its stack. */
export class StartError extends Error {}

export function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

export function inRoot(...parts) {
  return path.join(root, ...parts);
}

/** Folder of the database and of the secrets; `RAMPLINE_DATA` moves it. */
export function dataFolder() {
  return path.resolve(root, process.env.RAMPLINE_DATA ?? 'data');
}

export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor, needMinor] = MINIMUM_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new StartError(
    `Rampline needs Node.js ${needMajor}.${needMinor} or newer, and this is ${version}; install a newer Node.js and start again.`,
  );
}

/** Turns what the system says of a failed step into the one sentence that tells people what to do. */
export function sentenceFor(doing, text) {
  if (/ENOSPC|no space left|database or disk is full|SQLITE_FULL/i.test(text)) {
    return `The disk is full: ${doing} could not be finished; free some space and start again, nothing that was saved is lost.`;
  }
  if (/EROFS|read-only file system|SQLITE_READONLY|readonly database/i.test(text)) {
    return `The place is read-only: ${doing} could not be finished; make ${root} and the data folder writable and start again.`;
  }
  if (/EACCES|EPERM|permission denied/i.test(text)) {
    return `Permission is missing: ${doing} could not be finished; give this user write access to ${root} and the data folder and start again.`;
  }
  return null;
}
