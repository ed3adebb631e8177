import { readFileSync } from 'node:fs';
import type { Outcome } from '../engine/types';
import type { DocumentError } from '../scenario/document';
import { UsageError } from './options';

/** The text of a file; a file that cannot be read is wrong usage. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'there is no such file' : (code ?? 'unknown reason');
    throw new UsageError(`${file} cannot be read: ${why}.`);
  }
}

/** The JSON in a file; text that is none is an error of the document. */
export function readJson(file: string): Outcome<unknown> {
  try {
    return { ok: true, value: JSON.parse(readText(file)) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const message = `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    const problem: DocumentError = { path: '', value: null, rule: 'type', message };
    return { ok: false, errors: [problem] };
  }
}

/** A list of given draws, one map of path to u in (0, 1) for each future. */
export function readDraws(file: string): readonly Readonly<Record<string, number>>[] {
  const read = readJson(file);
  if (!read.ok) throw new UsageError(read.errors[0]!.message);
  const isDraw = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1;
  const isMap = (value: unknown) => typeof value === 'object' && value !== null && Object.values(value).every(isDraw);
  if (!Array.isArray(read.value) || !read.value.every(isMap)) {
    throw new UsageError(`${file} is no list of draws: a JSON list with one {path: u} a trial, each u from 0 to 1.`);
  }
  return read.value;
}
