import type { Sampling } from '../../scenario/document';
import { BLOCK_TRIALS } from '../types';
import { keyOf, threefry } from './threefry';

/**
 * The draws of one input. A draw is a function of (seed, path, trial) and nothing else, so that scenarios which share
 * an input share its draws, a preview is the beginning of the full run, and one trial can be replayed alone.
 *
 * `latin-hypercube`: in each block of 512 trials one draw in each of 512 equal strata, in random order and at a random
 * place in its stratum, keyed by (seed, path, block). `monte-carlo`: a keyed hash of the trial's number.
 */
export interface DrawStream {
  /** The draw of one trial, counted from 0; strictly between 0 and 1. The same bits as `fillBlock` gives. */
  at(trial: number): number;
  /** out[offset + i] = draw of trial 512 * block + i, for i = 0 .. 511. */
  fillBlock(block: number, out: Float64Array, offset?: number): void;
}

/** Words that keep the uses of one key apart. */
const MONTE_CARLO = 0x6d6f6e74;
const PERMUTATION = 0x7065726d;

/** @example drawStream(1, 'tasks/test/duration', 'latin-hypercube').at(0) */
export function drawStream(seed: number, path: string, sampling: Sampling): DrawStream {
  const { key0, key1 } = keyOf(seed, path);
  return sampling === 'monte-carlo' ? plainStream(key0, key1) : hypercubeStream(key0, key1);
}

function plainStream(key0: number, key1: number): DrawStream {
  const words = new Uint32Array(2);
  function at(trial: number): number {
    threefry(key0, key1, trial, MONTE_CARLO, words);
    // 52 bits and a half: the ends 0 and 1 cannot be reached, and every value is exact.
    return (words[0]! * 1048576 + (words[1]! >>> 12) + 0.5) / 4503599627370496;
  }
  function fillBlock(block: number, out: Float64Array, offset = 0): void {
    const first = block * BLOCK_TRIALS;
    for (let i = 0; i < BLOCK_TRIALS; i += 1) out[offset + i] = at(first + i);
  }
  return { at, fillBlock };
}

function hypercubeStream(key0: number, key1: number): DrawStream {
  const words = new Uint32Array(2);
  let heldBlock = -1;
  let held: Float64Array | undefined;

  function fillBlock(block: number, out: Float64Array, offset = 0): void {
    threefry(key0, key1, block, PERMUTATION, words);
    const word0 = words[0]! | 0;
    const word1 = words[1]! | 0;
    threefry(key0, key1, block, PERMUTATION + 1, words);
    fillHypercube(word0, word1, words[0]! | 0, out, offset);
  }
  function at(trial: number): number {
    const block = Math.floor(trial / BLOCK_TRIALS);
    if (held === undefined || block !== heldBlock) {
      held ??= new Float64Array(BLOCK_TRIALS);
      fillBlock(block, held);
      heldBlock = block;
    }
    return held[trial - block * BLOCK_TRIALS]!;
  }
  return { at, fillBlock };
}

/**
 * One block of a hypercube from a 96-bit seed. Within the block the generator is sfc32 (C. Doty-Humphrey, PractRand
 * 2014): additions, shifts and a counter. Long and plain because it is hot: a shuffle (Durstenfeld 1964) built as it
 * goes, and a place in the stratum of 32 bits and a half.
 */
function fillHypercube(seed0: number, seed1: number, seed2: number, out: Float64Array, offset: number): void {
  let a = seed0;
  let b = seed1;
  let c = seed2;
  let counter = 1;
  // The generator's author asks for so many rounds before the first number.
  for (let i = 0; i < 15; i += 1) {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
  }
  for (let i = 0; i < BLOCK_TRIALS; i += 1) {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    // A place among the i + 1 so far, uniform to 2^-23.
    const place = Math.floor((sum >>> 0) * (i + 1) * 2.3283064365386963e-10);
    out[offset + i] = out[offset + place]!;
    out[offset + place] = i;
  }
  for (let i = 0; i < BLOCK_TRIALS; i += 1) {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    out[offset + i] = (out[offset + i]! + ((sum >>> 0) + 0.5) * 2.3283064365386963e-10) / BLOCK_TRIALS;
  }
}
