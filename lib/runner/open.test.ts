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

  it('are refused for what each alone is refused for, however often a part was found in order', () => {
    const known = createKnownDocuments();
    const [calendar, ...others] = reference.calendars!;
    const { baseline } = reference.meta!;
    const withCalendar = (more: object): ScenarioDocument => ({
      ...reference,
      calendars: [{ ...calendar!, ...more } as typeof calendar & object, ...others],
    });
    const withBaseline = (more: object): ScenarioDocument => ({
      ...reference,
      meta: { ...reference.meta, baseline: { ...baseline!, ...more } },
    });
    const [task] = baseline!.tasks;
    const edits: readonly ScenarioDocument[] = [
      reference,
      withCalendar({ workWeek: [8] }),
      reference,
      withCalendar({ workWeek: [], exceptions: [] }),
      withBaseline({ tasks: [{ ...task, duration: -1 }] }),
      { ...withBaseline({ links: [{ from: 'nobody', to: task!.id }] }), currency: '' },
      reference,
    ];
    for (const edit of edits) {
      // Twice: what was found wrong once is not taken for sound.
      for (let time = 0; time < 2; time++) {
        const shared = openDocument(edit, [], known);
        const alone = openDocument(structuredClone(edit));
        expect(shared.ok ? [] : shared.errors).toEqual(alone.ok ? [] : alone.errors);
        expect(shared.ok).toBe(edit === reference);
      }
    }
  });
});
