import { Fragment } from 'react';
import { type InlinePiece, inlinePieces } from '@/lib/method/inline';
import { Formula } from './formula';
import styles from './method.module.css';

/** A text of the method with its formulas, code and links. */
export function InlineText({ text }: { readonly text: string }) {
  const seen = new Map<string, number>();
  return inlinePieces(text).map((piece) => {
    const name = JSON.stringify(piece);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return <Fragment key={`${name} ${times}`}>{pieceElement(piece)}</Fragment>;
  });
}

function pieceElement(piece: InlinePiece) {
  switch (piece.kind) {
    case 'words':
      return piece.words;
    case 'strong':
      return <strong>{piece.words}</strong>;
    case 'code':
      return <code className={styles.code}>{piece.words}</code>;
    case 'tex':
      return <Formula tex={piece.tex} />;
    case 'link':
      return <a href={`#${piece.to}`}>{piece.words}</a>;
    default:
      return piece satisfies never;
  }
}
