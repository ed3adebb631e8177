import type { ScenarioDocument } from '../../scenario/document';

/** A small plant with uncertain times, supply and money: quick to run, and every group of inputs is in it. */
export const PLANT: ScenarioDocument = {
  schemaVersion: 2,
  name: 'Plant',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2029-12' },
  tasks: [
    { id: 'test', name: 'Test', duration: { kind: 'pert', low: 90, mode: 120, high: 240 } },
    { id: 'build', name: 'Build', duration: { kind: 'triangular', low: 200, mode: 260, high: 400 } },
    { id: 'sop', name: 'SOP', duration: 0 },
  ],
  links: [
    { from: 'test', to: 'sop' },
    { from: 'build', to: 'sop' },
  ],
  risks: [
    {
      id: 'fire',
      name: 'Fire',
      probability: 0.3,
      impacts: [{ target: 'build', effect: 'delay', amount: { kind: 'uniform', low: 40, high: 120 } }],
      response: { active: true, probability: 0.1, scale: 0.5, cost: 5e6, month: '2026-03' },
    },
    {
      id: 'shortage',
      name: 'Shortage',
      probability: 0.4,
      impacts: [{ target: 'c1', effect: 'supply-factor', amount: 0.5 }],
    },
  ],
  lines: [
    {
      id: 'l1',
      name: 'Line 1',
      buildTask: 'build',
      requires: ['sop'],
      nameplate: { kind: 'uniform', low: 1.5, high: 2.5 },
      capexPerGWh: 3e8,
      yield: { initial: 0.7, mature: 0.93, timeConstant: 6 },
    },
  ],
  materials: [
    {
      id: 'salt',
      name: 'Salt',
      intensity: 600,
      contracts: [
        {
          id: 'c1',
          supplier: 'A',
          start: { task: 'build' },
          volume: { kind: 'uniform', low: 600, high: 1200 },
          price: 400,
        },
      ],
    },
  ],
  funding: { initialCash: 2e9, overhead: 2e7, wacc: 0.08 },
  cost: { otherMaterials: 200, conversion: 150, learningRate: 0.15 },
  pricing: { mode: 'parity', technology: 'nmc', premium: 50 },
  market: {
    own: { attributes: { density: 400 }, adoption: { p: 0.3, q: 0.5 } },
    segments: [
      {
        id: 'premium',
        name: 'Premium',
        demand: { kind: 'uniform', low: 30, high: 60 },
        heterogeneity: 60,
        willingnessToPay: { density: 1 },
      },
    ],
    technologies: [{ id: 'nmc', name: 'NMC', price: 600, attributes: { density: 260 } }],
  },
  correlations: [{ a: 'tasks/test/duration', b: 'tasks/build/duration', rho: 0.5 }],
  targets: [
    { id: 'early', name: 'SOP by spring 2027', metric: 'sop', op: '<=', value: '2027-03-31', probability: 0.8 },
    { id: 'cheap', name: 'Peak funding', metric: 'peakFunding', op: '<=', value: 9e8, probability: 0.8 },
    { id: 'much', name: 'Output', metric: 'output', op: '>=', value: 1.2, year: 2029, probability: 0.9 },
  ],
  run: { trials: 1024, seed: 3 },
};

/** The plant with other numbers in every group. */
export const OTHER_PLANT: ScenarioDocument = {
  ...PLANT,
  tasks: [
    { id: 'test', name: 'Test', duration: { kind: 'pert', low: 60, mode: 100, high: 200 } },
    { id: 'build', name: 'Build', duration: { kind: 'triangular', low: 240, mode: 300, high: 440 } },
    { id: 'sop', name: 'SOP', duration: 0 },
  ],
  risks: [{ ...PLANT.risks![0]!, probability: 0.6, response: undefined }, PLANT.risks![1]!],
  lines: [{ ...PLANT.lines![0]!, nameplate: 3 }],
  materials: [{ ...PLANT.materials![0]!, contracts: [{ ...PLANT.materials![0]!.contracts[0]!, volume: 500 }] }],
  funding: { ...PLANT.funding, initialCash: 1e9, policy: 'hard' },
  cost: { ...PLANT.cost, conversion: 100 },
  market: { ...PLANT.market!, segments: [{ ...PLANT.market!.segments[0]!, demand: 25 }] },
};
