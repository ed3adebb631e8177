import { compileScenario } from '../../engine/compile/compile-scenario';
import type { Model } from '../../engine/compile/model';
import { monthFans } from '../../engine/results/fans';
import { createStatisticsScratch } from '../../engine/results/statistics';
import type { RunRecord } from '../../engine/results/trials-result';
import { createTrialState } from '../../engine/scale-up/create-trial-state';
import { createBlockInputs, drawBlock, openStreams } from '../../engine/scale-up/load-inputs';
import type { TrialState } from '../../engine/scale-up/trial-state';
import { blockLayout } from '../../engine/trials/block-layout';
import { furtherMeasures } from '../../engine/trials/measures';
import { startTrials } from '../../engine/trials/start-trials';
import type { TrialsRun } from '../../engine/types';
import { inRounds, medians, timed } from '../clock';
import { referenceDocument, sizeInWords } from '../reference';
import { type BenchTable, digits } from '../table';

export const TRIALS = 10_000;
const SEED = 1;

interface Times {
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
  oneRound(model, state, 1024);
  const rounds = await inRounds(quick ? 2 : 5, () => oneRound(model, state, TRIALS));
  const row = (name: string, pick: (times: Times) => number) => {
    const { ms, inUnits } = medians(rounds, pick);
    return [name, digits(ms), digits(inUnits), digits((TRIALS / ms) * 1000)];
  };
  return {
    title: `${digits(TRIALS, 5)} trials of Reference on one core`,
    head: ['part', 'ms', 'T', 'trials/s'],
    rows: [
      row('draws and quantiles', (t) => t.draws),
      row('simulation', (t) => t.simulation),
      row('fans by month', (t) => t.fans),
      row('these three', (t) => t.draws + t.simulation + t.fans),
      row('the rest of the results', (t) => t.rest),
      row('all of it', (t) => t.draws + t.simulation + t.fans + t.rest),
    ],
    notes: [
      `Reference: ${sizeInWords(document, model.months.count)}; ${model.slots.drawn.length} inputs that vary.`,
      'Simulation: timeline with its driving path, lines, funding, supply, market and money of every month, and keeping their numbers. Fans: seven percentiles and the mean of every monthly series. The rest: sampling errors, dates and figures of tasks, targets and joint confidence, sensitivity of every output to every input.',
      'Not in: reading, validating and compiling the document (see the first redraw).',
    ],
  };
}

function oneRound(model: Model, state: TrialState, trials: number): Times {
  const run = startTrials(model, state, { trials, seed: SEED, sensitivity: 'all', fanErrors: true });
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
  const fans = timed(() => void monthFans(record, scratch));
  const results = timed(() => void run.results());
  run.release();
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
  const layout = blockLayout(model, state.layout, model.targets.length);
  return {
    model,
    layout,
    told: layout.series,
    table: { blocks, count: run.trials },
    seed: SEED,
    sampling: 'latin-hypercube',
    complete: false,
    fanErrors: false,
    sensitivity: [],
    further,
    samples: false,
  };
}
