import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { futureToInterchange, type Json, trialsToInterchange } from '../engine/results/to-interchange';
import { ENGINE_VERSION } from '../engine/version';
import { runBlocks } from '../runner/block-pool';
import { openDocument } from '../runner/open';
import type { RunOptions } from './options';
import { readDraws, readJson } from './read-files';
import { samplesCsv } from './samples-csv';
import { tellErrors } from './tell-errors';
import type { Terminal } from './terminal';

/** `rampline run`: results on stdout. Returns the exit code. */
export async function runCommand(options: RunOptions, terminal: Terminal, script: URL): Promise<number> {
  const read = readJson(options.file);
  const opened = read.ok ? openDocument(read.value) : read;
  if (!opened.ok) {
    tellErrors(opened.errors, options.json ? null : options.file, terminal);
    return 1;
  }
  const scenario = opened.value;
  const print = (value: Json) => terminal.out(`${JSON.stringify(value)}\n`);
  if (options.deterministic) {
    print(futureToInterchange(scenario.runPlan()));
    return 0;
  }
  if (options.draws !== undefined) {
    const results = scenario.runDraws(readDraws(options.draws)).map(futureToInterchange);
    print({ mode: 'draws', engineVersion: ENGINE_VERSION, documentHash: scenario.documentHash, results });
    return 0;
  }
  const { trials, seed, sampling } = options;
  const run = await runBlocks(
    scenario,
    { trials, seed, sampling, sensitivity: 'all', fanErrors: true, samples: options.samples !== undefined },
    { workers: options.workers ?? availableParallelism(), script },
  );
  const results = run.results();
  if (options.samples !== undefined) {
    writeFileSync(options.samples, samplesCsv(results.samples ?? {}));
  }
  print(trialsToInterchange(results));
  return 0;
}
