const multipliers: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
  万: 1e4,
  亿: 1e8,
  '%': 0.01,
};

/**
 * A number as people type it: `1,200`, `1.2bn`, `-3e5`, `80 %`, `2.4亿`; null where the text is none.
 * A comma groups thousands and is never a decimal sign, so `1,5` is none rather than 15.
 */
export function parseNumber(text: string): number | null {
  const compact = text
    .trim()
    .replace(/[\s\u00a0\u202f_]/g, '')
    .replace(/^\u2212/, '-');
  const match = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d*)?(?:e[+-]?\d+)?)(k|mn?|bn?|tn|万|亿|%)?$/i.exec(compact);
  const digits = match?.[1];
  if (!digits || !/\d/.test(digits)) return null;
  const value = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(value)) return null;
  const scaled = value * (multipliers[(match[2] ?? '').toLowerCase()] ?? 1);
  return Number.isFinite(scaled) ? Number(scaled.toPrecision(15)) : null;
}

/** A number for a field to begin from: in full, thousands grouped from five digits on, far ones as powers of ten. */
export function fieldText(value: number | undefined): string {
  if (value === undefined) return '';
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) return String(value);
  const plain = Number(value.toPrecision(15));
  return plain.toLocaleString('en-GB', { maximumFractionDigits: 15, useGrouping: size >= 10_000 });
}
