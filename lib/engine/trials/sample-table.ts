import { BLOCK_TRIALS } from '../types';

/** The blocks of a run that are done, from the first one on without a gap. */
export interface SampleTable {
  readonly blocks: readonly Float64Array[];
  /** Trials in the blocks. */
  readonly count: number;
}

/** out[trial] = the column's value, for all trials. */
export function readColumn(table: SampleTable, column: number, out: Float64Array): Float64Array {
  const at = column * BLOCK_TRIALS;
  for (let block = 0; block < table.blocks.length; block++) {
    const from = block * BLOCK_TRIALS;
    const trials = Math.min(BLOCK_TRIALS, table.count - from);
    out.set(table.blocks[block]!.subarray(at, at + trials), from);
  }
  return out;
}

/** A sum over all blocks, in order of the blocks: the same bits whoever ran them. */
export function sumOverBlocks(table: SampleTable, offset: number): number {
  let sum = 0;
  for (const block of table.blocks) sum += block[offset]!;
  return sum;
}
