import { openScenario } from '../../engine/run-scenario';
import { peakMegabytes } from '../clock';
import { referenceDocument } from '../reference';
import { type BenchTable, digits } from '../table';
import { TRIALS } from './trials';

/** Peak memory of one run, in a process that does nothing else. */
export function memoryPart(): BenchTable {
  const { document, hash } = referenceDocument();
  const before = peakMegabytes();
  const scenario = openScenario(document, { documentHash: hash });
  const run = scenario.startTrials({ trials: TRIALS, seed: 1 });
  for (let block = 0; block < run.blocks; block++) run.runBlock(block);
  const simulated = peakMegabytes();
  run.results();
  return {
    title: `Peak memory of ${digits(TRIALS, 5)} trials of Reference`,
    head: ['after', 'MB'],
    rows: [
      ['the program is loaded', digits(before)],
      ['the trials have run', digits(simulated)],
      ['all results are made', digits(peakMegabytes())],
    ],
    notes: ['Largest resident set of the whole process, Node included; one thread.'],
  };
}
