import type { MethodBlock } from '@/lib/method/method-types';
import { Formula } from './formula';
import { InlineText } from './inline-text';
import styles from './method.module.css';

/** One block of a section: a paragraph, a list, a formula or a table. */
export function MethodBlockView({ block }: { readonly block: MethodBlock }) {
  switch (block.kind) {
    case 'text':
      return (
        <p className={styles.text}>
          <InlineText text={block.text} />
        </p>
      );
    case 'list':
    case 'steps': {
      const List = block.kind === 'list' ? 'ul' : 'ol';
      return (
        <List className={styles.list}>
          {block.items.map((item) => (
            <li key={item}>
              <InlineText text={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'formula':
      return <DisplayFormula tex={block.tex} words={block.words} />;
    case 'table':
      return <PlainTable block={block} />;
    default:
      return block satisfies never;
  }
}

/** A formula on a line of its own, with what it says in words. Formulas are short enough not to scroll on a phone. */
function DisplayFormula({ tex, words }: { readonly tex: string; readonly words: string }) {
  return (
    <figure className={styles.formula}>
      <div className={styles.scroll}>
        <Formula tex={tex} display />
      </div>
      <figcaption className={styles.words}>{words}</figcaption>
    </figure>
  );
}

function PlainTable({ block }: { readonly block: Extract<MethodBlock, { kind: 'table' }> }) {
  return (
    <table className={styles.table}>
      <caption>{block.caption}</caption>
      <thead>
        <tr>
          {block.head.map((head) => (
            <th key={head} scope="col">
              <InlineText text={head} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(([name = '', ...cells]) => (
          <tr key={name}>
            <th scope="row">
              <InlineText text={name} />
            </th>
            {cells.map((cell, column) => (
              <td key={block.head[column + 1]}>
                <InlineText text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
