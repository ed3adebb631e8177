import { openScenario } from '../../engine/run-scenario';
import { makeBrief } from '../../exports/pdf/make-brief';
import { buildReport } from '../../exports/report/build-report';
import { peakMegabytes, waited } from '../clock';
import { referenceDocument } from '../reference';
import { median } from '../spread';
import { type BenchTable, digits } from '../table';

/** The brief as PDF from results that are there. */
export function briefPart(quick: boolean): BenchTable {
  const { document, hash } = referenceDocument();
  const scenario = openScenario(document, { documentHash: hash });
  const run = scenario.startTrials({ trials: 2048, seed: 1, samples: true, sensitivity: ['sop'] });
  for (let block = 0; block < run.blocks; block++) run.runBlock(block);
  const input = {
    document,
    plan: scenario.runPlan(),
    trials: run.results(),
    version: null,
    author: 'Bench',
    date: '2026-01-01',
  };
  let bytes = 0;
  const make = () =>
    waited(() => {
      bytes = makeBrief(buildReport(input), document).length;
    });
  const first = make();
  const later = median(Array.from({ length: quick ? 3 : 9 }, make));
  return {
    title: 'The brief of Reference as PDF',
    head: ['brief', 'ms', 'kB', 'peak MB of the process'],
    rows: [
      ['the first, with fonts', digits(first), digits(bytes / 1000), ''],
      ['those after it', digits(later), digits(bytes / 1000), digits(peakMegabytes())],
    ],
    notes: ['From results to bytes: sentences, tables, vector charts, typesetting. Not in: the trials.'],
  };
}
