import { describe, expect, it } from 'vitest';
import { contrast, parseHex, type Rgb, toLinear } from '../charts/colour-maths';
import { darkTheme, lightTheme } from './palette';

// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG
// 15(6), 2009: matrices of severity 1.0, applied to linear RGB.
const visions: Readonly<Record<string, readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

// Björn Ottosson's OKLab (2020), from linear sRGB.
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function seen(hex: string, matrix: readonly Rgb[]): Rgb {
  const [r, g, b] = parseHex(hex).map(toLinear) as unknown as Rgb;
  const row = ([x, y, z]: Rgb) => Math.min(1, Math.max(0, x * r + y * g + z * b));
  return oklab([row(matrix[0] as Rgb), row(matrix[1] as Rgb), row(matrix[2] as Rgb)]);
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
] as const)('the %s palette', (_, theme) => {
  it('has ten colours, the accent first', () => {
    expect(new Set(theme.palette).size).toBe(10);
    expect(theme.palette[0]).toBe(theme.accent);
  });
  it.each(Object.keys(visions))('can be told apart with %s vision', (vision) => {
    const colours = theme.palette.map((hex) => seen(hex, visions[vision] as readonly Rgb[]));
    for (const [index, colour] of colours.entries()) {
      for (const other of colours.slice(index + 1)) expect(distance(colour, other)).toBeGreaterThan(0.08);
      // Own lies beside any of them in a stack.
      if (index > 0) expect(distance(colour, colours[0] as Rgb)).toBeGreaterThan(0.085);
    }
  });
  it('is even in lightness', () => {
    const lightness = theme.palette.map((hex) => oklab(parseHex(hex).map(toLinear) as unknown as Rgb)[0]);
    expect(Math.max(...lightness) - Math.min(...lightness)).toBeLessThan(0.26);
  });
  it('keeps 2.7:1 against the page, and text 4.5:1', () => {
    for (const colour of theme.palette) expect(contrast(colour, theme.background)).toBeGreaterThan(2.7);
    for (const colour of [theme.text, theme.muted, theme.accent, theme.negative, theme.positive, theme.warning]) {
      expect(contrast(colour, theme.background)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('dark', () => {
  it('keeps the hue of each colour and is lighter: restepped, not inverted', () => {
    for (const [index, hex] of lightTheme.palette.entries()) {
      const [l, a, b] = oklab(parseHex(hex).map(toLinear) as unknown as Rgb);
      const [m, c, d] = oklab(parseHex(darkTheme.palette[index] as string).map(toLinear) as unknown as Rgb);
      expect(m).toBeGreaterThan(l);
      const turn = Math.abs(Math.atan2(b, a) - Math.atan2(d, c));
      expect(Math.min(turn, 2 * Math.PI - turn), hex).toBeLessThan(0.6);
    }
  });
});
