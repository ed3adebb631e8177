import { trialNearPercentile } from '../engine/insight/trial-near-percentile';
import { futureToInterchange } from '../engine/results/to-interchange';
import { type Bench, EXIT, insightWords, openFile, threadLaboratory } from './insight-options';
import { UsageError, wholeNumber } from './options';
import { jsonLine } from './show';

const OWN = { number: { type: 'string' }, near: { type: 'string' } } as const;

/** `rampline trial FILE`: one future of the run in full, by its number or near a percentile of an output. */
export async function trialCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'trial', OWN);
  const number = wholeNumber('--number', given.text('number'), 0, 10_000_000);
  const near = given.text('near');
  if ((number === undefined) === (near === undefined)) throw new UsageError('"trial" needs --number or --near.');
  const wanted = near === undefined ? null : percentileOf(near);
  const scenario = openFile(given.files[0]!, given.json, bench.terminal);
  if (scenario === null) return EXIT.refused;
  let trial = number ?? 0;
  let found = {};
  if (wanted !== null) {
    const run = await threadLaboratory(given, bench).run(scenario, { ...given.draws, samples: [wanted.output] });
    const values = run.column(wanted.output);
    if (values === null) throw new UsageError(`the scenario has no output "${wanted.output}".`);
    const nearest = trialNearPercentile(values, wanted.probability);
    if (nearest === null) throw new UsageError(`in no trial is there a value of "${wanted.output}".`);
    trial = nearest.trial;
    found = { near: { ...wanted, percentile: nearest.percentile, value: nearest.value } };
  }
  const future = scenario.replayTrial(trial, given.draws);
  bench.terminal.out(jsonLine({ trial, ...found, ...(futureToInterchange(future) as object) }));
  return EXIT.well;
}

/** `sop:P80`. */
function percentileOf(text: string): { output: string; probability: number } {
  const match = /^(.+):P(\d{1,2}(?:\.\d+)?)$/.exec(text);
  if (match === null) throw new UsageError(`--near is "${text}"; it must be like sop:P80 (output, percentile).`);
  return { output: match[1]!, probability: Number(match[2]) / 100 };
}
