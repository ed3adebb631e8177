import fc from 'fast-check';
import type { ScenarioDocument } from '../../scenario/document';

/** Whole numbers as amounts: easy to read where a property fails. */
const amount = (least: number, most: number) => fc.integer({ min: least, max: most });
const spread = (least: number, most: number) =>
  fc
    .tuple(amount(least, most), amount(0, most - least), amount(0, most - least))
    .map(([low, a, b]) => ({ kind: 'triangular' as const, low, mode: low + a, high: low + a + b }));

/** Small programmes with everything in them: two commercial lines and a pilot, supply, money, risks, two segments. */
export const smallScenario: fc.Arbitrary<ScenarioDocument> = fc
  .record({
    policy: fc.constantFrom('hard' as const, 'soft' as const),
    grace: fc.option(amount(1, 6), { nil: undefined }),
    initialCash: amount(0, 3000),
    tranche: amount(0, 4000),
    trancheProbability: fc.constantFrom(0.4, 0.9, 1),
    build: spread(20, 200),
    secondBuild: spread(10, 150),
    test: spread(5, 120),
    passProbability: fc.constantFrom(0.3, 0.8, 1),
    onFail: fc.constantFrom('stop' as const, 'continue' as const, 'abandon' as const),
    capex: amount(0, 3000),
    holdBelow: fc.constantFrom(0, 0.5),
    volume: spread(0, 3000),
    secondVolume: amount(0, 2000),
    takeOrPay: fc.constantFrom(0, 0.6, 1),
    stockMax: amount(0, 300),
    demand: spread(0, 60),
    price: fc.constantFrom('trajectory' as const, 'cost-plus' as const, 'parity' as const),
    heterogeneity: amount(5, 60),
    slip: amount(0, 12),
    yieldFactor: fc.constantFrom(0.5, 1),
    windowMonths: amount(1, 12),
  })
  .map(
    (p): ScenarioDocument => ({
      schemaVersion: 2,
      name: 'A small programme',
      currency: 'CNY',
      horizon: { start: '2026-01', end: '2028-12' },
      calendars: [{ id: 'week', name: 'Monday to Friday', workWeek: [1, 2, 3, 4, 5] }],
      tasks: [
        {
          id: 'test',
          name: 'Test',
          duration: p.test,
          gate: { passProbability: p.passProbability, rework: 10, maxAttempts: 3, costPerRework: 7, onFail: p.onFail },
        },
        { id: 'build', name: 'Build', duration: p.build },
        { id: 'second', name: 'Second build', duration: p.secondBuild },
        { id: 'sop', name: 'SOP', duration: 0 },
      ],
      links: [
        { from: 'test', to: 'sop' },
        { from: 'build', to: 'sop' },
        { from: 'build', to: 'second', lag: 5 },
      ],
      risks: [
        {
          id: 'quality',
          name: 'Quality',
          probability: 0.4,
          impacts: [
            { target: 'one', effect: 'yield-factor', amount: p.yieldFactor },
            { target: 'first', effect: 'supply-factor', amount: 0.5 },
            { target: 'build', effect: 'delay', amount: 15 },
          ],
          window: { from: { task: 'build', lag: 30 }, months: p.windowMonths },
        },
        {
          id: 'dear',
          name: 'Dear material',
          probability: 0.5,
          impacts: [{ target: 'powder', effect: 'price-factor', amount: 2 }],
        },
      ],
      lines: [
        { id: 'pilot', name: 'Pilot', commercial: false, buildTask: 'test', nameplate: 1, capex: 50 },
        {
          id: 'one',
          name: 'Line 1',
          buildTask: 'build',
          requires: ['sop'],
          nameplate: 6,
          capex: p.capex,
          fixedOpex: 60,
          yield: { initial: 0.5, mature: 0.9, timeConstant: 6 },
          utilisation: { initial: 0.3, mature: 0.9, ramp: 8 },
        },
        { id: 'two', name: 'Line 2', buildTask: 'second', nameplate: 12, capexPerGWh: 100, holdBelow: p.holdBelow },
      ],
      materials: [
        {
          id: 'powder',
          name: 'Powder',
          intensity: 600,
          stock: { initial: Math.min(50, p.stockMax), max: p.stockMax },
          contracts: [
            {
              id: 'first',
              supplier: 'A',
              start: { task: 'build' },
              volume: p.volume,
              ramp: 4,
              price: 20,
              takeOrPay: p.takeOrPay,
            },
            { id: 'other', supplier: 'B', start: '2026-06-10', volume: p.secondVolume, price: 25, takeOrPay: 0.2 },
          ],
        },
      ],
      funding: {
        policy: p.policy,
        grace: p.grace,
        initialCash: p.initialCash,
        overhead: 120,
        wacc: 0.1,
        taxRate: 0.25,
        tranches: [
          { id: 'equity', amount: p.tranche, on: { task: 'test' }, probability: p.trancheProbability },
          { id: 'loan', amount: 500, kind: 'debt', on: '2027-03-15', interest: 0.08, term: 10 },
          { id: 'grant', amount: 80, kind: 'grant', on: { task: 'build', event: 'start', lag: 20 } },
        ],
      },
      cost: { otherMaterials: 1e-4, conversion: 2e-4, learningRate: 0.15, referenceVolume: 0.5, spillover: 0.2 },
      pricing:
        p.price === 'cost-plus'
          ? { mode: 'cost-plus', markup: 0.2 }
          : p.price === 'parity'
            ? { mode: 'parity', technology: 'old', premium: 2 }
            : { mode: 'trajectory', price: 25 },
      market: {
        own: { attributes: { density: 400 }, adoption: { p: 0.3, q: 0.4 } },
        segments: [
          {
            id: 'brand',
            name: 'Brand',
            demand: p.demand,
            heterogeneity: p.heterogeneity,
            willingnessToPay: { density: 0.1 },
          },
          { id: 'open', name: 'Open', demand: 40, heterogeneity: 20, willingnessToPay: {}, eligible: true },
        ],
        technologies: [
          {
            id: 'old',
            name: 'Old',
            price: {
              interpolate: 'linear',
              knots: [
                { date: '2026-01-01', low: 18, mode: 20, high: 26 },
                { date: '2028-06-01', value: 15 },
              ],
            },
            attributes: { density: 260 },
          },
          {
            id: 'rival',
            name: 'Rival',
            price: 22,
            attributes: { density: 380 },
            availability: {
              interpolate: 'linear',
              knots: [
                { date: '2026-06-01', value: 0 },
                { date: '2028-01-01', value: 0.8 },
              ],
            },
            slip: p.slip,
            sameAs: 'own',
          },
        ],
      },
      targets: [
        { id: 'date', name: 'SOP in 2027', metric: 'sop', op: '<=', value: '2027-12-31' },
        { id: 'share', name: 'Share', metric: 'ownShare', year: 2028, op: '>=', value: 0.01 },
      ],
    }),
  );
