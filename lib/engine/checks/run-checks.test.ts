import { describe, expect, it } from 'vitest';
import type { Check, ScenarioDocument } from '../../scenario/document';
import { PLAIN_LABORATORY } from '../testing/plain-laboratory';
import { PLANT } from '../testing/two-scenarios';
import { direction, runChecks } from './run-checks';

async function check(check: Omit<Check, 'id' | 'name'>, document: ScenarioDocument = PLANT) {
  const checks = [{ id: 'k', name: 'K', ...check }];
  const outcome = await runChecks({ ...document, checks }, { trials: 512 }, PLAIN_LABORATORY);
  if (!outcome.ok) throw new Error(outcome.errors[0]!.message);
  return outcome.value[0]!;
}

const LONGER = [{ path: 'tasks/build/duration', factor: 1.5 }];
const SUPPLY = 'materials/salt/contracts/c1/volume';

describe('the analyst checks', () => {
  it('that a longer build brings SOP later, in the plan and in trials', async () => {
    expect(await check({ change: LONGER, output: 'sop', expect: 'up' })).toMatchObject({ holds: true });
    const inTrials = await check({ change: LONGER, output: 'sop', expect: 'up', mode: 'trials' });
    expect(inTrials.holds).toBe(true);
    expect(inTrials.after).toBeGreaterThan(inTrials.before + 100);
    expect(await check({ change: LONGER, output: 'sop', expect: 'down' })).toMatchObject({ holds: false });
  });

  it('that nothing moves: not-up and not-down hold, up and down do not', async () => {
    const change = [{ path: SUPPLY, factor: 1 }];
    for (const [expectation, holds] of [
      ['not-up', true],
      ['not-down', true],
      ['up', false],
      ['down', false],
    ] as const) {
      expect((await check({ change, output: 'npv', expect: expectation })).holds).toBe(holds);
    }
  });

  it('a number or a date against the output after the change', async () => {
    const change = [{ path: 'funding/initialCash', value: 5 }];
    const dates = { change: LONGER, output: 'sop' };
    expect((await check({ change, output: 'targets/cheap', expect: { op: '>=', value: 1e6 } })).holds).toBe(true);
    expect((await check({ ...dates, expect: { op: '<=', value: '2027-01-01' } })).holds).toBe(false);
    expect((await check({ ...dates, expect: { op: '>=', value: '2027-01-01' } })).holds).toBe(true);
  });

  it('several inputs at once, and the same one twice', async () => {
    const change = [
      { path: 'tasks/build/duration', factor: 2 },
      { path: 'tasks/build/duration', offset: -260 },
    ];
    expect(await check({ change, output: 'sop', expect: 'not-up' })).toMatchObject({ holds: true });
  });

  it('in trials over all of a target, which is the value of its metric', async () => {
    const change = [{ path: SUPPLY, factor: 0.5 }];
    const result = await check({ change, output: 'targets/much', expect: 'down', mode: 'trials' });
    expect(result.holds).toBe(true);
    expect(result.after).toBeLessThan(0.7 * result.before);
  });

  it('tells the reason of a change that is not allowed, and goes on', async () => {
    const laboratory = {
      ...PLAIN_LABORATORY,
      open: (document: ScenarioDocument, moves?: readonly { path: string }[]) =>
        moves?.[0]?.path === 'bad'
          ? { ok: false as const, errors: [{ path: 'bad', value: 0, rule: 'range' as const, message: 'Too low.' }] }
          : PLAIN_LABORATORY.open(document, moves),
    };
    const checks: Check[] = [
      { id: 'a', name: 'A', change: [{ path: 'bad', value: -1 }], output: 'sop', expect: 'not-up' },
      { id: 'b', name: 'B', change: [], output: 'sop', expect: 'not-up' },
    ];
    const outcome = await runChecks({ ...PLANT, checks }, {}, laboratory);
    expect(outcome.ok && outcome.value).toMatchObject([{ holds: false, fault: 'Too low.' }, { holds: true }]);
  });
});

describe('where a figure goes', () => {
  const never = Number.POSITIVE_INFINITY;

  it('never is later than every date; what there is none of has no direction', () => {
    expect(direction(20000, never)).toBe(1);
    expect(direction(never, 20000)).toBe(-1);
    expect(direction(never, never)).toBe(0);
    expect(direction(Number.NaN, 1)).toBeNaN();
  });

  it('a rounding error is no change', () => {
    expect(direction(3e9, 3e9 + 1)).toBe(0);
    expect(direction(0.01, 0.0100001)).toBe(1);
    expect(direction(0, 1e-300)).toBe(1);
  });
});
