/** Chances of keeping a date and an amount: both, one of them, neither; and each alone. They are of all trials. */
export interface Quadrants {
  readonly both: number;
  readonly dateOnly: number;
  readonly moneyOnly: number;
  readonly neither: number;
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
  const counts = [0, 0, 0, 0];
  for (let trial = 0; trial < count; trial++) {
    const at = (dates[trial]! <= day ? 1 : 0) + (amounts[trial]! <= limit ? 2 : 0);
    counts[at]! += 1;
  }
  const [neither, dateOnly, moneyOnly, both] = counts.map((one) => (count === 0 ? 0 : one / count));
  return { both: both!, dateOnly: dateOnly!, moneyOnly: moneyOnly!, neither: neither! };
}
