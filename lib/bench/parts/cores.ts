import { availableParallelism } from 'node:os';
import { openScenario } from '../../engine/run-scenario';
import { runBlocks } from '../../runner/block-pool';
import { withUnit } from '../clock';
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
  const { unit, measured } = await withUnit(async () => {
    const times: number[] = [];
    for (const workers of counts) {
      const rounds: number[] = [];
      for (let round = 0; round < (quick ? 2 : 5); round++) {
        const start = performance.now();
        await runBlocks(scenario, { trials: TRIALS, seed: 1 }, { workers, script });
        rounds.push(performance.now() - start);
      }
      times.push(median(rounds));
    }
    return times;
  });
  const alone = measured[0]!;
  return {
    title: `${digits(TRIALS, 5)} trials of Reference on all cores`,
    head: ['threads', 'ms', 'T', 'trials/s', 'times as fast'],
    rows: counts.map((count, i) => {
      const ms = measured[i]!;
      return [String(count), digits(ms), digits(ms / unit), digits((TRIALS / ms) * 1000), digits(alone / ms)];
    }),
    notes: [
      `Draws and simulation, with starting the threads and bringing their blocks together; not the statistics. On the clock. T = ${digits(unit)} ms, read on one core.`,
      'The number of threads never changes a byte of the results.',
    ],
  };
}
