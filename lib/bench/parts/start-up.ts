import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waited } from '../clock';
import { referenceDocument } from '../reference';
import { median } from '../spread';
import { type BenchTable, digits } from '../table';

/** From the command to its answer, as a person waits for it. */
export function startUpPart(quick: boolean): BenchTable {
  const folder = mkdtempSync(join(tmpdir(), 'rampline-bench-'));
  const file = join(folder, 'reference.json');
  writeFileSync(file, JSON.stringify(referenceDocument().document));
  const command = (...words: string[]) =>
    waited(
      () =>
        void execFileSync(process.execPath, [join(process.cwd(), 'lib', 'cli', 'rampline.mjs'), ...words], {
          stdio: ['ignore', 'pipe', 'inherit'],
          maxBuffer: 1 << 28,
        }),
    );
  try {
    command('--version');
    const rounds = Array.from({ length: quick ? 3 : 9 });
    const row = (name: string, ...words: string[]) => [name, digits(median(rounds.map(() => command(...words))))];
    return {
      title: 'The command line',
      head: ['rampline', 'ms'],
      rows: [
        row('--version', '--version'),
        row('validate, Reference', 'validate', file),
        row('run --deterministic, Reference', 'run', file, '--deterministic', '--json'),
      ],
      notes: ['From the start of the process to its end, the bundle being up to date.'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
