import {
  ABOVE_MINUS_ONE,
  ABOVE_ZERO,
  ANY_SIGN,
  AT_LEAST_ZERO,
  BELOW_ONE,
  LARGEST,
  POSITIVE_FRACTION,
  type Range,
  UNIT_INTERVAL,
} from './range';

/** A paragraph of the method page. */
export type MethodAnchor =
  | 'uncertain-inputs'
  | 'calendars'
  | 'timeline'
  | 'gates'
  | 'risks'
  | 'lines'
  | 'pilot-lines'
  | 'yield-and-utilisation'
  | 'building-and-stalling'
  | 'materials'
  | 'funding'
  | 'unit-cost'
  | 'pricing'
  | 'market'
  | 'adoption'
  | 'money'
  | 'bottleneck'
  | 'correlation'
  | 'results'
  | 'sensitivity'
  | 'targets'
  | 'runs';

/** One input of the model, for every place of the document that its pattern matches. */
export interface InputVariable {
  /** The path with `*` for ids and names: `tasks/*\/duration`. */
  readonly pattern: string;
  /** As it is called on screen, in lower case; follows the name of what it belongs to. */
  readonly label: string;
  /** `{currency}` stands for the scenario's; empty for a plain number. */
  readonly unit: string;
  /** A quantity, a trajectory, the draw of an event, or a plain number without uncertainty. */
  readonly kind: 'quantity' | 'trajectory' | 'event' | 'number';
  /** The whole support lies here. */
  readonly range: Range;
  /** What counts where the document says nothing; absent where it must say something or where nothing means nothing. */
  readonly defaultValue?: number;
  /** Must be given. */
  readonly required?: boolean;
  /** One sentence. */
  readonly explanation: string;
  readonly anchor: MethodAnchor;
}

const UTILISATION: Range = { low: 0, high: 1.5 };
const VALUE_SHARE: Range = { low: 0, high: 2 };
const PER_CENT: Range = { low: 0, high: 100 };
const REQUIRED = 'required';
const NONE = undefined;
const DAYS = 'working days';
const YEARLY = '{currency}/year';
const PER_KWH = '{currency}/kWh';

type Row = readonly [
  pattern: string,
  label: string,
  unit: string,
  range: Range,
  defaultValue: number | typeof REQUIRED | typeof NONE,
  explanation: string,
];

function rows(kind: InputVariable['kind'], anchor: MethodAnchor, table: readonly Row[]): InputVariable[] {
  return table.map(([pattern, label, unit, range, given, explanation]) => ({
    pattern,
    label,
    unit,
    kind,
    range,
    ...(typeof given === 'number' ? { defaultValue: given } : {}),
    ...(given === REQUIRED ? { required: true } : {}),
    explanation,
    anchor,
  }));
}

/** Every input of the model. Forms, validation, charts, exports and the method page read it; nobody retypes a label. */
export const INPUT_TABLE: readonly InputVariable[] = [
  ...rows('quantity', 'timeline', [
    ['tasks/*/duration', 'duration', DAYS, AT_LEAST_ZERO, NONE, 'Work of the task, in working days of its calendar.'],
    [
      'tasks/*/remainingDuration',
      'remaining duration',
      DAYS,
      AT_LEAST_ZERO,
      NONE,
      'Work still to do on a task that has started; without it, what the percentage complete leaves of the duration.',
    ],
    ['links/*/lag', 'lag', 'days', ANY_SIGN, 0, 'Time between the two ends that the link joins; negative is a lead.'],
  ]),
  ...rows('quantity', 'gates', [
    [
      'tasks/*/gate/passProbability',
      'pass probability',
      '',
      UNIT_INTERVAL,
      REQUIRED,
      'Probability that one attempt at the gate passes.',
    ],
    [
      'tasks/*/gate/rework',
      'rework',
      DAYS,
      AT_LEAST_ZERO,
      0,
      'Work that each failed attempt adds before the next one.',
    ],
    [
      'tasks/*/gate/costPerRework',
      'cost per rework',
      '{currency}',
      AT_LEAST_ZERO,
      0,
      'Money that each rework costs, paid in the month in which the task finishes.',
    ],
  ]),
  ...rows('event', 'gates', [
    [
      'tasks/*/gate/outcome',
      'gate outcome',
      '',
      UNIT_INTERVAL,
      NONE,
      'The draw that decides how often the gate fails; a high draw is a bad one.',
    ],
  ]),
  ...rows('number', 'gates', [
    [
      'tasks/*/gate/maxAttempts',
      'attempts allowed',
      '',
      { low: 1, high: 1000, integer: true },
      1,
      'After so many failed attempts the gate is failed.',
    ],
  ]),
  ...rows('number', 'timeline', [
    ['tasks/*/percentComplete', 'percentage complete', '%', PER_CENT, 0, 'Share of the duration already worked.'],
  ]),
  ...rows('number', 'calendars', [
    [
      'calendars/*/hoursPerDay',
      'hours per day',
      'hours',
      { low: 0, high: 24, lowOpen: true },
      NONE,
      'How many working hours make one day of work; without it, the longest daily hours.',
    ],
  ]),
  ...rows('quantity', 'risks', [
    ['risks/*/probability', 'probability', '', UNIT_INTERVAL, REQUIRED, 'Probability that the risk occurs at all.'],
    [
      'risks/*/impacts/*/amount',
      'amount',
      '',
      AT_LEAST_ZERO,
      REQUIRED,
      'How strong the effect is: days of delay, a factor, or money, by the kind of effect.',
    ],
    [
      'risks/*/window/months',
      'length of the window',
      'months',
      AT_LEAST_ZERO,
      REQUIRED,
      'How long effects on capacity, yield, supply, price and demand last.',
    ],
    ['risks/*/window/from/lag', 'lag of the window', 'days', ANY_SIGN, 0, 'Elapsed days from the event to the window.'],
    [
      'risks/*/response/probability',
      'probability after the response',
      '',
      UNIT_INTERVAL,
      NONE,
      'Replaces the probability of the risk while the response is active.',
    ],
    [
      'risks/*/response/scale',
      'damage left by the response',
      '',
      AT_LEAST_ZERO,
      1,
      'Scales delays and costs, and how far factors lie from 1, while the response is active.',
    ],
    [
      'risks/*/response/cost',
      'cost of the response',
      '{currency}',
      AT_LEAST_ZERO,
      0,
      'Paid once in its month, whether or not the risk occurs.',
    ],
  ]),
  ...rows('event', 'risks', [
    ['risks/*/occurrence', 'occurrence', '', UNIT_INTERVAL, NONE, 'The draw that decides whether the risk occurs.'],
  ]),
  ...rows('quantity', 'lines', [
    [
      'lines/*/nameplate',
      'nameplate capacity',
      'GWh/year',
      AT_LEAST_ZERO,
      NONE,
      'What the line makes in a year at full use.',
    ],
    [
      'lines/*/process/arealCapacity',
      'areal capacity',
      'mAh/cm²',
      ABOVE_ZERO,
      REQUIRED,
      'Charge stored per area of one electrode side; the same machines make more energy with a higher one.',
    ],
    ['lines/*/process/voltage', 'cell voltage', 'V', ABOVE_ZERO, REQUIRED, 'Mean voltage of the cell in discharge.'],
    [
      'lines/*/process/coatedWidth',
      'coated width',
      'm',
      ABOVE_ZERO,
      REQUIRED,
      'Width of electrode made at once in one lane.',
    ],
    ['lines/*/process/speed', 'line speed', 'm/min', ABOVE_ZERO, REQUIRED, 'Speed of the electrode web.'],
    [
      'lines/*/process/hoursPerYear',
      'hours per year',
      'hours/year',
      ABOVE_ZERO,
      REQUIRED,
      'Hours the line is planned to run.',
    ],
    ['lines/*/process/sides', 'coated sides', '', ABOVE_ZERO, 1, 'Sides of the electrode that are made in one pass.'],
    ['lines/*/process/lanes', 'lanes', '', ABOVE_ZERO, 1, 'Parallel lanes of the line.'],
    [
      'lines/*/process/cellCapacity',
      'cell capacity',
      'Ah',
      ABOVE_ZERO,
      NONE,
      'Charge of one cell; tells cells per year.',
    ],
    [
      'lines/*/capexPerGWh',
      'investment per capacity',
      '{currency} per GWh/year',
      AT_LEAST_ZERO,
      0,
      'Investment for each GWh a year of nameplate capacity.',
    ],
    [
      'lines/*/capex',
      'investment',
      '{currency}',
      AT_LEAST_ZERO,
      NONE,
      'Investment for the whole line, whatever it makes.',
    ],
    [
      'lines/*/conversionFactor',
      'conversion factor',
      '',
      ABOVE_ZERO,
      1,
      'Conversion cost of this line against the one of the scenario; a dry line lies below 1.',
    ],
    [
      'lines/*/fixedOpex',
      'fixed operating cost',
      YEARLY,
      AT_LEAST_ZERO,
      0,
      'Cost of the ready line, whatever it makes.',
    ],
    ['lines/*/life', 'life', 'years', ABOVE_ZERO, 10, 'Years over which the investment is depreciated.'],
  ]),
  ...rows('quantity', 'building-and-stalling', [
    [
      'lines/*/holdBelow',
      'hold below',
      '',
      UNIT_INTERVAL,
      0,
      'The build is not begun while commercial starts stay below this share of capacity for six months.',
    ],
  ]),
  ...rows('quantity', 'pilot-lines', [
    [
      'lines/*/until/lag',
      'lag of the end',
      'days',
      ANY_SIGN,
      0,
      'Elapsed days from the event to the end of the pilot line.',
    ],
  ]),
  ...rows('quantity', 'yield-and-utilisation', [
    [
      'lines/*/yield/initial',
      'initial yield',
      '',
      POSITIVE_FRACTION,
      1,
      'Good cells per cell started, on the first day.',
    ],
    ['lines/*/yield/mature', 'mature yield', '', POSITIVE_FRACTION, 1, 'Good cells per cell started, once learned.'],
    [
      'lines/*/yield/timeConstant',
      'time constant of yield',
      'months',
      AT_LEAST_ZERO,
      0,
      'Months in which 63 % of the way from initial to mature yield is made.',
    ],
    [
      'lines/*/utilisation/initial',
      'initial utilisation',
      '',
      UTILISATION,
      1,
      'Share of nameplate used on the first day.',
    ],
    ['lines/*/utilisation/mature', 'mature utilisation', '', UTILISATION, 1, 'Share of nameplate used after the ramp.'],
    [
      'lines/*/utilisation/ramp',
      'ramp of utilisation',
      'months',
      AT_LEAST_ZERO,
      0,
      'Months from initial to mature utilisation.',
    ],
  ]),
  ...rows('trajectory', 'materials', [
    ['materials/*/intensity', 'intensity', 't/GWh', AT_LEAST_ZERO, REQUIRED, 'Material per GWh of cells started.'],
    [
      'materials/*/contracts/*/price',
      'price',
      '{currency}/kg',
      AT_LEAST_ZERO,
      REQUIRED,
      'Price of the material under the contract.',
    ],
  ]),
  ...rows('quantity', 'materials', [
    ['materials/*/stock/initial', 'initial stock', 't', AT_LEAST_ZERO, 0, 'Stock at the beginning, already paid.'],
    [
      'materials/*/stock/max',
      'largest stock',
      't',
      AT_LEAST_ZERO,
      0,
      'What the store holds; supply beyond it is refused.',
    ],
    [
      'materials/*/contracts/*/volume',
      'volume',
      't/year',
      AT_LEAST_ZERO,
      REQUIRED,
      'Contracted supply after the ramp.',
    ],
    [
      'materials/*/contracts/*/ramp',
      'ramp of supply',
      'months',
      AT_LEAST_ZERO,
      0,
      'Months from the start to the full volume.',
    ],
    [
      'materials/*/contracts/*/takeOrPay',
      'take or pay',
      '',
      UNIT_INTERVAL,
      0,
      'Share of the price that refused tonnes cost.',
    ],
    [
      'materials/*/contracts/*/start/lag',
      'lag of the start',
      'days',
      ANY_SIGN,
      0,
      'Elapsed days from the event to the first supply.',
    ],
  ]),
  ...rows('quantity', 'funding', [
    ['funding/initialCash', 'initial cash', '{currency}', AT_LEAST_ZERO, 0, 'Cash at the beginning of the horizon.'],
    ['funding/tranches/*/amount', 'amount', '{currency}', AT_LEAST_ZERO, REQUIRED, 'Money that the tranche brings.'],
    ['funding/tranches/*/probability', 'probability', '', UNIT_INTERVAL, 1, 'Probability that the tranche arrives.'],
    [
      'funding/tranches/*/interest',
      'interest',
      'per year',
      ABOVE_MINUS_ONE,
      0,
      'Real interest a year on the balance of a debt.',
    ],
    ['funding/tranches/*/term', 'term', 'months', AT_LEAST_ZERO, 0, 'Months in which a debt is repaid; 0: never.'],
    [
      'funding/tranches/*/on/lag',
      'lag of the tranche',
      'days',
      ANY_SIGN,
      0,
      'Elapsed days from the event to the money.',
    ],
  ]),
  ...rows('event', 'funding', [
    [
      'funding/tranches/*/occurrence',
      'arrival',
      '',
      UNIT_INTERVAL,
      NONE,
      'The draw that decides whether the tranche is missed.',
    ],
  ]),
  ...rows('number', 'funding', [
    [
      'funding/grace',
      'grace',
      'months',
      { low: 1, high: 600, integer: true },
      NONE,
      'With hard funding, so many months in a row with negative cash end the programme.',
    ],
  ]),
  ...rows('trajectory', 'money', [
    ['funding/overhead', 'overhead', YEARLY, AT_LEAST_ZERO, 0, 'Cost of the organisation, whatever it makes.'],
    ['funding/rnd', 'research and development', YEARLY, AT_LEAST_ZERO, 0, 'Cost of research and development.'],
  ]),
  ...rows('quantity', 'money', [
    ['funding/wacc', 'WACC', 'per year', ABOVE_MINUS_ONE, 0, 'Real rate at which cash flows are discounted.'],
    ['funding/taxRate', 'tax rate', '', UNIT_INTERVAL, 0, 'Tax on profit after losses carried forward.'],
    [
      'funding/terminalMultiple',
      'terminal multiple',
      '× EBITDA',
      AT_LEAST_ZERO,
      NONE,
      'Value after the horizon as a multiple of the last twelve months of EBITDA.',
    ],
  ]),
  ...rows('trajectory', 'unit-cost', [
    [
      'cost/otherMaterials',
      'other materials',
      PER_KWH,
      AT_LEAST_ZERO,
      0,
      'Materials that are not modelled by themselves, per kWh started.',
    ],
    [
      'cost/conversion',
      'conversion cost',
      PER_KWH,
      AT_LEAST_ZERO,
      0,
      'Labour, energy and upkeep per kWh started, before learning.',
    ],
  ]),
  ...rows('quantity', 'unit-cost', [
    [
      'cost/learningRate',
      'learning rate',
      '',
      BELOW_ONE,
      0,
      'Fall of conversion cost with each doubling of cumulative output.',
    ],
    ['cost/referenceVolume', 'reference volume', 'GWh', ABOVE_ZERO, 1, 'Cumulative output from which learning counts.'],
    [
      'cost/spillover',
      'spillover',
      '',
      UNIT_INTERVAL,
      0,
      "Share of other makers' sales of the same technology that teaches us.",
    ],
  ]),
  ...rows('quantity', 'pricing', [
    ['pricing/markup', 'mark-up', '', ABOVE_MINUS_ONE, 0, 'Price above variable cost, as a share of it.'],
    [
      'pricing/share',
      'share of the value',
      '',
      VALUE_SHARE,
      REQUIRED,
      "Part of the buyers' extra value that the price asks for.",
    ],
  ]),
  ...rows('trajectory', 'pricing', [
    ['pricing/premium', 'premium', PER_KWH, ANY_SIGN, 0, 'Price above that of the named technology.'],
    ['pricing/price', 'price', PER_KWH, AT_LEAST_ZERO, REQUIRED, 'Price of own cells.'],
    ['pricing/floor', 'lowest price', PER_KWH, AT_LEAST_ZERO, NONE, 'The price never falls below it.'],
    ['pricing/cap', 'highest price', PER_KWH, AT_LEAST_ZERO, NONE, 'The price never rises above it.'],
  ]),
  ...rows('trajectory', 'market', [
    ['market/own/attributes/*', 'attribute', '', ANY_SIGN, NONE, 'What own cells offer; buyers pay for it by segment.'],
    [
      'market/segments/*/demand',
      'demand',
      'GWh/year',
      AT_LEAST_ZERO,
      REQUIRED,
      'Cells that the whole segment buys in a year.',
    ],
    ['market/technologies/*/price', 'price', PER_KWH, AT_LEAST_ZERO, REQUIRED, 'Price of the technology.'],
    [
      'market/technologies/*/attributes/*',
      'attribute',
      '',
      ANY_SIGN,
      NONE,
      'What the technology offers; a missing attribute counts 0.',
    ],
    [
      'market/technologies/*/availability',
      'availability',
      '',
      UNIT_INTERVAL,
      1,
      'How much of the demand for it the technology could serve.',
    ],
  ]),
  ...rows('quantity', 'market', [
    [
      'market/segments/*/heterogeneity',
      'heterogeneity',
      PER_KWH,
      ABOVE_ZERO,
      REQUIRED,
      'How far buyers differ: the scale of the logit; the smaller, the more of them take the best offer.',
    ],
    [
      'market/segments/*/willingnessToPay/*',
      'willingness to pay',
      '{currency}/kWh per unit',
      ANY_SIGN,
      NONE,
      'What a buyer of the segment pays for one unit more of the attribute.',
    ],
    [
      'market/technologies/*/slip',
      'slip',
      'months',
      ANY_SIGN,
      0,
      'Months by which the availability comes later than stated.',
    ],
  ]),
  ...rows('quantity', 'adoption', [
    [
      'market/own/adoption/p',
      'innovation (Bass p)',
      'per year',
      ABOVE_ZERO,
      0.03,
      'Rate at which buyers consider the technology by themselves.',
    ],
    [
      'market/own/adoption/q',
      'imitation (Bass q)',
      'per year',
      AT_LEAST_ZERO,
      0.38,
      'Rate at which buyers follow other buyers.',
    ],
    [
      'market/segments/*/adoption/p',
      'innovation (Bass p)',
      'per year',
      ABOVE_ZERO,
      NONE,
      "The segment's own rate of innovation; without it, the common one.",
    ],
    [
      'market/segments/*/adoption/q',
      'imitation (Bass q)',
      'per year',
      AT_LEAST_ZERO,
      NONE,
      "The segment's own rate of imitation; without it, the common one.",
    ],
  ]),
  ...rows('number', 'correlation', [
    [
      'correlations/*/rho',
      'correlation',
      '',
      { low: -1, high: 1, lowOpen: true, highOpen: true },
      REQUIRED,
      'Correlation of the normal scores of the two inputs.',
    ],
  ]),
  ...rows('number', 'targets', [
    [
      'targets/*/probability',
      'wished probability',
      '',
      UNIT_INTERVAL,
      NONE,
      'Probability with which the target should be met.',
    ],
    [
      'targets/*/year',
      'year',
      '',
      { low: 1970, high: 2199, integer: true },
      NONE,
      'Calendar year that the target is about.',
    ],
    ['targets/*/value', 'value', '', ANY_SIGN, NONE, 'What the metric is compared with.'],
  ]),
  ...rows('number', 'runs', [
    [
      'priceBase',
      'price base',
      '',
      { low: 1970, high: 2199, integer: true },
      NONE,
      'Year in whose prices all money is written.',
    ],
    ['run/trials', 'trials', '', { low: 1, high: 1_000_000, integer: true }, 8192, 'How many futures are simulated.'],
    [
      'run/seed',
      'seed',
      '',
      { low: 0, high: Number.MAX_SAFE_INTEGER, integer: true },
      1,
      'Names the stream of random draws.',
    ],
  ]),
  ...rows('number', 'market', [
    [
      'market/segments/*/meta/vehicle/packMass',
      'pack mass',
      'kg',
      { low: 0, high: LARGEST, lowOpen: true, highOpen: true },
      NONE,
      'Mass of the battery pack from which the range is shown.',
    ],
    [
      'market/segments/*/meta/vehicle/packRatio',
      'cell share of the pack',
      '',
      POSITIVE_FRACTION,
      NONE,
      'Mass of the cells over the mass of the pack.',
    ],
    [
      'market/segments/*/meta/vehicle/consumption',
      'consumption',
      'kWh/100 km',
      ABOVE_ZERO,
      NONE,
      'Energy that the vehicle takes for 100 km.',
    ],
  ]),
];
