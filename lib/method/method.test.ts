import { describe, expect, it } from 'vitest';
import { INPUT_TABLE, RESULT_TABLE } from '../scenario/variables';
import { inlinePieces } from './inline';
import { METHOD } from './method';
import { methodMarkdown } from './method-markdown';
import { SYMBOLS } from './symbols';
import { rangeWords } from './variable-rows';

const sections = METHOD.flatMap((chapter) => chapter.sections);
const ids = sections.map(({ id }) => id);
const texts = sections.flatMap(({ blocks }) =>
  blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text];
    if (block.kind === 'list' || block.kind === 'steps') return block.items;
    return block.kind === 'table' ? [...block.head, ...block.rows.flat()] : [];
  }),
);

describe('the method', () => {
  it('has one section for every anchor, and no anchor twice', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { anchor } of [...INPUT_TABLE, ...RESULT_TABLE]) expect(ids).toContain(anchor);
  });

  it('says something in every section', () => {
    for (const { id, blocks } of sections) expect(blocks.length, id).toBeGreaterThan(0);
  });

  it('links only to sections that exist', () => {
    const targets = texts.flatMap((text) =>
      inlinePieces(text).flatMap((piece) => (piece.kind === 'link' ? piece.to : [])),
    );
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(ids).toContain(target);
  });

  it('leaves no mark open', () => {
    for (const text of texts) {
      const words = inlinePieces(text).map((piece) => (piece.kind === 'words' ? piece.words : ''));
      expect(words.join('')).not.toMatch(/[$`]|\*\*|\]\(/);
    }
  });

  it('gives symbols to variables that exist', () => {
    const known = [...INPUT_TABLE.map(({ pattern }) => pattern), ...RESULT_TABLE.map(({ id }) => id)];
    for (const name of Object.keys(SYMBOLS)) expect(known).toContain(name);
  });
});

describe('a text of the method', () => {
  it('is parted at formulas, code, emphasis and links', () => {
    expect(inlinePieces('a $x^2$ `b` **c** [d](#e-f).')).toEqual([
      { kind: 'words', words: 'a ' },
      { kind: 'tex', tex: 'x^2' },
      { kind: 'words', words: ' ' },
      { kind: 'code', words: 'b' },
      { kind: 'words', words: ' ' },
      { kind: 'strong', words: 'c' },
      { kind: 'words', words: ' ' },
      { kind: 'link', words: 'd', to: 'e-f' },
      { kind: 'words', words: '.' },
    ]);
  });

  it('keeps its bars inside a table of Markdown', () => {
    const table = { kind: 'table' as const, caption: '', head: ['a', 'b'], rows: [['$|x|$', 'y']] };
    const text = methodMarkdown([{ title: 'T', sections: [{ id: 'results', title: 'R', blocks: [table] }] }]);
    expect(text).toContain(String.raw`| $\|x\|$ | y |`);
  });
});

describe('a range in short words', () => {
  it('names the ends that mean something', () => {
    expect(rangeWords({ low: 0, high: 1 })).toBe('0 to 1');
    expect(rangeWords({ low: 0, high: 1, lowOpen: true })).toBe('above 0 and at most 1');
    expect(rangeWords({ low: 0, high: 1e15, highOpen: true })).toBe('at least 0');
    expect(rangeWords({ low: -1e15, high: 1e15, lowOpen: true, highOpen: true })).toBe('any');
    expect(rangeWords({ low: 1, high: 600, integer: true })).toBe('whole number, 1 to 600');
  });
});
