import { BLOCK_TRIALS } from '../types';
import type { BlockLayout } from './block-layout';

/** Trials of a part: half a block, what one of two threads does of the block that is waited for. */
export const PART_TRIALS = BLOCK_TRIALS / 2;

/** Parts of a block. Sums are made part by part, then added: the same bits whoever ran them. */
export const PARTS = [0, 1] as const;
export type Part = (typeof PARTS)[number];

/**
 * A part of a block by itself: its trials of every column side by side, then its sums. `spent`: memory of an earlier part
 * that nobody reads any more; it is used where it has the size.
 */
export function extractPart(layout: BlockLayout, block: Float64Array, part: Part, spent?: ArrayBuffer): Float64Array {
  const { columns, firstSum, size } = layout;
  const length = columns * PART_TRIALS + size - firstSum;
  const out = spent?.byteLength === 8 * length ? new Float64Array(spent) : new Float64Array(length);
  for (let column = 0; column < columns; column++) {
    const from = column * BLOCK_TRIALS + part * PART_TRIALS;
    out.set(block.subarray(from, from + PART_TRIALS), column * PART_TRIALS);
  }
  out.set(block.subarray(firstSum), columns * PART_TRIALS);
  return out;
}

/** Puts a part that was extracted into its block, and adds its sums. */
export function insertPart(layout: BlockLayout, block: Float64Array, part: Part, samples: Float64Array): void {
  const { columns, firstSum } = layout;
  for (let column = 0; column < columns; column++) {
    const from = column * PART_TRIALS;
    block.set(samples.subarray(from, from + PART_TRIALS), column * BLOCK_TRIALS + part * PART_TRIALS);
  }
  addSums(block, firstSum, samples.subarray(columns * PART_TRIALS));
}

/** Adds sums to those of a block. */
export function addSums(block: Float64Array, firstSum: number, sums: Float64Array): void {
  for (let i = 0; i < sums.length; i++) block[firstSum + i]! += sums[i]!;
}
