#!/usr/bin/env node
// `npm start` and `npm run dev`: from a fresh clone to one address.
import { addressOf, checkPortIsFree, wantedAddress } from './address.mjs';
import { buildApplication, bundle, generateClient } from './build.mjs';
import { installPackages } from './install.mjs';
import { endingCode, endOnSignals, runStep, startChild } from './run-step.mjs';
import { prepareSecrets } from './secrets.mjs';
import { alone } from './start-lock.mjs';
import { checkNodeVersion, dataFolder, inRoot, StartError, say } from './terms.mjs';

const dev = process.argv.includes('--dev');

async function prepare(env) {
  await installPackages();
  await generateClient();
  await bundle('lib/server/prepare.ts', 'dist/prepare.mjs');
  // Only now can the database speak; it answers with one line of JSON.
  const out = await runStep('Preparing the database', process.execPath, [inRoot('dist', 'prepare.mjs')], { env });
  const answer = JSON.parse(out.trim().split('\n').at(-1) ?? '{}');
  if (answer.problem) throw new StartError(answer.problem);
  if (answer.applied > 0) say(`Database: ${answer.applied} migration${answer.applied === 1 ? '' : 's'} applied`);
  if (!dev) await buildApplication();
  return answer;
}

async function waitUntilItAnswers(address, child) {
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  for (let attempt = 0; attempt < 600 && !ended; attempt += 1) {
    try {
      await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2000), redirect: 'manual' });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  if (endingCode() === null) throw new StartError('The server ended before it answered; what it said stands above.');
}

async function serve(where, env) {
  const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next');
  const child = startChild(
    process.execPath,
    [next, dev ? 'dev' : 'start', '-H', where.host, '-p', String(where.port)],
    {
      env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1' },
      // Next's own greeting would be a second address.
      stdio: ['ignore', dev ? 'inherit' : 'pipe', 'inherit'],
    },
  );
  let greeting = true;
  child.stdout?.on('data', (chunk) => {
    if (!greeting) process.stdout.write(chunk);
  });
  child.on('exit', (code, signal) => process.exit(endingCode() ?? code ?? (signal ? 1 : 0)));
  await waitUntilItAnswers(addressOf(where), child);
  greeting = false;
}

async function main() {
  checkNodeVersion();
  endOnSignals();
  const where = wantedAddress();
  await checkPortIsFree(where);
  const address = addressOf(where);
  const secrets = prepareSecrets();
  const env = {
    RAMPLINE_DATA: dataFolder(),
    DATABASE_URL: process.env.DATABASE_URL ?? `file:${dataFolder()}/rampline.db`,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? address,
    ...secrets,
  };
  const answer = await alone(() => prepare(env));
  await serve(where, env);
  const publicAddress = (process.env.NEXTAUTH_URL ?? address).replace(/\/$/, '');
  say(
    answer.setUpPath
      ? `Open ${publicAddress}${answer.setUpPath} to set up the first administrator.`
      : `Open ${publicAddress}`,
  );
}

main().catch((error) => {
  process.stderr.write(error instanceof StartError ? `${error.message}\n` : `${error.stack ?? error}\n`);
  process.exit(endingCode() ?? 1);
});
