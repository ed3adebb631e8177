import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

// The bundler must leave the lookups alone: it would take the fonts for modules of a kind that it does not know.
const require = createRequire(import.meta.url);

/** The fonts of every file that leaves the product: Latin first, Chinese where Latin has no glyph. */
export const LATIN_FAMILY = 'IBM Plex Sans';
export const CHINESE_FAMILY = 'Noto Sans SC';

const FILES = [
  '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf',
  '@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
] as const;

export interface Fonts {
  readonly blobs: readonly Buffer[];
  /** Whether every one of the loaded faces of a family has the code point. */
  readonly has: (codePoint: number) => boolean;
}

let loaded: Fonts | null = null;

/** Reads the font files once per process; 25 MB stay in memory. */
export function loadFonts(): Fonts {
  if (loaded) return loaded;
  const blobs = FILES.map((file) => readFileSync(require.resolve(/* turbopackIgnore: true */ file)));
  const faces = blobs.map((blob, index) => ({
    family: index < 3 ? LATIN_FAMILY : CHINESE_FAMILY,
    codes: codePoints(blob),
  }));
  const inAll = (family: string, code: number) => faces.every((face) => face.family !== family || face.codes.has(code));
  loaded = { blobs, has: (code) => inAll(LATIN_FAMILY, code) || inAll(CHINESE_FAMILY, code) };
  return loaded;
}

function codePoints(blob: Buffer): ReadonlySet<number> {
  const font = fontkit.create(blob);
  if (!('characterSet' in font)) throw new RangeError('A font file holds a collection where one face is expected.');
  return new Set(font.characterSet);
}
