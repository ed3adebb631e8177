import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runUntilKnown, type StopRule, stopRuleOptions } from '../engine/insight/stop-rule';
import { PLANT } from '../engine/testing/two-scenarios';
import { openBlockThreads } from './block-threads';
import { openDocument } from './open';

let folder = '';
let script: URL;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rampline-threads-'));
  const outfile = join(folder, 'threads.mjs');
  const entry = {
    contents: "import { serveBlocks } from './block-pool'; serveBlocks();",
    resolveDir: import.meta.dirname,
  };
  await build({ stdin: entry, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'silent' });
  script = pathToFileURL(outfile);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('threads that stay open', () => {
  it('stop where one thread would have stopped, with the same numbers, moved inputs included', async () => {
    const moves = [{ path: 'tasks/build/duration', factor: 1.1 }];
    const opened = openDocument(PLANT, moves);
    if (!opened.ok) throw new Error('refused');
    const scenario = opened.value;
    const rule: StopRule = {
      figures: [{ output: 'sop', statistic: 'mean', error: 0.4 }],
      mostTrials: 16 * 512,
      seed: 4,
    };
    const here = await runUntilKnown(scenario, rule);
    for (const workers of [1, 3]) {
      const threads = openBlockThreads(scenario, stopRuleOptions(rule), { workers, script });
      const there = await runUntilKnown(scenario, { ...rule, runBlocks: threads.runBlocks });
      threads.close();
      expect(there.figures).toEqual(here.figures);
      expect(there.run.trials).toBe(here.run.trials);
      expect(there.run.column('npv')).toEqual(here.run.column('npv'));
    }
  });

  it('tell of a thread that cannot start', async () => {
    const opened = openDocument(PLANT);
    if (!opened.ok) throw new Error('refused');
    const options = { trials: 512 };
    const missing = pathToFileURL(join(folder, 'missing.mjs'));
    const threads = openBlockThreads(opened.value, options, { workers: 1, script: missing });
    await expect(threads.runBlocks(opened.value.startTrials(options), 0, 1)).rejects.toThrow(/missing\.mjs/);
    threads.close();
  });
});
