import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../scenario/document';
import { netPresentValue } from './finance/net-present-value';
import { rateOfReturn } from './finance/rate-of-return';
import { adoptionShare } from './market/adoption';
import { openScenario } from './run-scenario';

const planOf = (document: ScenarioDocument) => openScenario(document, { documentHash: '' }).runPlan();
const EVERY_DAY = [{ id: 'all', name: 'Every day', workWeek: [1, 2, 3, 4, 5, 6, 7] }];

describe('learning: a doubling of output lowers unit cost by the learning rate (T. P. Wright 1936)', () => {
  // Unit coefficients of the 80 % curve, as tables of operations management have them (Heizer and Render, module E).
  const UNITS = [1, 0.8, 0.702, 0.64, 0.596, 0.562, 0.534, 0.512, 0.493, 0.477];

  it('conversion cost of the n-th GWh is the coefficient of the n-th unit', () => {
    const document: ScenarioDocument = {
      schemaVersion: 2,
      name: 'Learning',
      currency: 'USD',
      horizon: { start: '2026-01', end: '2026-11' },
      calendars: EVERY_DAY,
      projectStart: '2025-01-01',
      tasks: [{ id: 'build', name: 'Build', duration: 1, actualStart: '2025-01-01', actualFinish: '2025-01-02' }],
      // One GWh a month, the first of them in January.
      lines: [{ id: 'line', name: 'Line', buildTask: 'build', nameplate: 12 }],
      cost: { conversion: 1000, learningRate: 0.2, referenceVolume: 1 },
      pricing: { mode: 'trajectory', price: 1 },
      market: {
        own: { attributes: {} },
        segments: [{ id: 's', name: 'S', demand: 1e6, heterogeneity: 1, willingnessToPay: {} }],
        technologies: [],
      },
    };
    const { months } = planOf(document);
    // After n GWh, the cost of what comes next: the first month has X = 0, which counts as the reference, 1.
    UNITS.forEach((coefficient, i) => {
      expect(Math.round(months[i + 1]!.unitCost) / 1000, `unit ${i + 1}`).toBe(coefficient);
    });
  });
});

describe('adoption: consumer durables of F. M. Bass, Management Science 15 (1969)', () => {
  /** p, q and the published time of the peak of sales, years. */
  const DURABLES = [
    ['black and white television', 0.027877, 0.25105, 7.8],
    ['water softeners', 0.017703, 0.29695, 8.9],
    ['room air conditioners', 0.010399, 0.41861, 8.6],
    ['clothes dryers', 0.017206, 0.35688, 8.1],
    ['automatic coffee makers', 0.017135, 0.30145, 9.0],
    ['record players', 0.024796, 0.6541, 4.8],
  ] as const;

  it.each(DURABLES)('%s peak when the paper says, with half of the buyers less p/2q', (_name, p, q, peak) => {
    const STEP = 0.01;
    const sales = (x: number) => adoptionShare(p, q, x + STEP / 2) - adoptionShare(p, q, x - STEP / 2);
    let best = 0;
    for (let x = 1; x < 30; x += STEP) if (sales(x) > sales(best)) best = x;
    // The paper cuts after the first decimal.
    expect(best).toBeGreaterThan(peak - 2 * STEP);
    expect(best).toBeLessThan(peak + 0.1 + STEP);
    expect(adoptionShare(p, q, best)).toBeCloseTo(0.5 - p / (2 * q), 3);
  });
});

describe("XNPV and XIRR: the examples of Microsoft's documentation of Excel", () => {
  /** Days from 2008-01-01: 1 January, 1 March, 30 October 2008, 15 February, 1 April 2009. */
  const FLOWS = [
    [0, -10000],
    [60, 2750],
    [303, 4250],
    [411, 3250],
    [456, 2750],
  ] as const;
  // Its exponent is days/365, ours (m + 0.5)/12: a grid of days is one of months at the rate of 365 days in 12 of them.
  const daily = new Float64Array(457);
  for (const [day, amount] of FLOWS) daily[day] = amount;
  const flows = { monthly: daily, atEnd: 0 };
  const perTwelve = (yearly: number) => (1 + yearly) ** (12 / 365) - 1;

  it('XNPV at 9 % is 2086.647602', () => {
    const rate = perTwelve(0.09);
    expect(netPresentValue(flows, rate) * (1 + rate) ** (0.5 / 12)).toBeCloseTo(2086.647602, 6);
  });

  it('XIRR is 37.3362535 %', () => {
    const rate = (1 + rateOfReturn(flows)) ** (365 / 12) - 1;
    // Excel stops its search at 1e-8.
    expect(rate).toBeCloseTo(0.373362535, 7);
  });
});

describe('multinomial logit', () => {
  /** Shares of technologies with these utilities, nothing else in sight. */
  function shares(utilities: Readonly<Record<string, number>>) {
    const document: ScenarioDocument = {
      schemaVersion: 2,
      name: 'Logit',
      currency: 'USD',
      horizon: { start: '2026-01', end: '2026-01' },
      market: {
        own: { attributes: {} },
        segments: [{ id: 's', name: 'S', demand: 12, heterogeneity: 1, willingnessToPay: { utility: 1 } }],
        technologies: Object.entries(utilities).map(([id, utility]) => ({
          id,
          name: id,
          price: 4,
          attributes: { utility },
        })),
      },
    };
    return planOf(document).months[0]!.shares;
  }

  it('modes of travel: 0.690, 0.254, 0.057 (Koppelman and Bhat, A Self Instructing Course in Mode Choice, 2006, 4.1.2)', () => {
    for (const shift of [0, 1]) {
      const found = shares({ alone: -0.5 + shift, shared: -1.5 + shift, transit: -3 + shift });
      expect(found.alone).toBeCloseTo(0.69, 3);
      expect(found.shared).toBeCloseTo(0.254, 3);
      expect(found.transit).toBeCloseTo(0.057, 3);
    }
  });

  it('the red bus and the blue bus: a half each with the car, a third each with its copy (McFadden 1974; Train 2009, 3.3)', () => {
    expect(shares({ car: 2, blue: 2 })).toMatchObject({ car: 0.5, blue: 0.5 });
    const three = shares({ car: 2, blue: 2, red: 2 });
    for (const share of [three.car, three.blue, three.red]) expect(share).toBeCloseTo(1 / 3, 15);
  });
});

describe('merging paths: chances multiply (K. R. MacCrimmon, C. A. Ryavec, Operations Research 12, 1964)', () => {
  const PATHS = ['a', 'b', 'c'] as const;
  const document: ScenarioDocument = {
    schemaVersion: 2,
    name: 'Merge',
    currency: 'USD',
    horizon: { start: '2026-01', end: '2026-02' },
    calendars: EVERY_DAY,
    tasks: [
      ...PATHS.map((id) => ({ id, name: id, duration: { kind: 'uniform' as const, low: 10, high: 50 } })),
      { id: 'all', name: 'All done', duration: 0 },
    ],
    links: PATHS.map((id) => ({ from: id, to: 'all' })),
    focus: 'all',
    targets: [
      ...PATHS.map((id) => ({ id, name: id, metric: 'taskFinish' as const, task: id })),
      { id: 'focus', name: 'All', metric: 'focus' as const },
    ].map((target) => ({ ...target, op: '<=' as const, value: '2026-01-30' })),
  };
  const run = openScenario(document, { documentHash: '' }).startTrials({ trials: 16 * 512, seed: 20 });
  for (let block = 0; block < run.blocks; block++) run.runBlock(block);
  const results = run.results();

  it('three paths that are in time in half of the futures each are all in time in an eighth', () => {
    for (const id of PATHS) expect(results.targets[id]).toBeCloseTo(0.5, 2);
    const error = results.chanceErrors!.targets.focus!;
    expect(Math.abs(results.targets.focus! - 1 / 8)).toBeLessThan(4 * error);
    expect(error).toBeLessThan(0.005);
    // Three alike paths decide a third of the futures each, with independent errors of sqrt(2/9 / 8192) at most.
    expect(Math.abs(results.tasks.a!.criticality - 1 / 3)).toBeLessThan(
      4 * results.chanceErrors!.others!.criticality.a!,
    );
    expect(results.chanceErrors!.others!.criticality.a).toBeLessThan(0.009);
    const pair = results.jcl.find(({ targets }) => targets.join() === 'a,b')!;
    expect(Math.abs(pair.probability - 1 / 4)).toBeLessThan(0.02);
  });

  it('the largest of n uniform durations has its mean at n/(n+1) of their range (H. A. David, Order Statistics)', () => {
    // (3/4 - 1/2) of 40 days lie between the mean of the latest and the latest mean.
    expect(results.tasks.all!.mergeBias).toBeCloseTo(10, 0);
    const error = results.focus.se!.mean!;
    expect(Math.abs((results.focus.mean as number) - (20_454 + 10 + 30))).toBeLessThan(4 * error);
  });
});
