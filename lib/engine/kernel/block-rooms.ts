import { BLOCK_TRIALS } from '../types';
import type { KernelInstance } from './kernel-instance';

/** What rooms for blocks may take of the kernel's memory, 16 MB each for a scenario of a common size; one there always is. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The blocks of a run: how many, how many are here at a time, the columns of each, all its numbers (columns, then sums). */
export interface RunBlocks {
  readonly count: number;
  readonly atATime: number;
  readonly columns: number;
  readonly size: number;
}

/** Room for the blocks of a run in the kernel's memory. */
export interface BlockRooms {
  /** Room for a block of so many trials, its sums 0; its columns too, or where `isUsed`, what an earlier block has left. */
  open(trials: number): Float64Array;
  /** Its columns have to be written whole, zeros too. */
  isUsed(block: Float64Array): boolean;
  /** Where a block that is done stays: the last room is cleared for the next block, if there are more to come. */
  settle(block: Float64Array): Float64Array;
  /** A block as an array with a buffer of its own; its room is free again. */
  takeOut(block: Float64Array): Float64Array;
  /** A block's room is free again, if it has one here. */
  discard(block: Float64Array): void;
}

/** @throws RangeError where the memory cannot grow */
export function blockRooms(
  { exports, allocate, isUsed }: KernelInstance,
  { count, atATime, columns, size }: RunBlocks,
): BlockRooms {
  const most = Math.max(1, Math.floor(MOST_BYTES / (8 * size)));
  const addresses = Array.from({ length: Math.min(count, atATime, most) }, () => allocate(8 * size));
  const isRoomForAll = addresses.length >= count;
  const { buffer } = exports.memory;
  const free: Float64Array[] = addresses.map((at) => new Float64Array(buffer, at, size)).reverse();
  const used = new Set<Float64Array>(free.filter((block) => isUsed(block.byteOffset)));
  function discard(block: Float64Array): void {
    if (block.buffer !== buffer) return;
    free.push(block);
    used.add(block);
  }
  function takeOut(block: Float64Array): Float64Array {
    if (block.buffer !== buffer) return block;
    discard(block);
    return block.slice();
  }
  return {
    open(trials) {
      const block = free.pop();
      if (block === undefined) throw new RangeError('Every room is taken.');
      // Where trials are missing at the end, their places are not written.
      if (used.has(block)) block.fill(0, trials < BLOCK_TRIALS ? 0 : columns * BLOCK_TRIALS);
      return block;
    },
    isUsed: (block) => used.has(block),
    settle: (block) => (free.length === 0 && !isRoomForAll ? takeOut(block) : block),
    takeOut,
    discard,
  };
}
