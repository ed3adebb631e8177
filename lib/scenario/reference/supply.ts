import type { Contract, Material } from '../document';
import { assume, choose, fixed, fromEvidence, geometric, pert, type ScenarioKey } from './support';

const TONNES_A_YEAR = 't/yr';
const PRICE = 'CNY/kg';
const START_OF_HORIZON = '2026-01-01';

/** Price of Li2S, which the maker buys itself and hands to its electrolyte partners. */
const li2sPrice = (key: ScenarioKey, factor: number, who: string) => {
  const at = (x: number) => Math.round(x * factor);
  return choose(key, {
    reference: fromEvidence(
      geometric(
        ['2026-01-01', at(1900), at(2050), at(2600)],
        ['2028-01-01', at(500), at(1050), at(1700)],
        ['2030-07-01', at(150), at(530), at(1100)],
        ['2037-01-01', at(100), at(260), at(600)],
      ),
      PRICE,
      ['E1-12', 'E1-11', 'E1-20', 'E1-15'],
      `E1-20: 130, 350 and 700 RMB/kg of electrolyte in 2030, of which about 65 % is Li2S at 0.428 kg a kg. E1-15: the fraction of 0.6 to 0.8 in the electrolyte's cost, at its lower end once Li2S is cheap. ${who}`,
    ),
    announced: fromEvidence(
      geometric(
        ['2026-01-01', at(1700), at(2000), at(2200)],
        ['2028-01-01', at(350), at(600), at(900)],
        ['2030-07-01', at(100), at(200), at(400)],
        ['2037-01-01', at(80), at(150), at(300)],
      ),
      PRICE,
      ['E1-11', 'E1-13', 'E1-19'],
      `E1-11: 2,000 to 4,000 for lots of 2025, where this path begins (a long contract 10 % under). E1-13: quotes under 2,000, grade C, so only the low end of 2026. E1-19: 82.5 million RMB/GWh in the long run, which is 127 to 165 RMB/kg of electrolyte, so some 200 of Li2S. ${who}`,
    ),
    constrained: fromEvidence(
      geometric(
        ['2026-01-01', at(2000), at(2300), at(3500)],
        ['2028-01-01', at(1000), at(1700), at(2600)],
        ['2030-07-01', at(500), at(1000), at(1800)],
        ['2037-01-01', at(200), at(450), at(900)],
      ),
      PRICE,
      ['E1-11', 'E1-12', 'E1-20'],
      `E1-20: its upper end of 700 RMB/kg electrolyte for 2030 is the mode here, 1,000 of Li2S. E1-12: the spot of December 2025. ${who}`,
    ),
  });
};

/** What a partner takes for turning Li2S into electrolyte: other precursors, energy, margin. */
const tollPrice = (key: ScenarioKey, who: string) =>
  choose(key, {
    reference: fromEvidence(
      geometric(['2026-01-01', 180, 250, 420], ['2030-07-01', 65, 125, 230], ['2037-01-01', 50, 90, 170]),
      PRICE,
      ['E1-18', 'E1-20', 'E1-15'],
      `E1-18: 1,130 RMB/kg all in, less the Li2S in it (877), leaves 250. E1-20: the third of 130, 350 and 700 that is not Li2S. E1-15: Li2S is the fraction of 0.6 to 0.8, the toll the rest. ${who}`,
    ),
    announced: fromEvidence(
      geometric(['2026-01-01', 150, 220, 300], ['2030-07-01', 40, 60, 110], ['2037-01-01', 35, 50, 90]),
      PRICE,
      ['E1-19'],
      `E1-19: 82.5 million RMB/GWh, 127 to 165 RMB/kg all in, of which the toll is 40 %. ${who}`,
    ),
    constrained: fromEvidence(
      geometric(['2026-01-01', 200, 300, 480], ['2030-07-01', 120, 210, 330], ['2037-01-01', 80, 140, 230]),
      PRICE,
      ['E1-18', 'E1-20'],
      `E1-18: all-in 1,130 less 877 of Li2S, with a premium for small lots. E1-20: 700 all in for 2030, less Li2S. ${who}`,
    ),
  });

function electrolyte(key: ScenarioKey): Material {
  const contracts: Contract[] = [
    {
      id: 'toll-pilot',
      supplier: 'Existing toll makers',
      start: START_OF_HORIZON,
      volume: choose(key, {
        reference: fromEvidence(
          pert(8, 20, 40),
          TONNES_A_YEAR,
          ['E1-32c', 'E1-32d'],
          'One such line in Reference: 10 to 30 t a year.',
        ),
        announced: fromEvidence(
          fixed(60),
          TONNES_A_YEAR,
          ['E1-31a', 'E1-32d'],
          'E1-31a: 70 t is a Korean pilot, the scale of one good line. E1-32d: 30 t a year, two such lines make the 60.',
        ),
        constrained: fromEvidence(
          pert(4, 10, 25),
          TONNES_A_YEAR,
          ['E1-32c'],
          'Half of one line: other makers were first.',
        ),
      }),
      price: tollPrice(key, 'Small lots for the pilot line.'),
      takeOrPay: assume(fixed(0), 'share', 'Bought by the drum as needed.'),
    },
    {
      id: 'toll-plant-1',
      supplier: 'Partner plant 1',
      start: { task: 'electrolyte-1' },
      volume: choose(key, {
        reference: fromEvidence(
          pert(150, 420, 900),
          TONNES_A_YEAR,
          ['E1-33', 'E1-31b', 'E1-27'],
          'E1-33: 1,500 to 12,000 t a year for China, Japan and Korea together in 2028; one of some ten makers gets a tenth of 4,000. E1-27: a plant of hundreds of tonnes. E1-31b: 1,200 t were announced for 2026; whether they were built was not found, so above the range.',
        ),
        announced: fromEvidence(
          fixed(1200),
          TONNES_A_YEAR,
          ['E1-31b'],
          'A mass-production plant as announced by one maker, built as announced.',
        ),
        constrained: fromEvidence(
          pert(80, 210, 480),
          TONNES_A_YEAR,
          ['E1-33', 'E1-27'],
          'E1-33: a tenth of the low case of 1,500 t for three countries is 150. E1-27: the low reading of hundreds of tonnes.',
        ),
      }),
      ramp: choose(key, {
        reference: fromEvidence(
          pert(6, 12, 24),
          'months',
          ['E1-34'],
          'E1-34: 0.5 to 2 years of its 2 to 4.5 years are the way from mechanical completion to load.',
        ),
        announced: assume(fixed(4), 'months', 'A reactor multiplied, not scaled.'),
        constrained: fromEvidence(
          pert(12, 20, 30),
          'months',
          ['E1-34'],
          'E1-34: the slow half of 0.5 to 2 years to load, and half a year more for a partner short of cash.',
        ),
      }),
      price: tollPrice(key, 'Partner plant for line 1.'),
      takeOrPay: choose(key, {
        reference: assume(
          pert(0.2, 0.4, 0.6),
          'share',
          'A partner that builds for one customer asks for a part of its fixed cost.',
        ),
        announced: assume(fixed(0.3), 'share', 'A light clause, as supply is plentiful in this view.'),
      }),
    },
    {
      id: 'toll-plant-2',
      supplier: 'Partner plant 2',
      start: { task: 'electrolyte-2' },
      volume: choose(key, {
        reference: fromEvidence(
          pert(1000, 2500, 5000),
          TONNES_A_YEAR,
          ['E1-33'],
          'E1-33: 1,500 to 12,000 t a year for three countries in 2028; by the time of line 2 such a plant serves one customer.',
        ),
        announced: assume(
          fixed(11000),
          TONNES_A_YEAR,
          '24 GWh at some 450 t/GWh: as much as the later lines need, supply being said to be secured.',
        ),
        constrained: fromEvidence(
          pert(500, 1200, 2600),
          TONNES_A_YEAR,
          ['E1-33'],
          'Half of Reference; the low case of three countries bounds what one customer can have.',
        ),
      }),
      ramp: choose(key, {
        reference: fromEvidence(
          pert(8, 15, 24),
          'months',
          ['E1-34'],
          'E1-34: years, of which up to 2 are the way to load; thousands of tonnes take longer than hundreds.',
        ),
        announced: assume(fixed(3), 'months', 'Filled by the order in hand.'),
      }),
      price: tollPrice(key, 'Partner plant for the later lines.'),
      takeOrPay: assume(pert(0.2, 0.4, 0.6), 'share', 'The same clause as for plant 1, with more customers behind it.'),
    },
  ];
  return {
    id: 'electrolyte',
    name: 'Sulfide electrolyte (toll)',
    intensity: choose(key, {
      reference: fromEvidence(
        geometric(['2026-01-01', 350, 650, 1000], ['2032-01-01', 290, 420, 620], ['2037-01-01', 260, 370, 540]),
        't/GWh',
        ['E1-08', 'E1-02', 'E1-03', 'E1-07'],
        'Declines to about 400 by 2032 as separators thin, as E1-08 asks; six estimates span 320 to 1,110.',
      ),
      announced: fromEvidence(
        geometric(['2026-01-01', 340, 510, 600], ['2030-01-01', 330, 420, 500], ['2037-01-01', 300, 360, 430]),
        't/GWh',
        ['E1-07', 'E1-02'],
        'The bottom-up figure at the claimed 7.7 mAh/cm2 and the broker figure.',
      ),
    }),
    stock: {
      initial: assume(fixed(3), 't', 'A few drums for the first quarter of the pilot.'),
      max: choose(key, {
        reference: assume(fixed(90), 't', 'Sulfide powder ages even under argon: about six weeks of line 1.'),
        announced: assume(fixed(900), 't', 'A warehouse for five lines.'),
      }),
    },
    contracts,
  };
}

function li2s(key: ScenarioKey): Material {
  return {
    id: 'li2s',
    name: 'Lithium sulfide',
    intensity: choose(key, {
      reference: fromEvidence(
        geometric(['2026-01-01', 150, 278, 430], ['2032-01-01', 124, 180, 265], ['2037-01-01', 111, 158, 231]),
        't/GWh',
        ['E1-01', 'E1-08'],
        'E1-01: 0.428 kg of Li2S a kg of electrolyte. E1-08: 350 to 1,000 t/GWh of electrolyte times 0.428 is 150 to 428.',
      ),
      announced: fromEvidence(
        geometric(['2026-01-01', 145, 218, 257], ['2030-01-01', 141, 180, 214], ['2037-01-01', 128, 154, 184]),
        't/GWh',
        ['E1-01', 'E1-07'],
        'E1-01: 0.428 kg a kg. E1-07: electrolyte of 338 to 511 t/GWh times 0.428 is 145 to 219.',
      ),
    }),
    stock: {
      initial: assume(fixed(1), 't', 'Bought for the first batches.'),
      max: choose(key, {
        reference: assume(fixed(45), 't', 'Half of the tonnes of electrolyte in store, in sealed drums.'),
        announced: assume(fixed(400), 't', 'In step with the larger electrolyte store.'),
      }),
    },
    contracts: [
      {
        id: 'li2s-spot',
        supplier: 'Spot lots',
        start: START_OF_HORIZON,
        volume: choose(key, {
          reference: fromEvidence(
            pert(4, 10, 20),
            TONNES_A_YEAR,
            ['E1-22', 'E1-32a'],
            'E1-22: 4 t a month is 48 t a year for the whole world in October 2025; a fifth of it. E1-32a: 50 t a year is the whole of a pilot plant being built, of which one customer gets less than half.',
          ),
          announced: fromEvidence(
            pert(20, 35, 50),
            TONNES_A_YEAR,
            ['E1-32a'],
            'Most of one pilot plant at its stated size.',
          ),
          constrained: fromEvidence(
            pert(2, 5, 12),
            TONNES_A_YEAR,
            ['E1-22'],
            'E1-22: a tenth of 48 t a year (4 t a month).',
          ),
        }),
        price: li2sPrice(key, 1, 'Spot lots pay the market.'),
        takeOrPay: assume(fixed(0), 'share', 'Spot purchases bind nobody to anything.'),
      },
      {
        id: 'li2s-plant-1',
        supplier: 'Li2S plant 1',
        start: { task: 'li2s-plant-1' },
        volume: choose(key, {
          reference: fromEvidence(
            pert(80, 200, 420),
            TONNES_A_YEAR,
            ['E1-32b', 'E1-25', 'E1-24'],
            'E1-32b: a pilot of 100 t a year, two of them here. E1-25: 1,000 t a year is the largest firm project, for 3 GWh, of which one customer gets a fifth. E1-24: demand of 100 to 1,000 t in 2026.',
          ),
          announced: fromEvidence(
            fixed(600),
            TONNES_A_YEAR,
            ['E1-23'],
            'E1-23: 1,000 to 4,000 t a year of nameplate said to stand already, grade C; a share of it, not its mode.',
          ),
          constrained: fromEvidence(
            pert(40, 100, 220),
            TONNES_A_YEAR,
            ['E1-32b', 'E1-32a'],
            'A plant of the size of today’s pilots.',
          ),
        }),
        ramp: choose(key, {
          reference: fromEvidence(
            pert(6, 12, 24),
            'months',
            ['E1-34'],
            'E1-34: the 0.5 to 2 years after mechanical completion, of its 2 to 4.5.',
          ),
          announced: assume(fixed(4), 'months', 'Furnaces of a known kind, added one by one.'),
        }),
        price: li2sPrice(key, 0.95, 'A year contract is 5 % under spot (assumption).'),
        takeOrPay: assume(pert(0.3, 0.5, 0.7), 'share', 'A green-field plant wants half of its volume safe.'),
      },
      {
        id: 'li2s-plant-2',
        supplier: 'Li2S plant 2',
        start: { task: 'li2s-plant-2' },
        volume: choose(key, {
          reference: fromEvidence(
            pert(400, 1000, 2200),
            TONNES_A_YEAR,
            ['E1-25', 'E1-23'],
            'The size of the largest firm project today, built for this maker; E1-23 bounds what the world claims.',
          ),
          announced: assume(fixed(4800), TONNES_A_YEAR, '0.428 of what the electrolyte plants of this scenario need.'),
          constrained: fromEvidence(
            pert(200, 500, 1100),
            TONNES_A_YEAR,
            ['E1-25'],
            'Half of a plant shared with another maker.',
          ),
        }),
        ramp: choose(key, {
          reference: fromEvidence(
            pert(8, 15, 24),
            'months',
            ['E1-34'],
            'E1-34: up to 2 of its 4.5 years are the way to load, more likely in a larger plant.',
          ),
          announced: assume(fixed(3), 'months', 'A copy of Li2S plant 1, same crew.'),
        }),
        price: li2sPrice(key, 0.9, 'A long contract is 10 % under spot (assumption).'),
        takeOrPay: assume(pert(0.2, 0.4, 0.6), 'share', 'Less than for plant 1: by then others buy too.'),
      },
    ],
  };
}

function silicon(key: ScenarioKey): Material {
  const price = (who: string) =>
    fromEvidence(
      geometric(['2026-01-01', 150, 270, 500], ['2030-01-01', 90, 180, 330], ['2037-01-01', 60, 120, 220]),
      PRICE,
      ['C2-43a', 'X9-05a', 'X9-05b', 'X9-06'],
      `C2-43a: adds 0.05 RMB/Wh for a silicon anode, which at 190 t/GWh is 263 RMB/kg. X9-05a and its twin are grade C and only bound the range. ${who}`,
    );
  return {
    id: 'silicon',
    name: 'Sponge-silicon anode powder',
    intensity: assume(
      geometric(['2026-01-01', 130, 190, 300], ['2037-01-01', 110, 160, 240]),
      't/GWh',
      '1 GWh is 270 million Ah at 3.7 V; 1,600 mAh/g with a tenth spare gives 186 t, 2,400 and 1,000 mAh/g the ends; X9-07 names the anode, no loading is published.',
    ),
    stock: {
      initial: assume(fixed(2), 't', 'Laboratory stock of the group.'),
      max: choose(key, {
        reference: assume(fixed(80), 't', 'Keeps well; a quarter of a year of line 1.'),
        announced: assume(fixed(700), 't', 'A quarter of a year of five lines.'),
      }),
    },
    contracts: [
      {
        id: 'silicon-own',
        supplier: 'Own anode workshop',
        start: START_OF_HORIZON,
        volume: assume(
          choose(key, { reference: pert(5, 12, 25), announced: fixed(25) }),
          TONNES_A_YEAR,
          choose(key, {
            reference:
              'Enough for the pilot line; the group says that it makes sponge silicon itself (X9-07) but no tonnes.',
            announced: 'A workshop sized for a pilot line at full shifts.',
          }),
        ),
        price: price('Made in small reactors.'),
      },
      {
        id: 'silicon-plant-1',
        supplier: 'Anode plant',
        start: { task: 'silicon-plant' },
        volume: assume(
          choose(key, { reference: pert(250, 500, 900), announced: fixed(500) }),
          TONNES_A_YEAR,
          choose(key, {
            reference:
              'Two GWh at 190 t/GWh and some spare; projects of 30,000 t (X9-06) show that this is not the scarce material.',
            announced: 'Line 1 and a half of line 2, as this plant is taken to be ready early.',
          }),
        ),
        ramp: assume(fixed(9), 'months', 'Reactors come in series.'),
        price: price('Series powder for line 1.'),
        takeOrPay: assume(fixed(0.2), 'share', 'Powder finds other buyers in phones.'),
      },
      {
        id: 'silicon-market',
        supplier: 'Open market',
        start: { task: 'line2-build' },
        volume: assume(
          choose(key, { reference: pert(1500, 3500, 7000), announced: fixed(6000) }),
          TONNES_A_YEAR,
          choose(key, {
            reference:
              'By the time of line 2 the market has tens of thousands of tonnes if a tenth of the projects is built.',
            announced: '24 GWh at 160 to 190 t/GWh and a spare, from projects built as announced.',
          }),
        ),
        price: price('Market powder for the later lines.'),
        takeOrPay: assume(fixed(0), 'share', 'An open market asks for no clause.'),
      },
    ],
  };
}

/** Electrolyte as a toll, Li2S as a material of its own, and silicon. */
export function materialsOf(key: ScenarioKey): Material[] {
  return [electrolyte(key), li2s(key), silicon(key)];
}
