import { describe, expect, it } from 'vitest';
import { SMALL_DOCUMENT } from './testing/small-document';
import { upgradeDocument } from './upgrade';

function first(value: unknown) {
  const outcome = upgradeDocument(value);
  return outcome.ok ? undefined : outcome.errors[0];
}

describe('upgradeDocument', () => {
  it('takes a document of this version as it is', () => {
    const outcome = upgradeDocument(SMALL_DOCUMENT);
    expect(outcome.ok && outcome.value).toBe(SMALL_DOCUMENT);
  });

  it('says that a newer document needs a newer product, and nothing of its fields', () => {
    const outcome = upgradeDocument({ ...SMALL_DOCUMENT, schemaVersion: 3, novelty: true });
    expect(outcome.ok ? [] : outcome.errors).toEqual([
      {
        path: 'schemaVersion',
        value: 3,
        rule: 'version',
        message: 'The document has schema version 3, newer than 2, which is the newest that can be read here.',
      },
    ]);
  });

  it('says that an older document cannot be read', () => {
    expect(first({ schemaVersion: 1 })?.message).toBe(
      'The document has schema version 1; only version 2 can be read here.',
    );
    expect(first({ schemaVersion: -1e308 })?.rule).toBe('version');
  });

  it('refuses what is no document', () => {
    expect(first(null)?.rule).toBe('type');
    expect(first({ schemaVersion: Number.NaN })?.rule).toBe('type');
  });
});
