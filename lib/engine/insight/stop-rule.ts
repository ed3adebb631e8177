import { chanceError } from '../results/chance-errors';
import { BLOCK_TRIALS, type CompiledScenario, type TrialsOptions, type TrialsRun } from '../types';
import { FEWEST_BLOCKS, statisticsWhere } from './block-errors';
import { type Figure, figureColumn, figureOf } from './figure';

/** A figure and the standard error to which it shall be known, in its own unit (days, money, share). */
export interface Precision extends Figure {
  readonly error: number;
}

export interface KnownFigure extends Precision {
  /** Infinity where it is never. */
  readonly value: number;
  /** The error reached; null where it cannot be told (never in some block, or too few blocks). */
  readonly reached: number | null;
  readonly known: boolean;
}

export interface StoppedRun {
  /** A run of exactly the trials that were needed: the same bytes as if that number had been asked for. */
  readonly run: TrialsRun;
  readonly figures: readonly KnownFigure[];
  /** Whether all figures are known; false: the most trials allowed were not enough. */
  readonly known: boolean;
}

export interface StopRule extends Pick<TrialsOptions, 'seed' | 'sampling' | 'sensitivity'> {
  readonly figures: readonly Precision[];
  /** At most so many trials, rounded up to whole blocks; at least 8 blocks run. */
  readonly mostTrials: number;
  /** Runs blocks [from, to) of a run; default: here, one after the other. Threads may share them out. */
  readonly runBlocks?: (run: TrialsRun, from: number, to: number) => Promise<void>;
}

/** The rule looks after 8 blocks and then after every 4: places fixed beforehand, whoever runs the blocks. */
const LOOK_EVERY = 4;

async function runBlocksHere(run: TrialsRun, from: number, to: number): Promise<void> {
  for (let block = from; block < to; block++) run.runBlock(block);
}

/** The options with which the rule starts its run: threads that run its blocks are opened with the same. */
export function stopRuleOptions({ figures, mostTrials, seed, sampling, sensitivity }: StopRule): TrialsOptions {
  const blocks = Math.max(FEWEST_BLOCKS, Math.ceil(mostTrials / BLOCK_TRIALS));
  return { trials: blocks * BLOCK_TRIALS, seed, sampling, sensitivity, samples: figures.map(({ output }) => output) };
}

/**
 * Runs a scenario until the chosen figures are known to a chosen standard error: whole blocks, whose own statistics give
 * the error, looked at after 8, 12, 16 ... blocks. As the places are fixed, the answer does not depend on the number of
 * workers. Looking often and stopping at the first good look flatters the error a little (a few per cent at 8 blocks).
 *
 * @throws RangeError for a figure that the scenario does not have
 */
export async function runUntilKnown(scenario: CompiledScenario, rule: StopRule): Promise<StoppedRun> {
  const { figures, runBlocks = runBlocksHere } = rule;
  const options = stopRuleOptions(rule);
  const run = scenario.startTrials(options);
  const mostBlocks = run.blocks;
  let done = 0;
  let next = FEWEST_BLOCKS;
  for (;;) {
    await runBlocks(run, done, next);
    done = next;
    const known = figures.map((figure) => knownFigure(run, figure));
    const all = known.every((figure) => figure.known);
    if (all || done >= mostBlocks) return { run: cut(scenario, run, options, done), figures: known, known: all };
    next = Math.min(mostBlocks, done + LOOK_EVERY);
  }
}

/** What a run tells of a figure so far. */
export function knownFigure(run: TrialsRun, precision: Precision): KnownFigure {
  const values = figureColumn(run, precision);
  if (values === null) throw new RangeError(`The scenario has no output "${precision.output}".`);
  const { statistic, error } = precision;
  const value = figureOf(values, statistic);
  const reached = statistic === 'probability' ? chanceError(values) : (statisticsWhere(values).se?.[statistic] ?? null);
  return { ...precision, value, reached, known: reached !== null && reached <= error };
}

/** The same blocks as a run of their number. */
function cut(scenario: CompiledScenario, run: TrialsRun, options: TrialsOptions, blocks: number): TrialsRun {
  if (blocks === run.blocks) return run;
  const shorter = scenario.startTrials({ ...options, trials: blocks * BLOCK_TRIALS });
  for (let block = 0; block < blocks; block++) shorter.addBlock(run.takeBlock(block));
  return shorter;
}
