import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from './document';
import { canonicalJson, documentHash } from './document-hash';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

describe('documentHash', () => {
  it('is the sha256 of the text, as Node computes it', () => {
    const document = { schemaVersion: 2, name: '固态 line', currency: 'CNY' } as unknown as ScenarioDocument;
    const text = '{"currency":"CNY","name":"固态 line","schemaVersion":2}';
    expect(documentHash(document)).toBe(sha256(text));
  });

  it('is that of each document, also where it begins or ends as the one before did', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ before: fc.nat(70_000), after: fc.nat(40_000), changed: fc.string() }), { maxLength: 6 }),
        (edits) => {
          for (const { before, after, changed } of edits) {
            const document = { a: 'x'.repeat(before), b: changed, c: 'é'.repeat(after) };
            const text = JSON.stringify(document);
            expect(documentHash(document as unknown as ScenarioDocument)).toBe(sha256(text));
          }
        },
      ),
      { seed: 9, numRuns: 40 },
    );
    // Lengths about the steps in which the computation is resumed.
    for (const length of [16_384, 16_383, 32_768, 32_769, 16_384, 0]) {
      const document = { a: 'y'.repeat(Math.max(0, length - 8)) };
      expect(documentHash(document as unknown as ScenarioDocument)).toBe(sha256(JSON.stringify(document)));
    }
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('reads back as the value it was written from', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('sorts all keys by their code units, numbers and strange ones too', () => {
    expect(canonicalJson({ b: 1, '10': 2, '9': 3, '-': 4, a: [{ '2': 0, '1': 0 }] })).toBe(
      '{"-":4,"10":2,"9":3,"a":[{"1":0,"2":0}],"b":1}',
    );
    expect(canonicalJson(JSON.parse('{"z":1,"__proto__":{"b":1,"a":2},"constructor":3}'))).toBe(
      '{"__proto__":{"a":2,"b":1},"constructor":3,"z":1}',
    );
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`k${(i * 17) % 40}`, i]));
    expect(Object.keys(JSON.parse(canonicalJson(many)))).toEqual(Object.keys(many).sort());
  });

  it('writes -0 as 0 and leaves undefined fields out', () => {
    expect(canonicalJson({ b: -0, a: undefined, c: [undefined] })).toBe('{"b":0,"c":[null]}');
  });
});
