import type { Sampling } from '../../scenario/document';
import type { Model } from '../compile/model';
import type { QuantitySampler } from '../distributions/quantity-sampler';
import { BLOCK_TRIALS } from '../types';
import { type BlockInputs, drawBlock, openStreams } from './load-inputs';

/** The first block of the last run of this thread. */
interface KeptBlock {
  /** What its draws depend on. */
  readonly key: string;
  readonly draws: readonly Float64Array[];
  /** Of quantities: the sampler of each row and what it made of the draws; null elsewhere. */
  readonly made: ({ readonly sampler: QuantitySampler; readonly values: Float64Array } | null)[];
}

let kept: KeptBlock | null = null;

/** What the draws of a first block depend on. */
function firstBlockKey(model: Model, seed: number, sampling: Sampling): string {
  const correlations = JSON.stringify(model.document.correlations ?? []);
  return [seed, sampling, correlations, ...model.slots.drawn.map(({ path }) => path)].join('\n');
}

/**
 * Draws the first block, which everybody waits for, as `drawBlock` does, to the same bits. Edit after edit its draws are
 * the same and most quantities are too: what the run before has drawn is taken over.
 *
 * @returns what the draws depend on
 */
export function drawFirstBlock(model: Model, seed: number, sampling: Sampling, out: BlockInputs): string {
  const { drawn } = model.slots;
  const key = firstBlockKey(model, seed, sampling);
  if (kept === null || kept.key !== key) {
    drawBlock(model, openStreams(model, seed, sampling), 0, out);
    kept = {
      key,
      draws: out.draws.map((row) => row.slice()),
      made: drawn.map((input, row) =>
        input.kind === 'quantity' ? { sampler: input.sampler, values: out.values[row]!.slice() } : null,
      ),
    };
    return key;
  }
  const { draws, made } = kept;
  drawn.forEach((input, row) => {
    out.draws[row]!.set(draws[row]!);
    if (input.kind !== 'quantity') return;
    const before = made[row];
    if (before?.sampler === input.sampler) out.values[row]!.set(before.values);
    else {
      input.sampler.fill(draws[row]!, 0, BLOCK_TRIALS, out.values[row]!);
      made[row] = { sampler: input.sampler, values: out.values[row]!.slice() };
    }
  });
  return key;
}
