import type { CompiledScenario, TrialsOptions } from '../types';
import { BLOCK_TRIALS } from '../types';

/** Values of a column in every trial of a run, straight from its blocks. */
export function runColumns(scenario: CompiledScenario, options: TrialsOptions): (column: number) => Float64Array {
  const run = scenario.startTrials(options);
  const blocks: Float64Array[] = [];
  for (let block = 0; block < run.blocks; block++) {
    run.runBlock(block);
    blocks.push(new Float64Array(run.takeBlock(block).buffers[0]!));
  }
  return (column) => {
    const values = new Float64Array(run.trials);
    blocks.forEach((block, b) => {
      const count = Math.min(BLOCK_TRIALS, run.trials - b * BLOCK_TRIALS);
      values.set(block.subarray(column * BLOCK_TRIALS, column * BLOCK_TRIALS + count), b * BLOCK_TRIALS);
    });
    return values;
  };
}

const PROBABILITIES: Readonly<Record<string, number>> = {
  P5: 0.05,
  P10: 0.1,
  P25: 0.25,
  P50: 0.5,
  P75: 0.75,
  P90: 0.9,
  P95: 0.95,
};

/**
 * How far an expected percentile is from what our trials say, in combined standard errors of the probability: values
 * jump over shutdowns, so a percentile's value can be far off where its probability is right. An atom counts as right
 * when the probability lies within it.
 *
 * @param expected percentiles of `expectedTrials` trials, written with nine digits
 */
export function worstDistance(
  values: Float64Array,
  expected: Readonly<Record<string, unknown>>,
  expectedTrials: number,
): number {
  let worst = 0;
  for (const [name, p] of Object.entries(PROBABILITIES)) {
    const written = expected[name];
    const percentile = written === 'never' ? Number.POSITIVE_INFINITY : (written as number);
    const slack = Number.isFinite(percentile) ? 1e-7 * Math.max(1e-3, Math.abs(percentile)) : 0;
    let below = 0;
    let upTo = 0;
    for (const value of values) {
      if (value < percentile - slack) below++;
      if (value <= percentile + slack) upTo++;
    }
    const error = Math.sqrt(p * (1 - p) * (1 / values.length + 1 / expectedTrials));
    const miss = Math.max(0, below / values.length - p, p - upTo / values.length);
    worst = Math.max(worst, miss / error);
  }
  return worst;
}
