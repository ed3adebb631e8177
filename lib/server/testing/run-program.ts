import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Runs a TypeScript file as a process of its own, for what only several processes can show. */
export async function runProgram(file: string, parameters: readonly string[]): Promise<ProgramEnd> {
  mkdirSync('dist', { recursive: true });
  // Under the project, so that its packages resolve.
  const folder = mkdtempSync(resolve('dist', 'test-'));
  try {
    const outfile = join(folder, 'program.mjs');
    await build({
      entryPoints: [file],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'silent',
    });
    return await new Promise((done, fail) => {
      const child = spawn(process.execPath, [outfile, ...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
      let stderr = '';
      child.stderr.on('data', (chunk) => {
        stderr += String(chunk);
      });
      child.on('error', fail);
      child.on('close', (code, signal) => done({ code, signal, stderr }));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
