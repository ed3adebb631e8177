import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../scenario/document';
import { PLAIN_LABORATORY } from '../testing/plain-laboratory';
import { OTHER_PLANT, PLANT } from '../testing/two-scenarios';
import { type AttributionRequest, attributeChange, attributeChanges } from './attribution';
import { differingGroups, GROUPS, mixDocuments } from './mixture';

async function attribute(before: ScenarioDocument, after: ScenarioDocument, request: AttributionRequest) {
  const outcome = await attributeChange(before, after, { trials: 512, ...request }, PLAIN_LABORATORY);
  if (!outcome.ok) throw new Error(outcome.errors[0]!.message);
  return outcome.value;
}

async function figure(document: ScenarioDocument, output: string): Promise<number> {
  const opened = PLAIN_LABORATORY.open(document);
  if (!opened.ok) throw new Error('refused');
  const run = await PLAIN_LABORATORY.run(opened.value, { trials: 512, seed: 3, samples: [output] });
  const values = run.column(output)!;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const FIVE_GROUPS = { ...OTHER_PLANT, cost: PLANT.cost, market: PLANT.market };

describe('attribution of a change to the groups of inputs', () => {
  it('finds the groups that differ, whatever notes say', () => {
    expect(differingGroups(PLANT, OTHER_PLANT)).toEqual(GROUPS);
    const noted = { ...PLANT, funding: { ...PLANT.funding, meta: { note: 'Asked the bank.' } }, name: 'Noted' };
    expect(differingGroups(PLANT, noted)).toEqual([]);
    const correlated = { ...PLANT, correlations: [{ a: 'lines/l1/nameplate', b: 'tasks/test/duration', rho: 0.2 }] };
    expect(differingGroups(PLANT, correlated)).toEqual(['timeline', 'lines']);
  });

  it('sums to the whole change, from the one document to the other, over all 32 mixtures of five groups', async () => {
    const runs: number[] = [];
    const request = { output: 'npv', trials: 64, onRuns: (done: number) => runs.push(done) };
    const { before, after, groups } = await attribute(PLANT, FIVE_GROUPS, request);
    expect(runs).toHaveLength(32);
    const sum = groups.reduce((total, { value }) => total + value, 0);
    expect(Math.abs(sum - (after - before))).toBeLessThan(1e-9 * Math.abs(before));
    expect(groups.map(({ group }) => group)).toEqual(['timeline', 'risks', 'lines', 'supply', 'funding']);
  });

  it('says of several figures at once what it says of each alone, and keeps apart what hinders one', async () => {
    const after = { ...PLANT, lines: OTHER_PLANT.lines, materials: OTHER_PLANT.materials };
    const figures = [{ output: 'output@2029' }, { output: 'ownShare@1999' }, { output: 'npv' }];
    const outcome = await attributeChanges(PLANT, after, { trials: 512, figures }, PLAIN_LABORATORY);
    if (!outcome.ok) throw new Error('refused');
    const [made, none, worth] = outcome.value;
    expect(made).toEqual({ ok: true, value: await attribute(PLANT, after, { output: 'output@2029' }) });
    expect(worth).toEqual({ ok: true, value: await attribute(PLANT, after, { output: 'npv' }) });
    expect(none?.ok).toBe(false);
  });

  it('begins and ends with the figures of the two documents', async () => {
    const after = { ...PLANT, lines: OTHER_PLANT.lines, materials: OTHER_PLANT.materials };
    const result = await attribute(PLANT, after, { output: 'output@2029' });
    expect(result.before).toBeCloseTo(await figure(PLANT, 'output@2029'), 12);
    expect(result.after).toBeCloseTo(await figure(after, 'output@2029'), 12);
  });

  it('gives everything to the one group that differs', async () => {
    const result = await attribute(PLANT, { ...PLANT, funding: OTHER_PLANT.funding }, { output: 'peakFunding' });
    expect(result.groups).toEqual([{ group: 'funding', value: result.after - result.before }]);
  });

  it('shares what two groups do together equally: supply and a larger line, each idle without the other', async () => {
    const certain: ScenarioDocument = {
      ...PLANT,
      risks: [],
      tasks: PLANT.tasks!.map((task) => ({ ...task, duration: task.id === 'sop' ? 0 : 100 })),
      correlations: [],
      lines: [{ ...PLANT.lines![0]!, nameplate: 1, yield: { initial: 1, mature: 1 } }],
      materials: [{ ...PLANT.materials![0]!, contracts: [{ ...PLANT.materials![0]!.contracts[0]!, volume: 600 }] }],
      market: { ...PLANT.market!, segments: [{ ...PLANT.market!.segments[0]!, demand: 1e4 }] },
    };
    const both: ScenarioDocument = {
      ...certain,
      lines: [{ ...certain.lines![0]!, nameplate: 2 }],
      materials: [
        { ...certain.materials![0]!, contracts: [{ ...certain.materials![0]!.contracts[0]!, volume: 1200 }] },
      ],
    };
    const { before, after, groups } = await attribute(certain, both, { output: 'output@2029', trials: 8 });
    expect(before).toBeCloseTo(1, 9);
    expect(after).toBeCloseTo(2, 9);
    expect(groups.map(({ group }) => group)).toEqual(['lines', 'supply']);
    for (const { value } of groups) expect(value).toBeCloseTo(0.5, 9);
  });

  it('attributes the chance of a target, and tells errors from the blocks', async () => {
    const result = await attribute(
      PLANT,
      { ...PLANT, tasks: OTHER_PLANT.tasks, risks: OTHER_PLANT.risks },
      { output: 'targets/early', statistic: 'probability', trials: 8 * 512 },
    );
    expect(result.groups).toHaveLength(2);
    for (const { se } of result.groups) expect(se).toBeGreaterThan(0);
    expect(result.after - result.before).toBeLessThan(-0.15);
  });

  it('says so where the figure never comes', async () => {
    const late = { ...PLANT, risks: PLANT.risks, tasks: PLANT.tasks!.map((task) => gated(task)) };
    const outcome = await attributeChange(PLANT, late, { output: 'sop', trials: 64 }, PLAIN_LABORATORY);
    expect(outcome.ok ? '' : outcome.errors[0]!.message).toMatch(/sop cannot be attributed.*timeline.*never/);
  });

  it('compares no money in two currencies', async () => {
    const outcome = await attributeChange(PLANT, { ...PLANT, currency: 'EUR' }, { output: 'npv' }, PLAIN_LABORATORY);
    expect(outcome.ok ? '' : outcome.errors[0]!.message).toMatch(/EUR.*CNY/);
  });
});

function gated(task: NonNullable<ScenarioDocument['tasks']>[number]) {
  return task.id === 'test' ? { ...task, gate: { passProbability: 0 } } : task;
}

describe('a mixture', () => {
  const renamed: ScenarioDocument = {
    ...PLANT,
    tasks: PLANT.tasks!.map((task) => ({ ...task, id: `new-${task.id}` })),
    links: PLANT.links!.map(({ from, to }) => ({ from: `new-${from}`, to: `new-${to}` })),
    lines: [{ ...PLANT.lines![0]!, buildTask: 'new-build', requires: ['new-sop'] }],
    materials: PLANT.materials!.map((material) => ({
      ...material,
      contracts: material.contracts.map((contract) => ({ ...contract, start: { task: 'new-build' } })),
    })),
    risks: [],
    correlations: [{ a: 'tasks/new-test/duration', b: 'tasks/new-build/duration', rho: 0.5 }],
  };

  it('drops what hangs on tasks that it does not have, and lists it', () => {
    const { document, dropped } = mixDocuments(PLANT, renamed, new Set(['timeline']));
    expect(document.lines).toEqual([]);
    expect(document.materials![0]!.contracts).toEqual([]);
    expect(document.risks!.map(({ impacts }) => impacts.length)).toEqual([0, 0]);
    expect(document.correlations).toEqual(renamed.correlations);
    expect(dropped).toEqual([
      'lines/l1: task "build"',
      'materials/salt/contracts/c1: task "build"',
      'risks/fire/impacts/0: task "build"',
      'risks/shortage/impacts/0: contract "c1"',
    ]);
  });

  it('lets correlations follow the group of their first path', () => {
    const { document, dropped } = mixDocuments(PLANT, renamed, new Set(['lines', 'supply', 'risks']));
    expect(document.correlations).toEqual(PLANT.correlations);
    expect(dropped).toContain('lines/l1: task "new-build"');
  });

  it('keeps the draws of impacts whose neighbours are dropped', () => {
    const two = {
      ...PLANT,
      risks: [
        {
          ...PLANT.risks![0]!,
          impacts: [{ target: 'gone', effect: 'delay', amount: 1 } as const, PLANT.risks![0]!.impacts[0]!],
        },
      ],
    };
    const { document } = mixDocuments(two, PLANT, new Set(['lines']));
    expect(document.risks![0]!.impacts.map(({ id }) => id)).toEqual(['1']);
  });

  it('takes the price of the market that it has where its own names a technology that is missing', () => {
    const other = {
      ...PLANT,
      market: { ...PLANT.market!, technologies: [{ ...PLANT.market!.technologies[0]!, id: 'lfp' }] },
      pricing: { mode: 'parity', technology: 'lfp', premium: 80 } as const,
    };
    const { document, dropped } = mixDocuments(PLANT, other, new Set(['market']));
    expect(document.pricing).toEqual(other.pricing);
    expect(dropped).toEqual(['pricing: technology "nmc", that of the market in its place']);
  });
});
