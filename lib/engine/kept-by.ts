/**
 * Things by what they were made from: an edit changes one input, and what stands on the others need not be made anew. What
 * is kept depends on its key alone and is never changed. All are dropped when there are too many.
 */
export function keptBy<Made>(most: number): (key: string, make: () => Made) => Made {
  const kept = new Map<string, Made>();
  return (key, make) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size >= most) kept.clear();
    const made = make();
    kept.set(key, made);
    return made;
  };
}
