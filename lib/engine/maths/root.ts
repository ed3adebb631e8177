/**
 * A root of a continuous function between `below` and `above`, at which its signs differ (or one of which is a root):
 * regula falsi with the Illinois correction, and a halving whenever that does not shrink the bracket enough.
 * Deterministic; accurate to some 2e-16 of the bracket, or to the last bit of the function.
 *
 * Errors: RangeError where the signs do not differ.
 *
 * @example bracketedRoot((x) => x * x - 2, 0, 2) // 1.414213562373095
 */
export function bracketedRoot(f: (x: number) => number, below: number, above: number): number {
  let [a, b] = [below, above];
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa < 0 !== fb < 0) || Number.isNaN(fa) || Number.isNaN(fb)) {
    throw new RangeError(`no change of sign between ${below} (${fa}) and ${above} (${fb})`);
  }
  const width = 2.3e-16 * Math.max(Math.abs(below), Math.abs(above));
  for (let step = 0; step < 200 && Math.abs(b - a) > width; step += 1) {
    // Every third step halves, so that 200 steps always suffice.
    let x = step % 3 === 2 ? (a + b) / 2 : b - (fb * (b - a)) / (fb - fa);
    if (!(x > Math.min(a, b) && x < Math.max(a, b))) x = (a + b) / 2;
    const fx = f(x);
    if (fx === 0) return x;
    if (fx < 0 !== fb < 0) {
      a = b;
      fa = fb;
    } else fa /= 2;
    b = x;
    fb = fx;
  }
  return b;
}
