import type { MethodAnchor } from './input-table';

/** How a result is written for people. */
export type ResultKind =
  | 'instant'
  | 'money'
  | 'share'
  | 'probability'
  | 'energy'
  | 'mass'
  | 'unit-price'
  | 'days'
  | 'rate'
  | 'number'
  | 'label';

/** One result of the model: a headline, a monthly series, a figure of a task or a line. */
export interface ResultVariable {
  /** As in the results; `*` stands for an id. */
  readonly id: string;
  readonly label: string;
  /** `{currency}` stands for the scenario's. */
  readonly unit: string;
  readonly kind: ResultKind;
  readonly explanation: string;
  readonly anchor: MethodAnchor;
}

type Row = readonly [id: string, label: string, unit: string, kind: ResultKind, explanation: string];

function rows(anchor: MethodAnchor, table: readonly Row[]): ResultVariable[] {
  return table.map(([id, label, unit, kind, explanation]) => ({ id, label, unit, kind, explanation, anchor }));
}

const MONTHLY = 'GWh a month';
const MONEY = '{currency}';
const MONEY_MONTHLY = '{currency} a month';

/** Every result of the model. Charts, exports and the method page read it. */
export const RESULT_TABLE: readonly ResultVariable[] = [
  ...rows('timeline', [
    ['sop', 'Start of production', '', 'instant', 'The earliest day on which a commercial line is ready.'],
    ['focus', 'Focus', '', 'instant', 'The finish of the milestone that the scenario is about.'],
    ['projectFinish', 'Project finish', '', 'instant', 'The finish of the last task.'],
    ['tasks/*/ES', 'Start', '', 'instant', 'Earliest start of the task.'],
    ['tasks/*/EF', 'Finish', '', 'instant', 'Earliest finish of the task.'],
    ['tasks/*/LS', 'Late start', '', 'instant', 'Latest start that delays nothing behind it.'],
    ['tasks/*/LF', 'Late finish', '', 'instant', 'Latest finish that delays nothing behind it.'],
    ['tasks/*/totalFloat', 'Total float', 'working days', 'days', 'Delay of the task that the project bears.'],
    ['tasks/*/freeFloat', 'Free float', 'working days', 'days', 'Delay of the task that moves no other task.'],
    ['tasks/*/work', 'Work', 'working days', 'days', 'Duration with factors, delays and rework.'],
    ['tasks/*/driving', 'On the driving path', '', 'label', 'A delay of the task delays the focus at once.'],
  ]),
  ...rows('gates', [['tasks/*/failures', 'Failed attempts', '', 'number', 'How often the gate failed.']]),
  ...rows('sensitivity', [
    [
      'tasks/*/criticality',
      'Criticality index',
      '',
      'probability',
      'Share of futures in which the task drives the focus.',
    ],
    [
      'tasks/*/ssi',
      'Schedule sensitivity index',
      '',
      'number',
      'Criticality index times the spread of the task against the spread of the focus.',
    ],
    ['tasks/*/cruciality', 'Cruciality', '', 'number', 'How closely the focus follows the work of the task.'],
    [
      'tasks/*/mergeBias',
      'Merge bias',
      'days',
      'days',
      'Mean delay that comes from waiting for the latest of several paths.',
    ],
  ]),
  ...rows('lines', [
    ['lines/*/nameplate', 'Nameplate capacity', 'GWh/year', 'energy', 'What the line makes in a year at full use.'],
    ['lines/*/ready', 'Ready', '', 'instant', 'Day from which the line can start cells.'],
    ['lines/*/stall', 'Stall', 'days', 'days', 'Days by which want of cash or demand delayed the build.'],
    ['lines/*/capexPaid', 'Investment paid', MONEY, 'money', 'Paid for the line within the horizon.'],
    ['lines/*/cellsPerYear', 'Cells per year', '', 'number', 'Cells that nameplate capacity makes in a year.'],
    ['output', 'Output', MONTHLY, 'energy', 'Good cells of the commercial lines; all of it is sold.'],
    ['starts', 'Starts', MONTHLY, 'energy', 'Cells started on the commercial lines.'],
    ['startsCapacity', 'Starts capacity', MONTHLY, 'energy', 'Cells that the commercial lines could start.'],
    [
      'startsCapacityNoStall',
      'Starts capacity without stalls',
      MONTHLY,
      'energy',
      'Cells that the commercial lines could start if money had never been short.',
    ],
  ]),
  ...rows('pilot-lines', [
    ['pilotOutput', 'Pilot output', MONTHLY, 'energy', 'Good cells of the pilot lines; none of it is sold.'],
  ]),
  ...rows('yield-and-utilisation', [
    ['yield', 'Yield', '', 'share', 'Good cells per cell started, over the commercial lines.'],
  ]),
  ...rows('market', [
    ['demand', 'Demand for own cells', MONTHLY, 'energy', 'What buyers would take at the price of the month.'],
    ['totalDemand', 'Demand of all segments', MONTHLY, 'energy', 'What all segments buy of all technologies.'],
    ['ownShare', 'Own share', '', 'share', 'Own sales over the demand of all segments.'],
    ['technologyShare', 'Technology share', '', 'share', 'Own share and that of other makers of the same technology.'],
    ['lead', 'Lead', '', 'share', 'Own share less that of the named technology.'],
    ['share/own', 'Own', '', 'share', 'Own sales over the demand of all segments.'],
    ['share/*', 'Share', '', 'share', 'Sales of the technology over the demand of all segments.'],
    ['share/technology', 'Technology', '', 'share', 'Own share and that of other makers of the same technology.'],
    ['share/unserved', 'Unserved', '', 'share', 'Demand that nobody can supply.'],
    ['segment/*', 'Own share in the segment', '', 'share', 'Own sales in the segment over its demand.'],
  ]),
  ...rows('materials', [
    ['stock/*', 'Stock', 't', 'mass', "Stock at the month's end."],
    ['use/*', 'Use', 't a month', 'mass', 'What all lines use.'],
    ['supply/*', 'Supply', 't a month', 'mass', 'What the contracts supply.'],
    ['refused/*', 'Refused', 't a month', 'mass', 'Supply that the store could not hold.'],
    ['paid/*', 'Paid for material', MONEY_MONTHLY, 'money', 'Material bought, and take-or-pay for what was refused.'],
    [
      'material-price/*',
      'Price of the material',
      '{currency}/kg',
      'unit-price',
      "Mean of the contracts' prices, by supply.",
    ],
  ]),
  ...rows('unit-cost', [
    ['unitCost', 'Variable unit cost', '{currency}/kWh', 'unit-price', 'Material and conversion per good kWh.'],
    [
      'fullUnitCost',
      'Full unit cost',
      '{currency}/kWh',
      'unit-price',
      'Variable cost, fixed cost and depreciation per good kWh; none without output.',
    ],
  ]),
  ...rows('pricing', [['price', 'Price', '{currency}/kWh', 'unit-price', 'Price of own cells.']]),
  ...rows('money', [
    ['npv', 'NPV', MONEY, 'money', 'Free cash flow and terminal value, discounted at the WACC.'],
    ['irr', 'IRR', 'per year', 'rate', 'Rate at which the NPV is nothing; some futures have none.'],
    ['peakFunding', 'Peak funding', MONEY, 'money', 'Deepest point of cumulative free cash flow.'],
    ['minCash', 'Lowest cash', MONEY, 'money', "Least cash at any month's end."],
    ['shortfall', 'Shortfall', '', 'probability', 'Cash runs out, or a build waits for it.'],
    ['abandoned', 'Abandoned', '', 'probability', 'The programme ends early.'],
    ['cash', 'Cash', MONEY, 'money', "Cash at the month's end."],
    ['fcf', 'Free cash flow', MONEY_MONTHLY, 'money', 'Cash flow before financing, with grants.'],
    ['capex', 'Investment', MONEY_MONTHLY, 'money', 'Paid for the builds of lines.'],
    ['revenue', 'Revenue', MONEY_MONTHLY, 'money', 'Sales times price.'],
    ['variable', 'Variable cost', MONEY_MONTHLY, 'money', 'Material bought and conversion of all starts.'],
    ['fixed', 'Fixed cost', MONEY_MONTHLY, 'money', 'Fixed operating cost of the lines that are ready.'],
    ['overhead', 'Overhead', MONEY_MONTHLY, 'money', 'Cost of the organisation.'],
    ['rnd', 'Research and development', MONEY_MONTHLY, 'money', 'Cost of research and development.'],
    ['oneOff', 'One-off costs', MONEY_MONTHLY, 'money', 'Responses, reworks and costs of risks.'],
    ['depreciation', 'Depreciation', MONEY_MONTHLY, 'money', 'Investment spread over the life of the lines.'],
    ['tax', 'Tax', MONEY_MONTHLY, 'money', 'Tax on profit after interest.'],
    ['unleveredTax', 'Unlevered tax', MONEY_MONTHLY, 'money', 'Tax as it would be without debt.'],
  ]),
  ...rows('funding', [
    ['received', 'Money received', MONEY_MONTHLY, 'money', 'Tranches that arrive.'],
    ['grants', 'Grants received', MONEY_MONTHLY, 'money', 'Tranches that are grants.'],
    ['interest', 'Interest', MONEY_MONTHLY, 'money', 'Interest on debt.'],
    ['principal', 'Repayment', MONEY_MONTHLY, 'money', 'Principal of debt paid back.'],
  ]),
  ...rows('bottleneck', [
    ['bottleneck', 'What holds it back', '', 'label', 'The limit that sets the output of the month.'],
  ]),
  ...rows('targets', [['targets/*', 'Target', '', 'probability', 'Share of futures in which the target is met.']]),
];

/** What limits a month, in words; a material is called by its name. */
export const BOTTLENECK_LABELS: Readonly<Record<string, { readonly label: string; readonly explanation: string }>> = {
  schedule: { label: 'Schedule', explanation: 'No commercial line is ready yet.' },
  funding: { label: 'Funding', explanation: 'Capacity is missing because a build waited for money.' },
  capacity: { label: 'Capacity', explanation: 'The lines start all they can.' },
  demand: { label: 'Demand', explanation: 'Buyers take no more at this price.' },
  abandoned: { label: 'Abandoned', explanation: 'The programme has ended.' },
};
