import { availableParallelism } from 'node:os';
import { openScenario } from '../../engine/run-scenario';
import { runBlocks } from '../../runner/block-pool';
import { referenceDocument } from '../reference';
import { median } from '../spread';
import { type BenchTable, digits } from '../table';
import { TRIALS } from './trials';

/** The same trials on one core and on all, with threads as the command line starts them. */
export async function coresPart(quick: boolean, script: URL): Promise<BenchTable> {
  const { document, hash } = referenceDocument();
  const scenario = openScenario(document, { documentHash: hash });
  const cores = availableParallelism();
  const counts = cores > 1 ? [1, cores] : [1];
  const rows: string[][] = [];
  let alone = Number.NaN;
  for (const workers of counts) {
    const clock: number[] = [];
    const processor: number[] = [];
    for (let round = 0; round < (quick ? 2 : 5); round++) {
      const start = performance.now();
      const before = process.cpuUsage();
      await runBlocks(scenario, { trials: TRIALS, seed: 1 }, { workers, script });
      const { user, system } = process.cpuUsage(before);
      clock.push(performance.now() - start);
      processor.push((user + system) / 1000);
    }
    const ms = median(clock);
    if (workers === 1) alone = ms;
    rows.push([
      String(workers),
      digits(ms),
      digits(median(processor)),
      digits((TRIALS / ms) * 1000),
      digits(alone / ms),
    ]);
  }
  return {
    title: `${digits(TRIALS, 5)} trials of Reference on all cores`,
    head: ['threads', 'ms on the clock', 'ms of all processors', 'trials/s', 'times as fast'],
    rows,
    notes: [
      'Draws and simulation, with starting the threads and bringing their blocks together; not the statistics. Tells something on a machine that does nothing else.',
      'The number of threads never changes a byte of the results.',
    ],
  };
}
