import { createHash } from 'node:crypto';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';

interface Request {
  readonly index: number;
  readonly sampling: 'latin-hypercube' | 'monte-carlo';
  readonly trials: number;
  /** Blocks from the last to the first. */
  readonly backwards: boolean;
}
type Compute = (request: Request) => string;

/** The plan and the trials of a reference scenario, as text. */
const COMPUTE = `
import { openScenario } from './lib/engine/run-scenario';
import { futureToInterchange, trialsToInterchange } from './lib/engine/results/to-interchange';
import { referenceScenarios } from './lib/scenario/reference';
globalThis.computeReference = ({ index, sampling, trials, backwards }) => {
  const scenario = openScenario(referenceScenarios[index].document, { documentHash: '' });
  const run = scenario.startTrials({ trials, seed: 11, sampling });
  for (let i = 0; i < run.blocks; i++) run.runBlock(backwards ? run.blocks - 1 - i : i);
  return JSON.stringify([futureToInterchange(scenario.runPlan()), trialsToInterchange(run.results())]);
};`;
/** In a worker, as the product does. */
const SERVE = 'self.onmessage = ({ data }) => self.postMessage(self.computeReference(data));';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

async function bundled(): Promise<string> {
  const built = await build({
    stdin: { contents: COMPUTE, resolveDir: path.resolve('.'), loader: 'ts' },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
  });
  return built.outputFiles[0]!.text;
}

test('a browser computes the bytes that Node computes, whichever order the blocks come in', async ({ page }) => {
  test.setTimeout(180_000);
  const code = await bundled();
  runInThisContext(code);
  const here = (globalThis as unknown as { computeReference: Compute }).computeReference;
  for (const [index, sampling] of [
    [0, 'latin-hypercube'],
    [1, 'monte-carlo'],
    [2, 'latin-hypercube'],
  ] as const) {
    const request = { index, sampling, trials: 1300, backwards: true };
    const there = await page.evaluate(
      ({ code, request }) =>
        new Promise<string>((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
          worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(request);
        }),
      { code: code + SERVE, request },
    );
    expect(there.length).toBeGreaterThan(100_000);
    expect(digest(there), `reference scenario ${index}`).toBe(digest(here({ ...request, backwards: false })));
  }
});
