import { exp, expBlock } from './exp';
import { pow } from './pow';

/** Milliseconds for 10 million calls on numbers in [-8, 0]. */
export interface ExponentialTimes {
  /** Math.exp: the unit in which other times are given, as machines differ. */
  readonly platform: number;
  readonly own: number;
  readonly ownBlock: number;
  /** The own power function, bases from 1 to 9 and one exponent. */
  readonly ownPower: number;
}

const CALLS = 10_000_000;
const BLOCK = 512;

/**
 * Times the engine's exponential beside the platform's. `now` reads a clock in milliseconds. The best of `rounds`
 * rounds, since a shared machine only ever makes a round slower.
 */
export function timeExponentials(now: () => number, rounds = 3): ExponentialTimes {
  const x = Float64Array.from({ length: BLOCK }, (_, i) => (-8 * ((i * 197) % BLOCK)) / BLOCK);
  const out = new Float64Array(BLOCK);
  const best = (work: () => void): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round += 1) {
      const start = now();
      for (let done = 0; done < CALLS; done += BLOCK) work();
      least = Math.min(least, now() - start);
    }
    return least;
  };
  return {
    platform: best(() => {
      for (let i = 0; i < BLOCK; i += 1) out[i] = Math.exp(x[i]!);
    }),
    own: best(() => {
      for (let i = 0; i < BLOCK; i += 1) out[i] = exp(x[i]!);
    }),
    ownBlock: best(() => expBlock(x, 0, BLOCK, out)),
    ownPower: best(() => {
      for (let i = 0; i < BLOCK; i += 1) out[i] = pow(1 - x[i]!, -0.234);
    }),
  };
}
