import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentHash } from '../scenario/document-hash';
import { createKnownParts } from '../scenario/known-parts';
import { brokenDocument } from '../scenario/testing/fuzz-documents';
import { SMALL_DOCUMENT } from '../scenario/testing/small-document';
import { validateDocument } from '../scenario/validate';
import { documentChanges, withChanges } from './document-changes';
import { createDocumentReceiver, createDocumentSender } from './sent-document';

describe('changes of a document', () => {
  it('are found where they are, and all else is shared', () => {
    const before = { name: 'A', tasks: [{ id: 'a', duration: { mode: 3 } }, { id: 'b' }], run: {} };
    const after = { ...before, tasks: [{ id: 'a', duration: { mode: 4 } }, before.tasks[1]] };
    const changes = documentChanges(before, after);
    expect(changes).toEqual([{ path: ['tasks', 0, 'duration', 'mode'], value: 4 }]);
    const made = withChanges<unknown>(before, changes) as typeof before;
    expect(made).toEqual(after);
    expect(made.tasks[1]).toBe(before.tasks[1]);
    expect(made.run).toBe(before.run);
    expect(before.tasks[0]?.duration?.mode).toBe(3);
  });

  it('say that a list has another length and that keys have come, gone or changed places', () => {
    for (const [before, after] of [
      [{ a: [1, 2] }, { a: [1] }],
      [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }],
      [{ a: { b: 1, c: 2 } }, { a: { c: 2 } }],
      [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }],
      [{ a: 0 }, { a: -0 }],
      [{ a: [] }, { a: {} }],
      [{ a: null }, { a: undefined }],
      [1, { a: 1 }],
      [{ a: 1 }, null],
    ]) {
      const made = withChanges<unknown>(before, documentChanges(before, after));
      expect(made).toStrictEqual(after);
      expect(JSON.stringify(made)).toBe(JSON.stringify(after));
    }
  });

  it('bring any document to where it is sent, as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 5 }), { maxLength: 5 }), (values) => {
        const send = createDocumentSender();
        const receive = createDocumentReceiver();
        for (const value of values) {
          const { document } = receive(structuredClone(send(value as never)));
          expect(JSON.stringify(document)).toBe(JSON.stringify(value));
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('are refused where the document that they change is missing', () => {
    const send = createDocumentSender();
    send(SMALL_DOCUMENT);
    const second = send({ ...SMALL_DOCUMENT, name: 'Another' });
    expect(() => createDocumentReceiver()(second)).toThrow('Changes since document 1 came after none.');
  });
});

describe('documents that follow each other', () => {
  it('are judged and named as each alone would be, whatever is known of those before', () => {
    const random = numbersFrom(20_26);
    const send = createDocumentSender();
    const receive = createDocumentReceiver();
    const known = createKnownParts();
    let refused = 0;
    for (let step = 0; step < 1500; step++) {
      // Every third is in order again, so that parts are known when the next one is broken.
      const value = step % 3 === 0 ? SMALL_DOCUMENT : structuredClone(brokenDocument([SMALL_DOCUMENT], random));
      const { document } = receive(structuredClone(send(value as never)));
      const outcome = validateDocument(document, known);
      expect(outcome).toEqual(validateDocument(value));
      if (!outcome.ok) {
        refused++;
        continue;
      }
      expect(documentHash(outcome.value, known)).toBe(documentHash(outcome.value));
    }
    expect(refused).toBeGreaterThan(500);
  });

  it('find errors that come from elsewhere in parts that have not changed', () => {
    const known = createKnownParts();
    const document = structuredClone(SMALL_DOCUMENT);
    expect(validateDocument(document, known).ok).toBe(true);
    const withoutSources = validateDocument({ ...document, sources: [] }, known);
    expect(withoutSources).toEqual(validateDocument({ ...structuredClone(document), sources: [] }));
    expect(withoutSources.ok).toBe(false);
    expect(validateDocument({ ...document, tasks: document.tasks?.slice(1) }, known).ok).toBe(false);
    expect(validateDocument({ ...document, tasks: [...document.tasks!, document.tasks![0]] }, known)).toMatchObject({
      ok: false,
      errors: [{ rule: 'unique' }],
    });
    expect(validateDocument(document, known).ok).toBe(true);
  });
});

/** Numbers in [0, 1) that follow from the seed (Park and Miller's generator). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
