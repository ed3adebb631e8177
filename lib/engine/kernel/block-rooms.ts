import type { KernelInstance } from './kernel-instance';

/** Blocks that find room in the kernel's memory, 17 MB each for a large scenario; the system gives what is touched. */
const MOST_ROOMS = 32;

/** Room for the blocks of a run in the kernel's memory. */
export interface BlockRooms {
  /** An array of zeros. */
  open(): Float64Array;
  /** Its address in the kernel's memory. */
  addressOf(block: Float64Array): number;
  /** Where a block that is done stays: the last room is cleared for the next block. */
  settle(block: Float64Array): Float64Array;
  /** A block as an array with a buffer of its own; its room is free again. */
  takeOut(block: Float64Array): Float64Array;
}

/**
 * @param blocks a run has so many blocks of so many numbers
 * @throws RangeError where the memory cannot grow
 */
export function blockRooms(
  { exports, allocate }: KernelInstance,
  { count, size }: { readonly count: number; readonly size: number },
): BlockRooms {
  const addresses = Array.from({ length: Math.min(count, MOST_ROOMS) }, () => allocate(8 * size, true));
  const { buffer } = exports.memory;
  const free: Float64Array[] = addresses.map((at) => new Float64Array(buffer, at, size)).reverse();
  const used = new Set<Float64Array>();
  function takeOut(block: Float64Array): Float64Array {
    if (block.buffer !== buffer) return block;
    free.push(block);
    return block.slice();
  }
  return {
    open() {
      const block = free.pop();
      if (block === undefined) throw new RangeError('Every room is taken.');
      if (used.has(block)) block.fill(0);
      used.add(block);
      return block;
    },
    addressOf: (block) => block.byteOffset,
    settle: (block) => (free.length === 0 ? takeOut(block) : block),
    takeOut,
  };
}
