import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { DocumentError, ScenarioDocument } from '../../scenario/document';
import type { GivenDraws } from '../types';

const FOLDER = new URL('../fixtures/conformance/', import.meta.url);

/** Names of all cases. */
export function caseNames(): string[] {
  const suffix = '.deterministic.json';
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}

function read(file: string): unknown {
  const url = new URL(file, FOLDER);
  return existsSync(url) ? JSON.parse(readFileSync(url, 'utf8')) : undefined;
}

/** One case: a document, draws for it, and what an independent implementation answers. */
export function readCase(name: string) {
  return {
    document: read(`${name}.json`) as ScenarioDocument,
    given: read(`${name}.given.json`) as readonly GivenDraws[] | undefined,
    plan: read(`${name}.deterministic.json`) as { readonly errors?: readonly DocumentError[] },
    futures: (read(`${name}.draws.json`) as { results: readonly unknown[] } | undefined)?.results,
    trials: read(`${name}.trials.json`),
  };
}
