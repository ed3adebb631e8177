import type { DocumentError } from '../scenario/document';
import { validateDocument } from '../scenario/validate';
import type { ValidateOptions } from './options';
import { readJson } from './read-files';
import { tellErrors } from './tell-errors';
import type { Terminal } from './terminal';

/** `rampline validate`: every error of every file on stderr. Returns the exit code. */
export function validateCommand({ files, json }: ValidateOptions, terminal: Terminal): number {
  const all: DocumentError[] = [];
  for (const file of files) {
    const read = readJson(file);
    const checked = read.ok ? validateDocument(read.value) : read;
    if (checked.ok) {
      if (!json) terminal.out(`${file}: valid\n`);
      continue;
    }
    all.push(...checked.errors);
    if (!json) tellErrors(checked.errors, file, terminal);
  }
  if (json && all.length > 0) tellErrors(all, null, terminal);
  return all.length > 0 ? 1 : 0;
}
