import type { f64 } from '../kernel/number-types';
import { exp } from '../maths/exp';

/**
 * Share of buyers whose programmes can consider own technology, x years after SOP (Bass 1969):
 * F(x) = (1 - e^-(p+q)x) / (1 + (q/p) e^-(p+q)x), 0 at and before SOP.
 *
 * @param p coefficient of innovation, 1/year; 0 gives 0, nobody begins
 * @param q coefficient of imitation, 1/year
 * @example adoptionShare(0.1, 0.4, 0) // 0
 */
export function adoptionShare(p: f64, q: f64, yearsFromSop: f64): f64 {
  if (!(yearsFromSop > 0) || p <= 0) return 0;
  const decay = exp(-(p + q) * yearsFromSop);
  return (p * (1 - decay)) / (p + q * decay);
}
