import { describe, expect, it } from 'vitest';
import { compileScenario } from './compile/compile-scenario';
import type { Statistics, TrialsResult } from './results/result-types';
import { openScenario } from './run-scenario';
import { createTrialState } from './scale-up/create-trial-state';
import { readCase } from './testing/conformance-cases';
import { runColumns, worstDistance } from './testing/trials-agreement';
import { blockLayout } from './trials/block-layout';
import { SCALAR } from './trials/kept-scalars';

const EXPECTED_TRIALS = 4000;
type Fans = readonly Readonly<Record<string, Statistics>>[];
type Expected = Omit<TrialsResult, 'months' | 'years'> & { readonly months: Fans; readonly years: Fans };

/** Distances of every percentile of a case from the independent implementation's, by name. */
function distances(name: string, trials: number): { name: string; distance: number }[] {
  const { document, trials: answer } = readCase(name);
  const expected = answer as Expected;
  const model = compileScenario(document, name);
  const layout = blockLayout(model, createTrialState(model).layout, model.targets.length);
  const column = runColumns(openScenario(document, { documentHash: name }), { trials, seed: 20 });
  const found: { name: string; distance: number }[] = [];
  const compare = (label: string, index: number, statistics: Statistics | undefined) => {
    const values = column(index).filter((value) => !Number.isNaN(value));
    const figures = statistics as unknown as Record<string, unknown>;
    found.push({ name: label, distance: worstDistance(values, figures, EXPECTED_TRIALS) });
  };
  for (const scalar of ['sop', 'focus', 'projectFinish', 'npv', 'peakFunding'] as const) {
    compare(scalar, SCALAR[scalar], expected[scalar]);
  }
  if (expected.irr.none !== 1) compare('irr', SCALAR.irr, expected.irr);
  model.network.taskIds.forEach((id, task) => {
    compare(`${id} start`, layout.tasks + 3 * task, expected.tasks[id]!.start);
    compare(`${id} finish`, layout.tasks + 3 * task + 1, expected.tasks[id]!.finish);
  });
  model.lines.forEach(({ id }, line) => {
    compare(`${id} ready`, layout.lines + 3 * line, expected.lines[id]!.ready);
    compare(`${id} capexPaid`, layout.lines + 3 * line + 2, expected.lines[id]!.capexPaid);
  });
  expected.months.forEach((month, m) => {
    layout.series.forEach(({ name: series }, i) => {
      compare(`${series}@${m}`, layout.months + i * model.months.count + m, month[series]);
    });
  });
  expected.years.forEach((year, y) => {
    layout.yearSeries.forEach((series, i) => {
      compare(`${series}@${y} (year)`, layout.years + y * layout.yearSeries.length + i, year[series]);
    });
  });
  return found;
}

function probabilityDistance(p: number, expected: number, trials: number): number {
  const spread = Math.max(expected * (1 - expected), 1 / EXPECTED_TRIALS);
  return Math.abs(p - expected) / Math.sqrt(spread * (1 / trials + 1 / EXPECTED_TRIALS));
}

describe('statistics agree with an independent implementation with another random stream', () => {
  for (const name of ['28-statistics', '51-solid-soft']) {
    it(`percentiles of dates, money and every fan, by their probability: ${name}`, () => {
      const all = distances(name, 2048);
      // Among thousands of figures a few lie beyond 4 standard errors by chance; none lies far beyond.
      const beyond = all.filter(({ distance }) => distance > 4);
      expect(beyond.length).toBeLessThanOrEqual(all.length / 500);
      expect(all.filter(({ distance }) => distance > 5.5)).toEqual([]);
    }, 120_000);

    it(`probabilities, criticality and joint confidence: ${name}`, () => {
      const { document, trials: answer } = readCase(name);
      const expected = answer as Expected;
      const trials = 4096;
      const run = openScenario(document, { documentHash: name }).startTrials({
        trials,
        seed: 21,
        sensitivity: 'all',
        fanErrors: true,
      });
      for (let block = 0; block < run.blocks; block++) run.runBlock(block);
      const actual = run.results();
      const far: string[] = [];
      const compare = (label: string, p: number, e: number) => {
        if (probabilityDistance(p, e, trials) > 4.5) far.push(`${label}: ${p} instead of ${e}`);
      };
      compare('shortfall', actual.shortfall, expected.shortfall);
      compare('abandoned', actual.abandoned, expected.abandoned);
      compare('no rate of return', actual.irr.none ?? 0, expected.irr.none ?? 0);
      for (const date of ['sop', 'focus', 'projectFinish'] as const) {
        expected.cdf[date].forEach((e, m) => {
          compare(`${date} by month ${m}`, actual.cdf[date][m]!, e);
        });
      }
      for (const [id, e] of Object.entries(expected.targets)) compare(id, actual.targets[id]!, e);
      expected.jcl.forEach((entry, i) => {
        expect(actual.jcl[i]!.targets).toEqual(entry.targets);
        compare(entry.targets.join(), actual.jcl[i]!.probability, entry.probability);
      });
      expected.months.forEach((month, m) => {
        for (const [label, e] of Object.entries(month.bottleneck as unknown as Record<string, number>)) {
          compare(`${label} in month ${m}`, actual.months[m]!.bottleneck[label]!, e);
        }
      });
      for (const [id, e] of Object.entries(expected.tasks)) {
        const task = actual.tasks[id]!;
        compare(`criticality of ${id}`, task.criticality, e.criticality);
        if (e.ssi === undefined) continue;
        // sd of a correlation near 0 is 1/sqrt(N); SSI spreads about as the criticality does.
        if (Math.abs(task.cruciality - e.cruciality) > 4.5 * Math.sqrt(2 / 4000)) far.push(`cruciality of ${id}`);
        if (Math.abs(task.ssi - e.ssi) > 0.06) far.push(`SSI of ${id}: ${task.ssi} instead of ${e.ssi}`);
        if (Math.abs((task.mergeBias ?? 0) - (e.mergeBias ?? 0)) > 2) {
          far.push(`merge bias of ${id}: ${task.mergeBias} instead of ${e.mergeBias}`);
        }
      }
      for (const [output, rows] of Object.entries(expected.sensitivity)) {
        const byPath = new Map(actual.sensitivity[output]!.map((row) => [row.path, row]));
        for (const row of rows) {
          const mine = byPath.get(row.path);
          const apart = Math.abs((mine?.spearman ?? 9) - (row.spearman ?? 0));
          if (apart > 5 * Math.sqrt(2 / 4000)) far.push(`${output} to ${row.path}: ${mine?.spearman}, ${row.spearman}`);
        }
      }
      expect(far).toEqual([]);
    });
  }
});
