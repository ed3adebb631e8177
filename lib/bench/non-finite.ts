/**
 * Where a result holds a number that is not finite: the first place, as a path; null where there is none.
 *
 * @example nonFiniteAt({ a: [1, Number.NaN] }) // '/a/1'
 */
export function nonFiniteAt(value: unknown, at = ''): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : at;
  if (value === null || typeof value !== 'object') return null;
  for (const [name, part] of Object.entries(value)) {
    const found = nonFiniteAt(part, `${at}/${name}`);
    if (found !== null) return found;
  }
  return null;
}
