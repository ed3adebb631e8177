import type { ChartTheme } from '../charts/scene';
import { darkColours, lightColours } from './tokens';

/**
 * Ten colours for series, in the order in which they are given out: neighbours differ most. Found by a search over
 * OKLCH with lightness held between 0.43 and 0.67 (light) or 0.60 and 0.84 (dark), maximising the least distance in
 * OKLab as seen with normal, protan, deutan and tritan vision. Dark keeps each hue and steps lightness and chroma anew.
 */
const lightPalette = [
  lightColours.accent,
  '#b49113',
  '#00aab2',
  '#892052',
  '#9882e9',
  '#6b5303',
  '#e1697e',
  '#474884',
  '#a95d4e',
  '#81679a',
] as const;

const darkPalette = [
  darkColours.accent,
  '#dacf50',
  '#66e3d3',
  '#e97182',
  '#9f98b4',
  '#ba8f07',
  '#fe9f95',
  '#b0befe',
  '#bf614b',
  '#9069c5',
] as const;

const fontFamily = "'IBM Plex Sans', 'Noto Sans SC', sans-serif";

export const lightTheme: ChartTheme = {
  name: 'light',
  background: lightColours.page,
  surface: lightColours.surface,
  text: lightColours.text,
  muted: lightColours.muted,
  grid: '#e3e6eb',
  axis: '#aab2bd',
  shade: '#f6f7f9',
  accent: lightColours.accent,
  positive: lightColours.good,
  warning: lightColours.warn,
  negative: lightColours.bad,
  palette: lightPalette,
  fontFamily,
};

export const darkTheme: ChartTheme = {
  name: 'dark',
  background: darkColours.page,
  surface: darkColours.surface,
  text: darkColours.text,
  muted: darkColours.muted,
  grid: '#262e38',
  axis: '#515c69',
  shade: '#151a21',
  accent: darkColours.accent,
  positive: darkColours.good,
  warning: darkColours.warn,
  negative: darkColours.bad,
  palette: darkPalette,
  fontFamily,
};

export function chartTheme(name: 'light' | 'dark'): ChartTheme {
  return name === 'dark' ? darkTheme : lightTheme;
}
