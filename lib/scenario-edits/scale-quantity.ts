import { quantitySampler } from '../engine/distributions/quantity-sampler';
import type { Quantity } from '../scenario/document';

// Six decimals of a day are below a second; without rounding, repeated drags would pile up digits.
const tidy = (value: number) => Math.round(value * 1e6) / 1e6;

/** The value that the plan works with. */
export function centralValue(quantity: Quantity): number {
  return quantitySampler(quantity).central;
}

/** The quantity with every value multiplied: the shape and the relative range stay. */
export function scaleQuantity(quantity: Quantity, factor: number): Quantity {
  const by = (value: number) => tidy(value * factor);
  if (typeof quantity === 'number') return by(quantity);
  const clip = {
    ...(quantity.min === undefined ? {} : { min: by(quantity.min) }),
    ...(quantity.max === undefined ? {} : { max: by(quantity.max) }),
  };
  switch (quantity.kind) {
    case 'fixed':
      return { ...quantity, ...clip, value: by(quantity.value) };
    case 'uniform':
      return { ...quantity, ...clip, low: by(quantity.low), high: by(quantity.high) };
    case 'triangular':
    case 'pert':
      return { ...quantity, ...clip, low: by(quantity.low), mode: by(quantity.mode), high: by(quantity.high) };
    case 'normal':
      return {
        ...quantity,
        ...clip,
        mean: by(quantity.mean),
        sd: by(quantity.sd),
        ...(quantity.low === undefined ? {} : { low: by(quantity.low) }),
        ...(quantity.high === undefined ? {} : { high: by(quantity.high) }),
      };
    case 'lognormal':
      return { ...quantity, ...clip, p10: by(quantity.p10), p90: by(quantity.p90) };
    case 'discrete':
      return { ...quantity, ...clip, outcomes: quantity.outcomes.map((one) => ({ ...one, value: by(one.value) })) };
    default:
      return quantity satisfies never;
  }
}
