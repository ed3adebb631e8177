import { describe, expect, it } from 'vitest';
import type { ScenarioDocument, Target } from '../../scenario/document';
import { PLAIN_LABORATORY } from '../testing/plain-laboratory';
import { type GoalRequest, seekGoal } from './goal-seek';

/** One task of 100 to 200 days in a calendar without weekends, from 2026-01-01. */
function oneTask(target: Partial<Target>): ScenarioDocument {
  return {
    schemaVersion: 2,
    name: 'One task',
    currency: 'CNY',
    horizon: { start: '2026-01', end: '2026-12' },
    calendars: [{ id: 'all', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] }],
    tasks: [{ id: 'a', name: 'A', duration: { kind: 'uniform', low: 100, high: 200 } }],
    targets: [{ id: 't', name: 'Done', metric: 'projectFinish', op: '<=', value: '2026-05-10', ...target }],
    run: { trials: 512, seed: 5 },
  };
}

// 24:00 of 2026-05-10 is 130 days after the start: without a move the chance is 0.3.
const REQUEST: GoalRequest = {
  path: 'tasks/a/duration',
  by: 'offset',
  low: -100,
  high: 50,
  target: 't',
  probability: 0.8,
};

async function seek(request: Partial<GoalRequest>, target: Partial<Target> = {}) {
  const outcome = await seekGoal(oneTask(target), { ...REQUEST, ...request }, PLAIN_LABORATORY);
  if (!outcome.ok) throw new Error(outcome.errors[0]!.message);
  return outcome.value;
}

describe('goal seek where the answer is known', () => {
  // 512 strata of u know a probability to 1/512, a fifth of a day here; bisection adds 1e-4 of the bounds.
  const STRATUM_DAYS = 100 / 512;

  it('an offset: 100 + 100 u + x <= 130 in 8 of 10 futures needs x = -50', async () => {
    const { found, unmoved } = await seek({});
    expect(unmoved).toBeCloseTo(0.3, 2);
    expect(Math.abs(found!.move + 50)).toBeLessThan(STRATUM_DAYS + 0.015);
    expect(found!.probability).toBeGreaterThanOrEqual(0.8);
  });

  it('a factor: (100 + 100 u) f <= 130 in 8 of 10 futures needs f = 130 / 180', async () => {
    const { found } = await seek({ by: 'factor', low: 0.5, high: 1.5 });
    expect(Math.abs(found!.move - 130 / 180)).toBeLessThan(0.002);
  });

  it('moves upwards where that is what helps', async () => {
    const { found } = await seek({ low: -50, high: 90 }, { op: '>=' });
    // 100 + 100 u + x >= 130 in 8 of 10 futures: x = 10.
    expect(Math.abs(found!.move - 10)).toBeLessThan(STRATUM_DAYS + 0.015);
  });

  it('no move at all where the wish is already reached', async () => {
    const { found } = await seek({ probability: 0.25 });
    expect(found!.move).toBe(0);
  });

  it('none within the bounds is an answer, with the best that there is', async () => {
    const { found, best } = await seek({ low: -20, high: 20 });
    expect(found).toBeNull();
    expect(best.move).toBe(-20);
    expect(best.probability).toBeCloseTo(0.5, 2);
  });

  it('begins at the nearest bound where no move lies outside', async () => {
    const { found } = await seek({ low: -90, high: -60 });
    expect(found!.move).toBe(-60);
  });

  it('takes the wish of the target where none is given', async () => {
    const { wish } = await seek({ probability: undefined, low: -20, high: 20 }, { probability: 0.4 });
    expect(wish).toBe(0.4);
  });

  it('ends within 1e-4 of the distance of the bounds', async () => {
    const { tried, found } = await seek({});
    const misses = tried.filter(({ probability }) => probability < 0.8).map(({ move }) => Math.abs(move - found!.move));
    expect(Math.min(...misses)).toBeLessThanOrEqual(150e-4);
  });
});

describe('goal seek refuses', () => {
  const refusal = async (request: Partial<GoalRequest>) => {
    const outcome = await seekGoal(oneTask({}), { ...REQUEST, ...request }, PLAIN_LABORATORY);
    return outcome.ok ? '' : outcome.errors[0]!.message;
  };

  it('bounds in the wrong order', async () => {
    expect(await refusal({ low: 5, high: 5 })).toMatch(/lower one must be below/);
  });

  it('a target that does not exist, by naming those that do', async () => {
    expect(await refusal({ target: 'x' })).toMatch(/no target "x"; there are: t/);
  });

  it('a wish that is no probability, and none at all', async () => {
    expect(await refusal({ probability: 1.5 })).toMatch(/above 0 and at most 1/);
    expect(await refusal({ probability: undefined })).toMatch(/has no wish/);
  });
});
