/** A piece of a text of the method. */
export type InlinePiece =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'strong'; readonly words: string }
  | { readonly kind: 'code'; readonly words: string }
  | { readonly kind: 'tex'; readonly tex: string }
  | { readonly kind: 'link'; readonly words: string; readonly to: string };

const MARKS = /\$([^$]+)\$|`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(#([a-z-]+)\)/g;

/**
 * Parts a text at its marks: `$TeX$`, `` `code` ``, `**strong**`, `[words](#section)`.
 *
 * @example inlinePieces('a **b**') // [{ kind: 'words', words: 'a ' }, { kind: 'strong', words: 'b' }]
 */
export function inlinePieces(text: string): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > at) pieces.push({ kind: 'words', words: text.slice(at, match.index) });
    const [whole, tex, code, strong, words, to] = match;
    if (tex !== undefined) pieces.push({ kind: 'tex', tex });
    else if (code !== undefined) pieces.push({ kind: 'code', words: code });
    else if (strong !== undefined) pieces.push({ kind: 'strong', words: strong });
    else pieces.push({ kind: 'link', words: words ?? '', to: to ?? '' });
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push({ kind: 'words', words: text.slice(at) });
  return pieces;
}
