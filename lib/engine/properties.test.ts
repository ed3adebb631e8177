import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../scenario/document';
import { referenceScenarios } from '../scenario/reference';
import { validateDocument } from '../scenario/validate';
import { compareRuns } from './insight/paired-comparison';
import type { FutureResult } from './results/result-types';
import { openScenario } from './run-scenario';
import { smallScenario } from './testing/small-scenarios';
import type { TrialsOptions } from './types';

const RUNS = { numRuns: 60, seed: 7 };
const FEW = { numRuns: 8, seed: 11 };
const open = (document: ScenarioDocument) => openScenario(document, { documentHash: 'x' });

/** Durations, a volume, a price path and two events that go together. */
const CORRELATIONS = [
  { a: 'tasks/test/duration', b: 'tasks/build/duration', rho: 0.7 },
  { a: 'tasks/build/duration', b: 'tasks/second/duration', rho: 0.5 },
  { a: 'market/technologies/old/price', b: 'materials/powder/contracts/first/volume', rho: -0.6 },
  { a: 'risks/quality/occurrence', b: 'risks/dear/occurrence', rho: 0.4 },
];

/** Three futures of a scenario: its plan and two of its trials. */
function futures(document: ScenarioDocument): FutureResult[] {
  const scenario = open(document);
  return [scenario.runPlan(), scenario.replayTrial(3, { seed: 5 }), scenario.replayTrial(400, { seed: 5 })];
}

function near(a: number, b: number, scale = 1): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(scale, Math.abs(a), Math.abs(b));
}

describe('what holds in every future', () => {
  it('the generated scenarios are valid', () => {
    fc.assert(
      fc.property(smallScenario, (document) => {
        const checked = validateDocument(JSON.parse(JSON.stringify(document)));
        expect(checked.ok ? [] : checked.errors).toEqual([]);
      }),
      FEW,
    );
  });

  it('material: what was in stock and came in was used, refused, or is in stock', () => {
    fc.assert(
      fc.property(smallScenario, (document) => {
        for (const future of futures(document)) {
          let stock = Number(document.materials?.[0]?.stock?.initial ?? 0);
          for (const month of future.months) {
            const { supply, use, refused, stock: left } = month.materials.powder!;
            expect(near(stock + supply, use + refused + left, 100)).toBe(true);
            expect(left).toBeGreaterThanOrEqual(0);
            stock = left;
          }
        }
      }),
      RUNS,
    );
  });

  it('money: cash changes by what came in and went out, and nothing else', () => {
    fc.assert(
      fc.property(smallScenario, (document) => {
        for (const future of futures(document)) {
          let cash = Number(document.funding?.initialCash ?? 0);
          for (const m of future.months) {
            const out =
              m.interest + m.principal + m.overhead + m.rnd + m.oneOff + m.capex + m.variable + m.fixed + m.tax;
            expect(near(cash + m.received + m.revenue - out, m.cash, 1e6)).toBe(true);
            const fcf = m.grants + m.revenue - (m.variable + m.fixed + m.overhead + m.rnd + m.oneOff + m.capex);
            expect(near(fcf - m.unleveredTax, m.fcf, 1e6)).toBe(true);
            cash = m.cash;
          }
        }
      }),
      RUNS,
    );
  });

  it('shares add up to one, with what nobody serves', () => {
    fc.assert(
      fc.property(smallScenario, (document) => {
        for (const future of futures(document)) {
          for (const { shares, totalDemand } of future.months) {
            const sum = shares.own! + shares.old! + shares.rival! + shares.unserved!;
            expect(near(sum, totalDemand > 0 ? 1 : 0)).toBe(true);
            expect(near(shares.technology!, shares.own! + shares.rival!)).toBe(true);
            expect(Math.min(...Object.values(shares))).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      RUNS,
    );
  });

  it('starts stay within capacity, demand and material', () => {
    fc.assert(
      fc.property(smallScenario, (document) => {
        for (const future of futures(document)) {
          let stock = Number(document.materials?.[0]?.stock?.initial ?? 0);
          for (const m of future.months) {
            const powder = m.materials.powder!;
            expect(m.starts).toBeLessThanOrEqual(m.startsCapacity + 1e-12);
            expect(m.output).toBeLessThanOrEqual(m.demand * (1 + 1e-12) + 1e-12);
            expect(powder.use).toBeLessThanOrEqual((stock + powder.supply) * (1 + 1e-12) + 1e-9);
            stock = powder.stock;
          }
        }
      }),
      RUNS,
    );
  });

  it('no number leaves that is not finite', () => {
    fc.assert(
      fc.property(smallScenario, (document) => {
        for (const future of futures(document)) {
          JSON.stringify(future, (_, value: unknown) => {
            if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value}`);
            return value;
          });
        }
      }),
      RUNS,
    );
  });

  it('the order of tasks, links, risks, segments, technologies and correlations changes nothing', () => {
    fc.assert(
      fc.property(smallScenario, (plain) => {
        const document: ScenarioDocument = { ...plain, correlations: CORRELATIONS };
        const turned: ScenarioDocument = {
          ...document,
          tasks: [...document.tasks!].reverse(),
          links: [...document.links!].reverse(),
          risks: [...document.risks!].reverse(),
          // Either end of a pair may be named first.
          correlations: CORRELATIONS.map(({ a, b, rho }) => ({ a: b, b: a, rho })).reverse(),
          market: {
            ...document.market!,
            segments: [...document.market!.segments].reverse(),
            technologies: [...document.market!.technologies].reverse(),
          },
        };
        const before = futures(document);
        futures(turned).forEach((after, i) => {
          expect(after.sop).toEqual(before[i]!.sop);
          expect(near(after.npv, before[i]!.npv, 1e6)).toBe(true);
          expect(after.risks).toEqual(before[i]!.risks);
          expect(after.targets).toEqual(before[i]!.targets);
          for (const [id, { EF, totalFloat }] of Object.entries(before[i]!.tasks)) {
            expect(after.tasks[id]!.EF).toEqual(EF);
            expect(near(after.tasks[id]!.totalFloat ?? -1, totalFloat ?? -1)).toBe(true);
          }
          after.months.forEach((month, m) => {
            expect(near(month.output, before[i]!.months[m]!.output)).toBe(true);
            expect(near(month.shares.rival!, before[i]!.months[m]!.shares.rival!)).toBe(true);
          });
        });
      }),
      { ...RUNS, numRuns: 25 },
    );
  });

  it('with soft funding and a given price, more supply for nothing never lowers output', () => {
    fc.assert(
      fc.property(smallScenario, fc.integer({ min: 1, max: 5000 }), (document, extra) => {
        const plain: ScenarioDocument = {
          ...document,
          funding: { ...document.funding, policy: 'soft', grace: undefined },
          pricing: { mode: 'trajectory', price: 25 },
        };
        const richer: ScenarioDocument = {
          ...plain,
          materials: plain.materials!.map((material) => ({
            ...material,
            contracts: [
              ...material.contracts,
              { id: 'free', supplier: 'C', start: '2026-01-01', volume: extra, price: 0 },
            ],
          })),
        };
        const total = (future: FutureResult) => future.months.reduce((sum, month) => sum + month.output, 0);
        const before = futures(plain);
        futures(richer).forEach((after, i) => {
          expect(total(after)).toBeGreaterThanOrEqual(total(before[i]!) * (1 - 1e-12) - 1e-12);
        });
      }),
      { ...RUNS, numRuns: 25 },
    );
  });
});

/** The kept numbers of every trial of a run, block by block, ran in the given order. */
function results(document: ScenarioDocument, options: TrialsOptions, order?: (blocks: number) => number[]): string {
  const run = open(document).startTrials({ ...options, samples: true });
  const blocks = order?.(run.blocks) ?? Array.from({ length: run.blocks }, (_, block) => block);
  for (const block of blocks) run.runBlock(block);
  const { samples, ...rest } = run.results();
  return JSON.stringify([rest, Object.values(samples ?? {}).map((column) => [...column])]);
}

describe('runs of trials', () => {
  it('whoever runs which block in which order, the results have the same bytes', () => {
    fc.assert(
      fc.property(smallScenario, (document) => {
        const options = { trials: 1300, seed: 3, sensitivity: 'all' as const };
        const whole = results(document, options);
        expect(results(document, options, (blocks) => [...Array(blocks).keys()].reverse())).toBe(whole);
        // Two other threads: each compiles the scenario for itself and hands its blocks over.
        const here = open(document).startTrials({ ...options, samples: true });
        const threads = [0, 1].map(() => open(document).startTrials({ ...options, samples: true }));
        for (let block = here.blocks - 1; block >= 0; block--) {
          const thread = threads[block % 2]!;
          thread.runBlock(block);
          const taken = thread.takeBlock(block);
          here.addBlock(structuredClone(taken, { transfer: [...taken.buffers] }));
        }
        const { samples, ...rest } = here.results();
        expect(JSON.stringify([rest, Object.values(samples ?? {}).map((column) => [...column])])).toBe(whole);
      }),
      { ...FEW, numRuns: 3 },
    );
  });

  it.each([
    ['latin-hypercube', 8192],
    ['monte-carlo', 2048],
  ] as const)('by %s, a run of %d trials begins with that of 512', (sampling, trialsOfLong) => {
    const reference = referenceScenarios[0]!.document;
    const years = ['output', 'ownShare'].map((name) => `${name}@2030`);
    const months = ['output', 'cash', 'price', 'unitCost', 'technologyShare'].map((name) => `${name}@2030-06`);
    const names = ['sop', 'focus', 'projectFinish', 'npv', 'irr', 'peakFunding', 'minCash', ...years, ...months];
    const columns = (trials: number) => {
      const run = open(reference).startTrials({ trials, sampling, seed: 9 });
      for (let block = 0; block < run.blocks; block++) run.runBlock(block);
      return names.map((name) => run.column(name)!);
    };
    const long = columns(trialsOfLong);
    columns(512).forEach((values, i) => {
      expect(values).toHaveLength(512);
      expect(long[i]!.subarray(0, 512), names[i]).toEqual(values);
    });
  });

  it('a scenario paired with itself differs by exactly 0', () => {
    fc.assert(
      fc.property(smallScenario, (document) => {
        const run = () => {
          const trials = open(document).startTrials({ trials: 600, seed: 4 });
          trials.runBlock(1);
          trials.runBlock(0);
          return { document, run: trials };
        };
        const { outputs, targets, months } = compareRuns(run(), run());
        const differences = [...Object.values(outputs), ...months.flatMap(({ fans }) => Object.values(fans))];
        for (const { difference, neverBefore, neverAfter } of differences) {
          expect([neverBefore, neverAfter]).toEqual([0, 0]);
          for (const figure of [difference.P5, difference.P50, difference.P95, difference.mean]) {
            expect(figure === 'never' ? 0 : figure).toBe(0);
          }
        }
        for (const { difference } of Object.values(targets)) expect(difference).toBe(0);
      }),
      { ...FEW, numRuns: 4 },
    );
  });

  it('a trial replayed alone has the numbers of the run to the bit', () => {
    fc.assert(
      fc.property(smallScenario, fc.integer({ min: 0, max: 699 }), (document, trial) => {
        const scenario = open(document);
        const run = scenario.startTrials({ trials: 700, samples: true, seed: 2 });
        run.runBlock(0);
        run.runBlock(1);
        const samples = run.results().samples!;
        const replayed = scenario.replayTrial(trial, { seed: 2 });
        expect(replayed.npv).toBe(samples.npv![trial]);
        expect(replayed.sop === 'never' ? Number.POSITIVE_INFINITY : replayed.sop.day).toBe(samples.sop![trial]);
        const output = replayed.months.slice(24).reduce((sum, month) => sum + month.output, 0);
        expect(output).toBe(samples['output@2028']![trial]);
      }),
      FEW,
    );
  });

  it('a further task, risk or line leaves the draws of every other input as they were', () => {
    fc.assert(
      fc.property(smallScenario, (document) => {
        const idle: ScenarioDocument = {
          ...document,
          tasks: [
            ...document.tasks!,
            { id: 'aside', name: 'Aside', duration: { kind: 'uniform', low: 1, high: 9 } },
            // Work that begins behind the horizon: a line that waits for it draws and does nothing else.
            { id: 'far', name: 'Far', duration: 5, constraint: { type: 'SNET', date: '2040-01-01' } },
          ],
          lines: [
            ...document.lines!,
            {
              id: 'aside',
              name: 'Aside',
              buildTask: 'far',
              nameplate: { kind: 'uniform', low: 1, high: 5 },
              yield: { initial: { kind: 'uniform', low: 0.5, high: 0.7 }, mature: 0.9, timeConstant: 3 },
            },
          ],
          risks: [
            ...document.risks!,
            {
              id: 'aside',
              name: 'Aside',
              probability: 0.5,
              impacts: [{ target: 'aside', effect: 'delay', amount: 3 }],
            },
          ],
        };
        const columns = (of: ScenarioDocument) => {
          const run = open(of).startTrials({ trials: 512, samples: true });
          run.runBlock(0);
          return run.results().samples!;
        };
        const before = columns(document);
        const after = columns(idle);
        const names = [
          'sop',
          'npv',
          'irr',
          'peakFunding',
          'output@2027',
          'output@2028',
          'ownShare@2028',
          'targets/date',
        ];
        for (const name of names) {
          expect([...after[name]!]).toEqual([...before[name]!]);
        }
      }),
      FEW,
    );
  });
});
