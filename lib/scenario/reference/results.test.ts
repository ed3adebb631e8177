import { describe, expect, test } from 'vitest';
import type { Finite, FutureResult, TrialsResult } from '../../engine/results/result-types';
import { openScenario } from '../../engine/run-scenario';
import { baseMix } from './calibration';
import { referenceScenarios } from './reference-scenarios';
import type { ScenarioKey } from './support';

/**
 * Not a snapshot: the bounds are what a cell-industry analyst would call possible, wide enough that an input may move
 * without them and narrow enough that a slip of a power of ten, a sign or a date does not pass.
 */

const TRIALS = 1024;
const BILLION = 1e9;

function runOf(key: ScenarioKey): { plan: FutureResult; trials: TrialsResult } {
  const { document } = referenceScenarios.find(
    (scenario) => scenario.key === key,
  ) as (typeof referenceScenarios)[number];
  const scenario = openScenario(document, { documentHash: key });
  const run = scenario.startTrials({ trials: TRIALS });
  for (let block = 0; block < run.blocks; block += 1) run.runBlock(block);
  return { plan: scenario.runPlan(), trials: run.results() };
}

const results: Readonly<Record<ScenarioKey, ReturnType<typeof runOf>>> = {
  reference: runOf('reference'),
  announced: runOf('announced'),
  constrained: runOf('constrained'),
};

const numberOf = (value: Finite | undefined) =>
  value === undefined || value === 'never' ? Number.POSITIVE_INFINITY : value;
/** Years since the beginning of our era, near enough for bounds of half a year. */
const yearOf = (day: Finite | undefined) => 1970 + numberOf(day) / 365.2425;

function expectBetween(value: number, low: number, high: number) {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

const yearFan = ({ trials }: ReturnType<typeof runOf>, year: number, fan: string) => {
  const found = trials.years.find((entry) => entry.year === year)?.fans[fan];
  if (!found) throw new RangeError(`no ${fan} in ${year}`);
  return found;
};
const monthFan = ({ trials }: ReturnType<typeof runOf>, month: string, fan: string) => {
  const found = trials.months.find((entry) => entry.month === month)?.fans[fan];
  if (!found) throw new RangeError(`no ${fan} in ${month}`);
  return found;
};

describe('Reference', () => {
  const run = results.reference;

  test('has the first GWh line start about the turn of the decade, give or take more than a year, and seldom never', () => {
    const { sop } = run.trials;
    expectBetween(yearOf(sop.P50), 2029.5, 2030.8);
    expectBetween(yearOf(sop.P90) - yearOf(sop.P10), 1.3, 4);
    expectBetween(sop.never ?? 0, 0, 0.06);
  });

  test('is planned earlier than it is forecast, since a plan has no slips', () => {
    const { sop } = run.plan;
    expect(sop).not.toBe('never');
    if (sop !== 'never') expect(sop.day).toBeLessThan(numberOf(run.trials.sop.P25));
  });

  test('makes well under one GWh in 2030 at about a thousand yuan a kWh', () => {
    expectBetween(numberOf(yearFan(run, 2030, 'output').P50), 0.01, 0.6);
    expect(numberOf(yearFan(run, 2030, 'output').P90)).toBeLessThan(1);
    expectBetween(numberOf(monthFan(run, '2030-06', 'unitCost').P50), 750, 1350);
  });

  test('has hundredths of a per cent of the market in 2030, and more of its own segment', () => {
    expectBetween(numberOf(yearFan(run, 2030, 'ownShare').P50), 0, 5e-4);
    expect(numberOf(yearFan(run, 2031, 'segment/own-premium').P50)).toBeGreaterThan(
      10 * numberOf(yearFan(run, 2031, 'ownShare').P50),
    );
  });

  test('needs about ten billion, and the money comes back in few futures', () => {
    expectBetween(numberOf(run.trials.peakFunding.P50) / BILLION, 7, 15);
    expect(numberOf(run.trials.npv.P50)).toBeLessThan(0);
    expect(run.trials.targets['npv-positive']).toBeLessThan(0.25);
  });
});

describe('Announced', () => {
  const run = results.announced;

  test('keeps the date of 2027 and reaches some twenty GWh in 2030', () => {
    expectBetween(yearOf(run.trials.sop.P50), 2027.7, 2028.1);
    expectBetween(numberOf(yearFan(run, 2030, 'output').P50), 14, 25);
  });

  test('would pay in most futures', () => {
    expect(numberOf(run.trials.npv.P50)).toBeGreaterThan(0);
    expectBetween(numberOf(run.trials.peakFunding.P50) / BILLION, 4, 12);
  });
});

describe('Constrained', () => {
  const run = results.constrained;

  test('comes later than Reference or not at all, and sells less', () => {
    expect(numberOf(run.trials.sop.P50)).toBeGreaterThan(numberOf(results.reference.trials.sop.P50));
    expectBetween(run.trials.sop.never ?? 0, 0.1, 0.5);
    for (const year of [2031, 2035])
      expect(numberOf(yearFan(run, year, 'output').P50)).toBeLessThan(
        numberOf(yearFan(results.reference, year, 'output').P50),
      );
  });

  test('is held back by money and electrolyte where Reference is not', () => {
    const share = ({ trials }: ReturnType<typeof runOf>, labels: readonly string[]) =>
      trials.months.reduce(
        (sum, { bottleneck }) => sum + labels.reduce((part, label) => part + (bottleneck[label] ?? 0), 0),
        0,
      );
    const short = ['funding', 'electrolyte', 'li2s'];
    expect(share(run, short)).toBeGreaterThan(share(results.reference, short));
  });
});

describe.each(Object.entries(results))('%s', (_, run) => {
  test('starts from the market of China in 2025 within two points', () => {
    const shares = run.plan.months[0]?.shares ?? {};
    for (const [technology, observed] of Object.entries(baseMix))
      expect(Math.abs((shares[technology] ?? 0) - observed), technology).toBeLessThan(0.02);
    const drawn = run.trials.months[0]?.fans ?? {};
    for (const [technology, observed] of Object.entries(baseMix))
      expect(Math.abs(numberOf(drawn[`share/${technology}`]?.mean) - observed), technology).toBeLessThan(0.02);
  });

  test('keeps the incumbents where they are, by and large, at the end of each year to 2030', () => {
    for (const year of [2026, 2027, 2028, 2029, 2030]) {
      const mean = (technology: string) => numberOf(monthFan(run, `${year}-12`, `share/${technology}`).mean);
      expectBetween(mean('lfp'), 0.74, 0.85);
      expectBetween(mean('nmc'), 0.13, 0.21);
      expectBetween(mean('semi-solid'), 0, 0.04);
      expectBetween(mean('sodium-ion'), 0, 0.03);
      expectBetween(
        mean('assb-leaders') + mean('assb-followers') + mean('assb-overseas'),
        0,
        year < 2028 ? 0.001 : 0.006,
      );
    }
  });

  test('adds its shares up to one in every month of the plan', () => {
    for (const { month, shares } of run.plan.months) {
      const { technology: _technology, ...parts } = shares;
      expect(
        Object.values(parts).reduce((sum, share) => sum + share, 0),
        month,
      ).toBeCloseTo(1, 9);
    }
  });

  test('is unsure of its own date where the evidence is, and never names a date before the tests of 2026', () => {
    expect(yearOf(run.trials.sop.P5)).toBeGreaterThan(2027);
    expect(numberOf(run.trials.sop.P90)).toBeGreaterThan(numberOf(run.trials.sop.P10));
  });
});
