import type { Correlation, Distribution, Risk } from '../document';
import { assume, choose, fixed, fromEvidence, pert, type ScenarioKey, type Supported } from './support';

const PROBABILITY = 'probability';
const FACTOR = 'factor';
const CNY = 'CNY';
const DAYS = 'days';

/** The phases whose tasks stretch together, as the record of announced dates shows. */
const slippingPhases = ['pilot', 'vehicle-tests', 'validation', 'qualification', 'scale-up'] as const;

const slipReasons: Readonly<Record<(typeof slippingPhases)[number], string>> = {
  pilot: 'The pilot itself came in time, its cells are next.',
  'vehicle-tests': 'Two seasons a year make any slip here a jump.',
  validation: 'Most of the cases in the record slipped in validation.',
  qualification: 'Northvolt (R4-S06) lost its two years here.',
  'scale-up': 'Dry electrodes (R4-S11) took three times as long, Northvolt one and a half.',
};

function slipFactor(key: ScenarioKey, phase: (typeof slippingPhases)[number]): Supported<Distribution> {
  const short = key === 'constrained';
  if (phase === 'scale-up')
    return fromEvidence(
      short ? pert(1, 1.3, 2.2) : pert(1, 1.2, 2),
      FACTOR,
      ['R4-S20', 'R4-S06', 'R4-S11'],
      `The times of building and commissioning (C2-23, C2-24) are times taken, not promised, so less than half of the slip is left${short ? ', and a little more where bills are paid late' : ''}. R4-S11: 3.0, a dry cathode; the claim here is of a dry anode only. ${slipReasons[phase]}`,
    );
  return fromEvidence(
    short ? pert(1, 1.6, 3) : pert(1, 1.5, 3),
    FACTOR,
    short ? ['R4-S20', 'R4-S07'] : ['R4-S20', 'R4-S09'],
    short
      ? `R4-S20: mode a little above the median, as money is short. ${slipReasons[phase]}`
      : `Time needed over time promised, twelve cases; GAC itself stands at 1.91. ${slipReasons[phase]}`,
  );
}

function slipOfRecord(key: ScenarioKey): Risk {
  return {
    id: 'slip',
    name: 'The record of solid-state promises repeats itself',
    probability: choose(key, {
      reference: fromEvidence(
        fixed(0.9),
        PROBABILITY,
        ['V6-10'],
        'V6-10: 8.5 % of projects, as a fraction, keep budget and time, so 91.5 % do not.',
      ),
      announced: assume(fixed(0), PROBABILITY, 'By construction: this scenario takes every date as kept.'),
      constrained: fromEvidence(
        fixed(0.95),
        PROBABILITY,
        ['V6-10'],
        'V6-10: a fraction of 0.085 keep both; with money short fewer do.',
      ),
    }),
    impacts: slippingPhases.map((phase) => ({
      id: phase,
      target: phase,
      effect: 'duration-factor',
      amount: slipFactor(key, phase),
    })),
    response: {
      active: false,
      scale: assume(
        fixed(0.7),
        'share',
        'A second fleet and independent stage reviews take back a third of a slip in other industries, by our judgement.',
      ),
      cost: assume(fixed(2.5e8), CNY, 'Forty more cars with packs and a review team for three years.'),
      month: '2026-06',
    },
  };
}

function technicalRisks(key: ScenarioKey): Risk[] {
  return [
    {
      id: 'fleet-fire',
      name: 'Thermal incident in the test fleet',
      probability: choose(key, {
        reference: assume(
          fixed(0.08),
          PROBABILITY,
          'Wet fleets of fifty cars see such a thing in one programme of twenty; new cells nearly twice.',
        ),
        announced: assume(fixed(0.02), PROBABILITY, 'Claimed to be stable to 300-400 degrees, so rarely.'),
      }),
      impacts: [
        {
          id: 'stop',
          target: 'fleet',
          effect: 'delay',
          amount: assume(pert(90, 150, 300), DAYS, 'Cause, change and new packs before the fleet drives again.'),
        },
        {
          id: 'bill',
          effect: 'cost',
          amount: assume(pert(3e7, 8e7, 2e8), CNY, 'Fleet, packs and an outside inquiry.'),
        },
      ],
      window: {
        from: { task: 'fleet', event: 'start' },
        months: assume(fixed(12), 'months', 'While the fleet drives.'),
      },
      response: {
        active: false,
        probability: assume(fixed(0.04), PROBABILITY, 'Gas sensors and limits on charge halve the odds.'),
        scale: assume(fixed(0.7), 'share', 'Spare packs are at hand.'),
        cost: assume(fixed(4e7), CNY, 'Sensors and thirty spare packs.'),
        month: '2027-01',
      },
    },
    {
      id: 'interface-yield',
      name: 'Pressing and dry anode hold the yield down',
      probability: choose(key, {
        reference: assume(
          fixed(0.35),
          PROBABILITY,
          'Dry cathodes took years to work and dry anodes fewer (R4-21); stack pressing at rate is new to all.',
        ),
        announced: assume(fixed(0.1), PROBABILITY, 'The dry anode is said to be mastered.'),
      }),
      impacts: [
        {
          id: 'line-1',
          target: 'line-1',
          effect: 'yield-factor',
          amount: assume(pert(0.65, 0.82, 0.95), FACTOR, 'A station that loses every fifth stack until it is rebuilt.'),
        },
        {
          id: 'line-2',
          target: 'line-2',
          effect: 'yield-factor',
          amount: assume(pert(0.8, 0.92, 1), FACTOR, 'Line 2 carries a part of the same fault.'),
        },
      ],
      window: {
        from: { task: 'line1-commission' },
        months: assume(pert(12, 24, 42), 'months', 'Rebuild of presses takes two years from first cells.'),
      },
      response: {
        active: true,
        scale: assume(fixed(0.8), 'share', 'A twin of the press runs on the pilot line.'),
        cost: assume(fixed(6e7), CNY, 'One press and its operators for two years.'),
        month: '2027-06',
      },
    },
    {
      id: 'dry-room',
      name: 'Hydrogen sulfide or dew point stops line 1 at times',
      probability: choose(key, {
        reference: fromEvidence(
          fixed(0.2),
          PROBABILITY,
          ['X9-10'],
          'X9-10: a dew point in degC that protects workers; no frequency of incidents was found.',
          'One plant in five has a bad year with a new hazard.',
        ),
        announced: assume(fixed(0.05), PROBABILITY, 'Not mentioned, so rare.'),
      }),
      impacts: [
        {
          id: 'hours',
          target: 'line-1',
          effect: 'capacity-factor',
          amount: assume(pert(0.6, 0.8, 0.95), FACTOR, 'One shift of five lost to cleaning and alarms.'),
        },
        { id: 'bill', effect: 'cost', amount: assume(pert(2e7, 6e7, 1.5e8), CNY, 'Scrubbers and a second dryer.') },
      ],
      window: { from: { task: 'sop' }, months: assume(pert(6, 12, 24), 'months', 'Until the second dryer stands.') },
    },
    {
      id: 'capex-overrun',
      name: 'First-of-a-kind machines cost more',
      probability: choose(key, {
        reference: fromEvidence(
          fixed(0.35),
          PROBABILITY,
          ['V6-10'],
          'V6-10: a fraction of 0.085 keep budget and time; the capex range holds most overruns already, so a third.',
        ),
        announced: assume(fixed(0), PROBABILITY, 'Equipment is claimed to be cheaper than wet.'),
      }),
      impacts: [
        {
          id: 'line-1',
          target: 'line-1',
          effect: 'capex-factor',
          amount: assume(
            pert(1.05, 1.25, 1.8),
            FACTOR,
            'Rebuilt stations and longer commissioning, a quarter of the order.',
          ),
        },
        {
          id: 'line-2',
          target: 'line-2',
          effect: 'capex-factor',
          amount: assume(pert(1, 1.15, 1.5), FACTOR, 'A copy overruns less.'),
        },
      ],
      response: {
        active: false,
        probability: assume(fixed(0.35), PROBABILITY, 'A fixed-price contract moves a part to the builder.'),
        scale: assume(fixed(0.8), 'share', 'Extras stay outside the fixed price.'),
        cost: assume(fixed(5e7), CNY, 'The builder asks a premium for the risk.'),
        month: '2026-12',
      },
    },
    {
      id: 'recall',
      name: 'Recall of cars delivered',
      probability: choose(key, {
        reference: assume(
          fixed(0.07),
          PROBABILITY,
          'Two of some thirty new cell families since 2018 were recalled whole (Bolt, Kona), to our knowledge.',
        ),
        announced: assume(fixed(0.02), PROBABILITY, 'Safer cells, fewer recalls.'),
      }),
      impacts: [
        {
          id: 'packs',
          effect: 'recall',
          amount: fromEvidence(
            pert(600, 1100, 1600),
            'CNY/kWh sold before',
            ['X9-18', 'X9-19'],
            'X9-18: 14,000 USD a car at 7.1 and 66 kWh is 1,500 CNY a kWh, with new packs for all. X9-19: a claim of 2.3 bn RMB shows who pays; the kWh behind it are not known.',
          ),
        },
      ],
      window: {
        from: {
          task: 'sop',
          lag: assume(pert(400, 700, 1200), DAYS, 'Faults of this kind showed after one to three years on the road.'),
        },
        months: assume(fixed(1), 'months', 'A month: the provision is booked at once.'),
      },
      response: {
        active: false,
        probability: assume(fixed(0.04), PROBABILITY, 'Every stack is X-rayed.'),
        scale: assume(fixed(0.6), 'share', 'Lots can be told apart, so a part is recalled.'),
        cost: assume(fixed(1.2e8), CNY, 'Scanners at the rate of the line.'),
        month: '2028-06',
      },
    },
  ];
}

function outsideRisks(key: ScenarioKey): Risk[] {
  return [
    {
      id: 'plant-late',
      name: 'Electrolyte plant comes late',
      probability: choose(key, {
        reference: assume(
          fixed(0.4),
          PROBABILITY,
          'Plants of hundreds of tonnes exist nowhere in China yet; nameplate is forty times output (E1-22).',
        ),
        announced: assume(fixed(0), PROBABILITY, 'Supply secured, as stated.'),
        constrained: assume(fixed(0.65), PROBABILITY, 'A partner without an advance payment builds when it can.'),
      }),
      impacts: [
        {
          id: 'electrolyte',
          target: 'electrolyte-1',
          effect: 'delay',
          amount: assume(pert(60, 150, 400), 'working days (site)', 'A second reactor type or a new permit.'),
        },
        {
          id: 'li2s',
          target: 'li2s-plant-1',
          effect: 'delay',
          amount: assume(pert(40, 120, 320), 'working days (site)', 'Furnaces for a corrosive melt are re-lined once.'),
        },
      ],
      response: {
        active: false,
        probability: assume(fixed(0.25), PROBABILITY, 'A second partner builds in parallel.'),
        cost: assume(fixed(1.5e8), CNY, 'An advance on the second plant.'),
        month: '2026-10',
      },
    },
    {
      id: 'supply-cut',
      name: 'A supplier serves others first',
      probability: choose(key, {
        reference: assume(fixed(0.25), PROBABILITY, 'Larger cell makers hold stakes in the same plants.'),
        announced: assume(fixed(0.05), PROBABILITY, 'Contracts are kept, force majeure apart.'),
        constrained: assume(fixed(0.55), PROBABILITY, 'The smallest customer waits when all are short.'),
      }),
      impacts: [
        {
          id: 'electrolyte',
          target: 'toll-plant-1',
          effect: 'supply-factor',
          amount: assume(pert(0.3, 0.6, 0.9), FACTOR, 'Two fifths of a contract go elsewhere in a short year.'),
        },
        {
          id: 'li2s',
          target: 'li2s-plant-1',
          effect: 'supply-factor',
          amount: assume(pert(0.4, 0.7, 0.95), FACTOR, 'Li2S is shipped to whoever pays spot.'),
        },
      ],
      window: { from: { task: 'sop' }, months: assume(pert(6, 18, 36), 'months', 'Until a further plant opens.') },
    },
    {
      id: 'li2s-price',
      name: 'Lithium sulfide turns dear again',
      probability: choose(key, {
        reference: fromEvidence(
          fixed(0.25),
          PROBABILITY,
          ['E1-10'],
          'E1-10: 5,500 RMB/kg at the start of 2024 against 2,050 at the end of 2025: such swings have happened once in two years.',
        ),
        announced: assume(fixed(0), PROBABILITY, 'Prices only fall in this view.'),
        constrained: fromEvidence(
          fixed(0.45),
          PROBABILITY,
          ['E1-10'],
          'E1-10: 5,500 RMB/kg in 2024 shows what shortage does; nearly even odds with demand ahead of plants.',
        ),
      }),
      impacts: [
        {
          id: 'price',
          target: 'li2s',
          effect: 'price-factor',
          amount: assume(pert(1.2, 1.6, 2.6), FACTOR, 'Half of the fall since 2024 undone.'),
        },
      ],
      window: { from: '2028-07-01', months: assume(pert(9, 18, 30), 'months', 'As long as new furnaces take.') },
    },
    {
      id: 'group-loss',
      name: 'The group cannot pay in time',
      probability: choose(key, {
        reference: fromEvidence(
          fixed(0.4),
          PROBABILITY,
          ['X9-15'],
          'X9-15: a loss of 8 to 9 bn RMB in 2025 and a sales decline; two lean years in five by judgement.',
        ),
        announced: assume(fixed(0), PROBABILITY, 'Ongoing investment, as stated.'),
        constrained: fromEvidence(
          fixed(0.75),
          PROBABILITY,
          ['X9-15', 'F7-11'],
          'X9-15: a loss of 8 to 9 bn RMB goes on. F7-11: 2.5 bn RMB of it in the first half.',
        ),
      }),
      impacts: [
        {
          id: 'tests',
          target: 'group-2027',
          effect: 'funding-delay',
          amount: assume(pert(60, 180, 420), DAYS, 'A budget moved to the next half-year, sometimes twice.'),
        },
        {
          id: 'line-1',
          target: 'line1-equity',
          effect: 'funding-delay',
          amount: assume(pert(90, 240, 540), DAYS, 'Waits for the result of the year.'),
        },
        {
          id: 'sop',
          target: 'sop-equity',
          effect: 'funding-delay',
          amount: assume(pert(60, 180, 400), DAYS, 'A capital increase needs an open window.'),
        },
      ],
    },
    {
      id: 'own-brand',
      name: 'Own brands go on losing buyers',
      probability: choose(key, {
        reference: fromEvidence(
          fixed(0.35),
          PROBABILITY,
          ['X9-14a', 'X9-14c'],
          'X9-14a: vehicles, 14 % fewer in 2025. X9-14c: vehicles, 23 % fewer of the main brand; the demand range carries the rest.',
        ),
        announced: assume(fixed(0), PROBABILITY, 'The new cell turns the brand.'),
        constrained: fromEvidence(
          fixed(0.6),
          PROBABILITY,
          ['X9-14a'],
          'X9-14a: vehicles, 14 % fewer in 2025; more likely than not with no money for new models.',
        ),
      }),
      impacts: [
        {
          id: 'premium',
          target: 'own-premium',
          effect: 'demand-factor',
          amount: assume(pert(0.4, 0.7, 0.95), FACTOR, 'A small premium brand shrinks faster than its group.'),
        },
        {
          id: 'volume',
          target: 'own-volume',
          effect: 'demand-factor',
          amount: assume(pert(0.5, 0.75, 0.95), FACTOR, 'Two more years like 2025.'),
        },
      ],
      window: {
        from: '2027-01-01',
        months: assume(fixed(96), 'months', 'A brand that falls does not come back in one model cycle.'),
      },
    },
    {
      id: 'standard-late',
      name: 'Safety part of the standard changes the tests',
      probability: choose(key, {
        reference: fromEvidence(
          fixed(0.2),
          PROBABILITY,
          ['V6-04'],
          'V6-04: a date of a draft; four parts are planned and three are not written, one in five hits a test already done.',
        ),
        announced: assume(fixed(0.05), PROBABILITY, 'The maker sits on the committee.'),
      }),
      impacts: [
        {
          id: 'repeat',
          target: 'type-approval',
          effect: 'delay',
          amount: assume(
            pert(20, 60, 140),
            'working days (office)',
            'The changed tests once more, then the next catalogue.',
          ),
        },
      ],
    },
  ];
}

/** What may go wrong. The order is that of the page. */
export function risksOf(key: ScenarioKey): Risk[] {
  return [slipOfRecord(key), ...technicalRisks(key), ...outsideRisks(key)];
}

function pairs(ids: readonly string[], path: (id: string) => string, rho: number, note: string): Correlation[] {
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b) => ({ a: path(a), b: path(b), rho, meta: { note } })));
}

/** Draws that go together. */
export function correlationsOf(): Correlation[] {
  return [
    ...pairs(
      slippingPhases,
      (phase) => `risks/slip/impacts/${phase}/amount`,
      0.9,
      'One organisation, one slip: the record is of whole programmes, so phases stretch nearly together.',
    ),
    {
      a: 'materials/electrolyte/intensity',
      b: 'materials/li2s/intensity',
      rho: 0.95,
      meta: { note: 'Li2S is 0.43 kg in each kg of electrolyte.' },
    },
    {
      a: 'market/technologies/lfp/price',
      b: 'market/technologies/nmc/price',
      rho: 0.8,
      meta: { note: 'Lithium, foil and overcapacity are shared.' },
    },
    {
      a: 'market/technologies/nmc/price',
      b: 'cost/otherMaterials',
      rho: 0.5,
      meta: { note: 'The same cathode is in both.' },
    },
    {
      a: 'market/segments/open-mass/demand',
      b: 'market/segments/open-premium/demand',
      rho: 0.8,
      meta: { note: 'One market, one business cycle.' },
    },
    ...pairs(
      ['line-1', 'line-2', 'line-3'],
      (line) => `lines/${line}/yield/mature`,
      0.7,
      'The same process on every line.',
    ),
    ...pairs(
      ['li2s-spot', 'li2s-plant-1', 'li2s-plant-2'],
      (contract) => `materials/li2s/contracts/${contract}/price`,
      0.9,
      'Contracts follow the spot price.',
    ),
    ...pairs(
      ['assb-leaders', 'assb-followers', 'assb-overseas'],
      (maker) => `market/technologies/${maker}/slip`,
      0.5,
      'The same physics and the same machine builders hold all of them back.',
    ),
  ];
}
