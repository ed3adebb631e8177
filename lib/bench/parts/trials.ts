import { compileScenario } from '../../engine/compile/compile-scenario';
import type { Model } from '../../engine/compile/model';
import { createStatisticsScratch } from '../../engine/results/statistics';
import { monthFans, type RunRecord } from '../../engine/results/trials-result';
import { createBlockInputs, drawBlock, openStreams } from '../../engine/scale-up/load-inputs';
import { createTrialState, type TrialState } from '../../engine/scale-up/trial-state';
import { blockLayout } from '../../engine/trials/block-layout';
import { furtherMeasures } from '../../engine/trials/measures';
import { startTrials } from '../../engine/trials/start-trials';
import type { TrialsRun } from '../../engine/types';
import { timed, withUnit } from '../clock';
import { referenceDocument, sizeInWords } from '../reference';
import { median } from '../spread';
import { type BenchTable, digits } from '../table';

export const TRIALS = 10_000;
const SEED = 1;

interface Round {
  readonly draws: number;
  readonly simulation: number;
  readonly fans: number;
  readonly rest: number;
}

/** 10,000 trials of Reference on one core, told apart by what they do. */
export async function trialsPart(quick: boolean): Promise<BenchTable> {
  const { document, hash } = referenceDocument();
  const model = compileScenario(document, hash);
  const state = createTrialState(model);
  const { unit, measured } = await withUnit(() => {
    oneRound(model, state, 1024);
    return Array.from({ length: quick ? 2 : 5 }, () => oneRound(model, state, TRIALS));
  });
  const middle = (pick: (round: Round) => number) => median(measured.map(pick));
  const row = (name: string, ms: number) => [name, digits(ms), digits(ms / unit), digits((TRIALS / ms) * 1000)];
  return {
    title: `${digits(TRIALS, 5)} trials of Reference on one core`,
    head: ['part', 'ms', 'T', 'trials/s'],
    rows: [
      row(
        'draws and quantiles',
        middle((r) => r.draws),
      ),
      row(
        'simulation',
        middle((r) => r.simulation),
      ),
      row(
        'fans by month',
        middle((r) => r.fans),
      ),
      row(
        'these three',
        middle((r) => r.draws + r.simulation + r.fans),
      ),
      row(
        'the rest of the results',
        middle((r) => r.rest),
      ),
      row(
        'all of it',
        middle((r) => r.draws + r.simulation + r.fans + r.rest),
      ),
    ],
    notes: [
      `Reference: ${sizeInWords(document, model.months.count)}; ${model.slots.drawn.length} inputs that vary. T = ${digits(unit)} ms.`,
      'Simulation: timeline with its driving path, lines, funding, supply, market and money of every month, and keeping their numbers. Fans: seven percentiles and the mean of every monthly series. The rest: sampling errors, dates and figures of tasks, targets and joint confidence, sensitivity of every output to every input.',
      'Not in: reading, validating and compiling the document (see the first redraw).',
    ],
  };
}

function oneRound(model: Model, state: TrialState, trials: number): Round {
  const run = startTrials(model, state, { trials, seed: SEED, sensitivity: 'all' });
  const inputs = createBlockInputs(model);
  const streams = openStreams(model, SEED, 'latin-hypercube');
  const draws = timed(() => {
    for (let block = 0; block < run.blocks; block++) drawBlock(model, streams, block, inputs);
  });
  const blocks = timed(() => {
    for (let block = 0; block < run.blocks; block++) run.runBlock(block);
  });
  const record = recordOf(model, state, run);
  const scratch = createStatisticsScratch(trials);
  const values = new Float64Array(trials);
  const fans = timed(() => void monthFans(record, scratch, values));
  const results = timed(() => void run.results());
  return { draws, simulation: blocks - draws, fans, rest: results - fans };
}

/** The run as its statistics see it, without the sampling errors of the fans. */
function recordOf(model: Model, state: TrialState, run: TrialsRun): RunRecord {
  const further = furtherMeasures(model, []);
  const blocks = Array.from({ length: run.blocks }, (_, block) => {
    const samples = run.takeBlock(block);
    run.addBlock(samples);
    return new Float64Array(samples.buffers[0]!);
  });
  return {
    model,
    layout: blockLayout(model, state.layout, model.targets.length),
    table: { blocks, count: run.trials },
    seed: SEED,
    sampling: 'latin-hypercube',
    complete: false,
    sensitivity: [],
    further,
    samples: false,
  };
}
