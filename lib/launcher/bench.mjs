#!/usr/bin/env node
// `npm run bench`: bundles the bench and runs it.
import { bundle } from './build.mjs';
import { installPackages } from './install.mjs';
import { endingCode, endOnSignals, startChild } from './run-step.mjs';
import { checkNodeVersion, StartError } from './terms.mjs';

async function main() {
  checkNodeVersion();
  endOnSignals();
  await installPackages();
  const script = await bundle('lib/bench/main.ts', 'dist/bench.mjs');
  const child = startChild(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('close', (code) => process.exit(endingCode() ?? code ?? 1));
}

main().catch((error) => {
  process.stderr.write(error instanceof StartError ? `${error.message}\n` : `${error.stack ?? error}\n`);
  process.exit(endingCode() ?? 1);
});
