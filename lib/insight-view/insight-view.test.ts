import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jclChart } from '../charts/jcl/jcl-chart';
import { node } from '../charts/scene-nodes';
import type { Attribution } from '../engine/insight/attribution';
import type { GoalResult } from '../engine/insight/goal-seek';
import { pairedDifference } from '../engine/insight/paired-comparison';
import { openScenario } from '../engine/run-scenario';
import { OTHER_PLANT, PLANT } from '../engine/testing/two-scenarios';
import { referenceScenarios } from '../scenario/reference';
import { lightTheme } from '../theme/palette';
import { attributionChart, attributionSentence } from './attribution-chart';
import { differenceText } from './difference-text';
import { dotsOf, nearestDot } from './dots';
import { goalSentence } from './goal-sentence';
import { differencesBetween } from './input-differences';
import { inputLabel } from './input-label';
import { jointRows } from './joint-rows';
import { mixtureChances, mixtureRows } from './mixture-rows';
import { driverOutputs } from './output-choices';
import { distinctNames, overlayLane } from './overlay-lane';
import { knownSentence, precisionUnit } from './precision';
import { quadrantsOf } from './quadrants';
import { bottleneckSpells } from './spells';
import { sortedIndices, type TaskIndices } from './task-indices';
import { noiseOf, strongestByRisk, tellingRows } from './telling-rows';

const frame = { width: 800, height: 300, theme: lightTheme };

describe('differences between two scenarios', () => {
  it('are none between a scenario and its copy with other notes', () => {
    const noted = { ...PLANT, name: 'Copy', funding: { ...PLANT.funding, meta: { note: 'Asked the bank.' } } };
    expect(differencesBetween(PLANT, noted)).toEqual({ inputs: [], other: [] });
  });

  it('name the input, both values and the unit', () => {
    const tasks = PLANT.tasks?.map((task) => (task.id === 'test' ? { ...task, duration: 90 } : task));
    const { inputs, other } = differencesBetween(PLANT, { ...PLANT, tasks });
    expect(inputs).toEqual([
      {
        path: 'tasks/test/duration',
        label: 'Test: duration',
        before: '90 to 240, most likely 120 working days',
        after: '90 working days',
      },
    ]);
    expect(other).toEqual([]);
  });

  it('say what one of them lacks, and what is no input apart', () => {
    const { risks: _risks, ...calm } = PLANT;
    const { inputs } = differencesBetween(PLANT, { ...calm, funding: { ...PLANT.funding, policy: 'hard' } });
    expect(inputs.find(({ path }) => path === 'risks/fire/probability')?.after).toBe('not there');
    const hard = { ...PLANT, funding: { ...PLANT.funding, policy: 'hard' as const } };
    expect(differencesBetween(PLANT, hard).inputs).toEqual([]);
    expect(differencesBetween(PLANT, hard).other.join()).toContain('hard');
  });

  it('hold for the reference scenarios: none with itself, some with each other, the same number both ways', () => {
    const [first, second] = referenceScenarios.map(({ document }) => document);
    if (!first || !second) throw new Error('There are no reference scenarios.');
    expect(differencesBetween(first, first)).toEqual({ inputs: [], other: [] });
    const there = differencesBetween(first, second).inputs.map(({ path }) => path);
    const back = differencesBetween(second, first).inputs.map(({ path }) => path);
    expect(there.length).toBeGreaterThan(0);
    expect([...back].sort()).toEqual([...there].sort());
  });
});

describe('the chance of keeping date and money', () => {
  it('is shared out whole among the four quarters, whatever never comes', () => {
    const value = fc.oneof(
      fc.double({ min: 0, max: 10, noNaN: true }),
      fc.constant(Number.POSITIVE_INFINITY),
      fc.constant(Number.NaN),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 50 }), (pairs) => {
        const limits = { day: 5, limit: 5 };
        const found = quadrantsOf(
          pairs.map(([day]) => day),
          pairs.map(([, money]) => money),
          limits,
        );
        const { both, dateOnly, moneyOnly, neither } = found;
        const sum = [both, dateOnly, moneyOnly, neither].reduce((so, { probability }) => so + probability, 0);
        expect(sum).toBeCloseTo(1, 12);
        const timely = pairs.filter(([day]) => day <= 5).length / pairs.length;
        expect(both.probability + dateOnly.probability).toBeCloseTo(timely, 12);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('counts by hand', () => {
    const never = Number.POSITIVE_INFINITY;
    // Of four trials the error of each is 1.5/4, the rule of three.
    const quarter = { probability: 0.25, se: 0.375 };
    expect(quadrantsOf([1, 9, 1, never], [1, 1, 9, 9], { day: 5, limit: 5 })).toEqual({
      both: quarter,
      dateOnly: quarter,
      moneyOnly: quarter,
      neither: quarter,
    });
    expect(quadrantsOf([], [], { day: 5, limit: 5 }).both).toEqual({ probability: 0, se: 0 });
  });
});

describe('targets together', () => {
  it('have a row for each pair and triple that the run tells, with the product of their chances', () => {
    const run = openScenario(PLANT, { documentHash: '' }).startTrials({ trials: 512 });
    run.runBlock(0);
    const results = run.results();
    const { rows, left } = jointRows(PLANT, results);
    expect(rows.map(({ names }) => names.length)).toEqual([2, 2, 2, 3]);
    expect(rows[0]!.names).toEqual(['SOP by spring 2027', 'Peak funding']);
    expect(rows[0]!.product).toBeCloseTo(results.targets.early! * results.targets.cheap!, 12);
    expect(left).toBe(0);
    const many = { ...results, jcl: Array.from({ length: 30 }, () => results.jcl[0]!) };
    expect(jointRows(PLANT, many).left).toBe(6);
  });
});

describe('outputs whose drivers are looked at', () => {
  it('hold what headline and targets of the reference scenario measure, once each, and none that has no drivers', () => {
    const { document } = referenceScenarios[0]!;
    const names = driverOutputs(document).map(({ value }) => value);
    expect(new Set(names).size).toBe(names.length);
    for (const name of ['sop', 'npv', 'output@2033', 'unitCost@2032', 'ownShare/own-premium@2032']) {
      expect(names).toContain(name);
    }
    const run = openScenario(document, { documentHash: '' }).startTrials({ trials: 256, sensitivity: names });
    run.runBlock(0);
    expect(Object.keys(run.results().sensitivity).sort()).toEqual([...names].sort());
  });
});

describe('the precision of a figure', () => {
  const figure = { output: 'sop', statistic: 'P50', error: 3, value: 20_818, reached: 2.84, known: true } as const;

  it('is said in the unit of the figure, with the futures that it took', () => {
    // Day 20,818 begins the 31st; a finish at that instant is shown on the day before.
    expect(knownSentence(PLANT, figure, 5120)).toBe('P50 of SOP is 30 Dec 2026 ± 2.8 days: 5,120 futures are enough.');
    const chance = {
      ...figure,
      output: 'targets/early',
      statistic: 'probability',
      value: 0.31,
      reached: 0.0062,
    } as const;
    expect(knownSentence(PLANT, { ...chance, known: false }, 8192)).toBe(
      'The chance of “SOP by spring 2027” is 31 % ± 0.62 points after 8,192 futures, which are not enough.',
    );
    expect(knownSentence(PLANT, { ...figure, value: Number.POSITIVE_INFINITY, reached: null }, 4096)).toContain(
      'never',
    );
  });

  it('is asked for in days, points and millions', () => {
    expect(precisionUnit('sop', 'P50', 'CNY')).toMatchObject({ label: 'days', perUnit: 1 });
    expect(precisionUnit('npv', 'mean', 'CNY')).toMatchObject({ label: 'CNY million', perUnit: 1e-6 });
    expect(precisionUnit('targets/early', 'probability', 'CNY')).toMatchObject({ label: 'points', perUnit: 100 });
  });
});

describe('scenarios with a weight each', () => {
  const runOf = (document: typeof PLANT) => {
    const run = openScenario(document, { documentHash: '' }).startTrials({ trials: 512, seed: 3, samples: true });
    run.runBlock(0);
    return run.results();
  };
  const [one, other] = [runOf(PLANT), runOf(OTHER_PLANT)];

  it('are the one that has all the weight', () => {
    const members = [
      { trials: one, weight: 100 },
      { trials: other, weight: 0 },
    ];
    const [row] = mixtureRows(members, ['npv', 'nothing']);
    expect(row!.statistics.P50).toBeCloseTo(one.npv.P50 as number, 3);
    expect(mixtureChances(PLANT, members)[0]).toMatchObject({
      name: 'SOP by spring 2027',
      probability: one.targets.early,
    });
    expect(mixtureRows([{ trials: one, weight: 0 }], ['npv'])).toEqual([]);
  });

  it('have the weighted chances, and percentiles between those of the two', () => {
    const members = [
      { trials: one, weight: 1 },
      { trials: other, weight: 3 },
    ];
    const expected = (one.targets.early! + 3 * other.targets.early!) / 4;
    expect(mixtureChances(PLANT, members)[0]!.probability).toBeCloseTo(expected, 12);
    const [row] = mixtureRows(members, ['sop']);
    const middles = [one.sop.P50 as number, other.sop.P50 as number];
    expect(row!.statistics.P50).toBeGreaterThan(Math.min(...middles));
    expect(row!.statistics.P50).toBeLessThan(Math.max(...middles));
  });
});

describe('a click on the scatter', () => {
  const chart = jclChart(
    { dates: [20000, 20100, 20200], money: [1, 5, 3], dateName: 'SOP', moneyName: 'Peak funding', currency: 'CNY' },
    frame,
  );

  it('finds the trial of the dot under it', () => {
    const dots = dotsOf(chart);
    expect(dots.map(({ trial }) => trial)).toEqual([0, 1, 2]);
    const second = dots[1]!;
    expect(nearestDot(dots, second.x + 2, second.y - 2, 16)?.trial).toBe(1);
  });

  it('finds none far from all dots, nor in a picture without any', () => {
    expect(nearestDot(dotsOf(chart), -500, -500, 16)).toBeNull();
    expect(dotsOf({ scene: node('svg', {}), reading: chart.reading })).toEqual([]);
  });
});

describe('attribution in words and as steps', () => {
  const attribution: Attribution = {
    figure: { output: 'ownShare@2029', statistic: 'mean' },
    before: 0.04,
    after: 0.022,
    groups: [
      { group: 'timeline', value: -0.005 },
      { group: 'supply', value: -0.013 },
    ],
    dropped: [],
    trials: 512,
  };
  const input = { attribution, document: PLANT, outputName: '2029 share', beforeName: 'A', afterName: 'B' };

  it('names the greatest part first', () => {
    expect(attributionSentence(input)).toBe(
      '2029 share falls by 1.8 points, from 4 % in A to 2.2 % in B: supply −1.3 points, timeline −0.5 points.',
    );
  });

  it('says where nothing differs', () => {
    const same = { ...attribution, after: 0.04, groups: [] };
    expect(attributionSentence({ ...input, attribution: same })).toBe(
      '2029 share is the same in both: they differ in no input.',
    );
  });

  it('draws a bar for both ends and for each part', () => {
    const text = JSON.stringify(attributionChart(input, frame).scene);
    expect(text.match(/"data-series":"part"/g)).toHaveLength(2);
    expect(text.match(/"data-series":"end"/g)).toHaveLength(2);
    expect(text).not.toContain('null');
  });

  it('draws a figure that is zero on both sides', () => {
    const zero = { ...attribution, before: 0, after: 0, groups: [{ group: 'supply' as const, value: 0 }] };
    expect(JSON.stringify(attributionChart({ ...input, attribution: zero }, frame).scene)).not.toContain('null');
  });
});

describe('the answer of a goal seek', () => {
  const words = { input: 'Salt, A: volume', target: 'SOP by 2028', unit: 't/year' };
  const result: GoalResult = {
    path: 'materials/salt/contracts/c1/volume',
    by: 'factor',
    target: 'sop',
    wish: 0.8,
    unmoved: 0.5,
    found: { move: 1.25, probability: 0.81, se: 0.004 },
    best: { move: 1.25, probability: 0.81, se: 0.004 },
    tried: [],
  };

  it('says the move and the chance that it brings', () => {
    expect(goalSentence(result, words)).toContain('times 1.25 for a chance of 80 %');
  });

  it('says none within the bounds, with the best that was tried', () => {
    const none = goalSentence({ ...result, found: null, best: { move: 3, probability: 0.6, se: 0.004 } }, words);
    expect(none).toMatch(/^None within the bounds/);
    expect(none).toContain('60 %');
  });

  it('says that nothing has to move where the wish holds already', () => {
    const held = { ...result, unmoved: 0.9, found: { move: 1, probability: 0.9, se: 0.004 } };
    expect(goalSentence(held, words)).toMatch(/^Nothing has to move/);
  });
});

describe('paired differences in words', () => {
  it('count what never comes apart from days', () => {
    const never = Number.POSITIVE_INFINITY;
    const found = pairedDifference(Float64Array.of(10, 20, never, 30), Float64Array.of(15, 25, never, never));
    const text = differenceText(PLANT, 'sop', found);
    expect(text.middle).toBe('+5 d');
    expect(text.left).toBe('never only after in 25 %; never in both in 25 %');
  });

  it('say so where no future can be compared, and where nothing changes', () => {
    const never = Float64Array.of(Number.POSITIVE_INFINITY);
    expect(differenceText(PLANT, 'sop', pairedDifference(never, never)).middle).toBe('no future to compare');
    const same = Float64Array.of(1, 2);
    expect(differenceText(PLANT, 'npv', pairedDifference(same, same)).middle).toBe('no change');
  });
});

describe('lists and names', () => {
  it('put months with the same bottleneck together and lose none', () => {
    const months = ['schedule', 'schedule', 'demand', 'schedule'].map((bottleneck, index) => ({
      month: `2026-0${index + 1}`,
      bottleneck,
    }));
    expect(bottleneckSpells(months)).toEqual([
      { label: 'schedule', from: '2026-01', to: '2026-02', months: 2 },
      { label: 'demand', from: '2026-03', to: '2026-03', months: 1 },
      { label: 'schedule', from: '2026-04', to: '2026-04', months: 1 },
    ]);
    expect(bottleneckSpells([])).toEqual([]);
  });

  it('sort what has no number last, either way', () => {
    const row = (id: string, mergeBias: number): TaskIndices => ({
      ...{
        id,
        name: id,
        finishP10: 0,
        finishP50: 0,
        finishP90: 0,
        criticality: 0,
        criticalityError: 0,
        ssi: 0,
        cruciality: 0,
      },
      mergeBias,
    });
    const rows = [row('none', Number.NaN), row('two', 2), row('five', 5)];
    expect(sortedIndices(rows, 'mergeBias', true).map(({ id }) => id)).toEqual(['five', 'two', 'none']);
    expect(sortedIndices(rows, 'mergeBias', false).map(({ id }) => id)).toEqual(['two', 'five', 'none']);
  });

  it('leave out drivers that chance may make, and keep one of each risk', () => {
    const sensitivity = (path: string, spearman: number) => ({ path, spearman, low: 1, high: 2 });
    const rows = [
      sensitivity('tasks/test/duration', 0.5),
      sensitivity('risks/fire/probability', 0.2),
      sensitivity('risks/fire/occurrence', -0.4),
      sensitivity('lines/l1/nameplate', noiseOf(2048) / 2),
    ];
    const telling = tellingRows(rows, 2048);
    expect(telling.map(({ path }) => path)).not.toContain('lines/l1/nameplate');
    expect(strongestByRisk(telling).map(({ path }) => path)).toEqual(['risks/fire/occurrence']);
  });

  it('call the draws of events by what they decide', () => {
    expect(inputLabel(PLANT, 'risks/fire/occurrence')).toBe('Fire: occurs');
    expect(inputLabel(PLANT, 'tasks/test/duration')).toBe('Test: duration');
  });

  it('tell two scenarios of one name apart', () => {
    expect(distinctNames(['Plan', 'Plan', 'Other'])).toEqual(['Plan', 'Plan (2)', 'Other']);
  });
});

describe('one series of two scenarios', () => {
  it('is drawn with a line for each, the second one dashed, each with its band', () => {
    const others = [PLANT, OTHER_PLANT].map((document) => {
      const scenario = openScenario(document, { documentHash: 'x' });
      const run = scenario.startTrials({ trials: 64 });
      run.runBlock(0);
      return { document, plan: scenario.runPlan(), trials: run.results() };
    });
    const chart = overlayLane({ series: 'output', title: 'Output', unit: 'GWh', word: String, others }, frame);
    const text = JSON.stringify(chart.scene);
    for (const part of ['s0', 's1', 's0-band', 's1-band']) expect(text).toContain(`"data-series":"${part}"`);
    expect(chart.key.map(({ mark }) => mark)).toEqual(['line', 'dashed']);
    expect(chart.reading.table.columns).toHaveLength(7);
  });
});
