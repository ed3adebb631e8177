import { describe, expect, it } from 'vitest';
import { exampleResults } from '../charts/testing/example-results';
import type { RunUpdate } from '../runner/types';
import { headlineFigure } from './headline';
import { headlineNames } from './outputs';

const { document, plan, trials } = exampleResults();
const update: RunUpdate = { stage: 'full', plan, trials };
const withSop = (days: readonly number[]): RunUpdate => ({
  ...update,
  trials: { ...trials, samples: { sop: Float64Array.from(days) } },
});

describe('headline figures', () => {
  it('a run against itself shows no change', () => {
    const run = withSop([21000, 21100, 21200]);
    expect(headlineFigure(document, run, run, 'sop')?.change).toEqual({
      direction: 'same',
      text: 'no change',
      band: '',
    });
  });

  it('a change has its sign and its band, over the same trials', () => {
    const before = withSop([21000, 21100, 21200]);
    const after = withSop([21041, 21151, 21261]);
    expect(headlineFigure(document, after, before, 'sop')?.change).toEqual({
      direction: 'up',
      text: '+51 d',
      band: '+43 d to +59 d',
    });
  });

  it('trials that are now never are said beside the days', () => {
    const before = withSop([21000, 21100, 21200, 21300]);
    const after = withSop([21000, 21100, 21200, Number.POSITIVE_INFINITY]);
    expect(headlineFigure(document, after, before, 'sop')?.change?.band).toBe('never +25 pt');
  });

  it('a date that most futures never reach is said as a date not reached, not as a blank', () => {
    const never = {
      ...update,
      trials: { ...trials, sop: { ...trials.sop, P50: 'never', P90: 'never', never: 0.6 } as const },
    };
    const figure = headlineFigure(document, never, null, 'sop');
    expect(figure?.value).toMatch(/^not before \d{4}$/);
    expect(figure?.never).toBe('never in 60 %');
  });

  it('no figure shows NaN, undefined or an infinite number, however absurd the scenario', () => {
    const absurd = exampleResults({ absurd: true });
    const run: RunUpdate = { stage: 'full', plan: absurd.plan, trials: absurd.trials };
    for (const name of headlineNames(absurd.document)) {
      expect(JSON.stringify(headlineFigure(absurd.document, run, null, name))).not.toMatch(/NaN|undefined|Infinity|∞/);
    }
  });
});
