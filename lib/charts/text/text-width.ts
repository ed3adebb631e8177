import { type AdvanceRange, regularAdvances, semiboldAdvances } from './font-advances';

export type FontWeight = 400 | 600;

// Other scripts come from the system's fonts: ideographs are one em wide, anything else is taken as wide as a capital.
const IDEOGRAPH_EM = 1000;
const UNKNOWN_EM = 680;

function isIdeograph(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f300
  );
}

function advanceOf(code: number, ranges: readonly AdvanceRange[]): number {
  for (const [first, advances] of ranges) {
    const advance = advances[code - first];
    if (advance) return advance;
  }
  return isIdeograph(code) ? IDEOGRAPH_EM : UNKNOWN_EM;
}

/** Width in px of one line of IBM Plex Sans, from the font's own advances (no DOM, no kerning: at most a little wide). */
export function textWidth(text: string, sizePx: number, weight: FontWeight = 400): number {
  const ranges = weight === 600 ? semiboldAdvances : regularAdvances;
  let sum = 0;
  for (const character of text) sum += advanceOf(character.codePointAt(0) ?? 0, ranges);
  return (sum * sizePx) / 1000;
}

/** The text, or its beginning with an ellipsis where it is wider than `maxWidthPx`; empty where not even that fits. */
export function fitText(text: string, maxWidthPx: number, sizePx: number, weight: FontWeight = 400): string {
  if (textWidth(text, sizePx, weight) <= maxWidthPx) return text;
  const room = maxWidthPx - textWidth('…', sizePx, weight);
  if (room <= 0) return '';
  const ranges = weight === 600 ? semiboldAdvances : regularAdvances;
  let sum = 0;
  let kept = '';
  for (const character of text) {
    sum += (advanceOf(character.codePointAt(0) ?? 0, ranges) * sizePx) / 1000;
    if (sum > room) break;
    kept += character;
  }
  kept = kept.trimEnd();
  return kept ? `${kept}…` : '';
}

/** Lines of at most `maxWidthPx`, broken at spaces; at most `maxLines`, the last with an ellipsis where text is left. */
export function wrapText(text: string, maxWidthPx: number, sizePx: number, maxLines: number, weight: FontWeight = 400) {
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ');
  for (const [index, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (textWidth(longer, sizePx, weight) <= maxWidthPx || !line) {
      line = longer;
      continue;
    }
    if (lines.length === maxLines - 1) {
      line = fitText(`${line} ${words.slice(index).join(' ')}`, maxWidthPx, sizePx, weight);
      break;
    }
    lines.push(fitText(line, maxWidthPx, sizePx, weight));
    line = word;
  }
  lines.push(fitText(line, maxWidthPx, sizePx, weight));
  return lines;
}
