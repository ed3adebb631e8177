/**
 * Threefry-2x32 with 20 rounds: 64 bits that look random, as a function of a 64-bit key and a 64-bit counter. Nothing
 * but additions, rotations and exclusive ors of 32-bit words, so every machine agrees.
 *
 * Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011).
 */
const PARITY = 0x1bd11bda;

/** Writes the two words that belong to (key0, key1) and (counter0, counter1) into out[0] and out[1], unsigned. */
export function threefry(key0: number, key1: number, counter0: number, counter1: number, out: Uint32Array): void {
  const key2 = PARITY ^ key0 ^ key1;
  let x0 = (counter0 + key0) | 0;
  let x1 = (counter1 + key1) | 0;
  for (let round = 0; round < 5; round += 1) {
    const odd = round & 1;
    x0 = (x0 + x1) | 0;
    x1 = odd ? (x1 << 17) | (x1 >>> 15) : (x1 << 13) | (x1 >>> 19);
    x1 ^= x0;
    x0 = (x0 + x1) | 0;
    x1 = odd ? (x1 << 29) | (x1 >>> 3) : (x1 << 15) | (x1 >>> 17);
    x1 ^= x0;
    x0 = (x0 + x1) | 0;
    x1 = odd ? (x1 << 16) | (x1 >>> 16) : (x1 << 26) | (x1 >>> 6);
    x1 ^= x0;
    x0 = (x0 + x1) | 0;
    x1 = odd ? (x1 << 24) | (x1 >>> 8) : (x1 << 6) | (x1 >>> 26);
    x1 ^= x0;
    const first = round % 3;
    x0 = (x0 + (first === 0 ? key1 : first === 1 ? key2 : key0)) | 0;
    x1 = (x1 + (first === 0 ? key2 : first === 1 ? key0 : key1) + round + 1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
}

/** The 64-bit key of a seed and a path: their words absorbed one pair at a time, the length last. */
export function keyOf(seed: number, path: string): { readonly key0: number; readonly key1: number } {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is an integer, not ${seed}`);
  const state = new Uint32Array(2);
  threefry(0, 0, seed >>> 0, Math.floor(seed / 4294967296) >>> 0, state);
  for (let i = 0; i < path.length; i += 4) {
    absorb(state, pairOfUnits(path, i), pairOfUnits(path, i + 2));
  }
  absorb(state, path.length, 0);
  return { key0: state[0]! | 0, key1: state[1]! | 0 };
}

function pairOfUnits(path: string, i: number): number {
  const first = i < path.length ? path.charCodeAt(i) : 0;
  const second = i + 1 < path.length ? path.charCodeAt(i + 1) : 0;
  return (first << 16) | second;
}

/** One step of Matyas, Meyer and Oseas: the state is the key, the message is enciphered and added to itself. */
function absorb(state: Uint32Array, word0: number, word1: number): void {
  threefry(state[0]! | 0, state[1]! | 0, word0, word1, state);
  state[0] = state[0]! ^ word0;
  state[1] = state[1]! ^ word1;
}
