#!/usr/bin/env node
import { prepareBrowser } from './browser.mjs';
// `npm run validate`: everything that must hold before a change is shared, in the order in which it fails fastest.
import { buildApplication, generateClient } from './build.mjs';
import { endingCode, endOnSignals, longStep, runStep } from './run-step.mjs';
import { checkNodeVersion, inRoot, StartError } from './terms.mjs';

const node = (...parts) => inRoot('node_modules', ...parts);
const only = process.argv.slice(2);

const steps = {
  client: () => generateClient(),
  format: () => shown('Formatting and lint', node('.bin', 'biome'), ['check', '.']),
  types: async () => {
    await runStep('Route types', process.execPath, [node('next', 'dist', 'bin', 'next'), 'typegen']);
    await shown('Types', node('.bin', 'tsc'), ['--noEmit']);
  },
  unit: () => shown('Unit tests', process.execPath, [node('vitest', 'vitest.mjs'), 'run']),
  build: () => buildApplication(),
  e2e: async () => {
    const browser = await prepareBrowser();
    await shown('End-to-end tests', process.execPath, [node('@playwright', 'test', 'cli.js'), 'test'], {
      CHROME_PATH: browser,
    });
  },
};

function shown(doing, command, args, env = {}) {
  return longStep(doing, () => runStep(doing, command, args, { env, shown: true }));
}

async function main() {
  checkNodeVersion();
  endOnSignals();
  for (const name of only) {
    if (!(name in steps))
      throw new StartError(`There is no step "${name}"; the steps are ${Object.keys(steps).join(', ')}.`);
  }
  for (const [name, step] of Object.entries(steps)) {
    if (only.length === 0 || only.includes(name)) await step();
  }
  process.stdout.write('Everything holds.\n');
}

main().catch((error) => {
  process.stderr.write(error instanceof StartError ? `${error.message}\n` : `${error.stack ?? error}\n`);
  process.exit(endingCode() ?? 1);
});
