import type { Task } from '../document';
import { assume, choose, fixed, fromEvidence, pert, type ScenarioKey } from './support';

const OFFICE = 'working days (office)';
const SITE = 'working days (site)';
const EVERY_DAY = 'days';
const PROBABILITY = 'probability';

/** Phases, in the order of the page. They are summaries: their dates follow from their tasks. */
const phases: readonly Task[] = [
  { id: 'pilot', name: 'Pilot line and B-samples' },
  { id: 'vehicle-tests', name: 'Vehicle integration tests 2026' },
  { id: 'validation', name: 'Durability and safety validation' },
  { id: 'qualification', name: 'Qualification to SOP' },
  { id: 'scale-up', name: 'Scale-up lines 2027-2030' },
  { id: 'materials', name: 'Electrolyte and precursor plants' },
];

function pilotTasks(key: ScenarioKey): Task[] {
  return [
    {
      id: 'pilot-build',
      name: 'Build the 60 Ah pilot line',
      parent: 'pilot',
      calendar: 'site',
      duration: assume(
        fixed(340),
        SITE,
        'Already finished; the length only places the bar, ground-breaking was not published and autumn 2024 is a guess.',
      ),
      actualStart: '2024-09-02',
      actualFinish: '2025-11-21',
      meta: { note: 'S0-01: completion was reported on 22 November 2025.' },
    },
    {
      id: 'pilot-debug',
      name: 'Bring the pilot line to stable small batches',
      parent: 'pilot',
      calendar: 'office',
      actualStart: '2025-11-24',
      percentComplete: 15,
      duration: choose(key, {
        reference: fromEvidence(
          pert(41, 124, 247),
          OFFICE,
          ['C2-24', 'S0-01'],
          'C2-24: 2, 6 and 12 months from completion to operation at 20.6 working days a month. S0-01: only names the small batches, it gives no time.',
        ),
        announced: fromEvidence(
          fixed(62),
          OFFICE,
          ['C2-24', 'S0-01'],
          'C2-24: three months at 20.6 working days, between the two of SK On and the usual six. S0-01: small-batch production is said to have begun.',
        ),
      }),
    },
    {
      id: 'b-cells',
      name: 'B-sample cells, 60 Ah',
      parent: 'pilot',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(
          pert(30, 40, 80),
          OFFICE,
          'A few thousand cells at the pilot line early yield, with one recipe change; a plain guess from wet B-sample builds.',
        ),
        announced: assume(fixed(32), OFFICE, 'Vehicles must be fitted by July 2026 if tests are to be done in 2026.'),
      }),
    },
    {
      id: 'b-pack',
      name: 'B-sample packs with pressure frames',
      parent: 'pilot',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(
          pert(25, 35, 70),
          OFFICE,
          'Twenty packs; the stack pressure of solid cells needs a frame that wet packs do not have, so twice a usual build.',
        ),
        announced: assume(fixed(25), OFFICE, 'Frames taken as ready when the cells are.'),
      }),
    },
    {
      id: 'b-safety',
      name: 'Abuse tests of B-samples: nail, hot box, crush',
      parent: 'pilot',
      calendar: 'every-day',
      duration: choose(key, {
        reference: assume(
          pert(30, 45, 80),
          EVERY_DAY,
          'The seven cell tests of GB 38031-2025 (V6-01) one after another on two benches; the durations themselves were not found (V6-09).',
        ),
        announced: assume(fixed(30), EVERY_DAY, 'Benches run the cell tests in parallel, none is repeated.'),
      }),
      gate: {
        passProbability: choose(key, {
          reference: assume(
            pert(0.6, 0.75, 0.9),
            PROBABILITY,
            'First B-samples of a new chemistry usually fail one abuse test; no pass rate of solid cells is published.',
          ),
          announced: assume(
            fixed(1),
            PROBABILITY,
            'Taken at face value: the cells are said to be safe to 300-400 degrees.',
          ),
        }),
        rework: assume(
          pert(30, 60, 120),
          EVERY_DAY,
          'A changed separator or tab and a new lot of cells before the repeat.',
        ),
        maxAttempts: 4,
        costPerRework: assume(
          fixed(8e6),
          'CNY',
          'A lot of cells and two months of bench time at the prices of a test house.',
        ),
        onFail: 'continue',
        meta: { note: 'A cell that still fails after four tries goes on with a lower charge limit, not never.' },
      },
    },
  ];
}

function vehicleTasks(key: ScenarioKey): Task[] {
  return [
    {
      id: 'mules',
      name: 'Fit the packs into test vehicles',
      parent: 'vehicle-tests',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(pert(20, 30, 60), OFFICE, 'Ten cars of a known platform, new battery management software.'),
        announced: assume(fixed(20), OFFICE, 'One month for ten cars, so that the summer of 2026 is not lost.'),
      }),
      meta: { note: 'S0-01: vehicle tests in 2026.' },
    },
    {
      id: 'summer-1',
      name: 'First hot-weather campaign',
      parent: 'vehicle-tests',
      calendar: 'summer',
      duration: choose(key, {
        reference: assume(pert(20, 25, 40), EVERY_DAY, 'Three to six weeks in Turpan is the custom of Chinese makers.'),
        announced: assume(
          fixed(22),
          EVERY_DAY,
          'The shortest campaign that still sees fast charging in heat on each car.',
        ),
      }),
    },
    {
      id: 'road-1',
      name: 'Road and motorway trials with test plates',
      parent: 'vehicle-tests',
      calendar: 'every-day',
      duration: choose(key, {
        reference: assume(pert(60, 90, 150), EVERY_DAY, 'About 25,000 km a car in two shifts.'),
        announced: assume(fixed(80), EVERY_DAY, 'The same distance in three shifts.'),
      }),
    },
    {
      id: 'winter-1',
      name: 'First cold campaign',
      parent: 'vehicle-tests',
      calendar: 'winter',
      duration: choose(key, {
        reference: assume(
          pert(30, 40, 60),
          EVERY_DAY,
          'Cold soak, cold charging and heating strategy: longer than the heat campaign since sulfide cells lose power below zero.',
        ),
        announced: assume(fixed(25), EVERY_DAY, 'A short campaign of functions, without a repeat of the charging map.'),
      }),
    },
    {
      id: 'integration-gate',
      name: 'Vehicle integration review',
      parent: 'vehicle-tests',
      calendar: 'office',
      duration: assume(
        choose(key, { reference: pert(5, 10, 20), announced: fixed(5) }),
        OFFICE,
        choose(key, {
          reference: 'One or two weeks of reports and a board of car and cell engineers.',
          announced: 'A board that sits in the week of the last report.',
        }),
      ),
      gate: {
        passProbability: choose(key, {
          reference: assume(
            pert(0.55, 0.75, 0.9),
            PROBABILITY,
            'Range, cold power and swelling must all hold; one programme in four repeats something at this review by our judgement.',
          ),
          announced: assume(fixed(1), PROBABILITY, 'The announcement leaves no room for a repeat.'),
        }),
        rework: assume(pert(25, 45, 100), OFFICE, 'A new pack revision and a part of the road trials again.'),
        maxAttempts: 3,
        costPerRework: assume(
          fixed(2e7),
          'CNY',
          'Ten rebuilt packs at about 2,000 CNY per kWh and the fleet for three months.',
        ),
        onFail: 'continue',
        meta: { note: 'After a third failure the programme goes on with a smaller claim on range.' },
      },
    },
  ];
}

function validationTasks(key: ScenarioKey): Task[] {
  return [
    {
      id: 'cycle-life',
      name: 'Cycle life of B-sample cells',
      parent: 'validation',
      calendar: 'every-day',
      duration: choose(key, {
        reference: assume(
          pert(200, 270, 400),
          EVERY_DAY,
          'A thousand full cycles at one third of the nominal rate and back; standard lists name the test but no duration was found (V6-09).',
        ),
        announced: assume(fixed(200), EVERY_DAY, 'The same cycles at the highest rate that the standard allows.'),
      }),
    },
    {
      id: 'ageing',
      name: 'Storage at high temperature',
      parent: 'validation',
      calendar: 'every-day',
      duration: choose(key, {
        reference: assume(
          pert(240, 330, 480),
          EVERY_DAY,
          'Most carmakers ask for a year of storage, some accept eight months.',
        ),
        announced: assume(fixed(240), EVERY_DAY, 'Eight months at 60 degrees Celsius and an extrapolation.'),
      }),
    },
    {
      id: 'design-freeze',
      name: 'Freeze the C-sample design',
      parent: 'validation',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(
          pert(15, 25, 50),
          OFFICE,
          'Change requests from the vehicle review are worked in, with the tool maker.',
        ),
        announced: assume(fixed(10), OFFICE, 'B-sample taken over with few changes.'),
      }),
    },
    {
      id: 'c-cells',
      name: 'C-sample cells and packs from the pilot line',
      parent: 'validation',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(
          pert(40, 60, 110),
          OFFICE,
          'Ten thousand cells with series tools at a yield near one half, then sixty packs.',
        ),
        announced: assume(fixed(35), OFFICE, 'Cells are made ahead while the vehicle review is still on.'),
      }),
    },
    {
      id: 'c-safety',
      name: 'Safety tests of cell and pack to GB 38031-2025',
      parent: 'validation',
      calendar: 'every-day',
      duration: choose(key, {
        reference: assume(
          pert(40, 60, 100),
          EVERY_DAY,
          'Seven cell and seventeen pack tests (V6-01), two hours without fire or explosion (V6-03), three packs for each; time by judgement.',
        ),
        announced: assume(fixed(40), EVERY_DAY, 'One pass through the list at an accredited house.'),
      }),
      gate: {
        passProbability: choose(key, {
          reference: assume(
            pert(0.55, 0.75, 0.9),
            PROBABILITY,
            'Solid electrolyte helps at the cell, but a 60 Ah cell of high energy must not propagate in the pack; nobody has published a pass.',
          ),
          announced: assume(
            fixed(1),
            PROBABILITY,
            'Heat resistance as claimed makes the propagation test a formality.',
          ),
        }),
        rework: assume(pert(45, 75, 150), EVERY_DAY, 'New barriers between cells, new packs, the test again.'),
        maxAttempts: 4,
        costPerRework: assume(fixed(4e7), 'CNY', 'Twenty packs destroyed, tools changed, the house booked again.'),
        onFail: 'stop',
        meta: {
          note: 'Thermal-safety gate: without it there is no type approval, so a fourth failure ends the road to SOP.',
        },
      },
    },
    {
      id: 'summer-2',
      name: 'Second hot-weather campaign, C-samples',
      parent: 'validation',
      calendar: 'summer',
      duration: choose(key, {
        reference: assume(pert(20, 25, 40), EVERY_DAY, 'As the first campaign, with the final cooling.'),
        announced: assume(fixed(20), EVERY_DAY, 'A confirmation only.'),
      }),
      meta: { note: 'V6-07: two summers and two winters are the custom; no source counts the seasons of solid cells.' },
    },
    {
      id: 'winter-2',
      name: 'Second cold campaign, C-samples',
      parent: 'validation',
      calendar: 'winter',
      duration: choose(key, {
        reference: assume(pert(25, 35, 60), EVERY_DAY, 'Release of the heating and charging software in real cold.'),
        announced: assume(fixed(20), EVERY_DAY, 'Done in the southern winter of 2027, else the date of 2027 is lost.'),
      }),
    },
    {
      id: 'fleet',
      name: 'Durability fleet in real driving',
      parent: 'validation',
      calendar: 'every-day',
      duration: choose(key, {
        reference: assume(
          pert(150, 190, 300),
          EVERY_DAY,
          'About 100,000 km a car at 330 to 650 km a day; part of the 1.5 to 4 years from test to SOP of V6-07.',
        ),
        announced: assume(fixed(120), EVERY_DAY, 'Taxi shifts day and night, 60,000 km, the rest by extrapolation.'),
      }),
    },
    {
      id: 'durability-gate',
      name: 'Durability review',
      parent: 'validation',
      calendar: 'office',
      duration: assume(
        choose(key, { reference: pert(5, 10, 20), announced: fixed(5) }),
        OFFICE,
        choose(key, {
          reference: 'Cells are opened and measured before the board meets.',
          announced: 'Cells are opened while the fleet still drives.',
        }),
      ),
      gate: {
        passProbability: choose(key, {
          reference: assume(
            pert(0.45, 0.65, 0.85),
            PROBABILITY,
            'Silicon swells and interfaces crack with cycles: the weakest point of sulfide cells; a third of programmes repeat by our judgement.',
          ),
          announced: assume(fixed(1), PROBABILITY, 'Durability is not mentioned as open in the announcement.'),
        }),
        rework: assume(pert(50, 90, 180), OFFICE, 'A changed binder or pressure and four months of fleet again.'),
        maxAttempts: 4,
        costPerRework: assume(fixed(6e7), 'CNY', 'Sixty packs and half a year of a fleet of thirty cars.'),
        onFail: 'stop',
        meta: {
          note: 'A fourth failure means that the cell is not fit for a car: the programme starts over, outside the horizon.',
        },
      },
    },
  ];
}

function qualificationTasks(key: ScenarioKey): Task[] {
  return [
    {
      id: 'standard',
      name: 'National solid-state standard, part 1, released',
      parent: 'qualification',
      calendar: 'office',
      duration: assume(
        choose(key, { reference: pert(0.5, 20, 180), announced: fixed(1) }),
        OFFICE,
        choose(key, {
          reference:
            'Release planned for July 2026 (V6-04, X9-24); Chinese standards often appear some months after the plan.',
          announced: 'Released on the planned day in July 2026 (X9-24).',
        }),
      ),
      constraint: { type: 'SNET', date: '2026-07-01' },
    },
    {
      id: 'supplier-audit',
      name: 'Release electrolyte and silicon for series',
      parent: 'qualification',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(pert(60, 90, 160), OFFICE, 'Three lots from series tools, audit, run in the pilot line.'),
        announced: assume(fixed(45), OFFICE, 'Two lots and an audit on paper.'),
      }),
    },
    {
      id: 'type-approval',
      name: 'Type approval and vehicle catalogue',
      parent: 'qualification',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(
          pert(40, 60, 110),
          OFFICE,
          'The monthly catalogue of the ministry, and GB 38031-2025 binding for new types since July 2026 (V6-01).',
        ),
        announced: assume(fixed(30), OFFICE, 'One round of the monthly catalogue.'),
      }),
      deadline: '2030-12-31',
    },
    {
      id: 'line1-runs',
      name: 'Run at rate on line 1',
      parent: 'qualification',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(
          pert(20, 35, 80),
          OFFICE,
          'Three runs of a week each with process capability shown, two months with repairs.',
        ),
        announced: assume(fixed(20), OFFICE, 'Three runs in four weeks.'),
      }),
      gate: {
        passProbability: choose(key, {
          reference: assume(
            pert(0.4, 0.6, 0.8),
            PROBABILITY,
            'Yields at the start of a GWh line of 40 to 80 % (C2-30a) seldom show capability at the first run.',
          ),
          announced: assume(fixed(1), PROBABILITY, 'No repeat is planned.'),
        }),
        rework: assume(pert(25, 50, 100), OFFICE, 'Change one station, wait for its parts, run again.'),
        maxAttempts: 4,
        costPerRework: assume(fixed(3e7), 'CNY', 'Material of two weeks of runs at early yield.'),
        onFail: 'continue',
        meta: { note: 'After four runs the line starts with sorting by hand: late and dear, not never.' },
      },
    },
    {
      id: 'release',
      name: 'Product release by the car brand',
      parent: 'qualification',
      calendar: 'office',
      duration: assume(
        choose(key, { reference: pert(10, 20, 40), announced: fixed(12) }),
        OFFICE,
        choose(key, {
          reference: 'Production part approval: a month of papers when all parts are there.',
          announced: 'Papers prepared ahead, since brand and cell maker are one group.',
        }),
      ),
    },
    {
      id: 'sop',
      name: 'SOP of the first GWh-class line',
      parent: 'qualification',
      calendar: 'office',
      duration: assume(fixed(0), OFFICE, 'A milestone has no length.'),
      deadline: '2030-12-31',
      meta: { note: 'R4-02 and S0-01: gradual mass production 2027-2030; the deadline is the end of that window.' },
    },
  ];
}

interface LineTasks {
  readonly line: number;
  readonly buildReason: string;
  readonly decisionReason: string;
  readonly quickDecision: string;
}

const laterLines: readonly LineTasks[] = [
  {
    line: 2,
    buildReason: 'The second line copies the first; a hall is still to be built.',
    decisionReason: 'Two board meetings after the first year of line 1 figures.',
    quickDecision: 'Order for line 2 placed within a week of SOP.',
  },
  {
    line: 3,
    buildReason: 'Same machines, a new site with its own dry rooms.',
    decisionReason: 'A board that has seen one copy decides faster than on the first.',
    quickDecision: 'Line 3 is an option of the order for line 2.',
  },
  {
    line: 4,
    buildReason: 'Hall shared with line 3, so no ground-breaking.',
    decisionReason: 'Decided as an extension of the site of line 3.',
    quickDecision: 'Line 4 is signed with the hall of line 3.',
  },
  {
    line: 5,
    buildReason: 'The largest step, again with a hall of its own.',
    decisionReason: 'Needs a third site and the consent of a partner.',
    quickDecision: 'Line 5 is the last option of the same order.',
  },
];

function scaleUpTasks(key: ScenarioKey): Task[] {
  const buildNote =
    'C2-23: 12, 16 and 24 months for wet lines in China at 23.7 site days a month; a dry sulfide line has no drying oven but more dry room.';
  return [
    {
      id: 'line1-design',
      name: 'Line 1: design, permits, long-lead orders',
      parent: 'scale-up',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(
          pert(60, 90, 160),
          OFFICE,
          'Four to five months: hydrogen sulfide makes the permit longer than for a wet line.',
        ),
        announced: assume(fixed(60), OFFICE, 'Design is taken to be nearly done with the pilot line.'),
      }),
    },
    {
      id: 'line1-decision',
      name: 'Line 1: investment decision',
      parent: 'scale-up',
      calendar: 'office',
      duration: assume(
        choose(key, { reference: pert(10, 20, 60), announced: fixed(3) }),
        OFFICE,
        choose(key, {
          reference: 'A group that lost 8 to 9 bn in 2025 (X9-15) decides slowly; one round of papers at best.',
          announced: 'Decided in principle with the announcement, only signed here.',
        }),
      ),
    },
    {
      id: 'line1-build',
      name: 'Line 1: build',
      parent: 'scale-up',
      calendar: 'site',
      duration: choose(key, {
        reference: fromEvidence(
          pert(284, 345, 569),
          SITE,
          ['C2-23'],
          `${buildNote} Mode between one year (the group's own wet plant) and 16 months.`,
        ),
        announced: fromEvidence(
          pert(275, 284, 298),
          SITE,
          ['C2-23'],
          'C2-23: the low end, 12 months at 23.7 site days, give or take two weeks.',
        ),
      }),
    },
    {
      id: 'line1-commission',
      name: 'Line 1: commission',
      parent: 'scale-up',
      calendar: 'office',
      duration: choose(key, {
        reference: fromEvidence(
          pert(41, 80, 247),
          OFFICE,
          ['C2-24'],
          'C2-24: 2, 6 and 12 months at 20.6 working days, said of pilot lines; the mode is under six months as some stations are commissioned while others are built.',
        ),
        announced: fromEvidence(
          pert(45, 56, 66),
          OFFICE,
          ['C2-24'],
          'C2-24: two to three months at 20.6 working days, near the two of SK On.',
        ),
      }),
    },
    ...laterLines.flatMap(({ line, buildReason, decisionReason, quickDecision }): Task[] => [
      {
        id: `line${line}-decision`,
        name: `Line ${line}: investment decision`,
        parent: 'scale-up',
        calendar: 'office',
        duration: assume(
          choose(key, { reference: pert(10, 30, 90), announced: fixed(5) }),
          OFFICE,
          choose(key, { reference: decisionReason, announced: quickDecision }),
        ),
      },
      {
        id: `line${line}-build`,
        name: `Line ${line}: build and commission`,
        parent: 'scale-up',
        calendar: 'site',
        duration: choose(key, {
          reference: fromEvidence(
            pert(284, 400, 569),
            SITE,
            ['C2-23'],
            `${buildNote} Mode with a month of commissioning. ${buildReason}`,
          ),
          announced: fromEvidence(
            fixed(270),
            SITE,
            ['C2-23'],
            `C2-23: 11.4 months at 23.7 site days, a little under the low end as a copy is said to be quicker. ${buildReason}`,
          ),
        }),
      },
    ]),
  ];
}

function materialTasks(key: ScenarioKey): Task[] {
  const plant = 'E1-34: 2, 3 and 4.5 years from decision to load; the ramp is in the contract, so';
  return [
    {
      id: 'offtake-1',
      name: 'Offtake agreements for line 1',
      parent: 'materials',
      calendar: 'office',
      duration: choose(key, {
        reference: assume(pert(30, 60, 140), OFFICE, 'Price is contested while lithium sulfide halves every year.'),
        announced: assume(fixed(20), OFFICE, 'Supply is said to be secured.'),
        constrained: assume(pert(60, 110, 220), OFFICE, 'Suppliers serve makers that pay in advance first.'),
      }),
    },
    {
      id: 'li2s-plant-1',
      name: 'Li2S plant 1: build',
      parent: 'materials',
      calendar: 'site',
      duration: choose(key, {
        reference: fromEvidence(
          pert(400, 540, 800),
          SITE,
          ['E1-34', 'E1-25'],
          `${plant} 1.4, 1.9 and 2.8 years at 284 site days. E1-25: 2.3 years from decision to mechanical completion, the record is of tonnes.`,
        ),
        announced: assume(fixed(330), SITE, 'Existing pilot plants are extended, no green field.'),
        constrained: fromEvidence(
          pert(500, 680, 960),
          SITE,
          ['E1-34'],
          `${plant} 1.8, 2.4 and 3.4 years at 284 site days here, with money short at the supplier too.`,
        ),
      }),
    },
    {
      id: 'electrolyte-1',
      name: 'Electrolyte plant 1: build',
      parent: 'materials',
      calendar: 'site',
      duration: choose(key, {
        reference: fromEvidence(
          pert(380, 510, 760),
          SITE,
          ['E1-34'],
          `${plant} 1.3, 1.8 and 2.7 years at 284 site days: hundreds of tonnes, not thousands.`,
        ),
        announced: assume(fixed(300), SITE, 'Lines of tens of tonnes are multiplied in the same hall.'),
        constrained: fromEvidence(
          pert(480, 640, 900),
          SITE,
          ['E1-34'],
          `${plant} 1.7, 2.3 and 3.2 years at 284 site days, after one change of partner.`,
        ),
      }),
    },
    {
      id: 'silicon-plant',
      name: 'Sponge-silicon anode plant: build',
      parent: 'materials',
      calendar: 'site',
      duration: assume(
        choose(key, { reference: pert(240, 330, 520), announced: fixed(200) }),
        SITE,
        choose(key, {
          reference:
            'Chemical vapour deposition reactors are bought from stock; X9-06 names a project of 30,000 t a year, this one is of hundreds.',
          announced: 'Reactors from stock in a hall that stands.',
        }),
      ),
    },
    {
      id: 'offtake-2',
      name: 'Offtake agreements for the later lines',
      parent: 'materials',
      calendar: 'office',
      duration: assume(
        choose(key, { reference: pert(30, 60, 120), announced: fixed(20) }),
        OFFICE,
        choose(key, {
          reference:
            'Signed only when line 2 is decided: no supplier builds thousands of tonnes for a letter of intent.',
          announced: 'Suppliers are said to wait for the order.',
        }),
      ),
    },
    {
      id: 'li2s-plant-2',
      name: 'Li2S plant 2: build',
      parent: 'materials',
      calendar: 'site',
      duration: choose(key, {
        reference: fromEvidence(
          pert(420, 570, 820),
          SITE,
          ['E1-34', 'E1-25'],
          `${plant} 1.5, 2.0 and 2.9 years at 284 site days. E1-25: the plant of a thousand tonnes took 2.3 years, the record is of tonnes.`,
        ),
        announced: assume(fixed(230), SITE, 'A second plant by the same builder in ten months.'),
      }),
    },
    {
      id: 'electrolyte-2',
      name: 'Electrolyte plant 2: build',
      parent: 'materials',
      calendar: 'site',
      duration: choose(key, {
        reference: fromEvidence(
          pert(420, 550, 800),
          SITE,
          ['E1-34'],
          `${plant} 1.5, 1.9 and 2.8 years at 284 site days: the first plant of thousands of tonnes.`,
        ),
        announced: assume(fixed(240), SITE, 'Ten months beside the first plant.'),
      }),
    },
  ];
}

/** Tasks of a scenario: six phases and what lies in them. */
export function tasksOf(key: ScenarioKey): Task[] {
  return [
    ...phases,
    ...pilotTasks(key),
    ...vehicleTasks(key),
    ...validationTasks(key),
    ...qualificationTasks(key),
    ...scaleUpTasks(key),
    ...materialTasks(key),
  ];
}
