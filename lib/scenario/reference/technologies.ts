import type { Distribution, Knots, Technology } from '../document';
import { appealOf, baseTechnologies } from './calibration';
import {
  assume,
  choose,
  fixed,
  fromEvidence,
  geometric,
  linear,
  pert,
  type ScenarioKey,
  type Supported,
} from './support';

const PRICE = 'CNY/kWh';
const DENSITY = 'Wh/kg';
const DEGREES = 'degC';
const INDEX = 'index';
const WORTH = 'CNY/kWh';
const AVAILABILITY = 'share';

const calibrated = (technology: 'lfp' | 'nmc' | 'semi-solid' | 'sodium-ion', note: string) =>
  fromEvidence(
    fixed(appealOf(technology)),
    WORTH,
    ['X9-16b'],
    `X9-16b: the fraction of LFP in 2025, from which the closed form of the logit gives a worth in money. ${note}`,
    'Everything that price, energy, safety and cold do not explain, taken as lasting.',
  );

function lfp(): Technology {
  const base = baseTechnologies.lfp;
  return {
    id: 'lfp',
    name: 'LFP',
    price: fromEvidence(
      geometric(
        ['2026-01-01', 335, base.price, 345],
        ['2026-07-01', 335, 360, 385],
        ['2028-01-01', 280, 325, 370],
        ['2030-01-01', 225, 290, 345],
        ['2037-01-01', 180, 245, 310],
      ),
      PRICE,
      ['C2-32b', 'X9-03', 'M3-16d'],
      'C2-32b: 0.34 RMB/Wh in November 2025. X9-03: 0.38 in May 2026. M3-16d: 0.22 to 0.34 in 2030, RMB/Wh; after it a fall of about 2 % a year by assumption.',
    ),
    attributes: {
      energyDensity: assume(
        linear(['2026-01-01', 175, base.energyDensity, 195], ['2037-01-01', 195, 215, 235]),
        DENSITY,
        'Cell level; fourth-generation powders are near their limit, so 1.5 % a year.',
      ),
      heatResistance: fromEvidence(
        fixed(base.heatResistance),
        DEGREES,
        ['S0-03'],
        'S0-03: gives "wet approx 200" beside the 300 to 400 of the solid electrolyte; the liquid is the same in LFP.',
      ),
      coldPower: assume(
        fixed(base.coldPower),
        INDEX,
        'The zero of the index: LFP loses most range and power below freezing.',
      ),
      appeal: calibrated('lfp', 'Long life, supply in place, no nickel: matched in the mass segment.'),
    },
  };
}

function nmc(): Technology {
  const base = baseTechnologies.nmc;
  return {
    id: 'nmc',
    name: 'NMC (ternary)',
    price: fromEvidence(
      geometric(
        ['2026-01-01', 470, base.price, 490],
        ['2026-07-01', 470, 515, 590],
        ['2028-01-01', 395, 465, 550],
        ['2030-01-01', 320, 425, 510],
        ['2037-01-01', 260, 370, 460],
      ),
      PRICE,
      ['C2-32a', 'X9-02', 'M3-16c'],
      'C2-32a: 0.48 RMB/Wh in November 2025. X9-02: 0.59 in May 2026, driven by cobalt, the upper end. M3-16c: 0.29 to 0.45 in 2030 from a base of 0.45 that has been overtaken; scaled to 0.52 it gives the mode.',
    ),
    attributes: {
      energyDensity: assume(
        linear(['2026-01-01', 240, base.energyDensity, 275], ['2037-01-01', 270, 300, 330]),
        DENSITY,
        'High-nickel cells of today and silicon blended into graphite; two per cent a year at first.',
      ),
      heatResistance: fromEvidence(
        fixed(base.heatResistance),
        DEGREES,
        ['S0-03'],
        'S0-03: "wet approx 200" in the words of the same claim; the separator shrinks there, the oxide gives off oxygen a little above.',
      ),
      coldPower: assume(
        fixed(base.coldPower),
        INDEX,
        'The one of the index: what premium cars use in the north today.',
      ),
      appeal: calibrated('nmc', 'NMC is the zero from which the others are counted.'),
    },
  };
}

function semiSolid(): Technology {
  const base = baseTechnologies['semi-solid'];
  return {
    id: 'semi-solid',
    name: 'Semi-solid (hybrid solid-liquid)',
    price: fromEvidence(
      geometric(
        ['2026-01-01', 780, base.price, 1150],
        ['2028-01-01', 620, 770, 950],
        ['2030-01-01', 520, 660, 820],
        ['2037-01-01', 400, 520, 660],
      ),
      PRICE,
      ['C2-39', 'C2-38'],
      'C2-39: above 1 RMB/Wh in 2024, so at or a little under it two years later. C2-38: 1,987 per kWh of a pack in a first small batch, not of a cell at scale.',
    ),
    attributes: {
      energyDensity: fromEvidence(
        linear(['2026-01-01', 280, base.energyDensity, 350], ['2037-01-01', 320, 350, 380]),
        DENSITY,
        ['C2-13'],
        'C2-13: a capex record whose note gives 280 Wh/kg for a first hybrid cell, the low end.',
        'Nio named 360 for its large pack; the middle is a guess.',
      ),
      heatResistance: assume(
        fixed(base.heatResistance),
        DEGREES,
        'Five per cent of liquid is left and burns late, not never.',
      ),
      coldPower: assume(fixed(base.coldPower), INDEX, 'Gel slows the ions a little in the cold.'),
      appeal: calibrated('semi-solid', 'Under 2 GWh of use in 2024 (V6-15) in a premium segment of 150.'),
    },
    availability: fromEvidence(
      linear(
        ['2026-01-01', base.availability],
        ['2028-01-01', 0.15, 0.2, 0.32],
        ['2030-01-01', 0.18, 0.28, 0.45],
        ['2037-01-01', 0.35, 0.55, 0.75],
      ),
      AVAILABILITY,
      ['V6-14'],
      'V6-14: a share of at most 0.1 of announced solid capacity was commissioned, nearly all of it semi-solid; a buyer has a little more choice than that as the MG4 is sold.',
    ),
  };
}

function sodiumIon(): Technology {
  const base = baseTechnologies['sodium-ion'];
  return {
    id: 'sodium-ion',
    name: 'Sodium-ion',
    price: assume(
      geometric(
        ['2026-01-01', 380, base.price, 480],
        ['2028-01-01', 300, 360, 440],
        ['2030-01-01', 240, 310, 390],
        ['2037-01-01', 180, 245, 320],
      ),
      PRICE,
      'A fifth above LFP while volumes are small; parity with LFP is often promised for about 2030 and put later here. No price record was found.',
    ),
    attributes: {
      energyDensity: assume(
        linear(['2026-01-01', 130, base.energyDensity, 165], ['2037-01-01', 150, 170, 190]),
        DENSITY,
        'Layered oxide with hard carbon as sold now; half of NMC.',
      ),
      heatResistance: assume(fixed(base.heatResistance), DEGREES, 'The same kind of liquid, milder reactions.'),
      coldPower: assume(
        fixed(base.coldPower),
        INDEX,
        'Good in cold but weak in motorway range, so under half of NMC in what premium buyers mean by it.',
      ),
      appeal: calibrated('sodium-ion', 'Its 0.1 % of 2025 is our reading of "others" beside LFP and ternary.'),
    },
    availability: assume(
      linear(
        ['2026-01-01', base.availability],
        ['2028-01-01', 0.08, 0.12, 0.2],
        ['2030-01-01', 0.15, 0.25, 0.4],
        ['2037-01-01', 0.4, 0.6, 0.85],
      ),
      AVAILABILITY,
      'One car in twenty could choose it in 2025; platforms open at the pace at which LFP spread (A8-01: a decade).',
    ),
  };
}

interface SolidMaker {
  readonly id: string;
  readonly name: string;
  readonly price: Supported<Knots>;
  readonly density: Supported<Knots>;
  readonly heatReason: string;
  readonly availability: Supported<Knots>;
  readonly slip: Supported<Distribution>;
  readonly appealReason: string;
}

function solidMaker(maker: SolidMaker): Technology {
  return {
    id: maker.id,
    name: maker.name,
    sameAs: 'own',
    price: maker.price,
    attributes: {
      energyDensity: maker.density,
      heatResistance: assume(fixed(300), DEGREES, maker.heatReason),
      coldPower: assume(
        fixed(0.9),
        INDEX,
        `Sulfide conducts like a liquid but contacts stiffen in the cold; ${maker.name} as own cells.`,
      ),
      appeal: assume(linear(['2026-01-01', -220, -120, -40], ['2034-01-01', -90, -30, 20]), WORTH, maker.appealReason),
    },
    availability: maker.availability,
    slip: maker.slip,
  };
}

function solidMakers(key: ScenarioKey): Technology[] {
  const leadersPrice = geometric(
    ['2026-01-01', 1500, 2000, 2800],
    ['2028-01-01', 1000, 1400, 2000],
    ['2030-01-01', 650, 880, 1250],
    ['2033-01-01', 430, 600, 850],
    ['2037-01-01', 330, 460, 650],
  );
  return [
    solidMaker({
      id: 'assb-leaders',
      name: 'All-solid: CATL, BYD',
      price: fromEvidence(
        leadersPrice,
        PRICE,
        ['C2-43b', 'X9-09'],
        'C2-43b: 1.2, 1.9 and 2.8 RMB/Wh in cost for a first line in 2027. X9-09: three to five times ternary, grade C, agrees at the ends only.',
        'After 2030 the price falls with their volume.',
      ),
      density: assume(
        linear(['2026-01-01', 340, 380, 420], ['2037-01-01', 380, 430, 480]),
        DENSITY,
        'Between the 400 that rivals name and what a pack with pressure frames leaves.',
      ),
      heatReason: 'The low end of the 300 to 400 that GAC claims, for want of figures of their own.',
      availability: assume(
        linear(
          ['2027-01-01', 0],
          ['2028-01-01', 0, 0.002, 0.01],
          ['2030-01-01', 0.01, 0.03, 0.1],
          ['2033-01-01', 0.06, 0.2, 0.45],
          ['2037-01-01', 0.2, 0.45, 0.8],
        ),
        AVAILABILITY,
        'Small batches or demonstration from 2027, mass production about 2030 (R4-05, R4-06, X9-17), as a share of buyers who could order.',
      ),
      slip: choose(key, {
        reference: fromEvidence(
          pert(0, 9, 36),
          'months',
          ['R4-S20', 'R4-05'],
          'R4-S20: a ratio of 1.0, 1.5 and 3.0 on the remaining time; on one and a half years to small batches that is 0, 9 and 36 months. R4-05: the year of small batches from which the slip is counted.',
        ),
        announced: assume(fixed(0), 'months', 'Others keep their dates as well.'),
      }),
      appealReason: 'New as own cells are, but from makers with a warranty record: less doubt than for a newcomer.',
    }),
    solidMaker({
      id: 'assb-followers',
      name: 'All-solid: SAIC/QingTao, Gotion, Chery',
      price: fromEvidence(
        geometric(
          ['2026-01-01', 1400, 1900, 2800],
          ['2028-01-01', 1000, 1450, 2100],
          ['2030-01-01', 680, 950, 1350],
          ['2033-01-01', 460, 650, 900],
          ['2037-01-01', 350, 490, 690],
        ),
        PRICE,
        ['C2-43b', 'C2-41'],
        'C2-43b: cost of a first line, 1.2 to 2.8 RMB/Wh. C2-41: a company target of 2.0 for a polymer cell in 2026, grade C, inside the range but not its mode.',
        'Smaller lines, so a tenth dearer than the leaders after 2028.',
      ),
      density: fromEvidence(
        linear(['2026-01-01', 320, 365, 400], ['2037-01-01', 370, 420, 470]),
        DENSITY,
        ['R4-07'],
        'R4-07: a roadmap year whose note names 400 Wh/kg; a claim, so the upper end.',
        'First cells reach about nine tenths of what is announced.',
      ),
      heatReason: 'Oxide and sulfide composites: taken as 300, the same low end of the only claim there is.',
      availability: assume(
        linear(
          ['2026-07-01', 0],
          ['2028-01-01', 0.001, 0.005, 0.02],
          ['2030-01-01', 0.01, 0.03, 0.08],
          ['2033-01-01', 0.04, 0.12, 0.3],
          ['2037-01-01', 0.15, 0.3, 0.6],
        ),
        AVAILABILITY,
        'Pilot vehicles 2026, commercial 2027, mass about 2030 (R4-07, R4-10, R4-18); 1 to 2 GWh lines in design.',
      ),
      slip: choose(key, {
        reference: fromEvidence(
          pert(0, 10, 36),
          'months',
          ['R4-S20', 'R4-S05'],
          'R4-S20: a ratio of 1.0, 1.5 and 3.0 on about twenty months to 2027 is 0, 10 and 36 months or so. R4-S05: the ratio of SAIC/QingTao so far, 1.48, is the mode.',
        ),
        announced: assume(fixed(0), 'months', 'SAIC and Gotion as announced.'),
      }),
      appealReason: 'A step behind the leaders in trust, with carmakers of their own behind them.',
    }),
    solidMaker({
      id: 'assb-overseas',
      name: 'All-solid: Toyota, Samsung SDI, Nissan',
      price: fromEvidence(
        geometric(
          ['2026-01-01', 1600, 2200, 2800],
          ['2028-01-01', 1200, 1700, 2400],
          ['2030-01-01', 850, 1200, 1700],
          ['2037-01-01', 450, 650, 900],
        ),
        PRICE,
        ['C2-43b', 'C2-12'],
        'C2-43b: Chinese cost of 1.2 to 2.8 RMB/Wh. C2-12: plants abroad cost 1.7 to 2.3 times as much, a multiple on capex only.',
        'Imported in cars of these makers.',
      ),
      density: assume(
        linear(['2026-01-01', 330, 370, 410], ['2037-01-01', 380, 430, 480]),
        DENSITY,
        'Samsung names 900 Wh/L, which is some 370 Wh/kg at a usual density of the cell.',
      ),
      heatReason: 'Sulfide as well; no figure was published, so the low end of the Chinese claim.',
      availability: assume(
        linear(
          ['2027-06-01', 0],
          ['2029-01-01', 0, 0.002, 0.008],
          ['2031-01-01', 0.003, 0.01, 0.03],
          ['2037-01-01', 0.02, 0.06, 0.15],
        ),
        AVAILABILITY,
        'First cars 2027 to 2029 (R4-03, R4-04, R4-12), of which China gets few: imports and joint ventures lose ground there.',
      ),
      slip: choose(key, {
        reference: fromEvidence(
          pert(0, 12, 40),
          'months',
          ['R4-S20', 'R4-S10'],
          'R4-S20: a ratio of 1.0, 1.5 and 3.0 on two years is 0, 12 and 48 months. R4-S10: Toyota, ratio 2.33 since 2017, would be 32 months.',
        ),
        announced: assume(fixed(0), 'months', 'Toyota, Samsung and Nissan on the dates restated in 2025.'),
      }),
      appealReason: 'Known names with few dealers of electric cars in China.',
    }),
  ];
}

/** The technologies that a buyer can choose beside the maker's own. */
export function technologiesOf(key: ScenarioKey): Technology[] {
  return [lfp(), nmc(), semiSolid(), sodiumIon(), ...solidMakers(key)];
}
