/**
 * Results written by formula, for the tests of pictures: a plausible programme (nothing in it comes from the engine),
 * and the same with everything absurd in it.
 */
import type {
  FutureResult,
  Instant,
  MonthResult,
  Statistics,
  TaskResult,
  TrialsResult,
} from '../../engine/results/result-types';
import type { ScenarioDocument, Task } from '../../scenario/document';
import type { ScenarioResults } from '../frame';
import { MS_PER_DAY, monthSpan } from '../time/months';

export interface ExampleOptions {
  readonly start?: number;
  readonly years?: number;
  /** Names of 200 characters, never, none, zero demand, 1e12. */
  readonly absurd?: boolean;
}

const zScores = { P5: -1.645, P10: -1.282, P25: -0.674, P50: 0, P75: 0.674, P90: 1.282, P95: 1.645 } as const;

/** Percentiles of a lognormal with the given median and spread; a median of 0 gives zeros. */
function spread(median: number, sigma: number): Statistics {
  const at = (z: number) => (median === 0 ? 0 : median * Math.exp(Math.sign(median) * sigma * z));
  const { P5, P10, P25, P50, P75, P90, P95 } = zScores;
  return {
    P5: at(P5),
    P10: at(P10),
    P25: at(P25),
    P50: at(P50),
    P75: at(P75),
    P90: at(P90),
    P95: at(P95),
    mean: median * Math.exp((sigma * sigma) / 2),
  };
}

/** Percentiles of a normal. */
export function normalStatistics(mean: number, sd: number, never = 0): Statistics {
  const at = (z: number) => mean + sd * z;
  const { P5, P10, P25, P50, P75, P90, P95 } = zScores;
  return {
    P5: at(P5),
    P10: at(P10),
    P25: at(P25),
    P50: at(P50),
    P75: at(P75),
    P90: never > 0.1 ? 'never' : at(P90),
    P95: never > 0.05 ? 'never' : at(P95),
    mean,
    never,
    se: { P50: sd / 60, P10: sd / 50, P90: sd / 50 },
  };
}

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
const instant = (at: number): Instant => ({
  iso: new Date(at * MS_PER_DAY).toISOString().replace('.000', ''),
  day: at,
});

interface PlannedTask extends Task {
  readonly from: string;
  readonly to: string;
  readonly driving?: boolean;
}
const plannedTasks: readonly PlannedTask[] = [
  { id: 'tests', name: 'Vehicle integration tests', from: '2026-02-02', to: '2026-12-19', driving: true },
  {
    id: 'winter',
    name: 'Winter campaign',
    parent: 'tests',
    duration: 50,
    from: '2026-02-02',
    to: '2026-04-11',
    percentComplete: 40,
    actualStart: '2026-02-02',
  },
  {
    id: 'summer',
    name: 'Summer campaign',
    parent: 'tests',
    duration: 60,
    from: '2026-06-15',
    to: '2026-09-05',
    driving: true,
  },
  {
    id: 'abuse',
    name: 'Abuse and thermal safety gate',
    parent: 'tests',
    duration: 70,
    from: '2026-09-07',
    to: '2026-12-19',
    driving: true,
    gate: { passProbability: 0.8, rework: 40, maxAttempts: 3 },
    deadline: '2027-01-31',
  },
  { id: 'durability', name: 'Durability and safety validation', from: '2026-07-01', to: '2028-03-20', driving: true },
  {
    id: 'cycle',
    name: 'Cycle life to 1,000 cycles',
    parent: 'durability',
    duration: 280,
    from: '2026-07-01',
    to: '2027-08-14',
  },
  {
    id: 'fleet',
    name: 'Fleet trial',
    parent: 'durability',
    duration: 300,
    from: '2026-12-21',
    to: '2028-03-20',
    driving: true,
  },
  { id: 'frozen', name: 'Design frozen', parent: 'durability', duration: 0, from: '2027-08-14', to: '2027-08-14' },
  { id: 'line1', name: 'Line 1, 2 GWh', from: '2027-02-01', to: '2029-03-01', driving: true },
  { id: 'site', name: 'Site and permits', parent: 'line1', duration: 120, from: '2027-02-01', to: '2027-07-20' },
  {
    id: 'build1',
    name: 'Build line 1',
    parent: 'line1',
    duration: 260,
    from: '2027-07-21',
    to: '2028-08-01',
    driving: true,
  },
  {
    id: 'sop',
    name: 'Start of production',
    parent: 'line1',
    duration: 0,
    from: '2029-03-01',
    to: '2029-03-01',
    driving: true,
    deadline: '2029-01-31',
  },
  { id: 'line2', name: 'Build line 2, 10 GWh', duration: 400, from: '2029-03-01', to: '2030-10-01' },
];

const exampleLinks = [
  { from: 'winter', to: 'summer' },
  { from: 'summer', to: 'abuse' },
  { from: 'abuse', to: 'fleet' },
  { from: 'cycle', to: 'frozen' },
  { from: 'frozen', to: 'build1', type: 'SS' as const },
  { from: 'site', to: 'build1' },
  { from: 'fleet', to: 'sop' },
  { from: 'build1', to: 'sop' },
  { from: 'sop', to: 'line2' },
  { from: 'tests', to: 'build1', type: 'FF' as const, lag: 20 },
];

const longName = (name: string) => `${name} `.repeat(80).slice(0, 200);

function exampleDocument({ start = 2026, years = 12, absurd = false }: ExampleOptions): ScenarioDocument {
  const name = (text: string) => (absurd ? longName(text) : text);
  const technologies = ['Other all-solid', 'Semi-solid', 'NMC', 'LFP', 'Sodium-ion', 'Solid oxide'];
  return {
    schemaVersion: 2,
    name: name('Example'),
    currency: 'CNY',
    priceBase: 2026,
    horizon: { start: `${start}-01`, end: `${start + years - 1}-12` },
    statusDate: `${start - 1}-12-31`,
    focus: 'sop',
    tasks: plannedTasks.map(({ from: _from, to: _to, driving: _driving, ...task }) => ({
      ...task,
      name: name(task.name),
    })),
    links: exampleLinks,
    materials: ['Sulfide electrolyte', 'Lithium sulfide'].map((text, index) => ({
      id: index === 0 ? 'electrolyte' : 'li2s',
      name: name(text),
      intensity: 500,
      contracts: [],
    })),
    market: {
      own: { attributes: {} },
      segments: [
        { id: 'captive', name: name('Own brands'), demand: 10, heterogeneity: 40, willingnessToPay: {} },
        { id: 'open', name: name('Open buyers'), demand: 900, heterogeneity: 40, willingnessToPay: {} },
      ],
      technologies: technologies.map((text, index) => ({
        id: `t${index}`,
        name: name(text),
        price: 400,
        attributes: {},
      })),
    },
    targets: [
      { id: 'by2029', name: name('SOP by mid 2029'), metric: 'sop', op: '<=', value: '2029-06-30', probability: 0.8 },
      { id: 'by2027', name: name('SOP by 2027'), metric: 'sop', op: '<=', value: '2027-12-31' },
      { id: 'by2031', name: name('SOP by 2030'), metric: 'sop', op: '<=', value: '2030-12-31' },
    ],
  };
}

function bottleneckOf(years: number, output: number): Record<string, number> {
  const schedule = Math.min(1, Math.max(0, 1 - (years - 2.2) / 2.6));
  const rest = 1 - schedule;
  const electrolyte = rest * Math.max(0, 0.7 - Math.abs(years - 5) * 0.14);
  const funding = rest * 0.12;
  const capacity = rest * 0.1 * (output > 0 ? 1 : 0);
  return {
    schedule,
    funding,
    capacity,
    electrolyte,
    li2s: rest * 0.06,
    demand: Math.max(0, rest * 0.94 - electrolyte - funding - capacity),
  };
}

function monthOf(
  month: string,
  years: number,
  absurd: boolean,
): { fans: Record<string, Statistics>; plan: MonthResult } {
  const ramp = years < 3 ? 0 : 1 / (1 + Math.exp(-(years - 6) * 1.1));
  const scale = absurd ? 1e12 : 1;
  const output = 0.9 * ramp * scale;
  const empty = absurd && years > 8;
  const own = empty ? 0 : 0.012 * ramp;
  const weights = [0.02 * ramp * 2, 0.05, 0.2, 0.6, 0.06 + 0.01 * years, 0.004];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = Object.fromEntries(
    weights.map((weight, index) => [`t${index}`, empty ? 0 : (weight / total) * (1 - own)]),
  );
  const cash = (5e8 - years * 9e8 + years ** 2 * 9e7) * scale;
  const cost = 1500 * Math.exp(-years / 8);
  const fans: Record<string, Statistics> = {
    output: spread(output, 0.7),
    startsCapacity: spread(output * 1.5, 0.5),
    unitCost: spread(cost, 0.12),
    price: spread(900 * Math.exp(-years / 12), 0.08),
    ownShare: { ...spread(own, 0.8), mean: own },
    technologyShare: spread(own * 2, 0.8),
    cash: normalStatistics(cash, 2e8 * scale * Math.sqrt(years + 0.1)),
    fcf: normalStatistics(-5e7, 2e7),
    'segment/captive': spread(empty ? 0 : 0.4 * ramp, 0.4),
    'segment/open': spread(own * 0.5, 0.8),
    'stock/electrolyte': spread(40 * ramp, 0.4),
    'use/electrolyte': spread(output * 420, 0.6),
    'stock/li2s': spread(0, 0),
    'use/li2s': spread(output * 180, 0.6),
  };
  for (const [id, share] of Object.entries(shares)) fans[`share/${id}`] = { ...spread(share, 0.1), mean: share };
  if (absurd && years < 1)
    fans.unitCost = { ...normalStatistics(0, 1), P50: 'never', P75: 'never', P90: 'never', P95: 'never' };
  const material = (use: number) => ({ stock: 20, use, supply: use * 0.9 + 4, refused: 0, paid: use, price: 900 });
  const plan: MonthResult = {
    month,
    output: output * 1.2,
    pilotOutput: 0.01,
    starts: output * 1.3,
    startsCapacity: output * 1.6,
    startsCapacityNoStall: output * 1.7,
    yield: 0.9,
    demand: output * 2 + 0.2,
    totalDemand: empty ? 0 : 80,
    unitCost: cost * 0.95,
    fullUnitCost: output > 0 ? cost * 1.4 : null,
    price: 900,
    shares: { own: own * 1.2, ...shares, technology: own * 1.5, unserved: 0 },
    segments: {
      captive: { demand: 1, own: 0.4 * ramp, technology: 0.4 * ramp },
      open: { demand: 70, own: own / 2, technology: own },
    },
    materials: { electrolyte: material(output * 420), li2s: material(output * 180) },
    received: 0,
    grants: 0,
    interest: 0,
    principal: 0,
    overhead: 0,
    rnd: 0,
    capex: 0,
    revenue: 0,
    variable: 0,
    fixed: 0,
    depreciation: 0,
    tax: 0,
    unleveredTax: 0,
    oneOff: 0,
    fcf: 0,
    cash: cash * 0.9 + 1e8,
    bottleneck: 'schedule',
  };
  return { fans, plan };
}

function taskResults(absurd: boolean): { plan: Record<string, TaskResult>; trials: TrialsResult['tasks'] } {
  const plan: Record<string, TaskResult> = {};
  const trials: Record<string, TrialsResult['tasks'][string]> = {};
  for (const [index, task] of plannedTasks.entries()) {
    const from = day(task.from);
    const to = day(task.to) + (task.duration === 0 ? 0 : 1);
    const never = absurd && task.id === 'sop';
    const driving = task.driving ?? false;
    plan[task.id] = {
      ES: never ? 'never' : instant(from),
      EF: never ? 'never' : instant(to),
      LS: never ? null : instant(from + (driving ? 0 : 20)),
      LF: never ? null : instant(to + (driving ? 0 : 20)),
      shownFinish: never ? null : task.to,
      totalFloat: never ? null : driving ? 0 : 15,
      freeFloat: never ? null : 0,
      critical: driving,
      driving,
      work: 'duration' in task ? Number(task.duration) : null,
      conflict: task.id === 'sop' ? ['deadline'] : [],
    };
    trials[task.id] = {
      start: normalStatistics(from + 10, 8),
      finish: normalStatistics(to + 25 + index * 6, 20 + index * 6, never ? 0.3 : 0),
      criticality: driving ? 0.8 - index * 0.02 : 0.15,
      ssi: 0.2,
      cruciality: 0.3,
    };
  }
  return { plan, trials };
}

/** A document, its plan and its trials, by formula. */
export function exampleResults(options: ExampleOptions = {}): ScenarioResults {
  const { start = 2026, years = 12, absurd = false } = options;
  const document = exampleDocument(options);
  const names = Array.from({ length: years * 12 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return `${start + Math.floor(index / 12)}-${month}`;
  });
  const months = names.map((month, index) => ({ month, years: index / 12, ...monthOf(month, index / 12, absurd) }));
  const tasks = taskResults(absurd);
  const sopDay = day('2029-11-10');
  const sop = normalStatistics(sopDay, 260, absurd ? 0.3 : 0.01);
  const phi = (z: number) => 1 / (1 + Math.exp(-1.702 * z));
  const cdf = names.map((month) => phi((monthSpan(month).end - sopDay) / 260) * (absurd ? 0.7 : 0.99));
  const money = normalStatistics(7.9e9, 1.4e9);
  const trials: TrialsResult = {
    mode: 'trials',
    trials: 8192,
    seed: 1,
    sampling: 'latin-hypercube',
    engineVersion: '1.0.0',
    documentHash: '3f9a51c2'.repeat(8),
    sop,
    focus: sop,
    projectFinish: normalStatistics(day('2031-03-01'), 300),
    npv: normalStatistics(-3.1e9, 1.2e9),
    irr: { ...normalStatistics(0.02, 0.05), none: 0.26 },
    peakFunding: absurd ? { ...money, P90: 1e12, P95: 1e13 } : money,
    shortfall: 0.18,
    abandoned: 0,
    cdf: { sop: cdf, focus: cdf, projectFinish: cdf },
    tasks: tasks.trials,
    lines: {},
    months: months.map(({ month, fans, years: at }) => ({
      month,
      fans,
      bottleneck: bottleneckOf(at, fans.output?.mean === 0 ? 0 : 1),
    })),
    years: Array.from({ length: years }, (_, index) => ({
      year: start + index,
      fans: {
        output: spread(0.8 * index, 0.6),
        ownShare: spread(0.001 * index, 0.7),
        'segment/captive': spread(0.02 * index, 0.4),
        technologyShare: spread(0.002 * index, 0.7),
        fcf: normalStatistics(-1e9, 4e8),
      },
    })),
    targets: { by2027: 0, by2029: 0.31, by2031: 0.86 },
    jcl: [],
    sensitivity: {
      sop: plannedTasks.slice(1, 9).map((task, index) => ({
        path: `tasks/${task.id}/duration`,
        spearman: 0.6 / (index + 1),
        low: sopDay - 200 / (index + 1),
        high: absurd && index === 1 ? ('never' as const) : sopDay + 260 / (index + 1),
      })),
    },
  };
  const plan: FutureResult = {
    mode: 'deterministic',
    projectFinish: instant(day('2030-10-01')),
    focus: instant(day('2029-03-01')),
    sop: absurd ? 'never' : instant(day('2029-03-01')),
    tasks: tasks.plan,
    lines: {},
    risks: {},
    months: months.map(({ plan: month }) => month),
    npv: -2.4e9,
    irr: null,
    peakFunding: 6.8e9,
    shortfall: false,
    abandoned: false,
    targets: {},
  };
  return { document, plan, trials };
}
