import type { Distribution, Line } from '../document';
import { assume, choose, fixed, fromEvidence, pert, type ScenarioKey, type Supported, uniform } from './support';

const SHARE = 'share';
const MONTHS = 'months';

const arealCapacity = (key: ScenarioKey, where: string) =>
  choose(key, {
    reference: fromEvidence(
      pert(5, 7.2, 7.7),
      'mAh/cm2 per side',
      ['S0-02', 'E1-07'],
      `S0-02: the claim of 7.7 is taken as the upper end, under 5 is the wet line beside it. E1-07: built on 7.7, with 5.0 as the low case of ${where}.`,
      'The mode is a little under the claim: announcements quote the best lots.',
    ),
    announced: fromEvidence(
      fixed(7.7),
      'mAh/cm2 per side',
      ['S0-02'],
      `The company's own figure, at face value on ${where}.`,
    ),
  });

const voltage = (where: string) =>
  fromEvidence(
    fixed(3.7),
    'V',
    ['E1-07'],
    `E1-07: gives t/GWh; its own working uses 3.7 V, which is kept here for ${where} so that mass and energy agree.`,
  );

const cellCapacity = (where: string) =>
  fromEvidence(
    fixed(60),
    'Ah',
    ['S0-01'],
    `The smallest class named; larger cells would lower the count on ${where}, not the energy.`,
  );

function pilotLine(key: ScenarioKey): Line {
  return {
    id: 'pilot-line',
    name: 'Pilot line, small batches',
    commercial: false,
    buildTask: 'pilot-build',
    process: {
      arealCapacity: arealCapacity(key, 'the pilot line'),
      voltage: voltage('the pilot line'),
      coatedWidth: assume(fixed(0.25), 'm', 'Pilot coaters of cell makers are 200 to 300 mm wide.'),
      speed: choose(key, {
        reference: fromEvidence(
          pert(1, 2, 6),
          'm/min',
          ['X9-08'],
          'X9-08: the 1.2 GWh a year of one unnamed author would need some 35 m/min and speak against small-batch trial production (S0-01); it is left outside.',
          'Dry films are rolled at a few metres a minute on pilot calenders.',
        ),
        announced: fromEvidence(
          pert(2, 6, 35),
          'm/min',
          ['X9-08'],
          'X9-08: 1.2 GWh a year is the high end of this speed (35 m/min over 0.25 m, 4,000 h, two sides), as the record asks.',
          'A pilot line that is a third of a series line in speed.',
        ),
      }),
      hoursPerYear: assume(
        fixed(4000),
        'h/yr',
        'Two shifts on working days; the rest is cleaning and change of recipe.',
      ),
      sides: assume(fixed(2), '', 'Cathode film on both faces of the foil.'),
      lanes: assume(fixed(1), '', 'One coater and one press on the pilot.'),
      cellCapacity: cellCapacity('the pilot line'),
    },
    capex: fromEvidence(
      fixed(5e8),
      'CNY',
      ['C2-18'],
      'C2-18: 10,000 million RMB/GWh over 0.07 GWh would be 700 million with research in it; 500 without. Spent before 2026, so it changes no result.',
    ),
    conversionFactor: choose(key, {
      reference: assume(
        pert(3, 5, 8),
        'multiple',
        'Small machines with many people: several times a series line for each kWh.',
      ),
      announced: assume(fixed(3), 'multiple', 'The low end: the pilot is said to be a production line already.'),
    }),
    yield: {
      initial: choose(key, {
        reference: assume(
          pert(0.2, 0.35, 0.6),
          SHARE,
          'First small batches of a new cell; C2-27 saw 20 % at the start of another dry line.',
        ),
        announced: assume(fixed(0.6), SHARE, 'Between the start of a GWh line and what pilots claim of themselves.'),
      }),
      mature: choose(key, {
        reference: fromEvidence(
          pert(0.55, 0.72, 0.9),
          SHARE,
          ['C2-27', 'C2-26', 'C2-25'],
          'C2-25: 90 % is a maker about its own 0.2 GWh pilot, grade C, so it is the upper end only. C2-27: 20 to 80 % of another dry line, grade C too; C2-26: 0.65 of semi-solid makers, plus what a pilot can sort out.',
        ),
        announced: fromEvidence(
          pert(0.75, 0.85, 0.92),
          SHARE,
          ['C2-25', 'X9-08'],
          'X9-08: over 92 % stands in its note, its figure is of GWh/yr; both are unproven, so they bound the range and are not its mode.',
        ),
      }),
      timeConstant: assume(
        pert(6, 10, 18),
        MONTHS,
        'A pilot learns quicker than a series line as it may stop at any time.',
      ),
    },
    utilisation: {
      initial: assume(fixed(0.1), SHARE, 'Days of production between weeks of engineering.'),
      mature: assume(pert(0.25, 0.4, 0.6), SHARE, 'Half of the shifts belong to development lots.'),
      ramp: assume(fixed(12), MONTHS, 'A year until two shifts are trained.'),
    },
    fixedOpex: assume(pert(3e7, 5e7, 9e7), 'CNY/yr', 'A hundred and fifty people and a dry room of 2,000 m2.'),
    life: assume(fixed(8), 'yr', 'Pilot machines are replaced early.'),
  };
}

function firstLine(key: ScenarioKey): Line {
  return {
    id: 'line-1',
    name: 'Line 1, 1.5 GWh',
    buildTask: 'line1-build',
    requires: ['line1-commission', 'sop'],
    process: {
      arealCapacity: arealCapacity(key, 'line 1'),
      voltage: voltage('line 1'),
      coatedWidth: assume(fixed(0.5), 'm', 'Half the width of a wet coater: dry film is rolled in narrow lanes.'),
      speed: choose(key, {
        reference: assume(
          pert(8, 15, 20),
          'm/min',
          'Wet coaters run at 60 to 100, dry rolling of anodes is reported well below; the separator film sets the pace.',
        ),
        announced: assume(
          fixed(15),
          'm/min',
          'The speed at which one line at 7.7 mAh/cm2 gives the GWh class that is announced.',
        ),
      }),
      hoursPerYear: assume(fixed(6000), 'h/yr', 'Three shifts on 300 days less cleaning of the dry rooms.'),
      sides: assume(fixed(2), '', 'Both faces of the foil, as on the pilot.'),
      lanes: assume(fixed(1), '', 'One rolling line; a second would be another line.'),
      cellCapacity: cellCapacity('line 1'),
    },
    capex: choose(key, {
      reference: fromEvidence(
        pert(3.9e8, 9.2e8, 3.1e9),
        'CNY',
        ['C2-22', 'C2-13', 'C2-14'],
        'C2-22: 250, 600 and 2,000 million RMB/GWh over 1.54 GWh. C2-13: a semi-solid park at 2,000 is the upper end, 3.1 bn. C2-14: 667 over 1.54 GWh is 1.0 bn.',
      ),
      announced: fromEvidence(
        uniform(2.6e8, 5.9e8),
        'CNY',
        ['S0-05a', 'C2-11'],
        'S0-05a: 15 % below a wet line, a fraction and an ambition of 2024 at face value, so 0.85 of C2-11. C2-11: 200 to 450 million RMB/GWh over 1.54 GWh.',
      ),
    }),
    conversionFactor: choose(key, {
      reference: fromEvidence(
        pert(0.65, 0.95, 1.2),
        'multiple',
        ['S0-05c', 'X9-08', 'C2-48'],
        'S0-05c: 35 % lower cost is a fraction change, an ambition: the low end, 0.65. X9-08: 40 % less energy for the electrodes stands in its note, the record is of GWh/yr. C2-48: no number; inert gas a small share, so pressing and dry rooms about take back what the oven saves.',
      ),
      announced: fromEvidence(
        uniform(0.65, 0.85),
        'multiple',
        ['S0-05c'],
        'S0-05c: 35 % lower than wet as claimed in 2024 for large scale, so 0.65 is the end that line 1 may reach.',
      ),
    }),
    yield: lineYield(key, 'line 1', 0),
    utilisation: utilisation(key, 'line 1'),
    fixedOpex: choose(key, {
      reference: assume(
        pert(4e7, 7e7, 1.2e8),
        'CNY/yr',
        'Two hundred salaried people and 8,000 m2 of dry rooms that run whether cells are made or not.',
      ),
      announced: assume(fixed(4e7), 'CNY/yr', 'Floor space 40 % lower as claimed (S0-05b), crew of a wet line.'),
    }),
    life: assume(fixed(10), 'yr', 'Straight line over ten years as Chinese makers report for machines.'),
  };
}

function lineYield(key: ScenarioKey, where: string, head: number): NonNullable<Line['yield']> {
  const learnt =
    head > 0
      ? ` ${where} starts ${Math.round(head * 100)} points higher, on what the lines before it have learnt (assumption).`
      : '';
  return {
    initial: choose(key, {
      reference: fromEvidence(
        pert(0.4 + head, 0.6 + head, 0.8 + head / 2),
        SHARE,
        ['C2-30a', 'C2-26', 'C2-29b'],
        `The recommended start of a solid line for ${where}; semi-solid leaders bound it above. C2-29b: scrap of more than 30 % at start is a yield under 70 %, of known cells.${learnt}`,
      ),
      announced: fromEvidence(
        pert(0.7, 0.8, 0.9),
        SHARE,
        ['C2-30a', 'C2-26'],
        `The upper end of what semi-solid leaders had is where ${where} begins.`,
      ),
      constrained: fromEvidence(
        pert(0.35 + head, 0.52 + head, 0.75 + head / 2),
        SHARE,
        ['C2-30a', 'C2-26'],
        `Lower half of the record: short trial runs and changing powder on ${where}.${learnt}`,
      ),
    }),
    mature: choose(key, {
      reference: fromEvidence(
        pert(0.85, 0.92, 0.95),
        SHARE,
        ['C2-30b', 'C2-29c', 'C2-28'],
        `As recommended for a mature solid line. C2-29c: scrap of 5 to 12 %, so a yield of 88 to 95 %. C2-28: 10 % scrap after five years is 90 %. Applied to ${where}.`,
      ),
      announced: fromEvidence(fixed(0.95), SHARE, ['C2-30b'], `The best steady state of wet lines, for ${where}.`),
      constrained: fromEvidence(
        pert(0.83, 0.9, 0.94),
        SHARE,
        ['C2-30b'],
        `A little under the record: ${where} changes its powder with the supplier.`,
      ),
    }),
    timeConstant: choose(key, {
      reference: fromEvidence(
        pert(9, 18, 37),
        MONTHS,
        ['C2-30c', 'C2-27', 'C2-28'],
        `C2-30c: 0.75, 1.5 and 3.1 years in months, on ${where}. C2-27: a yield, 20 to 75 % in a year, which gives the 9 months. C2-28: a scrap, 30 to 10 % in five years, which gives the 37.`,
      ),
      announced: fromEvidence(
        fixed(9),
        MONTHS,
        ['C2-30c'],
        `C2-30c: 0.75 years, the quickest dry line on record, on ${where}.`,
      ),
    }),
  };
}

function utilisation(key: ScenarioKey, where: string): NonNullable<Line['utilisation']> {
  return {
    initial: choose(key, {
      reference: assume(pert(0.1, 0.2, 0.35), SHARE, `${where} opens with one shift and long stops.`),
      announced: assume(fixed(0.5), SHARE, `${where} opens with two shifts.`),
    }),
    mature: choose(key, {
      reference: fromEvidence(
        pert(0.5, 0.7, 0.85),
        SHARE,
        ['C2-31'],
        `The spread that the record gives for a single new solid line, ${where}.`,
      ),
      announced: fromEvidence(fixed(0.85), SHARE, ['C2-31'], `The planning rate, on ${where}.`),
    }),
    ramp: choose(key, {
      reference: assume(
        pert(12, 18, 30),
        MONTHS,
        `Shifts of ${where} are trained one by one; wet lines in China take about a year.`,
      ),
      announced: assume(fixed(6), MONTHS, `Half a year from first cells to full shifts on ${where}.`),
    }),
  };
}

interface LaterLine {
  readonly number: number;
  readonly nameplate: number;
  readonly head: number;
  readonly capexPerGWh: Supported<Distribution>;
  readonly sizeReason: string;
  readonly hold: Supported<Distribution>;
  readonly conversion: Supported<Distribution>;
  readonly opex: Supported<Distribution>;
}

const CAPEX = 'CNY per GWh/yr';

function laterLines(): readonly LaterLine[] {
  return [
    {
      number: 2,
      nameplate: 4,
      head: 0.08,
      sizeReason:
        'Two to three machines like those of line 1; within the least efficient sizes of 2 to 15 GWh (C2-47).',
      capexPerGWh: fromEvidence(
        pert(2.2e8, 4.6e8, 1.2e9),
        CAPEX,
        ['C2-22', 'C2-14', 'C2-16'],
        'C2-22: 250 to 2,000 million RMB/GWh for first lines, here the second, a quarter below. C2-14: 667 million a GWh for a semi-solid plant. C2-16: 750 million with a test line.',
      ),
      hold: assume(fixed(0.6), SHARE, 'A board stops a second line while the first runs at less than three fifths.'),
      conversion: assume(pert(0.6, 0.88, 1.1), 'multiple', 'A second line without the mistakes of the first.'),
      opex: assume(pert(7e7, 1.2e8, 2e8), 'CNY/yr', 'Crew and dry rooms grow less than the output.'),
    },
    {
      number: 3,
      nameplate: 6,
      head: 0.1,
      sizeReason: 'The size with which the group opened its wet cell plant (M3-20: 6 GWh).',
      capexPerGWh: fromEvidence(
        pert(1.8e8, 4.2e8, 1.1e9),
        CAPEX,
        ['C2-22', 'C2-11'],
        'C2-22: million RMB/GWh, the mature multiple of 1.5 to wet is reached half way. C2-11: wet 100 to 450 million a GWh.',
      ),
      hold: assume(fixed(0.7), SHARE, 'Six more GWh need orders that fill seven tenths of what stands.'),
      conversion: assume(pert(0.58, 0.84, 1.05), 'multiple', 'Wider films and fewer operators for each metre.'),
      opex: assume(pert(9e7, 1.6e8, 2.6e8), 'CNY/yr', 'A site of its own with quality and maintenance.'),
    },
    {
      number: 4,
      nameplate: 6,
      head: 0.12,
      sizeReason: 'The second half of the hall of line 3.',
      capexPerGWh: fromEvidence(
        pert(1.7e8, 3.6e8, 9e8),
        CAPEX,
        ['C2-22', 'C2-11'],
        'C2-22: million RMB/GWh, mature lines at 1.5 times wet. C2-11: wet 200 million a GWh times 1.8.',
      ),
      hold: assume(fixed(0.75), SHARE, 'An extension is cheap to delay, so it waits for three quarters.'),
      conversion: assume(pert(0.56, 0.8, 1), 'multiple', 'As line 3 with shared dry-room plant.'),
      opex: assume(pert(8e7, 1.4e8, 2.3e8), 'CNY/yr', 'Shares overhead of the site with line 3.'),
    },
    {
      number: 5,
      nameplate: 8,
      head: 0.13,
      sizeReason:
        'What is missing to the twenty-odd GWh that a 2027-2030 scale-up of a maker of 1.7 million cars suggests.',
      capexPerGWh: fromEvidence(
        pert(1.7e8, 3.2e8, 8e8),
        CAPEX,
        ['C2-22', 'C2-11'],
        'C2-22: million RMB/GWh, its mature multiples of 0.85, 1.5 and 2.5 to wet. C2-11: 200 million a GWh times 1.6 as mode.',
      ),
      hold: assume(fixed(0.8), SHARE, 'The largest cheque needs the fullest lines.'),
      conversion: assume(pert(0.55, 0.78, 1), 'multiple', 'The third generation of the same machines.'),
      opex: assume(pert(1.1e8, 1.9e8, 3e8), 'CNY/yr', 'A third site, with a partner sharing the laboratory.'),
    },
  ];
}

function laterLine(key: ScenarioKey, line: LaterLine): Line {
  const where = `line ${line.number}`;
  return {
    id: `line-${line.number}`,
    name: `Line ${line.number}, ${line.nameplate} GWh`,
    buildTask: `line${line.number}-build`,
    requires: ['sop'],
    nameplate: assume(fixed(line.nameplate), 'GWh/yr', line.sizeReason),
    capexPerGWh: choose(key, {
      reference: line.capexPerGWh,
      announced: fromEvidence(
        pert(8.5e7, 1.7e8, 3.8e8),
        CAPEX,
        ['C2-11', 'S0-05a'],
        `C2-11: 100, 200 and 450 million RMB/GWh of wet lines times 0.85. S0-05a: the claimed 15 % less equipment, a fraction, for ${where}.`,
      ),
    }),
    conversionFactor: choose(key, {
      reference: line.conversion,
      announced: fromEvidence(
        uniform(0.65, 0.8),
        'multiple',
        ['S0-05c'],
        `S0-05c: 35 % lower cost claimed for large scale, a factor of 0.65 as the end of what ${where} reaches.`,
      ),
    }),
    holdBelow: line.hold,
    yield: lineYield(key, where, line.head),
    utilisation: utilisation(key, where),
    fixedOpex: line.opex,
    life: assume(fixed(10), 'yr', `Machines of ${where} as those of line 1.`),
  };
}

/** The lines, from the pilot to the steps of the scale-up. */
export function linesOf(key: ScenarioKey): Line[] {
  return [pilotLine(key), firstLine(key), ...laterLines().map((line) => laterLine(key, line))];
}
