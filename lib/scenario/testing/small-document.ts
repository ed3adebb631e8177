import type { ScenarioDocument } from '../document';

/** A small valid scenario that uses every part of the format, for tests that break it. */
export const SMALL_DOCUMENT: ScenarioDocument = {
  schemaVersion: 2,
  name: 'One line',
  description: 'Test, build, sell.',
  currency: 'CNY',
  priceBase: 2026,
  horizon: { start: '2026-01', end: '2030-12' },
  projectStart: '2026-01-05',
  statusDate: '2026-02-01',
  floatTo: 'project',
  focus: 'sop',
  calendars: [
    {
      id: 'std',
      name: 'Monday to Friday',
      workWeek: [1, 2, 3, 4, 5],
      hours: {
        1: [['08:00', '16:00']],
        2: [['08:00', '16:00']],
        3: [['08:00', '16:00']],
        4: [['08:00', '16:00']],
        5: [['08:00', '12:00']],
      },
      hoursPerDay: 8,
      exceptions: [
        { from: '2026-02-16', to: '2026-02-22', working: false, name: 'Spring Festival' },
        { from: '2026-02-28', working: true, name: 'Made up', hours: [['08:00', '12:00']] },
      ],
    },
  ],
  tasks: [
    { id: 'tests', name: 'Tests', constraint: { type: 'SNET', date: '2026-03-01' } },
    {
      id: 'test',
      name: 'Vehicle test',
      parent: 'tests',
      calendar: 'std',
      duration: { kind: 'pert', low: 90, mode: 120, high: 200, meta: { evidence: ['E1'], sources: ['s1'] } },
      gate: {
        passProbability: { kind: 'triangular', low: 0.6, mode: 0.8, high: 0.9 },
        rework: 40,
        maxAttempts: 3,
        costPerRework: 1e6,
        onFail: 'stop',
      },
    },
    {
      id: 'build',
      name: 'Build line 1',
      duration: { kind: 'lognormal', p10: 200, p90: 330 },
      actualStart: '2026-01-12',
      percentComplete: 5,
      remainingDuration: { kind: 'normal', mean: 250, sd: 20, low: 200, high: 320 },
    },
    { id: 'sop', name: 'SOP', duration: 0, deadline: '2029-12-31' },
  ],
  links: [
    { from: 'test', to: 'sop' },
    { id: 'b', from: 'build', to: 'sop', type: 'FS', lag: { kind: 'uniform', low: 0, high: 20 }, lagUnit: 'elapsed' },
  ],
  risks: [
    {
      id: 'fire',
      name: 'Thermal incident',
      probability: 0.1,
      impacts: [
        {
          target: 'test',
          effect: 'delay',
          amount: {
            kind: 'discrete',
            outcomes: [
              { value: 30, p: 2 },
              { value: 90, p: 1 },
            ],
          },
        },
        { target: 'l1', effect: 'yield-factor', amount: 0.9 },
        { target: 'c1', effect: 'supply-factor', amount: 0.5 },
        { target: 'electrolyte', effect: 'price-factor', amount: 1.2 },
        { target: 'premium', effect: 'demand-factor', amount: 0.9 },
        { target: 'b', effect: 'funding-delay', amount: 60 },
        { id: 'bill', effect: 'cost', amount: 1e7 },
      ],
      window: { from: { task: 'sop', event: 'finish', lag: 30 }, months: 6 },
      response: { active: true, probability: 0.05, scale: 0.5, cost: 2e6, month: '2026-06' },
    },
  ],
  lines: [
    {
      id: 'pilot',
      name: 'Pilot line',
      commercial: false,
      buildTask: 'build',
      process: { arealCapacity: 7.7, voltage: 3.7, coatedWidth: 0.3, speed: 5, hoursPerYear: 6000, cellCapacity: 60 },
      until: '2029-06-01',
    },
    {
      id: 'l1',
      name: 'Line 1',
      buildTask: 'build',
      requires: ['sop'],
      nameplate: 2,
      capex: 8e8,
      holdBelow: 0.2,
      yield: { initial: 0.6, mature: 0.92, timeConstant: 9 },
      utilisation: { initial: 0.5, mature: 0.9, ramp: 12 },
      fixedOpex: 3e7,
      life: 10,
    },
  ],
  materials: [
    {
      id: 'electrolyte',
      name: 'Sulfide electrolyte',
      intensity: 600,
      stock: { initial: 10, max: 50 },
      contracts: [
        {
          id: 'c1',
          supplier: 'A',
          start: { task: 'build' },
          volume: 900,
          ramp: 6,
          price: {
            interpolate: 'geometric',
            knots: [
              { date: '2026-01-01', low: 800, mode: 900, high: 1200 },
              { date: '2030-01-01', value: 500 },
            ],
          },
          takeOrPay: 0.5,
        },
      ],
    },
  ],
  funding: {
    policy: 'hard',
    initialCash: 5e8,
    overhead: 2e7,
    wacc: 0.08,
    taxRate: 0.25,
    terminalMultiple: 4,
    grace: 6,
    tranches: [
      { id: 'a', amount: 1e8, on: '2026-06-30', kind: 'grant' },
      { id: 'b', amount: 6e8, on: { task: 'test' }, probability: 0.9, kind: 'debt', interest: 0.05, term: 60 },
    ],
  },
  cost: { otherMaterials: 300, conversion: 200, learningRate: 0.15, referenceVolume: 1, spillover: 0.3 },
  pricing: { mode: 'parity', technology: 'nmc', premium: 150, floor: 400, cap: 900 },
  market: {
    own: { attributes: { energyDensity: 400 }, adoption: { p: 0.03, q: 0.38 } },
    segments: [
      {
        id: 'premium',
        name: 'Premium',
        demand: 40,
        heterogeneity: 60,
        willingnessToPay: { energyDensity: 1.5 },
        adoption: { p: 1 },
      },
    ],
    technologies: [
      { id: 'nmc', name: 'NMC', price: 560, attributes: { energyDensity: 260 }, availability: 1, slip: 0 },
      { id: 'rival', name: 'Rival', price: 700, attributes: {}, sameAs: 'own' },
    ],
  },
  correlations: [{ a: 'tasks/test/duration', b: 'tasks/build/duration', rho: 0.4 }],
  targets: [
    { id: 't1', name: 'SOP by 2028', metric: 'sop', op: '<=', value: '2028-12-31', probability: 0.8 },
    { id: 't2', name: 'Ahead', metric: 'lead', op: '>=', value: 0, technology: 'rival', year: 2030 },
  ],
  sources: [
    { id: 's1', title: 'Report', meta: { records: [{ id: 'E1', quantity: 'test', unit: 'days', value: 120 }] } },
  ],
  checks: [
    {
      id: 'k',
      name: 'More supply helps',
      change: [{ path: 'materials/electrolyte/contracts/c1/volume', factor: 2 }],
      output: 'output@2030',
      expect: 'not-down',
    },
  ],
  run: { trials: 1024, seed: 7, sampling: 'latin-hypercube' },
  meta: {
    headline: ['sop', 'npv', 'targets/t1', 'ownShare/premium@2030'],
    story: [{ title: 'Start', view: 'headline', unlocked: ['lines/l1/nameplate'] }],
  },
};
