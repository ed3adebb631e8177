import type { DocumentError } from '../scenario/document';
import type { Terminal } from './terminal';

/** Tells the errors of a document on stderr: sentences under its name, or (`file` null) a JSON list. */
export function tellErrors(errors: readonly DocumentError[], file: string | null, terminal: Terminal): void {
  if (file === null) {
    terminal.err(`${JSON.stringify(errors)}\n`);
    return;
  }
  const lines = errors.map(({ path, rule, message }) => `  ${path === '' ? '' : `${path}: `}${message} [${rule}]`);
  const count = errors.length === 1 ? '1 error' : `${errors.length} errors`;
  terminal.err(`${file}: ${count}\n${lines.join('\n')}\n`);
}
