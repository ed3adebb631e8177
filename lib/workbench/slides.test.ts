import { describe, expect, it } from 'vitest';
import { exampleResults } from '../charts/testing/example-results';
import { scenarioSlides } from './slides';

const { document, plan, trials } = exampleResults();
const update = { stage: 'full' as const, plan, trials };

describe('slides', () => {
  it('a scenario without a story is told in six slides, each a sentence', () => {
    const slides = scenarioSlides(document, update);
    expect(slides.map(({ id }) => id)).toEqual(['headline', 'timeline', 'share', 'supply', 'money', 'risks']);
    for (const { title } of slides) expect(title).toMatch(/^[A-Z0-9].{12,}\.$/s);
  });

  it('no slide shows NaN, undefined or an infinite number, however absurd the scenario', () => {
    const absurd = exampleResults({ absurd: true });
    const slides = scenarioSlides(absurd.document, { stage: 'full', plan: absurd.plan, trials: absurd.trials });
    for (const { title, notes } of slides) expect(`${title} ${notes}`).not.toMatch(/NaN|undefined|Infinity|∞/);
  });

  it('an author’s story is told in its order; a view that is not there is left out', () => {
    const story = [
      { title: 'Money first', view: 'money', notes: 'Slowly.' },
      { title: 'Nothing', view: 'hologram' },
      { title: '', view: 'share' },
    ];
    const slides = scenarioSlides({ ...document, meta: { ...document.meta, story } }, update);
    expect(slides.map(({ title }) => title)[0]).toBe('Money first');
    expect(slides).toHaveLength(2);
    expect(slides[0]?.notes).toBe('Slowly.');
    expect(slides[1]?.title).toBe(scenarioSlides(document, update)[2]?.title);
  });
});
