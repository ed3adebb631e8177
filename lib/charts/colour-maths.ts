/** sRGB, 0..1. */
export type Rgb = readonly [number, number, number];

export function parseHex(hex: string): Rgb {
  const at = (index: number) => Number.parseInt(hex.slice(index, index + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

export const toLinear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** WCAG 2.2 relative luminance. */
export function luminance(hex: string): number {
  const [r, g, b] = parseHex(hex);
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}

/** WCAG 2.2 contrast ratio, 1..21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** White or near black, whichever reads better on the colour. */
export function textOn(background: string): string {
  return contrast('#ffffff', background) >= contrast('#10151b', background) ? '#ffffff' : '#10151b';
}

/** Linear mix of two colours in sRGB: 0 gives `a`, 1 gives `b`. */
export function mix(a: string, b: string, share: number): string {
  const [x, y] = [parseHex(a), parseHex(b)];
  const channel = (index: 0 | 1 | 2) => Math.round((x[index] + (y[index] - x[index]) * share) * 255);
  return `#${([0, 1, 2] as const).map((index) => channel(index).toString(16).padStart(2, '0')).join('')}`;
}
