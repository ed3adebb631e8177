// Tells whether sources changed since they were last built.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './terms.mjs';

const BUILD_INPUTS = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
];
const LEFT_OUT = /(\.test\.tsx?|\.bench\.ts|\.md)$|[\\/](fixtures|testing|generated|launcher|__snapshots__)([\\/]|$)/;

function* filesUnder(place) {
  let stat;
  try {
    stat = statSync(place);
  } catch {
    return;
  }
  if (stat.isFile()) {
    yield place;
    return;
  }
  for (const name of readdirSync(place).sort()) {
    const next = path.join(place, name);
    if (!LEFT_OUT.test(next)) yield* filesUnder(next);
  }
}

/** A hash over the names and contents of the given files and folders of the project. */
export function fingerprint(places = BUILD_INPUTS) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesUnder(inRoot(place))) {
      hash.update(path.relative(inRoot(), file).split(path.sep).join('/'));
      hash.update('\0');
      hash.update(readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
