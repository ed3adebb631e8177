import { describe, expect, it } from 'vitest';
import { cleanDeep, cleanText } from './clean-text';
import { loadFonts } from './fonts';

const latin = (code: number) => code < 0x250 || code === 0x25a1 || code === 0x2026;

describe('text for files', () => {
  it('loses control characters and reordering marks', () => {
    expect(cleanText('a\u0000b\u202ec\u200dd\ufeff\u{e0041}', latin).text).toBe('abcd');
  });
  it('replaces what no font shows and counts it', () => {
    expect(cleanText('ok 😀 \u0627', latin)).toEqual({ text: 'ok □ □', replaced: 2 });
  });
  it('makes lone surrogates well-formed first', () => {
    expect(cleanText('a\ud83d', latin)).toEqual({ text: 'a□', replaced: 1 });
  });
  it('lets a word of 20,000 letters break and caps it', () => {
    const { text } = cleanText('x'.repeat(20_000), latin);
    expect(Math.max(...text.split('\u200b').map((part) => part.length))).toBeLessThanOrEqual(80);
    expect([...text].length).toBeLessThan(2_100);
    expect(text).toContain('…');
  });
  it('composes accents, so that one letter is one glyph', () => {
    expect(cleanText('e\u0301', latin).text).toBe('é');
  });
  it('visits every string of a value and keeps the rest', () => {
    expect(cleanDeep({ a: ['x\u0007', 1, null, true], b: { c: '😀' } }, latin)).toEqual({
      value: { a: ['x', 1, null, true], b: { c: '□' } },
      replaced: 1,
    });
  });
});

describe('the loaded fonts', () => {
  it('show Latin, Greek signs of the report, currencies and Chinese, and neither emoji nor Arabic', () => {
    const { has } = loadFonts();
    for (const letter of 'Az09−±×·–—…¥$€£≤≥□é中市亿') expect(has(letter.codePointAt(0) ?? 0), letter).toBe(true);
    for (const letter of ['😀', 'ا', '한']) expect(has(letter.codePointAt(0) ?? 0), letter).toBe(false);
  });
});
