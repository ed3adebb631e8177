import type { MethodAnchor } from '../scenario/variables';

/**
 * A block of the method page. Texts may hold `$TeX$`, `` `code` ``, `**strong**` and `[words](#section)`, the part of
 * Markdown that the page and the README of the engine share.
 */
export type MethodBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | {
      readonly kind: 'formula';
      /** TeX. */
      readonly tex: string;
      /** What it says, in words: its name for readers of the screen. */
      readonly words: string;
    }
  | {
      readonly kind: 'table';
      /** What the table holds. */
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** Sections beside those that inputs and results link to. */
export type FurtherSection =
  | 'conventions'
  | 'comparison'
  | 'left-out'
  | 'surprises'
  | 'checked'
  | 'misreadings'
  | 'literature';

export interface MethodSection {
  /** Its place on the page: `/method#<id>`. */
  readonly id: MethodAnchor | FurtherSection;
  readonly title: string;
  readonly blocks: readonly MethodBlock[];
}

/** A chapter of the page: sections under one heading. */
export interface MethodChapter {
  readonly title: string;
  readonly sections: readonly MethodSection[];
}
