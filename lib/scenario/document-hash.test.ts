import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from './document';
import { canonicalJson, documentHash } from './document-hash';

describe('documentHash', () => {
  it('is the sha256 of the text, as Node computes it', () => {
    const document = { schemaVersion: 2, name: '固态 line', currency: 'CNY' } as unknown as ScenarioDocument;
    const text = '{"currency":"CNY","name":"固态 line","schemaVersion":2}';
    expect(documentHash(document)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
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

  it('writes -0 as 0 and leaves undefined fields out', () => {
    expect(canonicalJson({ b: -0, a: undefined, c: [undefined] })).toBe('{"b":0,"c":[null]}');
  });
});
