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
 * process, the median of five after one that warms up. Absolute times say more about a machine than about a program.
 */
export function unitOfTime(): number {
  timeExponentials();
  return median(Array.from({ length: 5 }, timeExponentials));
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

/**
 * Runs `measure` between two readings of T, so that a machine which others slow down slows both: T is their mean.
 */
export async function withUnit<Measured>(
  measure: () => Measured | Promise<Measured>,
): Promise<{ readonly unit: number; readonly measured: Measured }> {
  const before = unitOfTime();
  const measured = await measure();
  return { unit: (before + unitOfTime()) / 2, measured };
}
