/** Values by name, as a record without a prototype: a name may be `__proto__`. */
export function byName<Value>(names: readonly string[], valueAt: (place: number) => Value): Record<string, Value> {
  const out: Record<string, Value> = Object.create(null);
  names.forEach((name, place) => {
    out[name] = valueAt(place);
  });
  return out;
}
