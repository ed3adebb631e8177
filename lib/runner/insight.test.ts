import { describe, expect, it } from 'vitest';
import { OTHER_PLANT, PLANT } from '../engine/testing/two-scenarios';
import { askInsight, type InsightWorker } from './insight-client';
import { performInsight } from './insight-tasks';
import type { InsightMessage, InsightProgress } from './insight-types';

const draws = { trials: 512, seed: 3 };

function standIn(): InsightWorker & { ended: boolean; tell(message: InsightMessage): void } {
  return {
    ended: false,
    onmessage: null,
    onerror: null,
    postMessage: () => undefined,
    terminate() {
      this.ended = true;
    },
    tell(message) {
      this.onmessage?.({ data: message } as MessageEvent<InsightMessage>);
    },
  };
}

describe('questions to the worker of insights', () => {
  it('replays a trial with the numbers that the study kept of it', async () => {
    const question = { document: PLANT, draws, sensitivity: ['npv'], samples: ['npv'] };
    const study = await performInsight({ kind: 'study', question });
    const future = await performInsight({ kind: 'replay', question: { document: PLANT, draws, trial: 17 } });
    if (!study.ok || !future.ok) throw new Error('refused');
    expect(future.value.npv).toBe(study.value.trials.samples?.npv?.[17]);
    expect(study.value.trials.sensitivity.npv?.length).toBeGreaterThan(0);
  });

  it('compares two scenarios under the same draws and tells every block', async () => {
    const told: InsightProgress[] = [];
    const question = { before: PLANT, after: OTHER_PLANT, draws, outputs: ['unitCost@2029'] };
    const outcome = await performInsight({ kind: 'compare', question }, (progress) => told.push(progress));
    if (!outcome.ok) throw new Error('refused');
    expect(told).toEqual([
      { done: 512, of: 1024 },
      { done: 1024, of: 1024 },
    ]);
    expect(outcome.value.before.trials.seed).toBe(outcome.value.after.trials.seed);
    expect(Object.keys(outcome.value.comparison.outputs)).toContain('unitCost@2029');
  });

  it('attributes every figure that is asked for over the same mixtures', async () => {
    const after = { ...PLANT, funding: OTHER_PLANT.funding };
    const question = { before: PLANT, after, draws, outputs: ['npv', 'peakFunding'] };
    const runs: InsightProgress[] = [];
    const outcome = await performInsight({ kind: 'attribute', question }, (progress) => runs.push(progress));
    if (!outcome.ok) throw new Error('refused');
    expect(runs.at(-1)).toEqual({ done: 2, of: 2 });
    for (const output of question.outputs) {
      const found = outcome.value[output];
      if (!found?.ok) throw new Error('refused');
      expect(found.value.groups.map(({ group }) => group)).toEqual(['funding']);
      expect(found.value.groups[0]?.value).toBeCloseTo(found.value.after - found.value.before, 6);
    }
  });

  it('mixes the months of two scenarios; all the weight on one is that one', async () => {
    const members = (weight: number) => [
      { document: PLANT, weight },
      { document: OTHER_PLANT, weight: 1 - weight },
    ];
    const series = ['output', 'cash'];
    const ask = (weight: number) =>
      performInsight({ kind: 'mixture', question: { members: members(weight), draws, series } });
    const study = await performInsight({
      kind: 'study',
      question: { document: PLANT, draws, sensitivity: [], samples: [] },
    });
    const [alone, both] = [await ask(1), await ask(0.5)];
    if (!alone.ok || !both.ok || !study.ok) throw new Error('refused');
    const { months } = study.value.trials;
    expect(alone.value.map(({ month }) => month)).toEqual(months.map(({ month }) => month));
    const at = months.length - 1;
    expect(alone.value[at]!.fans.cash!.P50).toBeCloseTo(months[at]!.fans.cash!.P50 as number, 0);
    const spread = ({ fans }: (typeof alone.value)[number]) => (fans.cash!.P90 as number) - (fans.cash!.P10 as number);
    expect(spread(both.value[at]!)).toBeGreaterThan(spread(alone.value[at]!));
  });

  it('runs whole blocks until a figure is known, and tells how far it is', async () => {
    const told: InsightProgress[] = [];
    const figures = [{ output: 'sop', statistic: 'P50', error: 4 } as const];
    const question = { document: PLANT, draws: {}, figures, mostTrials: 16_384 };
    const outcome = await performInsight({ kind: 'known', question }, (progress) => told.push(progress));
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.value).toMatchObject({ known: true, figures: [{ known: true, output: 'sop' }] });
    expect(outcome.value.figures[0]!.reached).toBeLessThanOrEqual(4);
    expect(told.at(-1)).toEqual({ done: outcome.value.trials, of: 16_384 });
  });

  it('refuses a document that is none in sentences', async () => {
    const question = { document: { ...PLANT, currency: '' }, draws };
    const outcome = await performInsight({ kind: 'checks', question });
    expect(outcome.ok).toBe(false);
  });

  it('ends the worker when it is cancelled, and rejects as an aborted fetch does', async () => {
    const worker = standIn();
    const abort = new AbortController();
    const asked = askInsight('checks', { document: PLANT, draws }, { signal: abort.signal, connect: () => worker });
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.ended).toBe(true);
  });

  it('ends the worker with its answer, and hands on its progress', async () => {
    const worker = standIn();
    const told: InsightProgress[] = [];
    const onProgress = (progress: InsightProgress) => told.push(progress);
    const asked = askInsight('checks', { document: PLANT, draws }, { onProgress, connect: () => worker });
    worker.tell({ kind: 'progress', progress: { done: 1, of: 2 } });
    worker.tell({ kind: 'done', outcome: { ok: true, value: [] } });
    await expect(asked).resolves.toEqual({ ok: true, value: [] });
    expect(told).toEqual([{ done: 1, of: 2 }]);
    expect(worker.ended).toBe(true);
  });
});
