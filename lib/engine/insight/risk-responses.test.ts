import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { PLAIN_LABORATORY } from '../testing/plain-laboratory';
import { responseWorths } from './risk-responses';

/** A delay of 40 days that hits 6 in 10 futures, or 2 in 10 and half as hard with a response of 3 million. */
function delayed(active: boolean): ScenarioDocument {
  return {
    schemaVersion: 2,
    name: 'Delayed',
    currency: 'CNY',
    horizon: { start: '2026-01', end: '2026-12' },
    calendars: [{ id: 'all', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] }],
    tasks: [{ id: 'a', name: 'A', duration: { kind: 'uniform', low: 100, high: 200 } }],
    risks: [
      {
        id: 'r',
        name: 'R',
        probability: 0.625,
        impacts: [{ target: 'a', effect: 'delay', amount: 40 }],
        response: { active, probability: 0.25, scale: 0.5, cost: 3e6, month: '2026-01' },
      },
      { id: 'plain', name: 'Without a response', probability: 0.5, impacts: [] },
    ],
    funding: { initialCash: 1e7 },
    targets: [{ id: 't', name: 'Done', metric: 'projectFinish', op: '<=', value: '2026-12-31' }],
    run: { trials: 512, seed: 5 },
  };
}

async function worths(active: boolean) {
  const outcome = await responseWorths(delayed(active), {}, PLAIN_LABORATORY);
  if (!outcome.ok) throw new Error(outcome.errors[0]!.message);
  return outcome.value;
}

describe('what the response to a risk is worth', () => {
  it('in days and money: 0.25 x 20 - 0.625 x 40 = -20 days, and 3 million spent', async () => {
    const [worth, ...more] = await worths(true);
    expect(more).toEqual([]);
    expect(worth!.active).toBe(true);
    expect(worth!.outputs.projectFinish!.difference.mean).toBeCloseTo(-20, 9);
    expect(worth!.outputs.peakFunding!.difference.P50).toBeCloseTo(3e6, 3);
    expect(worth!.outputs.npv!.difference.P50).toBeCloseTo(-3e6, 3);
    expect(worth!.targets.t).toMatchObject({ before: 1, after: 1, difference: 0 });
  });

  it('the same whether the document has it active or not', async () => {
    const [active] = await worths(true);
    const [inactive] = await worths(false);
    expect(inactive).toEqual({ ...active, active: false });
  });
});
