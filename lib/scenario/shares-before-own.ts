import { dayNumber } from '../engine/calendar/day-number';
import { quantitySampler } from '../engine/distributions/quantity-sampler';
import { trajectorySampler } from '../engine/distributions/trajectory-sampler';
import { exp } from '../engine/maths/exp';
import { log } from '../engine/maths/log';
import type { Market, Segment, Technology, Trajectory } from './document';

const DAYS_PER_MONTH = 30.4375;

/**
 * The plan's shares of the others by technology id before own cells are sold (F = 0), at the middle of a year: of one
 * segment, or of all of them by demand. All 0 where nothing is available.
 */
export function sharesBeforeOwn(market: Market, year: number, segmentId?: string): Record<string, number> {
  const day = middleOf(year);
  const segments = market.segments.filter((segment) => segmentId === undefined || segment.id === segmentId);
  const utilities = segments.map((segment) => utilitiesIn(market, segment, day));
  const shares = mixedShares(
    segments,
    utilities,
    market.technologies.map(() => 0),
    day,
  );
  return Object.fromEntries(market.technologies.map((technology, j) => [technology.id, shares[j] ?? 0]));
}

/** ln availability + (value - price) / theta, by technology; -Infinity where it is not available. */
export function utilitiesIn(market: Market, segment: Segment, day: number): Float64Array {
  const theta = quantitySampler(segment.heterogeneity).central;
  const names = Object.keys(segment.willingnessToPay);
  return Float64Array.from(market.technologies, (technology) => {
    let value = -centralAt(technology.price, day);
    for (const name of names) {
      const attribute = Object.hasOwn(technology.attributes, name) ? technology.attributes[name] : undefined;
      if (attribute === undefined) continue;
      value += quantitySampler(segment.willingnessToPay[name]!).central * centralAt(attribute, day);
    }
    const availability = availabilityAt(technology, day);
    return availability > 0 ? log(availability) + value / theta : Number.NEGATIVE_INFINITY;
  });
}

/** Central availability of a technology on a day, its slip taken into account. */
export function availabilityAt(technology: Technology, day: number): number {
  const slip = technology.slip === undefined ? 0 : quantitySampler(technology.slip).central;
  return centralAt(technology.availability ?? 1, day, slip * DAYS_PER_MONTH);
}

/** Shares over segments by demand, with so much appeal (money per kWh) added to each technology. */
export function mixedShares(
  segments: readonly Segment[],
  utilities: readonly Float64Array[],
  appeal: readonly number[],
  day: number,
): number[] {
  const sold = appeal.map(() => 0);
  let demand = 0;
  segments.forEach((segment, s) => {
    const theta = quantitySampler(segment.heterogeneity).central;
    const total = utilities.map((values) => Array.from(values, (value, j) => value + appeal[j]! / theta))[s]!;
    // Without the largest taken off, exp of a large utility would overflow.
    const top = Math.max(...total);
    if (top === Number.NEGATIVE_INFINITY) return;
    const weights = total.map((value) => exp(value - top));
    const sum = weights.reduce((a, b) => a + b, 0);
    // A single segment without demand still has shares.
    const size = segments.length === 1 ? 1 : centralAt(segment.demand, day);
    demand += size;
    weights.forEach((weight, j) => {
      sold[j]! += (size * weight) / sum;
    });
  });
  return sold.map((amount) => (demand > 0 ? amount / demand : 0));
}

/** The central value of a trajectory on a day. */
export function centralAt(trajectory: Trajectory, day: number, delayDays = 0): number {
  const out = new Float64Array(1);
  trajectorySampler(trajectory, Float64Array.of(day)).centralPath(out, delayDays);
  return out[0]!;
}

/** The middle of a calendar year, as a day number. */
export function middleOf(year: number): number {
  return (dayNumber(`${year}-01-01`, 'start') + dayNumber(`${year}-12-31`, 'finish')) / 2;
}
