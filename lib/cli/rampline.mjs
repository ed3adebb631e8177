#!/usr/bin/env node
// Starts the command line from the clone: bundles it into dist/ when a source is newer, then runs the bundle.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bundle = join(root, 'dist', 'cli.mjs');
const sources = ['lib/bench', 'lib/cli', 'lib/engine', 'lib/format', 'lib/runner', 'lib/scenario'].map((folder) =>
  join(root, folder),
);

/** The latest change below a folder, milliseconds. */
function latestChange(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'fixtures' || entry.name.includes('.test.')) continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? latestChange(path) : statSync(path).mtimeMs);
  }
  return latest;
}

function isStale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  return sources.some((folder) => existsSync(folder) && latestChange(folder) > built);
}

async function build() {
  const { build: bundleWith } = await import('esbuild');
  mkdirSync(dirname(bundle), { recursive: true });
  const fresh = `${bundle}.${process.pid}.mjs`;
  await bundleWith({
    entryPoints: [join(root, 'lib', 'cli', 'main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outfile: fresh,
    logLevel: 'warning',
  });
  // Renaming is atomic: another command started meanwhile sees the old bundle or the new one.
  renameSync(fresh, bundle);
}

if (isStale()) await build();
await import(pathToFileURL(bundle).href);
