import { BLOCK_TRIALS } from '../types';

/**
 * Brings a group's trials from `stage` to the columns of a block, from `trial` on. Hot. Columns lie far apart: eight at a
 * time, one cache line of each trial's row is read once and written to eight columns. A block begins as zeros, and what
 * stays zero is not written: before the first sales that is much of it, and the system gives such memory only when
 * it is touched.
 */
export function writeGroup(
  columns: number,
  stage: Float64Array,
  block: Float64Array,
  trial: number,
  count: number,
): void {
  let column = 0;
  for (; column + 7 < columns; column += 8) {
    if (isZero(stage, column, columns, count)) continue;
    const to = column * BLOCK_TRIALS + trial;
    for (let i = 0; i < count; i++) {
      const from = i * columns + column;
      const at = to + i;
      block[at] = stage[from]!;
      block[at + BLOCK_TRIALS] = stage[from + 1]!;
      block[at + 2 * BLOCK_TRIALS] = stage[from + 2]!;
      block[at + 3 * BLOCK_TRIALS] = stage[from + 3]!;
      block[at + 4 * BLOCK_TRIALS] = stage[from + 4]!;
      block[at + 5 * BLOCK_TRIALS] = stage[from + 5]!;
      block[at + 6 * BLOCK_TRIALS] = stage[from + 6]!;
      block[at + 7 * BLOCK_TRIALS] = stage[from + 7]!;
    }
  }
  for (; column < columns; column++) {
    for (let i = 0; i < count; i++) block[column * BLOCK_TRIALS + trial + i] = stage[i * columns + column]!;
  }
}

/** Whether eight columns are 0 in all trials of a group. */
function isZero(stage: Float64Array, column: number, columns: number, count: number): boolean {
  for (let i = 0; i < count; i++) {
    const at = i * columns + column;
    // -0 is no zero here: every bit is kept.
    for (let c = at; c < at + 8; c++) if (!Object.is(stage[c], 0)) return false;
  }
  return true;
}
