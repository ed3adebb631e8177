import { sha256 } from '@noble/hashes/sha2.js';

type Hasher = ReturnType<typeof sha256.create>;

/** A stand of the computation is kept after every so many bytes. */
const STEP = 16_384;
/** Longer texts are not remembered. */
const MOST_BYTES = 4_000_000;

let last = new Uint8Array(0);
/** stands[k]: after k * STEP bytes of `last`. */
let stands: Hasher[] = [];

/**
 * The sha256 of a text in bytes. Documents follow each other with one number changed: what the text begins with as the
 * one before did is not computed again.
 *
 * @param bytes not to be changed afterwards
 */
export function sha256OfNext(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  if (bytes.length > MOST_BYTES) return sha256(bytes);
  const same = commonLength(last, bytes);
  stands = stands.slice(0, 1 + Math.floor(same / STEP));
  if (stands.length === 0) stands.push(sha256.create());
  last = bytes;
  const hasher = stands[stands.length - 1]!.clone();
  for (let from = (stands.length - 1) * STEP; ; from += STEP) {
    hasher.update(bytes.subarray(from, from + STEP));
    if (from + STEP > bytes.length) return hasher.digest();
    stands.push(hasher.clone());
  }
}

function commonLength(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  let i = 0;
  // Four bytes at a time, where the arrays begin where words do.
  if ((a.byteOffset | b.byteOffset) % 4 === 0) {
    const words = length >> 2;
    const [wordsOfA, wordsOfB] = [a, b].map(({ buffer, byteOffset }) => new Int32Array(buffer, byteOffset, words));
    while (i < words && wordsOfA![i] === wordsOfB![i]) i++;
    i *= 4;
  }
  while (i < length && a[i] === b[i]) i++;
  return i;
}
