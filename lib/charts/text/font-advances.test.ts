import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AdvanceRange, regularAdvances, semiboldAdvances } from './font-advances';
import { fitText, textWidth, wrapText } from './text-width';

// A reader of the TrueType tables head, hhea, hmtx and cmap (format 4), enough to ask the font itself.
function readFont(file: string) {
  const bytes = readFileSync(
    new URL(`../../../node_modules/@expo-google-fonts/ibm-plex-sans/${file}`, import.meta.url),
  );
  const table = (tag: string) => {
    for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16) {
      if (bytes.toString('latin1', at, at + 4) === tag) return bytes.readUInt32BE(at + 8);
    }
    throw new RangeError(`no table ${tag}`);
  };
  const cmap = table('cmap');
  let segments = 0;
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index++) {
    const at = cmap + 4 + index * 8;
    if (bytes.readUInt16BE(at) === 3 && bytes.readUInt16BE(at + 2) === 1) segments = cmap + bytes.readUInt32BE(at + 4);
  }
  const count = bytes.readUInt16BE(segments + 6) / 2;
  const word = (group: number, index: number) => segments + 14 + 2 * index + group * 2 * count + (group > 0 ? 2 : 0);
  const glyph = (code: number): number => {
    for (let index = 0; index < count; index++) {
      if (code > bytes.readUInt16BE(word(0, index))) continue;
      const first = bytes.readUInt16BE(word(1, index));
      if (code < first) return 0;
      const delta = bytes.readUInt16BE(word(2, index));
      const offset = bytes.readUInt16BE(word(3, index));
      if (offset === 0) return (code + delta) & 0xffff;
      return bytes.readUInt16BE(word(3, index) + offset + 2 * (code - first));
    }
    return 0;
  };
  const hmtx = table('hmtx');
  const last = bytes.readUInt16BE(table('hhea') + 34) - 1;
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18);
  return {
    advance: (code: number) => {
      const id = glyph(code);
      return id === 0 ? 0 : (bytes.readUInt16BE(hmtx + 4 * Math.min(id, last)) * 1000) / unitsPerEm;
    },
  };
}

describe('text widths', () => {
  it.each([
    ['400Regular/IBMPlexSans_400Regular.ttf', regularAdvances],
    ['600SemiBold/IBMPlexSans_600SemiBold.ttf', semiboldAdvances],
  ] as [string, readonly AdvanceRange[]][])('are the advances in %s', (file, ranges) => {
    const font = readFont(file);
    for (const [first, advances] of ranges) {
      for (const [index, advance] of advances.entries()) expect(advance).toBe(font.advance(first + index));
    }
  });

  it('grow with the size and with the text', () => {
    expect(textWidth('Rampline', 24)).toBeCloseTo(2 * textWidth('Rampline', 12), 9);
    expect(textWidth('Ramplines', 12)).toBeGreaterThan(textWidth('Rampline', 12));
    expect(textWidth('', 12)).toBe(0);
    expect(textWidth('固态', 12)).toBe(24);
  });

  it('a fitted text is never wider than its room', () => {
    for (const room of [0, 5, 20, 60, 200, 4000]) {
      expect(textWidth(fitText('Vehicle integration tests '.repeat(8), room, 12), 12)).toBeLessThanOrEqual(room);
    }
    expect(fitText('short', 100, 12)).toBe('short');
  });

  it('wrapped lines keep their width and their number', () => {
    const lines = wrapText(`a long caption made of words ${'x'.repeat(200)} and more`, 90, 12, 3);
    expect(lines.length).toBeLessThanOrEqual(3);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(90);
    expect(wrapText('one two', 500, 12, 2)).toEqual(['one two']);
  });
});
