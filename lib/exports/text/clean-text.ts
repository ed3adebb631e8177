/** Longest text that goes into a file; longer ones are cut and end in an ellipsis. */
export const MAX_TEXT_LETTERS = 2_000;
/** A word longer than this may be broken anywhere after so many letters. */
const BREAK_EVERY = 80;
const ZERO_WIDTH_SPACE = '\u200b';

export interface CleanedText {
  readonly text: string;
  /** Letters for which no font has a glyph and which "□" stands for. */
  readonly replaced: number;
}

// C0 and C1 controls but tab and newline, bidirectional overrides and isolates, zero-width joiners, variation
// selectors, byte-order mark, tags: they have no glyph, or reorder what people read.
const DROPPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: dropping them is the point
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points, not sequences
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e01ef}]/gu;

/**
 * Text that any of the fonts can show and no layout can be broken by: well-formed, NFC, without control characters
 * and bidirectional overrides, unknown glyphs replaced by □ and counted, long words breakable, length capped.
 */
export function cleanText(
  input: string,
  hasGlyph: (codePoint: number) => boolean,
  maxLetters = MAX_TEXT_LETTERS,
): CleanedText {
  const wellFormed = input.replace(/[\ud800-\udfff]/gu, '\ufffd');
  const plain = wellFormed.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(DROPPED, '');
  const letters = [...plain];
  const kept = letters.length > maxLetters ? [...letters.slice(0, maxLetters - 1), '…'] : letters;
  let replaced = 0;
  let run = 0;
  let text = '';
  for (const letter of kept) {
    const code = letter.codePointAt(0) ?? 0;
    const shown = letter === '\n' || hasGlyph(code) ? letter : '□';
    if (shown !== letter) replaced += 1;
    run = /\s/u.test(shown) ? 0 : run + 1;
    text += shown;
    if (run === BREAK_EVERY) {
      text += ZERO_WIDTH_SPACE;
      run = 0;
    }
  }
  return { text, replaced };
}

/** Cleans every string of a plain value, keys left alone; counts what was replaced. */
export function cleanDeep<T>(value: T, hasGlyph: (codePoint: number) => boolean): { value: T; replaced: number } {
  let replaced = 0;
  const visit = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const cleaned = cleanText(part, hasGlyph);
      replaced += cleaned.replaced;
      return cleaned.text;
    }
    if (Array.isArray(part)) return part.map(visit);
    if (part && typeof part === 'object')
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
    return part;
  };
  return { value: visit(value) as T, replaced };
}
