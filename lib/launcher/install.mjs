// Installs what the lock file names, when it is missing or when the lock file changed.
import { existsSync, writeFileSync } from 'node:fs';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { longStep, runStep } from './run-step.mjs';
import { inRoot } from './terms.mjs';

const STAMP = inRoot('node_modules', '.rampline-installed');
// npm writes this file last, so an installation without it was broken off.
const NPM_RECORD = inRoot('node_modules', '.package-lock.json');

export function isInstalled() {
  if (!existsSync(NPM_RECORD)) return false;
  return readStamp(STAMP) === fingerprint(['package-lock.json']);
}

export async function installPackages() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  await longStep('Installing the packages (a minute or two, once)', () =>
    npm?.endsWith('.js')
      ? runStep('Installing the packages', process.execPath, [npm, ...args])
      : runStep('Installing the packages', process.platform === 'win32' ? 'npm.cmd' : 'npm', args),
  );
  writeFileSync(STAMP, `${fingerprint(['package-lock.json'])}\n`);
}
