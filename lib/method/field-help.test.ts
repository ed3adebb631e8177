import { describe, expect, it } from 'vitest';
import { INPUT_TABLE } from '../scenario/variables';
import { FIELD_PATTERNS, fieldHelp } from './field-help';
import { METHOD } from './method';

const ids = new Set<string>(METHOD.flatMap(({ sections }) => sections.map(({ id }) => id)));

describe('the help of a field', () => {
  it('leads to a paragraph that exists, for numbers, dates, choices and references', () => {
    for (const pattern of [...INPUT_TABLE.map((row) => row.pattern), ...FIELD_PATTERNS]) {
      const help = fieldHelp(pattern.replaceAll('*', 'x'));
      expect(help?.sentence, pattern).toMatch(/\.$/);
      expect(ids, pattern).toContain(help?.anchor);
    }
  });

  it('is told once for each pattern, and never for what the table of variables tells', () => {
    expect(new Set(FIELD_PATTERNS).size).toBe(FIELD_PATTERNS.length);
    const known = new Set(INPUT_TABLE.map(({ pattern }) => pattern));
    for (const pattern of FIELD_PATTERNS) expect(known.has(pattern), pattern).toBe(false);
  });

  it('is not there for names and notes, which count for nothing', () => {
    for (const place of ['name', 'tasks/x/name', 'lines/x/meta/note', 'sources/x/title']) {
      expect(fieldHelp(place)).toBeUndefined();
    }
  });
});
