import { median } from './spread';

const CALLS = 10_000_000;
const NUMBERS = 4096;

/** Milliseconds for 10 million calls of Math.exp on numbers in [-8, 0]. */
function timeExponentials(): number {
  const x = Float64Array.from({ length: NUMBERS }, (_, i) => (-8 * ((i * 1597) % NUMBERS)) / NUMBERS);
  const out = new Float64Array(NUMBERS);
  return timed(() => {
    for (let done = 0; done < CALLS; done += NUMBERS) {
      for (let i = 0; i < NUMBERS; i++) out[i] = Math.exp(x[i]!);
    }
  });
}

/**
 * T, the unit in which times are given: milliseconds for 10 million calls of Math.exp on numbers in [-8, 0], in this
 * process, the median of three after one that warms up. Absolute times say more about a machine than about a program.
 */
export function unitOfTime(): number {
  timeExponentials();
  return median(Array.from({ length: 3 }, timeExponentials));
}

/**
 * Milliseconds of processor time that `work` takes in this process, helpers of the runtime included: on a machine that
 * is shared it strays far less than time on the clock, which counts the others' turns too.
 */
export function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds on the clock that `work` takes: what a person waits. */
export function waited(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Peak memory of this process so far, MB. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** One round of measuring and T, read right before and after it. */
export interface Round<Measured> {
  readonly unit: number;
  readonly measured: Measured;
}

/**
 * Rounds of `measure`, each between two readings of T: a machine that others slow down slows both, so that their ratio
 * strays less than either.
 */
export async function inRounds<Measured>(
  rounds: number,
  measure: (round: number) => Measured | Promise<Measured>,
): Promise<Round<Measured>[]> {
  const list: Round<Measured>[] = [];
  let before = unitOfTime();
  for (let round = 0; round < rounds; round++) {
    const measured = await measure(round);
    const after = unitOfTime();
    list.push({ unit: (before + after) / 2, measured });
    before = after;
  }
  return list;
}

/** The medians over rounds of a time in milliseconds and of that time in T. */
export function medians<Measured>(rounds: readonly Round<Measured>[], pick: (measured: Measured) => number) {
  return {
    ms: median(rounds.map(({ measured }) => pick(measured))),
    inUnits: median(rounds.map(({ measured, unit }) => pick(measured) / unit)),
  };
}
