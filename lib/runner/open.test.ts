import { describe, expect, it } from 'vitest';
import { referenceDocument } from '../bench/reference';
import { caseNames, readCase } from '../engine/testing/conformance-cases';
import type { ScenarioDocument } from '../scenario/document';
import { createKnownDocuments, openDocument } from './open';

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

describe('documents that share their parts', () => {
  const { document: reference } = referenceDocument();
  const [first] = reference.tasks ?? [];
  const withFirst = (more: object): ScenarioDocument => ({
    ...reference,
    tasks: reference.tasks?.map((task) => (task === first ? ({ ...task, ...more } as typeof task) : task)),
  });
  const figures = (opened: ReturnType<typeof openDocument>) => {
    if (!opened.ok) throw new Error(opened.errors[0]?.message);
    const run = opened.value.startTrials({ trials: 40 });
    run.runBlock(0);
    return JSON.stringify(run.results());
  };

  it('have the figures that each alone has, whatever is known of those before', () => {
    const known = createKnownDocuments();
    const { horizon } = reference;
    const market = reference.market!;
    const edits: readonly ScenarioDocument[] = [
      reference,
      withFirst({ name: 'Another name' }),
      { ...reference, horizon: { ...horizon, end: '2038-12' } },
      { ...reference, horizon: { start: '2025-01', end: '2036-12' } },
      { ...reference, correlations: [], market: { ...market, technologies: market.technologies.slice(1) } },
      { ...reference, materials: reference.materials?.slice().reverse() },
      reference,
    ];
    for (const edit of edits) {
      const shared = figures(openDocument(edit, [], known));
      // The parts of a copy are known to nobody.
      expect(shared === figures(openDocument(structuredClone(edit)))).toBe(true);
    }
  });
});
