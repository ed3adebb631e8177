import { describe, expect, it } from 'vitest';
import { caseNames, readCase } from '../engine/testing/conformance-cases';
import { openDocument } from './open';

describe('documents that an independent implementation refuses', () => {
  for (const name of caseNames()) {
    const { document, plan } = readCase(name);
    if (plan.errors === undefined) continue;
    it(`are refused by the same rule, which names what is wrong: ${name}`, () => {
      const opened = openDocument(document);
      if (opened.ok) throw new Error('The document was accepted.');
      for (const expected of plan.errors ?? []) {
        const error = opened.errors.find(({ rule }) => rule === expected.rule);
        const text = JSON.stringify(error);
        const named = expected.message.match(/tasks\/[\w/-]+/g) ?? [];
        for (const id of [...named, ...(Array.isArray(expected.value) ? expected.value : [])])
          expect(text).toContain(id);
        expect(error?.path).toBe(expected.path);
      }
    });
  }
});

describe('documents that it accepts', () => {
  it('are accepted', () => {
    for (const name of caseNames()) {
      const { document, plan } = readCase(name);
      if (plan.errors !== undefined) continue;
      const opened = openDocument(document);
      expect([name, opened.ok ? [] : opened.errors]).toEqual([name, []]);
    }
  });
});
