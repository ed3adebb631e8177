import { type Chance, chanceOf } from '../engine/insight/joint-chance';

/** Chances of keeping a date and an amount: both, one of them, neither; with their sampling errors. */
export interface Quadrants {
  readonly both: Chance;
  readonly dateOnly: Chance;
  readonly moneyOnly: Chance;
  readonly neither: Chance;
}

/**
 * How often a date comes on or before a day and an amount stays at or below a limit, by trial. What never comes misses
 * its day, and where there is no amount its limit is missed. All 0 without trials.
 */
export function quadrantsOf(
  dates: ArrayLike<number>,
  amounts: ArrayLike<number>,
  { day, limit }: { readonly day: number; readonly limit: number },
): Quadrants {
  const count = Math.min(dates.length, amounts.length);
  const places = Uint8Array.from(
    { length: count },
    (_, trial) => (dates[trial]! <= day ? 1 : 0) + (amounts[trial]! <= limit ? 2 : 0),
  );
  const at = (place: number) => chanceOf(places.map((one) => (one === place ? 1 : 0)));
  return { both: at(3), dateOnly: at(1), moneyOnly: at(2), neither: at(0) };
}
