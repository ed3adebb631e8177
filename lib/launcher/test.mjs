#!/usr/bin/env node
// `npm test`: installs what is missing on a fresh clone, then validates.
import { installPackages } from './install.mjs';
import { endingCode, endOnSignals, runStep } from './run-step.mjs';
import { checkNodeVersion, inRoot, StartError } from './terms.mjs';

async function main() {
  checkNodeVersion();
  endOnSignals();
  await installPackages();
  await runStep('Validation', process.execPath, [inRoot('lib', 'launcher', 'validate.mjs'), ...process.argv.slice(2)], {
    shown: true,
  });
}

main().catch((error) => {
  process.stderr.write(error instanceof StartError ? `${error.message}\n` : `${error.stack ?? error}\n`);
  process.exit(endingCode() ?? 1);
});
