/**
 * The look in numbers and colours: one accent, greys with a slight blue tint, spacing in steps of 4 px, six sizes of
 * text. Colours that charts use as a series live in `palette.ts`; these are the page's own.
 */
export interface PageColours {
  readonly page: string;
  readonly surface: string;
  readonly sunken: string;
  readonly hover: string;
  readonly selected: string;
  readonly border: string;
  readonly borderStrong: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly accentText: string;
  readonly onAccent: string;
  readonly good: string;
  readonly warn: string;
  readonly bad: string;
  readonly badSurface: string;
  readonly warnSurface: string;
}

// Text colours keep 4.5:1 against page, surface and selected rows; borders of inputs keep 3:1 against the page.
export const lightColours: PageColours = {
  page: '#ffffff',
  surface: '#f6f7f9',
  sunken: '#eef0f3',
  hover: '#f0f3f7',
  selected: '#e6eefb',
  border: '#dde1e7',
  borderStrong: '#858e9a',
  text: '#171c23',
  muted: '#545e6b',
  accent: '#1f5fc8',
  accentText: '#1a54b4',
  onAccent: '#ffffff',
  good: '#1a6f45',
  warn: '#845200',
  bad: '#b3261e',
  badSurface: '#fdf0ef',
  warnSurface: '#fdf5e6',
};

export const darkColours: PageColours = {
  page: '#101419',
  surface: '#161b22',
  sunken: '#0b0e12',
  hover: '#1c232c',
  selected: '#182a45',
  border: '#29313b',
  borderStrong: '#6d7885',
  text: '#e5e9ee',
  muted: '#9aa5b2',
  accent: '#6ba4f8',
  accentText: '#83b3fa',
  onAccent: '#0b1420',
  good: '#5cc08b',
  warn: '#e0a94a',
  bad: '#f2867f',
  badSurface: '#2b1719',
  warnSurface: '#2a2114',
};

export const textSizes = { xs: 12, sm: 13, md: 14, lg: 16, xl: 20, xxl: 28 } as const;

/** Height of a row in tables, trees and forms, in px. */
export const rowHeight = 28;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `--r-page`, `--r-border-strong`, ... with the colours of one scheme. */
export function colourVariables(colours: PageColours): Record<string, string> {
  return Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--r-${kebab(name)}`, value]));
}
