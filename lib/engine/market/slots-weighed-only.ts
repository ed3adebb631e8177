import { type Model, PRICING } from '../compile/model';

/** Slots of trajectories that only the weights of the market are made from: no month of a future reads them. */
export function slotsWeighedOnly({ market, pricing }: Model): ReadonlySet<number> {
  const { segments, technologies } = market;
  const slots = new Set(technologies.flatMap(({ price, availability }) => [price, availability]));
  for (const { worth } of segments) {
    for (const { own, others } of worth) for (const slot of [own, ...others]) slots.add(slot);
  }
  // Own's price may follow a technology's, and what own is worth beyond it.
  if (pricing.mode === PRICING.parity || pricing.mode === PRICING.value) {
    slots.delete(technologies[pricing.technology]!.price);
  }
  if (pricing.mode === PRICING.value) {
    for (const { own, others } of segments[pricing.segment]!.worth) {
      slots.delete(own);
      slots.delete(others[pricing.technology]!);
    }
  }
  return slots;
}
