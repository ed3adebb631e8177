/**
 * A root of a continuous function between `below` and `above`, at which its signs differ (or one of which is a root):
 * inverse quadratic interpolation where it is safe, halving where it is not. Deterministic; to the last bits of x, or
 * to `tolerance` where that is coarser.
 *
 * Errors: RangeError where the signs do not differ.
 *
 * Source: T. R. Chandrupatla, A new hybrid quadratic/bisection algorithm, Adv. Eng. Software 28 (1997).
 *
 * @example bracketedRoot((x) => x * x - 2, 0, 2) // 1.4142135623730951
 */
export function bracketedRoot(f: (x: number) => number, below: number, above: number, tolerance = 0): number {
  let a = above;
  let b = below;
  let c = above;
  let fa = f(a);
  let fb = f(b);
  let fc = fa;
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!((fa < 0 && fb > 0) || (fa > 0 && fb < 0))) {
    throw new RangeError(`no change of sign between ${below} (${fb}) and ${above} (${fa})`);
  }
  let share = 0.5;
  // Halving alone would take 60 steps from [0, 1] to the last bits; the limit is never reached.
  for (let step = 0; step < 300; step += 1) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (fx > 0 === fa > 0) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fb) < Math.abs(fa) ? b : a;
    const rounding = Number.EPSILON * (Math.abs(best) + 1e-3 * Math.abs(above - below));
    const leastShare = Math.max(rounding, tolerance) / Math.abs(b - a);
    if (fa === 0 || fb === 0 || !(leastShare < 0.5)) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    share =
      phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
        ? ((fa / (fb - fa)) * fc) / (fb - fc) + ((((c - a) / (b - a)) * fa) / (fc - fa)) * (fb / (fc - fb))
        : 0.5;
    share = Math.min(1 - leastShare, Math.max(leastShare, share));
  }
  return a;
}
