import { describe, expect, it } from 'vitest';
import { keyOf, threefry } from './threefry';

/** Known answers of Random123 (kat_vectors, threefry2x32 with 20 rounds): counter, key, result. */
const KNOWN = [
  [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
  [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
  [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xc4923a9c, 0x483df7a0],
] as const;

describe('threefry', () => {
  it.each(KNOWN)('gives its published answers (%#)', (counter0, counter1, key0, key1, first, second) => {
    const out = new Uint32Array(2);
    threefry(key0, key1, counter0, counter1, out);
    expect([...out]).toEqual([first, second]);
  });

  it('turns half of the bits when one bit of the counter turns', () => {
    const [a, b] = [new Uint32Array(2), new Uint32Array(2)];
    let turned = 0;
    for (let bit = 0; bit < 32; bit += 1) {
      for (let counter = 0; counter < 50; counter += 1) {
        threefry(1, 2, counter, 0, a);
        threefry(1, 2, counter ^ (1 << bit), 0, b);
        for (let word = (a[0]! ^ b[0]!) >>> 0; word !== 0; word = (word & (word - 1)) >>> 0) turned += 1;
      }
    }
    // 51,200 fair coins: four standard deviations are 452.
    expect(Math.abs(turned - 25_600)).toBeLessThan(452);
  });

  it('gives keys of their own to similar paths, to prefixes and to neighbouring seeds', () => {
    const keys = new Set<string>();
    const paths = ['', 'a', 'a\0', 'aa', 'tasks/1', 'tasks/11', 'tasks/2', 'lines/é', 'lines/e', 'abcd', 'abcde'];
    for (let i = 0; i < 500; i += 1) paths.push(`tasks/t${i}/duration`);
    const seeds = [0, 1, 2, -1, 4294967296, Number.MAX_SAFE_INTEGER];
    for (const seed of seeds) {
      for (const path of paths) {
        const { key0, key1 } = keyOf(seed, path);
        keys.add(`${key0} ${key1}`);
      }
    }
    expect(keys.size).toBe(paths.length * seeds.length);
    expect(() => keyOf(0.5, 'a')).toThrow(RangeError);
  });
});
