import type { Quantity } from '../../scenario/document';
import { percentileBounds, unitPertQuantile, unitTriangularQuantile } from './percentile-bounds';
import { quantitySampler } from './quantity-sampler';

export interface Support {
  readonly low: number;
  readonly high: number;
}

/** Where an unbounded distribution counts as ended. */
const TAIL = 1e-6;

/**
 * The least and the largest value that a quantity takes, after `min` and `max`; an unbounded end by the quantile at
 * 1e-6 or 1 - 1e-6.
 *
 * Errors: RangeError on parameters that no valid document has (as `quantitySampler`).
 *
 * @example quantitySupport({ kind: 'triangular', low: 1, mode: 2, high: 4, max: 3 }) // { low: 1, high: 3 }
 */
export function quantitySupport(quantity: Quantity): Support {
  if (typeof quantity === 'number') return { low: quantity, high: quantity };
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = quantity;
  const { low, high } = unclippedSupport(quantity);
  return { low: Math.min(Math.max(low, min), max), high: Math.min(Math.max(high, min), max) };
}

function unclippedSupport(quantity: Exclude<Quantity, number>): Support {
  switch (quantity.kind) {
    case 'fixed':
      return { low: quantity.value, high: quantity.value };
    case 'uniform':
      return { low: quantity.low, high: quantity.high };
    case 'triangular':
      return quantity.bounds === 'p10-p90'
        ? percentileBounds(quantity.low, quantity.mode, quantity.high, unitTriangularQuantile)
        : { low: quantity.low, high: quantity.high };
    case 'pert':
      return quantity.bounds === 'p10-p90'
        ? percentileBounds(quantity.low, quantity.mode, quantity.high, (u, r) =>
            unitPertQuantile(u, r, quantity.lambda ?? 4),
          )
        : { low: quantity.low, high: quantity.high };
    case 'normal': {
      const { quantile } = quantitySampler({ ...quantity, min: undefined, max: undefined });
      return { low: quantity.low ?? quantile(TAIL), high: quantity.high ?? quantile(1 - TAIL) };
    }
    case 'lognormal': {
      const { quantile } = quantitySampler({ ...quantity, min: undefined, max: undefined });
      return { low: quantile(TAIL), high: quantile(1 - TAIL) };
    }
    case 'discrete': {
      const values = quantity.outcomes.filter((outcome) => outcome.p > 0).map((outcome) => outcome.value);
      return { low: Math.min(...values), high: Math.max(...values) };
    }
    default:
      throw new RangeError(`unknown kind of quantity ${JSON.stringify(quantity satisfies never)}`);
  }
}
