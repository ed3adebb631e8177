import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pricing, ScenarioDocument } from '../../scenario/document';
import { referenceScenarios } from '../../scenario/reference';
import { compileScenario } from '../compile/compile-scenario';
import { createKnownSamplers } from '../compile/kept-samplers';
import type { Move } from '../compile/moves';
import { openScenario } from '../run-scenario';
import { createTrialState } from '../scale-up/create-trial-state';
import { smallScenario } from '../testing/small-scenarios';
import { keptMarkets, type MarketKey } from './kept-markets';
import type { KernelInstance } from './kernel-instance';

interface Run {
  readonly document: ScenarioDocument;
  readonly moves?: readonly Move[];
  readonly seed?: number;
  readonly trials?: number;
}

/** Of documents that are never changed in place: their markets are known by identity. */
const known = createKnownSamplers();
const open = (document: ScenarioDocument, moves?: readonly Move[]) =>
  openScenario(document, { documentHash: 'x', moves, known });

/** Everything that the trials of the first block keep, as bits. */
function bitsOf({ document, moves, seed = 5, trials = 24 }: Run, plain = false): BigUint64Array {
  const run = open(document, moves).startTrials({ trials, seed, plain });
  run.runBlock(0);
  const bits = new BigUint64Array(run.takeBlock(0).buffers[0]!);
  run.release();
  return bits;
}

/** The first run, one after the other in the same memory, that has not the bits of the plain code; -1 if all have. */
function firstWrong(runs: readonly Run[]): number {
  return runs.findIndex((run) => {
    const plain = bitsOf(run, true);
    return bitsOf(run).some((bits, i) => bits !== plain[i]);
  });
}

/** The document with another duration of its first tasks: its market is the same object. */
function withDuration(document: ScenarioDocument, days: number): ScenarioDocument {
  const tasks = document.tasks?.map((task) =>
    task.duration === undefined || task.actualStart !== undefined ? task : { ...task, duration: days },
  );
  return { ...document, tasks };
}

const edited = (document: ScenarioDocument) =>
  [30, 40, 50, 60].map((days) => ({ document: withDuration(document, days) }));

const reference = referenceScenarios[0]!.document;

describe('a market that is taken over from run to run', () => {
  it.each(referenceScenarios.map(({ key, document }) => [key, document] as const))(
    'leaves every bit as it is, edit after edit: %s',
    (_, document) => expect(firstWrong(edited(document))).toBe(-1),
  );

  it('leaves every bit as it is where own price follows what the others are worth', () => {
    const { technologies, segments } = reference.market!;
    const limits = { technology: technologies[0]!.id, segment: segments[0]!.id };
    const pricings: Pricing[] = [
      { mode: 'parity', technology: technologies[1]!.id, premium: 3 },
      { mode: 'value', ...limits, share: 0.4 },
      { mode: 'cost-plus', markup: 0.1 },
    ];
    for (const pricing of pricings) expect(firstWrong(edited({ ...reference, pricing }))).toBe(-1);
  });

  it('is not taken over where anything it depends on has changed', () => {
    const market = reference.market!;
    const [segment, ...segments] = market.segments;
    const dearer = { ...market, segments: [{ ...segment!, heterogeneity: 31 }, ...segments] };
    const later = { ...reference, market: dearer };
    const other = referenceScenarios[1]!.document;
    const shorter = { ...reference, horizon: { ...reference.horizon, end: '2035-12' as const } };
    const path = `market/segments/${segment!.id}/heterogeneity`;
    const before = [{ document: reference }, ...edited(reference).slice(0, 2)];
    const after: Run[] = [
      { document: later },
      { document: withDuration(reference, 30), seed: 6 },
      { document: shorter },
      { document: withDuration(reference, 30), moves: [{ path, factor: 1.2 }] },
      { document: other },
      { document: { ...reference, correlations: [] } },
    ];
    // Twice each: the second run of a market is the first that keeps it.
    for (const run of after) expect(firstWrong([...before, run, run, ...before])).toBe(-1);
  });

  it('leaves every bit as it is when a run had fewer trials, or another block between', () => {
    const document = withDuration(reference, 30);
    expect(firstWrong([20, 20, 60, 60, 10].map((trials) => ({ document, trials })))).toBe(-1);
    const start = () => open(document).startTrials({ trials: 560, seed: 5 });
    const blocks = [0, 1, 0, 0, 1] as const;
    const run = start();
    const found = blocks.map((block) => {
      run.runBlock(block);
      return new BigUint64Array(run.takeBlock(block).buffers[0]!);
    });
    const plain = open(document).startTrials({ trials: 560, seed: 5, plain: true });
    for (const [i, block] of blocks.entries()) {
      plain.runBlock(block);
      const bits = new BigUint64Array(plain.takeBlock(block).buffers[0]!);
      expect(found[i]!.findIndex((value, at) => value !== bits[at])).toBe(-1);
    }
  });

  it('is not taken over where a document may have been changed in place', () => {
    const market = structuredClone(reference.market!);
    const document = { ...reference, market } as { -readonly [Key in keyof ScenarioDocument]: ScenarioDocument[Key] };
    const bits = () => {
      const run = openScenario(document, { documentHash: 'x' }).startTrials({ trials: 24, seed: 5 });
      run.runBlock(0);
      const found = new BigUint64Array(run.takeBlock(0).buffers[0]!);
      run.release();
      return found;
    };
    const before = [bits(), bits(), bits()];
    for (const segment of market.segments) Object.assign(segment, { heterogeneity: 31 });
    const after = bits();
    const difference = (a: BigUint64Array, b: BigUint64Array) => a.findIndex((value, i) => value !== b[i]);
    expect(difference(before[2]!, before[0]!)).toBe(-1);
    expect(difference(after, bitsOf({ document: structuredClone(document) }, true))).toBe(-1);
    expect(difference(after, before[0]!)).not.toBe(-1);
  });

  it('leaves every bit as it is whatever the scenario', () => {
    fc.assert(
      fc.property(smallScenario, (document) => firstWrong(edited(document)) === -1),
      { seed: 11, numRuns: 40 },
    );
  });
});

describe('the places of markets', () => {
  const { market } = createTrialState(compileScenario(reference, 'x'));
  const key: MarketKey = { draws: 'draws', months: 'months', market: {} };

  /** A memory that only notes where its state was turned to. */
  function memory() {
    const turned: number[] = [];
    const instance = {
      exports: { layMarkets: () => {}, turnToMarket: (at: number) => turned.push(at), readAhead: () => 0 },
      markets: { bytes: 0, key: null, isLaid: false, weighed: new Uint8Array(512) },
      allocate: () => 4096,
    } as unknown as KernelInstance;
    return { turned, open: () => keptMarkets(instance, market)(1) };
  }

  it('are used from the second run of a market on, and known to be weighed from the third', () => {
    const { turned, open } = memory();
    const runs = [1, 2, 3].map(() => {
      const markets = open();
      markets.follow({ ...key });
      return [0, 7].map((trial) => {
        const isWeighed = markets.turnTo(trial);
        markets.weighed(trial);
        return isWeighed;
      });
    });
    expect(runs).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
    const stride = (turned[2]! - turned[1]!) / 7;
    expect(turned).toEqual([1, 4096, 4096 + 7 * stride, 4096, 4096 + 7 * stride]);
    expect(stride).toBeGreaterThan(8 * market.otherWeights.length);
  });

  it('are forgotten with another market, other draws, other months and by a trial that was not finished', () => {
    for (const change of [{ market: {} }, { draws: 'others' }, { months: 'others' }]) {
      const { open } = memory();
      for (const used of [key, key, { ...key, ...change }, key, key]) {
        const markets = open();
        markets.follow(used);
        expect(markets.turnTo(3)).toBe(false);
        markets.weighed(3);
      }
    }
    const { open } = memory();
    for (let run = 0; run < 3; run++) {
      const markets = open();
      markets.follow(key);
      expect(markets.turnTo(3)).toBe(false);
    }
  });

  it('are not used by blocks after the first', () => {
    const { turned, open } = memory();
    const markets = open();
    for (const used of [key, key, null]) markets.follow(used);
    expect(markets.turnTo(3)).toBe(false);
    expect(turned.at(-1)).toBe(1);
  });
});
