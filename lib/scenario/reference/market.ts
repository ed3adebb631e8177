import type { Market, Segment, Trajectory } from '../document';
import { baseSegments, coldPowerWorth, type SegmentId } from './calibration';
import { assume, choose, fixed, fromEvidence, linear, pert, type ScenarioKey, uniform } from './support';
import { technologiesOf } from './technologies';

const DEMAND = 'GWh/yr';
const WORTH_OF_ENERGY = 'CNY/kWh per Wh/kg';
const WORTH_OF_HEAT = 'CNY/kWh per degC';
const WORTH = 'CNY/kWh';

const COLD =
  'set by the closed form, so that NMC against LFP starts at the share assumed for the segment; no count by segment is published.';

function worths(
  id: SegmentId,
  energy: readonly [number, number],
  energyReason: string,
  heat: readonly [number, number],
  heatReason: string,
) {
  const base = baseSegments[id];
  return {
    energyDensity: assume(pert(energy[0], base.energyDensity, energy[1]), WORTH_OF_ENERGY, energyReason),
    heatResistance: assume(pert(heat[0], base.heatResistance, heat[1]), WORTH_OF_HEAT, heatReason),
    coldPower: assume(
      fixed(coldPowerWorth(id)),
      'CNY/kWh per index point',
      `Worth of cold start and power in ${id}, ${COLD} NMC is ${Math.round(base.nmcShareOfBoth * 100)} % of both here.`,
    ),
    appeal: assume(fixed(1), '', `Appeal is in money already, so ${id} values it at one.`),
  };
}

const ELASTICITY =
  'A8-10: an elasticity of -2.5 on a car of 150,000 CNY is a scale of 60,000 a car, about 1,000 a kWh, for drivers;';

function ownSegments(key: ScenarioKey): Segment[] {
  return [
    {
      id: 'own-premium',
      name: "Maker's own premium cars (Hyper)",
      demand: choose(key, {
        reference: fromEvidence(
          linear(['2026-01-01', 1, 1.6, 2.4], ['2030-01-01', 1.5, 3, 6], ['2037-01-01', 2, 5, 10]),
          DEMAND,
          ['X9-13'],
          'X9-13: 15,600 cars of the launch brand in 2024, at 80 kWh about 1.25 GWh; the upper cars of the sister brand are added.',
          'Growth as hoped for a small brand in a growing segment.',
        ),
        announced: fromEvidence(
          linear(['2026-01-01', 2], ['2030-01-01', 8], ['2037-01-01', 12]),
          DEMAND,
          ['X9-13'],
          'X9-13: 15,600 cars at 80 kWh are 1.25 GWh; a brand that grows sixfold with a car of 1,000 km.',
        ),
        constrained: fromEvidence(
          linear(['2026-01-01', 0.8, 1.3, 1.8], ['2030-01-01', 0.9, 2, 3.5], ['2037-01-01', 1, 3, 6]),
          DEMAND,
          ['X9-13'],
          'X9-13: 15,600 cars at 80 kWh are 1.25 GWh, and the brand stays near that.',
        ),
      }),
      heterogeneity: fromEvidence(
        pert(100, 150, 240),
        WORTH,
        ['A8-10'],
        `${ELASTICITY} the group chooses for its own flagship, so a sixth of it.`,
      ),
      willingnessToPay: worths(
        'own-premium',
        [0.7, 2.3],
        'A hundred km more for 15,000 CNY a car at 80 kWh; Nio sold only some hundred packs of 1,000 km at three times the price (X9-11).',
        [0.1, 0.7],
        'A hundred degrees more heat resistance is worth 40 CNY a kWh to a brand that advertises safety.',
      ),
      adoption: {
        p: choose(key, {
          reference: assume(
            pert(0.25, 0.5, 0.9),
            'per yr',
            'A captive brand puts the cell into its next model: half within a year and a half.',
          ),
          announced: assume(fixed(1.5), 'per yr', 'The first car is designed around the cell.'),
        }),
        q: assume(fixed(0.4), 'per yr', 'Later models of one brand follow the first quickly.'),
      },
      meta: {
        note: 'Range shown by assumption: a large sedan with a pack of 480 kg; 370 Wh/kg then gives some 880 km, an NMC cell of today 610.',
        vehicle: { packMass: 480, packRatio: 0.72, consumption: 14.5 },
      },
    },
    {
      id: 'own-volume',
      name: "Maker's own volume cars (Aion, Trumpchi)",
      demand: choose(key, {
        reference: fromEvidence(
          linear(['2026-01-01', 18, 22.3, 26], ['2030-01-01', 16, 28, 42], ['2037-01-01', 16, 36, 60]),
          DEMAND,
          ['X9-14b', 'X9-16c', 'M3-21'],
          'X9-14b: 433,600 cars with a plug of the group in 2025, times X9-16c: 55.2 kWh, is 23.9 GWh, less the premium part. M3-21: 13 to 24 GWh, for GWh of the year 2025.',
        ),
        announced: fromEvidence(
          linear(['2026-01-01', 24], ['2030-01-01', 45], ['2037-01-01', 70]),
          DEMAND,
          ['M3-21', 'M3-20'],
          'M3-21: the upper end of 24 in 2025. M3-20: the group once planned 36 GWh of cells of its own by 2025; reached by 2029 here.',
        ),
        constrained: fromEvidence(
          linear(['2026-01-01', 14, 19, 23], ['2030-01-01', 10, 19, 30], ['2037-01-01', 9, 22, 40]),
          DEMAND,
          ['M3-21', 'X9-14c'],
          'M3-21: 13 to 24 GWh in 2025. X9-14c: 290,000 cars of the main brand, a fifth fewer than the year before, at 55 kWh are 16 GWh; the slide stops, it does not turn.',
        ),
      }),
      heterogeneity: fromEvidence(
        pert(80, 120, 190),
        WORTH,
        ['A8-10'],
        `${ELASTICITY} a purchasing department with a price list is eight times as strict.`,
      ),
      willingnessToPay: worths(
        'own-volume',
        [0.2, 1],
        'Buyers of cars at 130,000 CNY take the smaller pack: 97 of 100 users of swap stations did (X9-12).',
        [0.05, 0.35],
        'Safety sells, but the new fire rule makes every cell pass the same test (V6-03).',
      ),
      adoption: {
        p: choose(key, {
          reference: assume(
            pert(0.01, 0.04, 0.12),
            'per yr',
            'Captive too, but platforms change every four years and the purchasing price decides.',
          ),
          announced: assume(fixed(0.3), 'per yr', 'The group tells its brands to use the cell.'),
        }),
        q: assume(
          fixed(0.45),
          'per yr',
          'Platforms of one group share a pack, so imitation is a little quicker than between makers.',
        ),
      },
      meta: {
        note: 'Range shown by assumption: a compact with a pack of 380 kg, kept small for its price.',
        vehicle: { packMass: 380, packRatio: 0.72, consumption: 13 },
      },
    },
  ];
}

function openSegments(key: ScenarioKey): Segment[] {
  const bassP = (where: string) =>
    choose(key, {
      reference: fromEvidence(pert(0.002, 0.005, 0.03), 'per yr', ['A8-06b'], `Platform by platform, for ${where}.`),
      announced: fromEvidence(
        pert(0.01, 0.025, 0.03),
        'per yr',
        ['A8-04a', 'A8-06b'],
        `A8-04a: the customary start, grade C; A8-06b has it as the upper end, used for ${where} as the announcement is read kindly.`,
      ),
    });
  const bassQ = (where: string) =>
    fromEvidence(
      pert(0.25, 0.38, 0.55),
      'per yr',
      ['A8-06a', 'A8-01'],
      `The rate at which LFP took over in China, for ${where}.`,
    );
  return [
    {
      id: 'open-premium',
      name: 'Other makers, premium and long range',
      demand: fromEvidence(
        linear(['2026-01-01', 140, 150, 170], ['2030-01-01', 210, 300, 410], ['2037-01-01', 300, 470, 720]),
        DEMAND,
        ['A8-03', 'X9-16a', 'M3-07', 'M3-09'],
        'A8-03: 18.5 % of the market is ternary, of X9-16a: 769.7 GWh in all, which is 144 GWh, nearly all of this segment. M3-07: 3,000 to 3,400 GWh of world demand in 2030. M3-09: a fraction of 0.48 to 0.6 is China, so 1,440 to 2,040, of which some 18 %.',
      ),
      heterogeneity: fromEvidence(
        pert(100, 150, 240),
        WORTH,
        ['A8-10'],
        `${ELASTICITY} carmakers choosing for a model series, a sixth.`,
      ),
      willingnessToPay: worths(
        'open-premium',
        [0.5, 1.9],
        'A quarter of the range for some 9,000 CNY a car; makers of premium cars named it first in their plans (R4-19).',
        [0.05, 0.6],
        'Makers with recalls behind them pay for heat resistance, others do not.',
      ),
      adoption: { p: bassP('premium platforms of others'), q: bassQ('premium platforms of others') },
      meta: {
        note: 'Range shown by assumption: large sedans and sport utility cars of other makers, 520 kg of pack.',
        vehicle: { packMass: 520, packRatio: 0.72, consumption: 15 },
      },
    },
    {
      id: 'open-mass',
      name: 'Other makers, volume cars and vans',
      demand: fromEvidence(
        linear(['2026-01-01', 560, 596, 650], ['2030-01-01', 1080, 1330, 1600], ['2037-01-01', 1500, 2150, 3000]),
        DEMAND,
        ['X9-16a', 'M3-07', 'M3-08', 'M3-09'],
        'X9-16a: 769.7 GWh in all less the other segments. M3-07: 3,000 to 3,400 GWh of the world in 2030. M3-08: 4,200 to 6,750 GWh in 2035. M3-09: the fraction of China, so four fifths of 1,440 to 2,040 in 2030.',
      ),
      heterogeneity: fromEvidence(
        pert(70, 100, 160),
        WORTH,
        ['A8-10'],
        `${ELASTICITY} LFP went from 38 to 81 % on a gap near 140, which asks for a tenth.`,
      ),
      willingnessToPay: worths(
        'open-mass',
        [0.1, 0.6],
        'Range beyond 500 km sells few cars at 100,000 CNY; a pack kept small sells more.',
        [0.02, 0.2],
        'Covered by the common test; a small bonus from insurers.',
      ),
      adoption: { p: bassP('volume platforms of others'), q: bassQ('volume platforms of others') },
      meta: {
        note: 'Range shown by assumption: a small car with 360 kg of pack, most of it LFP today.',
        vehicle: { packMass: 360, packRatio: 0.72, consumption: 12.5 },
      },
    },
  ];
}

/** Demand of China by segment, what buyers pay for, own cell, the others. */
export function marketOf(key: ScenarioKey): Market {
  return {
    own: {
      attributes: {
        energyDensity: choose(key, {
          reference: fromEvidence(
            linear(['2026-01-01', 330, 370, 400], ['2037-01-01', 370, 420, 470]),
            'Wh/kg',
            ['R4-01', 'X9-08'],
            'R4-01: a roadmap year whose text names 400 Wh/kg, a claim of 2024, so the upper end. X9-08: a line record whose note says 380, one author without confirmation.',
            'Stack pressure and a thick separator cost about a tenth.',
          ),
          announced: fromEvidence(
            linear(['2026-01-01', 400], ['2037-01-01', 450]),
            'Wh/kg',
            ['R4-01', 'S0-04'],
            'R4-01: a roadmap year whose text names 400 Wh/kg. S0-04: 1,000 km, said to go with nearly double the energy density.',
          ),
        }),
        heatResistance: choose(key, {
          reference: fromEvidence(
            pert(220, 280, 400),
            'degC',
            ['S0-03'],
            "The company's 300 to 400, its upper end kept as such, the mode below it as cathode and silicon still burn.",
          ),
          announced: fromEvidence(uniform(300, 400), 'degC', ['S0-03'], 'As claimed.'),
        }),
        coldPower: assume(
          fixed(0.9),
          'index',
          'Sulfide conducts well, but contact resistance rises in the cold; tested in two winters of the plan.',
        ),
        appeal: choose<Trajectory>(key, {
          reference: fromEvidence(
            linear(['2026-01-01', -250, -150, -60], ['2034-01-01', -100, -40, 20]),
            WORTH,
            ['A8-11'],
            'A8-11: no number; acceptance of semi-solid cars was limited.',
            'Doubt about life and repair of a new cell costs about what a long warranty costs, and fades in eight years.',
          ),
          announced: assume(fixed(0), WORTH, 'Buyers see a better cell and nothing to fear.'),
        }),
      },
    },
    segments: [...ownSegments(key), ...openSegments(key)],
    technologies: technologiesOf(key),
  };
}
