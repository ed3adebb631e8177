import type { ObservedShares } from '../scenario/calibrate';

/** A share in per cent with as many digits as an observation has. */
export function percentOf(share: number): number {
  return Number((share * 100).toPrecision(4));
}

/** Shares from what was typed, in per cent; what is empty or no number is not observed. */
export function observedFrom(typed: readonly (readonly [id: string, percent: number | string])[]): ObservedShares {
  return Object.fromEntries(
    typed.flatMap(([id, percent]) => {
      const value = typeof percent === 'number' ? percent : percent.trim() === '' ? Number.NaN : Number(percent);
      return Number.isFinite(value) ? [[id, value / 100]] : [];
    }),
  );
}
