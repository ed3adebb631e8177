import type { MethodBlock } from './method-types';

export const text = (words: string): MethodBlock => ({ kind: 'text', text: words });
export const list = (...items: string[]): MethodBlock => ({ kind: 'list', items });
export const steps = (...items: string[]): MethodBlock => ({ kind: 'steps', items });
export const formula = (tex: string, words: string): MethodBlock => ({ kind: 'formula', tex, words });
export const table = (
  caption: string,
  head: readonly string[],
  ...rows: readonly (readonly string[])[]
): MethodBlock => ({ kind: 'table', caption, head, rows });
