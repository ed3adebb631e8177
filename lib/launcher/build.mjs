// Generates the database client and builds the application, each only when what it is made from changed.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { longStep, runStep } from './run-step.mjs';
import { inRoot, StartError, sentenceFor } from './terms.mjs';

const GENERATED = inRoot('lib', 'server', 'generated');
const GENERATED_STAMP = inRoot('node_modules', '.rampline-client');
const DIST = process.env.RAMPLINE_DIST_DIR ?? '.next';
const BUILD_STAMP = inRoot(DIST, 'rampline-built');

/** Prisma's client for the schema; needs no engine of Prisma's, so any executable stands in for it. */
export async function generateClient() {
  const now = fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  if (existsSync(GENERATED) && readStamp(GENERATED_STAMP) === now) return;
  await longStep('Generating the database client', () =>
    runStep(
      'Generating the database client',
      process.execPath,
      [inRoot('node_modules', 'prisma', 'build', 'index.js'), 'generate'],
      {
        env: {
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      },
    ),
  );
  writeFileSync(GENERATED_STAMP, `${now}\n`);
}

/** The production build. A failed build leaves no stamp, so the next start builds again. */
export async function buildApplication() {
  const now = fingerprint();
  if (readStamp(BUILD_STAMP) === now) return;
  rmSync(BUILD_STAMP, { force: true });
  await longStep('Building the application (about half a minute, after changes only)', () =>
    runStep(
      'Building the application',
      process.execPath,
      [inRoot('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
      {
        env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      },
    ),
  );
  mkdirSync(inRoot(DIST), { recursive: true });
  writeFileSync(BUILD_STAMP, `${now}\n`);
}

/**
 * Bundles one TypeScript entry for Node; packages stay where they are installed. What is imported only when it is needed
 * becomes a file of its own beside it, so that it is loaded only then.
 */
export async function bundle(entry, outfile) {
  const { build } = await import('esbuild');
  const { dir, name } = path.parse(outfile);
  try {
    const { outputFiles } = await build({
      entryPoints: [{ in: inRoot(entry), out: name }],
      outdir: inRoot(dir),
      outExtension: { '.js': '.mjs' },
      chunkNames: `${name}.[hash]`,
      splitting: true,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      alias: { '@': inRoot() },
      logLevel: 'silent',
      write: false,
    });
    for (const { path: file, text } of outputFiles) {
      // An installation that is read-only needs nothing written where nothing changed.
      if (readStamp(file) === text.trim()) continue;
      mkdirSync(inRoot(dir), { recursive: true });
      writeFileSync(file, text);
    }
    removeFormerParts(inRoot(dir), name, new Set(outputFiles.map(({ path: file }) => path.basename(file))));
  } catch (error) {
    throw new StartError(
      sentenceFor('preparing the programs', error.message) ?? `Preparing the programs failed: ${error.message}`,
    );
  }
  return inRoot(outfile);
}

function removeFormerParts(folder, name, kept) {
  for (const file of readdirSync(folder)) {
    if (file.startsWith(`${name}.`) && file.endsWith('.mjs') && !kept.has(file)) rmSync(path.join(folder, file));
  }
}
